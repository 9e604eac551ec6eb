"""Reads bulk answers with astropy: tables hold the numbers of the single files, in the order asked for.

usage: bulk.py FOLDER     with bulk-{equal,ragged,grid}.{fits,vot} and spectrum-{log,red,blue}.fits
"""

import os
import sys
import warnings

import numpy as np
from astropy.io import fits, votable

warnings.simplefilter("ignore")


def single(folder, name):
    """Columns of the single file, the errors as NaN where there are none."""
    with fits.open(os.path.join(folder, "spectrum-" + name + ".fits")) as hdus:
        table = hdus["SPECTRUM"].data
        columns = {"wavelength": table["wavelength"], "flux": table["flux"], "quality": table["mask"]}
        names = table.names
        columns["error"] = table["uncertainty"] if "uncertainty" in names else None
        return {key: None if value is None else np.array(value) for key, value in columns.items()}


def same(row, wanted, blank):
    for key in ("wavelength", "flux", "quality"):
        np.testing.assert_array_equal(np.ma.filled(row[key], blank(key)), wanted[key])
    error = np.ma.filled(row["error"], np.nan)
    if wanted["error"] is None:
        assert np.isnan(error).all(), error
    else:
        np.testing.assert_array_equal(error, wanted["error"])


def nan(key):
    return 0 if key == "quality" else np.nan


def on_grid(folder):
    """Equal vectors, those of a shorter spectrum too, on one grid in vacuum."""
    grid = np.linspace(3600, 6299.1, 3000)
    with fits.open(os.path.join(folder, "bulk-grid.fits")) as hdus:
        hdus.verify("exception")
        assert hdus["SPECTRA"].header["GRID"] == "3600 6300 0.9"
        rows = hdus["SPECTRA"].data
        assert rows["flux"].shape == (3, len(rows["flux"][0])) and set(rows["spectral_medium"]) == {"vacuum"}
        for row in rows:
            np.testing.assert_allclose(row["wavelength"][:3000], grid, rtol=1e-12)
            np.testing.assert_array_equal(np.isnan(row["flux"]), (row["quality"] & 1) == 1)
        cells = votable.parse(os.path.join(folder, "bulk-grid.vot")).get_first_table().array
        for column in ("wavelength", "flux", "quality"):
            for row, cell in zip(rows, cells):
                np.testing.assert_array_equal(np.ma.filled(cell[column], nan(column)), row[column])
    print("astropy: bulk on one grid as FITS and VOTable:", rows["flux"].shape)


def main(folder):
    names = {"equal": ["log", "red", "blue", "red"], "ragged": ["log", None, "red", "blue", "red"]}
    for kind, order in names.items():
        with fits.open(os.path.join(folder, "bulk-" + kind + ".fits")) as hdus:
            rows, missing = hdus["SPECTRA"].data, hdus["MISSING"].data
            assert len(rows) == len(order) and len(missing) == 4, (len(rows), len(missing))
            for row, name in zip(rows, order):
                assert row["em_xel"] == (300 if name else 150) == len(row["flux"])
                if name:
                    same(row, single(folder, name), nan)
            assert "withdrawn" in missing["reason"][3] and "cube" in missing["reason"][1]
        document = votable.parse(os.path.join(folder, "bulk-" + kind + ".vot"))
        spectra, absent = (table.array for table in document.iter_tables())
        assert len(spectra) == len(order) and len(absent) == 4
        for row, name in zip(spectra, order):
            if name:
                same(row, single(folder, name), nan)
        if kind == "ragged":
            assert spectra["target_name"][1] == "Barnard's star", spectra["target_name"][1]
        print("astropy: bulk", kind, "as FITS and VOTable:", len(order), "spectra,", len(absent), "missing")
    on_grid(folder)


main(sys.argv[1])
