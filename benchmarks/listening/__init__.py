"""How voices sound: sentences spoken through the socket, heard by a recogniser and judged by models of speech quality."""
