"""Owns the lookahead of the Markdown reader: its limit, and the values that mean "wait for more text".

It refuses to know any construct: each is read by its own module.
"""

import re
from typing import Final

# Most characters of an undecided construct. A longer link title, tag, comment or table header is read as text.
# CommonMark 6.3 ends link labels at 999 characters.
HOLD: Final = 1000

# Returned in place of a position, which is never negative.
WAIT_NEXT: Final = -1  # any further character may decide
WAIT_FAR: Final = -2  # only a mark or a newline may decide

BLANK_LINE: Final = re.compile(r"\n[ \t]*\n")
"""A paragraph ends here, and with it every construct inside it."""
