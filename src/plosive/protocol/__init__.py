"""The speech protocol: the session, what goes into it and comes out, and the doors. Pure: no await, no clock, no I/O."""
