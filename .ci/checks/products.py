"""Reads simplified-spectrum products with astropy and specutils and compares what they say.

Argument: the folder that org.pawprint.core.fits.ProductFiles has filled. The numbers expected are
those of its SampleProduct: flux 1 + i/1000 at pixel i with pixel 3 blank, sigma a tenth of it.
"""

import glob
import os
import sys
import warnings

import numpy as np
from astropy.io import fits
from specutils import Spectrum1D

AXES = {
    "linear": lambda i: 7222.5 + (i + 1 - 2443) * 1.03278,
    "log": lambda i: 10 ** (3.5787 + i * 0.0001),
    "tabulated": lambda i: 3700 + 1.03 * i + 1e-5 * i * i,
}
NOT_FOR_TABLE_READERS = ("counts", "nounit")


def structure(path):
    """Checksums, names and numbers; any warning of astropy is a failure."""
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        with fits.open(path, checksum=True, memmap=False) as hdus:
            hdus.verify("exception")
            assert all("CHECKSUM" in hdu.header and "DATASUM" in hdu.header for hdu in hdus)
            names = [hdu.name for hdu in hdus]
            assert names[0] == "PRIMARY" and {"SPECTRUM", "MASK"} < set(names), names
            table = hdus["SPECTRUM"].data
            pixel = np.arange(len(table))
            wavelength = AXES[os.path.basename(path).split("-")[0]](pixel)
            flux = (1 + pixel.astype("f4") / np.float32(1000)).astype("f4")
            flux[3] = np.nan
            np.testing.assert_allclose(table["wavelength"], wavelength, rtol=1e-14)
            np.testing.assert_array_equal(table["flux"], flux)
            np.testing.assert_array_equal(hdus[0].data, flux)
            np.testing.assert_array_equal(hdus["MASK"].data, np.where(pixel == 3, 1, 0))
            np.testing.assert_array_equal(table["mask"], hdus["MASK"].data)
            has_sigma = "nosigma" not in path and "nounit" not in path
            assert ("SIGMA" in names) == has_sigma == ("uncertainty" in table.names)
            if has_sigma:
                np.testing.assert_array_equal(hdus["SIGMA"].data, flux / np.float32(10))
            return table.copy(), names


def same_axis(spectrum, table):
    np.testing.assert_allclose(
        spectrum.spectral_axis.to_value("Angstrom"), table["wavelength"], rtol=1e-12
    )


def readers(path, table, names):
    by_wcs = Spectrum1D.read(path, format="wcs1d-fits")
    np.testing.assert_array_equal(by_wcs.flux.value, table["flux"])
    if "tabulated" in path:
        assert str(by_wcs.spectral_axis.unit) == "pix", by_wcs.spectral_axis.unit
    else:
        same_axis(by_wcs, table)
    guessed = Spectrum1D.read(path)
    if any(kind in path for kind in NOT_FOR_TABLE_READERS):
        assert names[-1] == "SPECTRUM"
        same_axis(guessed, table)
        return "wcs1d-fits"
    assert names[1] == "SPECTRUM"
    for spectrum in (guessed, Spectrum1D.read(path, format="tabular-fits")):
        same_axis(spectrum, table)
        np.testing.assert_array_equal(spectrum.flux.value, table["flux"])
        assert (spectrum.uncertainty is not None) == ("uncertainty" in table.names)
        if spectrum.uncertainty is not None:
            np.testing.assert_array_equal(spectrum.uncertainty.array, table["uncertainty"])
    return "wcs1d-fits and tabular-fits"


def main(folder):
    paths = sorted(glob.glob(os.path.join(folder, "*.fits")))
    assert paths, "no products in " + folder
    for path in paths:
        table, names = structure(path)
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            read_by = readers(path, table, names)
        print("astropy and specutils:", os.path.basename(path), "read by", read_by)


main(sys.argv[1])
