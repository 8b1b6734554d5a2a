"""Measures how voices sound: a recogniser and models of speech quality judge sentences spoken through the socket."""
