#!/usr/bin/python3
"""Runs every example of docs/examples and every block of docs/questions, of the STILTS recipe, of bulk and derived spectra against a running archive.

usage: examples.py BASE_SSA [OUT]     e.g. examples.py http://127.0.0.1:8080 target/examples
needs: the demo's spectra and, by backfill, those of testkit/src/main/resources/fixtures; stilts, python3-pyvo, python3-pil

An example must end with 0, say something and leave a picture that is one. A page's sh and python blocks run in their
order in one folder, with the demo's addresses replaced, and must each end with 0 and say something. Pictures and what
was said are kept in OUT.
"""
import concurrent.futures
import pathlib
import re
import shutil
import subprocess
import sys
import time
import urllib.parse

from PIL import Image

EXAMPLES = pathlib.Path("docs/examples")
PAGES = [EXAMPLES / "topcat-stilts.md", pathlib.Path("docs/bulk.md"), pathlib.Path("docs/derived-spectra.md"), *sorted(pathlib.Path("docs/questions").glob("*.md"))]
BLOCK = re.compile(r"^```(sh|python)\n(.*?)^```", re.M | re.S)
# CI lets it wait for a field on its own; here it meets a spectrum without errors that is no arm, and keeps the other picture.
OPTIONS = {"follow_field.py": ["--target", "HD 140283"]}
LIMIT = 120


def beside(base, ports):
    """The address of a service of the same installation, so many ports further."""
    parts = urllib.parse.urlsplit(base)
    return f"{parts.scheme}://{parts.hostname}:{parts.port + ports}"


def first_argument(program, base):
    """What the program's docstring calls the first argument, for this archive."""
    usage = re.search(rf"^    {program.name} (\S+)", program.read_text(), re.M).group(1)
    if usage == "SSA_URL":
        return f"{base}/vo/ssa/query"
    return beside(base, 1) if program.name == "galah_bands.py" else base


def said(command, folder, log):
    """Standard output of a command that ends with 0; both outputs are kept."""
    result = subprocess.run(command, cwd=folder, capture_output=True, text=True, timeout=LIMIT)
    with open(log, "a") as file:
        file.write(result.stdout + result.stderr)
    if result.returncode != 0:
        raise AssertionError(f"status {result.returncode}: {result.stderr.strip()[-800:]}")
    if not result.stdout.strip():
        raise AssertionError("said nothing")
    return result.stdout


def looked_at(picture):
    """Its kind and size; one that is all background is none."""
    if picture.suffix == ".pdf":
        content = picture.read_bytes()
        pages = len(re.findall(rb"/Type /Page\b", content))
        assert content.startswith(b"%PDF-") and content.rstrip().endswith(b"%%EOF"), f"{picture} is no PDF"
        assert pages > 0 and len(content) > 10_000, f"{pages} pages, {len(content)} bytes"
        return f"PDF, {pages} pages"
    with Image.open(picture) as image:
        image.load()
        colours = image.convert("RGB").getcolors(maxcolors=image.width * image.height)
        drawn = 1 - max(count for count, _ in colours) / (image.width * image.height)
        assert image.format == "PNG" and min(image.size) > 200, (image.format, image.size)
        assert drawn > 0.01, f"{100 * drawn:.1f} % of {picture.name} is not background"
        return f"PNG, {image.width} by {image.height}"


def run_example(program, base, out):
    kind = re.search(r'default="(\w+\.(?:png|pdf))"', program.read_text()).group(1)
    options = OPTIONS.get(program.name, [])
    picture, log = out / (f"alone_{kind}" if options else kind), out / f"{program.stem}.txt"
    picture.unlink(missing_ok=True)
    log.unlink(missing_ok=True)
    last = said([sys.executable, "-W", "ignore", program.resolve(), first_argument(program, base), picture, *options], out, log).splitlines()[0]
    return f"{looked_at(picture)}; {last}"


def run_page(page, base, out):
    folder = out / page.stem
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir()
    log = folder / "said.txt"
    blocks = BLOCK.findall(page.read_text())
    python = ""
    for language, block in blocks:
        block = block.replace("http://127.0.0.1:8080", base).replace("http://127.0.0.1:8081", beside(base, 1))
        if language == "sh":
            said(["bash", "-euo", "pipefail", "-c", block], folder, log)
        else:
            # As in a notebook: a block goes on where the one before it ended.
            python += block
            said([sys.executable, "-W", "ignore", "-c", python], folder, log)
    pictures = [looked_at(picture) for picture in sorted(folder.glob("*.png"))]
    return "; ".join([f"{len(blocks)} blocks", *pictures])


def tried(job, path, base, out):
    began = time.monotonic()
    try:
        words = job(path, base, out)
        return True, f"{path}: {time.monotonic() - began:.1f} s, {words}"
    except (AssertionError, OSError, subprocess.TimeoutExpired) as problem:
        return False, f"{path}: {problem}"


def main():
    base = sys.argv[1].rstrip("/")
    out = pathlib.Path(sys.argv[2] if len(sys.argv) > 2 else "target/examples").resolve()
    out.mkdir(parents=True, exist_ok=True)
    programs = [path for path in sorted(EXAMPLES.glob("*.py"))]
    jobs = [(run_example, path) for path in programs] + [(run_page, page) for page in PAGES if BLOCK.search(page.read_text())]
    began = time.monotonic()
    failed = 0
    with concurrent.futures.ThreadPoolExecutor(2) as pool:
        for good, words in pool.map(lambda job: tried(job[0], job[1], base, out), jobs):
            print("" if good else "FAILED ", words, sep="", flush=True)
            failed += not good
    print(f"{len(programs)} examples, {len(jobs) - len(programs)} pages, {failed} failed, {time.monotonic() - began:.0f} s; kept in {out}")
    sys.exit(failed > 0)


main()
