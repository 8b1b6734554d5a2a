"""One page of any browser: what somebody in front of it can see and hear."""

import json
import time
from collections.abc import Callable
from typing import Any

TAP = """
// Keeps what the page sends to the sound device, as samples with the time at which they sound.
window.heard = [];
const connect = AudioNode.prototype.connect;
AudioNode.prototype.connect = function (target, ...rest) {
  if (target instanceof AudioDestinationNode) {
    const tap = this.context.createScriptProcessor(512, 1, 1);
    tap.onaudioprocess = (event) => {
      const samples = event.inputBuffer.getChannelData(0);
      const peak = samples.reduce((most, each) => Math.max(most, Math.abs(each)), 0);
      const at = performance.now() + (event.playbackTime - this.context.currentTime) * 1000;
      heard.push({ at, peak, seconds: samples.length / this.context.sampleRate });
    };
    connect.call(this, tap);
    connect.call(tap, target);
  }
  return connect.call(this, target, ...rest);
};
"""


class AnyPage:
    """A page of one of the browsers, which say how a script runs in it."""

    def run(self, javascript: str) -> Any:
        """The value of an expression, awaited if it is a promise."""
        raise NotImplementedError

    def middle(self, selector: str) -> tuple[float, float]:
        """Return where the middle of an element is, after scrolling to it."""
        x, y = self.run(
            f"(() => {{ const one = document.querySelector({json.dumps(selector)}); one.scrollIntoView({{block: 'nearest'}});"
            "const box = one.getBoundingClientRect(); return [box.x + box.width / 2, box.y + box.height / 2] })()"
        )
        return x, y

    def until(self, javascript: str, timeout_s: float = 20) -> None:
        """Wait until an expression is true."""
        deadline = time.monotonic() + timeout_s
        while not self.run(javascript):
            assert time.monotonic() < deadline, f"waited in vain for {javascript}; {self.text('body')}"
            time.sleep(0.02)

    def text(self, selector: str) -> str:
        """Return the text that an element shows."""
        return str(self.run(f"document.querySelector({json.dumps(selector)}).innerText"))

    def until_text(self, selector: str, part: str, timeout_s: float = 20) -> None:
        found = f"document.querySelector({json.dumps(selector)}).innerText.includes({json.dumps(part)})"
        self.until(found, timeout_s)

    def heard(self) -> "Heard":
        """The sound since the page was opened."""
        return Heard(self.run("heard.filter((block) => block.peak > 0)"))


class Heard:
    """Blocks with sound, of some milliseconds each."""

    def __init__(self, blocks: list[dict[str, float]]) -> None:
        self.seconds = sum(block["seconds"] for block in blocks)
        self.peak = max((block["peak"] for block in blocks), default=0.0)
        self.last_at_ms = max((block["at"] + block["seconds"] * 1000 for block in blocks), default=0.0)


def retry(check: Callable[[], None], times: int = 3) -> None:
    """Try a measurement of time again, which a busy machine spoils."""
    for left in range(times - 1, -1, -1):
        try:
            check()
            return
        except AssertionError:
            if not left:
                raise
