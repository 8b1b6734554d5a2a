"""Owns how the Markdown reader looks ahead: how far it may, and how it says that it must wait for more.

It refuses to know what is looked for: that is with whoever reads the construct.
"""

import re
from typing import Final

# How far an undecided construct may reach: a link title, tag, comment or table header longer than this is read as text.
# CommonMark 6.3 ends link labels at 999 characters.
HOLD: Final = 1000

# Given where else a position is, which is never negative.
WAIT_NEXT: Final = -1  # any further character may decide
WAIT_FAR: Final = -2  # only a mark or a newline may decide

BLANK_LINE: Final = re.compile(r"\n[ \t]*\n")
"""No construct inside a paragraph reaches beyond one."""
