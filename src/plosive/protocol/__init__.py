"""The speech protocol: the session, its input and output values, and the doors. Pure: no await, no clock, no I/O."""
