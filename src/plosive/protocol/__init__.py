"""The wire protocol: frames, connect parameters and the session state machine. Pure: no await, no clock, no I/O."""
