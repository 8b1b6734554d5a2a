"""`python -m plosive` is the `plosive` command."""

from plosive.cli.commands import main

main()
