"""The `plosive` command, also as `python -m plosive`: here a missing package is one line too, and Ctrl-C none."""

import sys


def main() -> None:
    """Entry point. What is imported below needs every package of requirements/serve.txt."""
    try:
        from plosive.cli.main import main as run  # noqa: PLC0415

        run()
    except ModuleNotFoundError as error:
        sys.exit(f"plosive: {error}. Install what Plosive needs: make setup, in the folder of its checkout.")
    except KeyboardInterrupt:  # while packages are imported, seconds the first time; typer takes a later one
        sys.exit(130)


if __name__ == "__main__":
    main()
