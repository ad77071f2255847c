"""Build hook: puts rules/ and templates/ into the wheel, and rules and regular expressions once more in compiled form.

The compiled form is what an installed package reads (JSON under 1 ms, the same YAML 57-296 ms); the YAML goes along
because it holds the examples that ``explain`` shows. A wheel is built from the checkout or from an sdist, which holds
rules/ too, so nothing generated is ever committed. An editable install needs none of this and gets none.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

DATA = "vanban_lint/_data"


class Hook(BuildHookInterface[Any]):
    PLUGIN_NAME = "custom"

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        if self.target_name != "wheel" or version == "editable":
            return
        root = Path(self.root)
        self._scratch = TemporaryDirectory()
        rules, patterns = (Path(self._scratch.name) / name for name in ("rules.json", "patterns.json"))
        rules.write_text(compile_rules(root), encoding="utf-8")
        included = build_data["force_include"]
        included[str(rules)] = f"{DATA}/rules.json"
        if store_patterns(root, patterns):
            included[str(patterns)] = f"{DATA}/patterns.json"
        for folder in ("rules", "templates"):
            if (root / folder).is_dir():
                included[str(root / folder)] = f"{DATA}/{folder}"

    def finalize(self, version: str, build_data: dict[str, Any], artifact_path: str) -> None:
        if hasattr(self, "_scratch"):
            self._scratch.cleanup()


def compile_rules(root: Path) -> str:
    """The JSON text of rules.json for the rules below ``root``; a bad rule stops the build with its one line."""
    sys.path.insert(0, str(root / "src"))
    from vanban_lint.catalogue import say
    from vanban_lint.errors import ConfigError
    from vanban_lint.ruleset.bundle import to_json
    from vanban_lint.ruleset.loader import read_bundle

    try:
        bundle = read_bundle(root / "rules")
    except ConfigError as error:
        raise SystemExit(f"{error.path}: {say(error.key, 'en', **error.params)}") from None
    finally:
        sys.path.remove(str(root / "src"))
    return json.dumps(to_json(bundle), ensure_ascii=False, separators=(",", ":"))


def store_patterns(root: Path, target: Path) -> bool:
    """Writes what ``vanban_lint.patterns`` reads; a wheel without it works too, so a failure is no failure."""
    command = [sys.executable, "-m", "vanban_lint.patterns", str(target)]
    # What a build environment put on the path stays there: yaml may be on no other.
    path = os.pathsep.join([str(root / "src"), *filter(None, [os.environ.get("PYTHONPATH")])])
    environment = os.environ | {"PYTHONPATH": path}
    return subprocess.run(command, env=environment, stderr=subprocess.DEVNULL).returncode == 0
