"""What the pages quote from the server is in its code: messages, metrics, frames."""

import ast
import re
from pathlib import Path

import pytest
from prometheus_client import Counter, Gauge, Histogram, Info

from plosive import metrics
from plosive.protocol.doors.telnyx import CLOSES

ROOT = Path(__file__).parents[2]
SOURCE = ROOT / "src/plosive"
TROUBLESHOOTING = (ROOT / "docs/troubleshooting.md").read_text(encoding="utf-8")
OPERATING = (ROOT / "docs/operating.md").read_text(encoding="utf-8")


def messages(text: str) -> list[str]:
    """The quoted messages: code in the first cells of the tables whose first heading is "message"."""
    found = []
    for table in text.split("| message |")[1:]:
        for line in table.splitlines()[2:]:
            if not line.startswith("|"):
                break
            found += re.findall(r"`([^`]+)`", line.split(" | ")[0])
    return found


@pytest.fixture(scope="module")
def texts() -> str:
    """Every text in the code. A value within a text is an ellipsis, as the page writes it."""
    found: list[str] = []
    for file in SOURCE.rglob("*.py"):
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if isinstance(node, ast.JoinedStr):
                parts = [str(part.value) if isinstance(part, ast.Constant) else "…" for part in node.values]
                found.append("".join(parts))
            elif isinstance(node, ast.Constant) and isinstance(node.value, str):
                found.append(node.value)
    found += [file.read_text(encoding="utf-8") for file in (SOURCE / "web/playground").glob("*.js")]
    return "\n".join(found)


@pytest.mark.parametrize("message", messages(TROUBLESHOOTING))
def test_every_quoted_message_is_in_the_code(message: str, texts: str) -> None:
    # The page leaves out more than values: what stands between two ellipses is compared.
    parts = [part for part in re.split("…", message) if part.strip(" .,:;()")]
    assert parts
    for part in parts:
        assert part.strip() in texts, part


def test_messages_are_found() -> None:
    assert len(messages(TROUBLESHOOTING)) > 40


def test_every_close_reason_has_its_remedy() -> None:
    for code, reason in CLOSES.values():
        if ": " in reason and not reason.startswith("too_large"):
            assert f"| `{reason}` | {code} |" in TROUBLESHOOTING, reason


def test_every_metric_is_explained() -> None:
    shown = set()
    for metric in vars(metrics).values():
        if isinstance(metric, Counter | Gauge | Histogram | Info):
            name = next(iter(metric.collect())).name
            shown.add(name + {Counter: "_total", Info: "_info"}.get(type(metric), ""))
    assert shown == set(re.findall(r"^\| `(plosive_\w+)` \|", OPERATING, re.MULTILINE))
