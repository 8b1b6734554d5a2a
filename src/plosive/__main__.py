"""`python -m plosive` is the `plosive` command."""

from plosive.cli import main

main()
