#!/usr/bin/python3
"""Holds a running SSA service against stilts votlint and pyvo, which know nothing of us.

usage: ssa.py BASE [POS]     e.g. ssa.py http://127.0.0.1:8080 150.1,-2.2
needs: stilts, python3-pyvo; at least one public spectrum in the catalogue, by default found by the script
"""
import pathlib
import subprocess
import sys
import tempfile
import urllib.error
import urllib.request
import warnings

import pyvo
from pyvo.dal.exceptions import DALQueryError

warnings.simplefilter("ignore")


def fetch(base, query, path="/vo/ssa/query"):
    """Status, content type and body, whatever the status."""
    try:
        with urllib.request.urlopen(f"{base}{path}?{query}", timeout=60) as answer:
            return answer.status, answer.headers["Content-Type"], answer.read()
    except urllib.error.HTTPError as answer:
        return answer.code, answer.headers["Content-Type"], answer.read()


def lint(base, name, query, status, path="/vo/ssa/query"):
    got, content_type, body = fetch(base, query, path)
    assert got == status, f"{name}: HTTP {got}, {status} wanted"
    assert content_type.startswith("application/x-votable+xml"), f"{name}: {content_type}"
    with tempfile.TemporaryDirectory() as folder:
        document = pathlib.Path(folder) / "answer.xml"
        document.write_bytes(body)
        found = subprocess.run(
            ["stilts", "votlint", str(document)], capture_output=True, text=True, check=False
        )
    words = (found.stdout + found.stderr).strip()
    assert not words, f"{name}: votlint says\n{words}"
    print(f"votlint: {name} clean")


def some_position(service):
    row = service.search(maxrec=1)[0]
    return row["s_ra"], row["s_dec"]


def read_with_pyvo(base, position):
    service = pyvo.dal.SSAService(f"{base}/vo/ssa/query")
    ra, dec = position or some_position(service)
    rows = service.search(pos=(ra, dec), diameter=0.1)
    assert len(rows) > 0, "no rows at the position"
    scores = [row["score"] for row in rows]
    assert scores == sorted(scores), "rows do not come by distance"
    for row in rows:
        assert abs(row.dec - dec) < 0.1 and row.ra >= 0, "rec.ra, rec.dec"
        assert row.dateobs.isot.endswith("T00:00:00.000"), "rec.dateobs"
        assert row.getdataurl().startswith("http") and "/vo/slink?ID=" in row.getdataurl()
        assert row.format == "application/x-votable+xml" and row.title and row.acref
        assert row.getbyutype("ssa:Curation.PublisherDID").startswith("ivo://")
    services = [s.params[1].value if len(s.params) > 1 else "" for s in rows.iter_adhocservices()]
    assert len(services) == 2, f"descriptors of DataLink and SODA, not {services}"
    try:
        service.search(pos=(ra, dec), diameter=-1)
        raise AssertionError("a negative SIZE was taken")
    except DALQueryError as error:
        assert "SIZE" in str(error), f"pyvo shows another text: {error}"
    assert len(service.search(maxrec=0)) == 0, "MAXREC=0 without constraints"
    band = service.search(pos=(ra, dec), diameter=0.1, band=(3e-7, 1e-6), format="fits")
    assert all(row.format == "application/fits" for row in band)
    assert all(row.getdataurl().endswith("&RESPONSEFORMAT=fits") for row in band)
    print(f"pyvo: {len(rows)} rows read")


def pages(base):
    """Pages of pyvo's answers together are the answer in one piece."""
    service = pyvo.dal.SSAService(f"{base}/vo/ssa/query")
    whole = [row["obs_publisher_did"] for row in service.search(maxrec=100)]
    paged, token = [], {}
    while len(paged) < len(whole):
        answer = service.search(maxrec=30, **token)
        paged += [row["obs_publisher_did"] for row in answer]
        infos = [i for i in answer.votable.resources[0].infos if i.name == "NEXT_PAGE"]
        token = {"page": infos[0].value} if infos else {}
    assert paged[: len(whole)] == whole and len(whole) == 100, len(whole)
    print(f"pyvo: {len(whole)} rows in pages of 30 are those of one answer")


def as_sia2(base):
    """The same rows by pyvo's client of SIA 2, which looks for ObsCore's columns."""
    ra, dec = some_position(pyvo.dal.SSAService(f"{base}/vo/ssa/query"))
    query = pyvo.dal.sia2.SIAQuery(f"{base}/vo/dap/query", pos=(ra, dec, 0.05), maxrec=50)
    rows = query.execute()
    assert len(rows) > 0 and all(row["dataproduct_type"] == "spectrum" for row in rows)
    assert all(abs(row["s_dec"] - dec) < 0.06 for row in rows)
    assert all(row.getdataurl().startswith("http") for row in rows)
    print(f"pyvo: {len(rows)} rows by SIA 2's parameters")


def main():
    base = sys.argv[1].rstrip("/")
    position = tuple(map(float, sys.argv[2].split(","))) if len(sys.argv) > 2 else None
    ask = "REQUEST=queryData"
    lint(base, "normal", f"{ask}&MAXREC=200", 200)
    lint(base, "cone", f"{ask}&POS=150.1,-2.2&SIZE=5&BAND=5e-7;source", 200)
    lint(base, "pairs", f"{ask}&FORMAT=votable,fits&MAXREC=20", 200)
    lint(base, "metadata", "FORMAT=METADATA", 200)
    lint(base, "error", f"{ask}&POS=x&SIZE=-1", 400)
    lint(base, "empty", f"{ask}&TARGETNAME=nobody-has-this-name", 200)
    lint(base, "overflow", f"{ask}&MAXREC=1", 200)
    lint(base, "fields", f"{ask}&MAXREC=0", 200)
    lint(base, "binary2", f"{ask}&MAXREC=50&RESPONSEFORMAT=votable/b2", 200)
    lint(base, "graphic", f"{ask}&MAXREC=5&FORMAT=graphic", 200)
    dap = "/vo/dap/query"
    lint(base, "dap", "POS=CIRCLE+150.1+-2.2+5&POS=RANGE+0+360+-90+90&MAXREC=50", 200, dap)
    lint(base, "dap empty", "TARGET=nobody-has-this-name", 200, dap)
    lint(base, "dap error", "POS=x&BAND=2+1", 400, dap)
    read_with_pyvo(base, position)
    pages(base)
    as_sia2(base)


if __name__ == "__main__":
    main()
