"""Piper: VITS models, whose sentences are made in windows."""
