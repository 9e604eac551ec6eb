"""Reads the answers of the datalink service with astropy, specutils and pyvo.

The two forms of a spectrum, VOTable and FITS, must hold the same numbers; units must be
understood; pyvo must find the links.
"""

import os
import sys
import warnings

import astropy.units as u
import numpy as np
from astropy.io import votable
from astropy.io.fits import open as open_fits
from PIL import Image
from pyvo.dal.adhoc import DatalinkResults
from specutils import Spectrum1D


def spectrum(folder, name):
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        # astropy calls Angstrom and erg deprecated in VOUnits; both are still legal there.
        warnings.filterwarnings("ignore", message=".*has been deprecated in the VOUnit.*")
        document = votable.parse(os.path.join(folder, name + ".xml"))
    table = document.get_first_table()
    fields = {field.name: field for field in table.fields}
    rows = table.to_table()
    with open_fits(os.path.join(folder, name + ".fits")) as hdus:
        product = hdus["SPECTRUM"].data
        np.testing.assert_array_equal(rows["wavelength"], product["wavelength"])
        np.testing.assert_array_equal(np.ma.filled(rows["flux"], np.nan), product["flux"])
        if "error" in fields:
            np.testing.assert_array_equal(
                np.ma.filled(rows["error"], np.nan), product["uncertainty"])
        np.testing.assert_array_equal(rows["quality"], product["mask"])
        unit = u.Unit(hdus["PRIMARY"].header["BUNIT"])
    assert fields["wavelength"].unit == u.AA
    assert u.isclose(1 * fields["flux"].unit, 1 * unit), (fields["flux"].unit, unit)
    read = Spectrum1D.read(os.path.join(folder, name + ".fits"))
    assert read.flux.shape == (300,), read.flux.shape
    print("astropy and specutils:", name, "with flux in", unit)


def sky(folder):
    """The sky that was subtracted, against the file that it is taken from."""
    with open_fits("testkit/src/main/resources/fixtures/aaomega/emlLinearSkyAirHelio.fits") as hdus:
        expected = hdus["SKY"].data.astype("f4")
    with open_fits(os.path.join(folder, "soda-sky.fits"), checksum=True) as hdus:
        np.testing.assert_array_equal(hdus[0].data, expected)
        assert [hdu.name for hdu in hdus] == ["PRIMARY", "MASK", "SPECTRUM"]
        np.testing.assert_array_equal(hdus["MASK"].data, np.isnan(expected))
    read = Spectrum1D.read(os.path.join(folder, "soda-sky.fits"))
    np.testing.assert_array_equal(read.flux.value, expected)
    # Where the night sky shines brightest, to a pixel of 1.04 Angstrom.
    brightest = read.spectral_axis[np.nanargmax(expected)].to_value("Angstrom")
    assert abs(brightest - 5577.34) < 1.04, brightest
    print("astropy and specutils: the sky equals that of the original, in", read.flux.unit)


def links(folder, name, wanted):
    document = votable.parse(os.path.join(folder, name + ".xml"))
    found = DatalinkResults(document)
    semantics = [row.semantics for row in found]
    for term in wanted:
        assert term in semantics, (term, semantics)
    files = [row for row in found if not row["error_message"] and not row["service_def"]]
    lengths = [row.content_length for row in files]
    assert all(length > 0 for length in lengths), lengths
    print("pyvo:", name, len(found), "links")


def pictures(folder):
    found = 0
    for name in sorted(os.listdir(folder)):
        if name.endswith(".png"):
            with Image.open(os.path.join(folder, name)) as picture:
                picture.load()
            size = "x".join(map(str, picture.size))
            assert name.endswith(f"-{size}.png"), (name, size)
            assert len(set(picture.convert("L").getdata())) > 3, f"{name} is empty"
            found += 1
    assert found, "no pictures"
    print("PIL:", found, "pictures")


def main(folder):
    for name in ("spectrum-blue", "spectrum-red", "spectrum-log"):
        spectrum(folder, name)
    links(folder, "links-blue", ["#this", "#error", "#progenitor", "#detached-header", "#cutout",
                                 "#preview", "#thumbnail", "#package", "#coderived"])
    links(folder, "links-several", ["#this"])
    links(folder, "links-sky", ["#coderived"])
    sky(folder)
    pictures(folder)


main(sys.argv[1])
