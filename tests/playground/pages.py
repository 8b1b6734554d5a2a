"""Opens the playground with a text, and measures what the server says of a text."""

from urllib.parse import quote

import httpx
import numpy as np

from playground.chromium import Chromium, Page
from plosive_server import PATH, PlosiveServer

TEXT = "The kettle is on the stove. It whistles when the water boils, and that takes four minutes. Then we have tea."


def opened(chromium: Chromium, server: PlosiveServer, text: str = TEXT, settings: str = "", width: int = 1440) -> Page:
    page = chromium.page(f"{server.http}/#text={quote(text)}{settings}", width=width)
    page.until_text("#status", "Ready.")
    return page


def spoken(server: PlosiveServer, text: str) -> tuple[float, float]:
    """The seconds of a text's audio, and of that those with sound."""
    settings = {"response_format": "linear16", "sampling_rate": 24_000}
    answer = httpx.post(server.http + PATH, json={"text": text, "voice_settings": settings})
    samples = np.frombuffer(answer.content, "<i2")
    blocks = samples[: samples.size // 512 * 512].reshape(-1, 512)
    return samples.size / 24_000, float(np.abs(blocks).max(axis=1).astype(bool).sum() * 512 / 24_000)
