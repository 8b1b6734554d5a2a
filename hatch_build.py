"""Compiles the text front end with mypyc when Plosive is installed: the same code, one and a half times as fast or more.

What comes out lies beside the sources and goes into a wheel. Python prefers it to them, so it has to be made anew when they
change. Where there is no C compiler, or Python's headers are missing, they are interpreted: nothing else differs.
"""

import os
import tempfile
from pathlib import Path
from shutil import copyfile
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface
from mypyc.build import mypycify
from setuptools import Distribution
from setuptools.command.build_ext import build_ext
from setuptools.errors import CompileError, LinkError, PlatformError

SOURCES = Path("src")
MODULES = SOURCES / "plosive" / "text"
INTERPRETED = {"__init__.py", "items.py"}  # mypyc leaves out the keywords of a class that msgspec makes


class CompiledText(BuildHookInterface[Any]):
    """Compiles before a wheel is built or the sources are used in place."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Compile if that can be done here."""
        for stale in extension_modules(SOURCES):
            stale.unlink()
        with tempfile.TemporaryDirectory() as made:
            try:
                compile_modules(Path(made))
            except (CompileError, LinkError, PlatformError, SystemExit) as error:
                self.app.display_warning(f"The text front end stays interpreted: {error}")
                return
            for module in extension_modules(Path(made)):
                copyfile(module, SOURCES / module.relative_to(made))
        if version != "editable":
            build_data.update(pure_python=False, infer_tag=True)
            for module in extension_modules(SOURCES):
                build_data["force_include"][str(module)] = str(module.relative_to(SOURCES))


def extension_modules(folder: Path) -> list[Path]:
    """What has been compiled in a folder and those in it."""
    return [path for path in folder.rglob("*") if path.suffix in {".so", ".pyd"}]


def compile_modules(target: Path) -> None:
    """Compile the text front end to a folder.

    Raises `SystemExit` where a newer mypy finds that the types do not hold, and one of three errors of setuptools where there
    is nothing to compile with.
    """
    extensions = mypycify(
        [
            "--config-file=pyproject.toml",
            *(str(path) for path in sorted(MODULES.glob("*.py")) if path.name not in INTERPRETED),
        ],
        group_name="plosive_text",  # of the library that all of these modules are in
        debug_level="0",
        multi_file=True,  # compiled side by side
        target_dir=str(target / "c"),
    )
    command = build_ext(Distribution({"name": "plosive", "ext_modules": extensions}))
    command.build_lib = str(target)
    command.build_temp = str(target / "objects")
    command.parallel = os.cpu_count()
    command.ensure_finalized()
    command.run()
