#!/usr/bin/python3
"""Holds docs/standards.md to the code: every class and test it names in backticks must exist.

A name is a Java class (`SsaPosition`), a test method of the class before it (`.reportsAll`), or a
path (`.ci/checks/ssa.py`).
"""
import pathlib
import re
import subprocess
import sys

DOCUMENT = pathlib.Path("docs/standards.md")
CLASS = re.compile(r"[A-Z][A-Za-z0-9]*[a-z][A-Za-z0-9]*")
METHOD = re.compile(r"\.[a-z][A-Za-z0-9]+")


def main():
    tracked = subprocess.run(["git", "ls-files"], capture_output=True, text=True, check=True).stdout
    sources = {}
    for name in tracked.splitlines():
        if name.endswith(".java"):
            sources.setdefault(pathlib.Path(name).stem, []).append(name)
    faults, found, current = [], 0, None
    for number, line in enumerate(DOCUMENT.read_text().splitlines(), 1):
        cells = line.split("|") if line.startswith("|") else [line]
        # The first cell is the clause: words of the standard, not ours.
        for name in re.findall(r"`([^`]+)`", "|".join(cells[2:])):
            if CLASS.fullmatch(name):
                current = sources.get(name)
                ok = current is not None
            elif METHOD.fullmatch(name):
                ok = any(f" {name[1:]}(" in pathlib.Path(path).read_text() for path in current or [])
            elif "/" in name:
                ok = pathlib.Path(name).exists()
            else:
                continue
            found += 1
            if not ok:
                faults.append(f"{DOCUMENT}:{number}: no {name}")
    for fault in faults:
        print(fault)
    print(f"{DOCUMENT}: {found} names, {len(faults)} missing")
    sys.exit(bool(faults) or found < 50)


main()
