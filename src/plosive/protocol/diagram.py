"""`python -m plosive.protocol.diagram` prints the session's table as a Mermaid state diagram (docs/protocol.md shows it)."""

from collections import defaultdict
from typing import Final

from plosive.protocol.session import TABLE
from plosive.protocol.states import Input, State

_GROUPS: Final[dict[str, list[State]]] = {
    "TAKES_TEXT": [state for state, row in TABLE.items() if Input.INACTIVITY in row],
    "SPEAKS_REST": [state for state, row in TABLE.items() if Input.ALL_SPOKEN in row and state is not State.UNREADABLE],
}
"""Groups of states that share most arrows. An arrow that all states of a group have is drawn once, from the group."""


def diagram() -> str:
    """Return the diagram, with each input that changes the state."""
    arrows: dict[tuple[str, str], list[str]] = defaultdict(list)
    for item in Input:
        name = item.name.lower().replace("_", " ")
        targets = {state: row[item][1] for state, row in TABLE.items() if item in row}
        for group, states in _GROUPS.items():
            shared = {targets.get(state) for state in states}
            if len(shared) == 1 and (target := shared.pop()) and target not in states:
                arrows[group, target.name].append(name)
                targets = {state: to for state, to in targets.items() if state not in states}
        for state, to in targets.items():
            if to not in (None, state):
                arrows[state.name, to.name].append(name)
    lines = ["stateDiagram-v2", f"    [*] --> {State.AWAITING_HANDSHAKE.name}"]
    for group, states in _GROUPS.items():
        lines += [f"    state {group} {{", *(f"        {state.name}" for state in states), "    }"]
    lines += [f"    {origin} --> {target}: {', '.join(names)}" for (origin, target), names in sorted(arrows.items())]
    return "\n".join([*lines, f"    {State.CLOSED.name} --> [*]"])


if __name__ == "__main__":
    print(diagram())  # noqa: T201 - it is asked for
