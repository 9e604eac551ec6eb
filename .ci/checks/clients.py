#!/usr/bin/python3
"""Uses a running archive the way astronomers' tools do: pyvo, astropy, specutils and stilts.

usage: clients.py BASE_SSA     e.g. clients.py http://127.0.0.1:8080
needs: stilts, python3-pyvo, python3-specutils, python3-pil; a demo's spectra, both arms of a field among them
"""
import io
import pathlib
import subprocess
import sys
import tarfile
import tempfile
import urllib.error
import urllib.parse
import urllib.request
import warnings
import zipfile

import numpy as np
import pyvo
from astropy import units
from astropy.coordinates import SkyCoord
from astropy.io import fits
from astropy.io.votable import parse
from PIL import Image
from specutils import Spectrum1D
from specutils.manipulation import FluxConservingResampler

warnings.simplefilter("ignore")


def get(url):
    """The body of an answer, whatever its status."""
    try:
        with urllib.request.urlopen(url, timeout=60) as answer:
            return answer.read()
    except urllib.error.HTTPError as answer:
        return answer.read()


def search(service):
    """By name, then by position; every row must be readable by pyvo's own names."""
    named = service.search(MAXREC=1000)
    targets = [row for row in named if row["arm"] in ("blue", "red") and row["em_snr"] > 5]
    assert targets, "no spectrum of one arm with signal"
    name = targets[0]["target_name"]
    by_name = service.search(TARGETNAME=name)
    assert {row["target_name"] for row in by_name} == {name}
    assert {row["arm"] for row in by_name} == {"blue", "red"}, [row["arm"] for row in by_name]
    centre = SkyCoord(by_name[0].ra, by_name[0].dec, unit="deg")
    by_position = service.search(pos=centre, diameter=0.2)
    assert len(by_position) >= len(by_name)
    dids = {row["obs_publisher_did"] for row in by_position}
    assert dids >= {row["obs_publisher_did"] for row in by_name}, "the cone misses the target"
    for row in by_position:
        distance = centre.separation(SkyCoord(row.ra, row.dec, unit="deg"))
        assert distance.deg <= 0.1 + 1e-9, "outside the cone"
        assert abs(distance.arcsec - row["score"]) < 1e-3, (distance.arcsec, row["score"])
    for row in named:
        assert 0 <= row.ra < 360 and -90 <= row.dec <= 90
        assert row.dateobs.mjd > 50_000 and row.getdataurl().startswith("http")
    print(f"pyvo: {len(named)} rows read, {len(by_position)} around {name}, {len(by_name)} of it")
    return by_name


def as_sia2(base, rows):
    """pyvo finds the query of DAP by its capabilities, and in it what the other search found."""
    service = getattr(pyvo.dal.sia2, "SIA2Service", None) or pyvo.dal.sia2.SIAService
    dap = service(f"{base}/vo/dap")
    assert dap.available and dap.query_ep.startswith(f"{base}/vo/dap/query"), dap.query_ep
    ra, dec = rows[0].ra * units.deg, rows[0].dec * units.deg
    wanted = {row["obs_publisher_did"] for row in rows}

    def found(**asked):
        return list(dap.search(pos=(ra, dec, 0.5 * units.arcsec), **asked))

    assert {row["obs_publisher_did"] for row in found()} >= wanted, "the circle misses the target"
    assert len(found(maxrec=1)) == 1
    for row in rows:
        low, high = row["em_min"] * units.m, row["em_max"] * units.m
        middle = (low + high) / 2
        inside = {other["obs_publisher_did"] for other in found(band=(middle, middle + 0.1 * units.nm))}
        below = {other["obs_publisher_did"] for other in found(band=(low / 3, low / 2))}
        open_side = {other["obs_publisher_did"] for other in found(band=(high.to_value("m") * 0.99, float("inf")))}
        assert row["obs_publisher_did"] in inside & open_side - below, (row["arm"], low, high)
    cubes = dap.search(data_type="cube")
    assert len(cubes) and all(cube["dataproduct_type"] == "cube" for cube in cubes)
    simulated = [cube for cube in cubes if cube["obs_collection"] == "simulated_cubes"]
    assert not any(cube["bib_reference"] for cube in simulated), "a simulated cube cites a paper"
    print(f"pyvo: DAP as a service of SIA 2 has {len(wanted)} spectra of the target, and {len(cubes)} cube(s)")


def links(rows):
    """All links of all rows, as pyvo posts them: in batches."""
    found = {}
    for answer in rows.iter_datalinks():
        for link in answer:
            assert not link["error_message"], link["error_message"]
            found.setdefault(link["ID"], []).append(link)
    assert set(found) == {row["obs_publisher_did"] for row in rows}, "not one answer per row"
    for own in found.values():
        semantics = [link.semantics for link in own]
        for term in ("#this", "#error", "#progenitor", "#coderived", "#preview", "#thumbnail", "#cutout",
                     "#package"):
            assert term in semantics, (term, semantics)
        for link in own:
            if link.service_def:
                continue
            body = get(link["access_url"])
            assert len(body) == link["content_length"], (link["access_url"], len(body))
    print(f"pyvo: {sum(map(len, found.values()))} links of {len(found)} spectra, all of the length promised")
    return found


def pick(own, semantics, media):
    return next(l for l in own if l.semantics == semantics and l.content_type == media)


def package(own):
    """The zip of a spectrum and the other arm holds the very files that are linked singly."""
    with zipfile.ZipFile(io.BytesIO(get(pick(own, "#package", "application/zip")["access_url"]))) as archive:
        assert archive.testzip() is None
        contents = [archive.read(name) for name in archive.namelist()]
    singly = [pick(own, "#this", "application/fits")]
    singly += [link for link in own if link["local_semantics"] in ("other-arm", "other-form")]
    assert contents == [get(link["access_url"]) for link in singly], "not the files that are linked"
    print(f"zipfile: {len(contents)} spectra in one file, as they are linked")


def product(row, own, folder):
    """The spectrum read by astropy and specutils, and held against the frame it was cut from."""
    did = row["obs_publisher_did"]
    body = get(pick(own, "#this", "application/fits")["access_url"])
    path = pathlib.Path(folder) / "spectrum.fits"
    path.write_bytes(body)
    with fits.open(path, checksum=True) as hdus:
        hdus.verify("exception")
        flux, table, header = hdus[0].data.copy(), hdus["SPECTRUM"].data.copy(), hdus[0].header
    assert header["DS_IDPUB"] == did

    frame = get(pick(own, "#progenitor", "application/fits")["access_url"])
    with fits.open(io.BytesIO(frame)) as original:
        at = row["fibre"] - 1
        assert original["FIBRES"].data["NAME"][at].strip() == row["target_name"]
        np.testing.assert_array_equal(flux, original[0].data[at].astype("f4"))
        sigma = np.sqrt(original["VARIANCE"].data[at])
        good = table["mask"] == 0
        np.testing.assert_allclose(table["uncertainty"][good], sigma[good], rtol=1e-6)
    np.testing.assert_array_equal(table["flux"], flux)

    read = Spectrum1D.read(path, format="wcs1d-fits")
    np.testing.assert_array_equal(read.flux.value, flux)
    np.testing.assert_allclose(read.spectral_axis.to_value("Angstrom"), table["wavelength"], rtol=1e-12)

    document = parse(io.BytesIO(get(row.getdataurl()))).get_first_table().to_table()
    np.testing.assert_array_equal(np.ma.filled(document["flux"], np.nan), flux)
    np.testing.assert_allclose(document["wavelength"], table["wavelength"], rtol=1e-15)
    print(f"astropy, specutils: {row['arm']} arm of {row['target_name']} equals fibre {row['fibre']} of its frame")


def sky(row, own):
    """The sky that was subtracted, as astropy and specutils read it here and in the frame."""
    body = get(next(l for l in own if l["local_semantics"] == "sky")["access_url"])
    frame = get(pick(own, "#progenitor", "application/fits")["access_url"])
    with fits.open(io.BytesIO(body), checksum=True) as hdus, fits.open(io.BytesIO(frame)) as original:
        hdus.verify("exception")
        subtracted = np.atleast_2d(original["SKY"].data)
        at = row["fibre"] - 1 if len(subtracted) > 1 else 0
        np.testing.assert_array_equal(hdus[0].data, subtracted[at].astype("f4"))
        header = hdus[0].header
        assert header["PARENT1"] == row["obs_publisher_did"] and header["SODA1"] == "COMPONENT=SKY"
        assert header["TITLE"].startswith("Sky subtracted from "), header["TITLE"]
        read = Spectrum1D.read(hdus, format="wcs1d-fits")
    science = Spectrum1D.read(io.BytesIO(get(pick(own, "#this", "application/fits")["access_url"])), format="wcs1d-fits")
    np.testing.assert_array_equal(read.spectral_axis, science.spectral_axis)
    assert read.uncertainty is None
    print(f"astropy, specutils: the sky of {row['target_name']}, {row['arm']} arm, equals that of its frame")


def previews(row, own):
    """The plot and the thumbnail, in the sizes that their links tell."""
    for semantics, size in (("#preview", (800, 400)), ("#thumbnail", (160, 80))):
        with Image.open(io.BytesIO(get(pick(own, semantics, "image/png")["access_url"]))) as picture:
            picture.load()
            colours = picture.convert("RGB").getcolors(picture.width * picture.height)
        assert picture.format == "PNG" and picture.size == size, (picture.format, picture.size)
        assert 3 < len(colours) <= 16, f"{len(colours)} colours"
    print(f"PIL: plot and thumbnail of {row['target_name']}, {row['arm']} arm")


def as_service(base, rows):
    """The form that FORMAT=fits promises, and the answer for a name nobody has."""
    fits_rows = pyvo.dal.SSAService(f"{base}/vo/ssa/query").search(
        TARGETNAME=rows[0]["target_name"], format="fits"
    )
    for row in fits_rows:
        assert row.getdataurl().endswith("RESPONSEFORMAT=fits")
        with fits.open(io.BytesIO(get(row.getdataurl()))) as hdus:
            assert hdus["SPECTRUM"].columns.names[:2] == ["wavelength", "flux"]
    print(f"pyvo: FORMAT=fits gives {len(fits_rows)} files that open")


def post(url, body):
    request = urllib.request.Request(url, "\n".join(body).encode(), {"Content-Type": "text/plain"})
    with urllib.request.urlopen(request, timeout=60) as answer:
        return answer.read()


def bulk(rows):
    """All spectra in one request, in the order asked for, beside the single files."""
    data = rows[0].getdataurl().split("/vo/slink")[0]
    asked = [row["obs_publisher_did"] for row in rows][::-1] + ["ivo://no.such/thing?at/all"]
    with fits.open(io.BytesIO(post(f"{data}/vo/spectra?RESPONSEFORMAT=fits", asked))) as hdus:
        hdus.verify("exception")
        spectra, missing = hdus["SPECTRA"].data, hdus["MISSING"].data
        assert list(spectra["id"]) == asked[:-1] and list(missing["id"]) == asked[-1:]
        document = parse(io.BytesIO(post(f"{data}/vo/spectra", asked))).get_first_table().array
        tar = tarfile.open(fileobj=io.BytesIO(post(f"{data}/vo/spectra?RESPONSEFORMAT=tar", asked)))
        files = tar.getmembers()
        assert files[-1].name == "missing.txt" and len(files) == len(asked)
        for row, cells, file, did in zip(spectra, document, files, asked):
            single = get(f"{data}/vo/slink?RESPONSEFORMAT=fits&ID={urllib.parse.quote(did, safe='')}")
            assert tar.extractfile(file).read() == single
            with fits.open(io.BytesIO(single)) as one:
                table = one["SPECTRUM"].data
                for column, own in (("wavelength", "wavelength"), ("flux", "flux"), ("error", "uncertainty")):
                    np.testing.assert_array_equal(row[column], table[own])
                    np.testing.assert_array_equal(np.ma.filled(cells[column], np.nan), table[own])
    print(f"astropy: {len(spectra)} spectra in one request as FITS, VOTable and tar equal the single files")
    on_grid(data, rows)
    by_query(data, rows)


def on_grid(data, rows):
    """All on one grid in vacuum: as many pixels each, and the numbers of the service's own rebin."""
    grid = "3800 8800 2.5"
    asked = [row["obs_publisher_did"] for row in rows]
    answer = post(f"{data}/vo/spectra?RESPONSEFORMAT=fits&GRID={urllib.parse.quote(grid)}", asked)
    with fits.open(io.BytesIO(answer)) as hdus:
        spectra = hdus["SPECTRA"].data
        assert spectra["flux"].shape == (len(rows), 2001) and set(spectra["spectral_medium"]) == {"vacuum"}
        np.testing.assert_allclose(spectra["wavelength"], np.tile(np.arange(3800, 8801, 2.5), (len(rows), 1)), rtol=1e-14)
        for row, cells in zip(rows, spectra):
            single = parse(io.BytesIO(row.processed(MEDIUM="VACUUM", REBIN=grid).read())).get_first_table().to_table()
            for column in ("flux", "error", "quality"):
                np.testing.assert_array_equal(cells[column], np.ma.filled(single[column].astype(float), np.nan))
            assert 100 < np.isfinite(cells["flux"]).sum() < 2001, "spectra of one arm do not fill the grid"
    print(f"astropy: {len(rows)} spectra on one grid equal what SODA makes of each")


def by_query(data, rows):
    """What the service asks the search itself is what pyvo found; an overflow and a refusal are told."""

    def ask(query):
        form = urllib.parse.urlencode({"QUERY": query, "RESPONSEFORMAT": "fits"}).encode()
        with urllib.request.urlopen(urllib.request.Request(f"{data}/vo/spectra", form), timeout=60) as answer:
            with fits.open(io.BytesIO(answer.read())) as hdus:
                return list(hdus["SPECTRA"].data["obs_publisher_did"]), hdus["MISSING"].data.tolist()

    name = urllib.parse.urlencode({"TARGETNAME": rows[0]["target_name"]})
    wanted = [row["obs_publisher_did"] for row in rows]
    found, missing = ask(name)
    assert sorted(found) == sorted(wanted) and not missing, (found, wanted, missing)
    found, missing = ask(name + "&MAXREC=1")
    assert len(found) == 1 and missing[0][0] == "QUERY" and "more than these 1" in missing[0][1], missing
    try:
        raise AssertionError(ask("POS=ten,twenty"))
    except urllib.error.HTTPError as refusal:
        text = refusal.read().decode()
        assert refusal.code == 400 and "the search says: POS: 'ten,twenty'" in text, text
    print(f"astropy: {len(wanted)} spectra by a query that the service itself sends to the search")


def by_object(rows):
    """Data Central's form finds the spectra of a target by its name, arm by arm."""
    data = rows[0].getdataurl().split("/vo/slink")[0]
    for row in rows:
        index = sum(r["band_name"] == row["band_name"] and r["t_min"] < row["t_min"] for r in rows)
        query = {"ID": row["target_name"], "DR": row["obs_collection"], "IDX": index, "FILT": row["band_name"]}
        asked = f"{data}/vo/slink/links?{urllib.parse.urlencode(query)}"
        with fits.open(io.BytesIO(get(asked + "&RESPONSEFORMAT=fits"))) as hdus:
            assert hdus[0].header["DS_IDPUB"] == row["obs_publisher_did"]
        links = parse(io.BytesIO(get(asked + "&RESPONSEFORMAT=datalink"))).get_first_table().to_table()
        assert "#this" in links["semantics"] and set(links["ID"]) == {row["obs_publisher_did"]}
    print(f"Data Central's form: {len(rows)} spectra of {rows[0]['target_name']} by name and band")


def rebinned(row, whole):
    """The service's rebin against specutils', on a grid inside of the spectrum, over good pixels."""
    good = np.asarray(whole["quality"]) == 0
    wave, flux = np.asarray(whole["wavelength"]), np.ma.filled(whole["flux"], np.nan)
    density = flux / np.gradient(wave)
    grid = np.linspace(wave[100], wave[-100], 300)
    expected = FluxConservingResampler()(
        Spectrum1D(spectral_axis=wave * units.AA, flux=np.where(good, density, 0) * units.count / units.AA),
        grid * units.AA,
    ).flux.value * (grid[1] - grid[0])
    step = f"{float(grid[0])!r} {float(grid[-1])!r} {float(grid[1] - grid[0])!r}"
    table = parse(io.BytesIO(row.processed(REBIN=step).read())).get_first_table().to_table()
    found, n = np.ma.filled(table["flux"], np.nan), min(len(table), len(grid))
    whole_pixels = np.asarray(table["quality"])[:n] == 0
    assert row["o_unit"] == "count" and whole_pixels.sum() > 250, (row["o_unit"], whole_pixels.sum())
    np.testing.assert_allclose(found[:n][whole_pixels], expected[:n][whole_pixels], rtol=1e-4, atol=1e-3)
    print(f"specutils: {whole_pixels.sum()} rebinned pixels agree")


def cutout(row):
    """A part of the spectrum by its SSA row, and at rest by the URL: pyvo finds the service itself."""
    whole = parse(io.BytesIO(get(row.getdataurl()))).get_first_table().to_table()
    middle = row["em_midpoint"]
    body = row.processed(band=(middle - 1e-8, middle + 1e-8) * units.m).read()
    part = parse(io.BytesIO(body)).get_first_table().to_table()
    assert 2 < len(part) < len(whole), (len(part), len(whole))
    inside = np.isin(whole["wavelength"], part["wavelength"])
    np.testing.assert_array_equal(np.ma.filled(part["flux"], np.nan), np.ma.filled(whole["flux"][inside], np.nan))
    rest = row.processed(FRAME="REST", REDSHIFT=0.1, MEDIUM="VACUUM", FORMAT="fits").read()
    with fits.open(io.BytesIO(rest), checksum=True) as hdus:
        assert hdus[0].header["SPECSYS"] == "SOURCE" and hdus[0].header["PARENT1"] == row["obs_publisher_did"]
    rebinned(row, whole)
    print(f"pyvo: processed() gives {len(part)} of {len(whole)} pixels, and the spectrum at rest")


def lint(folder, name, command, body, ignored=()):
    document = pathlib.Path(folder) / f"{name}.xml"
    document.write_bytes(body)
    found = subprocess.run(
        ["stilts", *command, f"votable={document}"], capture_output=True, text=True, timeout=120, check=False
    )
    lines = [line for line in (found.stdout + found.stderr).splitlines() if line.strip()]
    if command[0] == "datalinklint":
        assert lines and lines[-1].startswith("Totals:"), f"datalinklint did not end: {lines}"
        lines = [line for line in lines if line.startswith(("E-", "W-", "F-"))]
    for line in lines:
        print(f"  {line}")
    passed = [line for line in lines if any(words in line for words in ignored)]
    print(f"stilts {command[0]}: {name}, {len(lines)} complaints" + (f", {len(passed)} of them known" if passed else ""))
    return len(lines) - len(passed)


def lints(base, rows, folder):
    ask = f"{base}/vo/ssa/query?REQUEST=queryData"
    did = urllib.parse.quote(rows[0]["obs_publisher_did"], safe="")
    other = urllib.parse.quote(rows[-1]["obs_publisher_did"], safe="")
    slink = rows[0].getdataurl()
    data = slink.split("/vo/slink")[0]
    answers = {
        "search": f"{ask}&MAXREC=500",
        "metadata": f"{base}/vo/ssa/query?FORMAT=METADATA",
        "error": f"{ask}&POS=ten,twenty",
        "overflow": f"{ask}&MAXREC=1",
        "empty": f"{ask}&TARGETNAME=nobody-has-this-name",
        "slink": slink,
        "soda": f"{data}/vo/soda/sync?ID={did}&SMOOTH=BOX%203&NORMALISE=MEDIAN",
        "links": f"{data}/vo/datalink/links?ID={did}&ID={other}",
        "links-of-nothing": f"{data}/vo/datalink/links",
        "links-not-found": f"{data}/vo/datalink/links?ID=ivo%3A%2F%2Fno.such%2Fthing",
    }
    votlint = ["votlint", "ucd=true", "unit=true", "version=1.4"]
    # These terms joined the vocabulary datalink/core after the copy inside Debian's STILTS.
    newer = [
        f"Unknown predicate '{term}' from core"
        for term in ("coderived", "counterpart", "detached-header", "package", "thumbnail")
    ]
    complaints = 0
    for name, url in answers.items():
        body = get(url)
        complaints += lint(folder, name, votlint, body)
        if name.startswith("links"):
            complaints += lint(folder, name, ["datalinklint", "format=text", "report=EWF", "maxrepeat=10000"], body, newer)
    assert complaints == 0, f"{complaints} complaints of stilts"


def main():
    base = sys.argv[1].rstrip("/")
    service = pyvo.dal.SSAService(f"{base}/vo/ssa/query")
    rows = search(service)
    as_sia2(base, rows)
    found = links(rows)
    with tempfile.TemporaryDirectory() as folder:
        for row in rows:
            product(row, found[row["obs_publisher_did"]], folder)
            sky(row, found[row["obs_publisher_did"]])
            previews(row, found[row["obs_publisher_did"]])
            package(found[row["obs_publisher_did"]])
            cutout(row)
        as_service(base, rows)
        bulk(rows)
        by_object(rows)
        lints(base, rows, folder)


if __name__ == "__main__":
    main()
