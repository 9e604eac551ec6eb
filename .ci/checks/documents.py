#!/usr/bin/python3
"""Holds the documents to the repository: links lead somewhere, CI runs what the README shows, and
docs/operations.md has every setting.

A command of the README's sh blocks must stand in .ci/run, where the SSA URL and the Python are
variables; options behind it may differ (CI uses ports of its own).
"""
import pathlib
import re
import subprocess
import sys

LINK = re.compile(r"\]\(([^)#\s]+)[^)]*\)")
BLOCK = re.compile(r"^```sh\n(.*?)^```", re.M | re.S)


def broken_links(page):
    for target in LINK.findall(page.read_text()):
        if not target.startswith(("http:", "https:", "mailto:")) and not (page.parent / target).exists():
            yield f"{page}: no {target}"


def as_in_ci(command):
    return command.replace("python3 ", "$python ").replace("http://127.0.0.1:8080/", '"$ssa/')


def commands_not_run():
    ci = pathlib.Path(".ci/run").read_text()
    for block in BLOCK.findall(pathlib.Path("README.md").read_text()):
        for command in filter(None, block.splitlines()):
            if as_in_ci(command) not in ci:
                yield f"README.md: .ci/run does not run '{command}'"


def settings_untold():
    told = pathlib.Path("docs/operations.md").read_text()
    for page in sorted(pathlib.Path(".").glob("*/src/main/resources/*.yaml")):
        for variable in sorted(set(re.findall(r"\$\{(PAWPRINT_\w+)", page.read_text()))):
            if f"`{variable}`" not in told and f"<{variable}>" not in told:
                yield f"docs/operations.md: no {variable} of {page.name}"


def main():
    tracked = subprocess.run(["git", "ls-files", "*.md"], capture_output=True, text=True, check=True).stdout
    pages = [pathlib.Path(name) for name in tracked.split()]
    faults = [fault for page in pages for fault in broken_links(page)]
    faults += commands_not_run()
    faults += settings_untold()
    for fault in faults:
        print(fault)
    print(f"{len(pages)} documents, {len(faults)} faults")
    sys.exit(bool(faults))


main()
