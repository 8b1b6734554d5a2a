"""Writes numbers, dates, units and signs in words."""
