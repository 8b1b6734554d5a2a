"""HTTP and WebSocket: the shell that faces clients."""
