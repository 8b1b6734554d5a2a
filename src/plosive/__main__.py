"""The `plosive` command, also as `python -m plosive`: here a missing package is one line too."""

import sys


def main() -> None:
    """Entry point. What is imported below needs every package of requirements/serve.txt."""
    try:
        from plosive.cli.main import main as run  # noqa: PLC0415

        run()
    except ModuleNotFoundError as error:
        sys.exit(f"plosive: {error}. Install what Plosive needs: make setup, in the folder of its checkout.")


if __name__ == "__main__":
    main()
