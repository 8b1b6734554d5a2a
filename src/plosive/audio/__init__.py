"""Samples and encoded audio. Pure and synchronous."""
