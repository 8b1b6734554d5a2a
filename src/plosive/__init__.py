"""Plosive: a self-hosted streaming text-to-speech server that speaks the Telnyx TTS WebSocket protocol."""
