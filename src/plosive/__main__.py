"""`python -m plosive` is the `plosive` command."""

from plosive.cli.main import main

main()
