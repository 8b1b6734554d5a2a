#!/usr/bin/env python
"""Draw the session's table as docs/states.svg: scripts/draw_states.py mermaid.min.js

The drawing is Mermaid's, made in Chromium, so that a reader needs no script. The file is in the package `mermaid` of npm:
npm pack mermaid@11.17.2. The picture holds its source, which tests compare with the table.
"""

import json
import sys
from html import escape
from pathlib import Path

ROOT = Path(__file__).parents[1]
sys.path[:0] = [str(ROOT / "tests")]

from playground.chromium import Chromium  # noqa: E402 - the tests' browser
from plosive.protocol.diagram import diagram  # noqa: E402

LOOK = {"startOnLoad": False, "theme": "neutral", "htmlLabels": False, "state": {"htmlLabels": False}}


def main() -> None:
    """Write docs/states.svg."""
    with Chromium() as chromium:
        page = chromium.page("about:blank")
        page.run(Path(sys.argv[1]).read_text(encoding="utf-8") + ";0")
        page.run(f"mermaid.initialize({json.dumps(LOOK)})")
        drawn = page.run(f"mermaid.render('states', {json.dumps(diagram())}).then(({{ svg }}) => svg)")
    head, _, rest = str(drawn).partition(">")
    background = '<rect x="-10000" y="-10000" width="20000" height="20000" fill="white"/>'
    picture = f"{head}><desc>{escape(diagram(), quote=False)}</desc>{background}{rest}\n"
    (ROOT / "docs/states.svg").write_text(picture, encoding="utf-8")


if __name__ == "__main__":
    main()
