"""Plosive: a self-hosted streaming text-to-speech server that speaks the Telnyx TTS WebSocket protocol."""

import os

# ONNX Runtime would describe the machine, its models and its errors to Microsoft, every interruption of speech among them. It
# looks when it is loaded, and worker processes inherit this.
os.environ.setdefault("ORT_DISABLE_TELEMETRY", "1")
