"""Writes targets.fits and targets.vot beside this file, with astropy; the values are made up.

Three stars, the last without redshift (NaN) and with a velocity that says "none" (-9999).
"""

from pathlib import Path

import numpy as np
from astropy.table import Table

here = Path(__file__).parent
table = Table()
table["sobject_id"] = np.array([140305003201001, 140305003201002, 140305003201003])
table["star_ra"] = np.array([35.5, 36.25, 359.75])
table["star_dec"] = np.array([-28.75, -29.5, 0.125])
table["zred"] = np.array([0.25, 0.5, np.nan], dtype=np.float32)
table["vel"] = np.array([-12.5, 30.0, -9999.0])
table["flags"] = np.array([[1, 2], [3, 4], [5, 6]], dtype=np.int32)
table["star_ra"].unit = "deg"
table["star_dec"].unit = "deg"
table["vel"].unit = "km s-1"
table.write(here / "targets.fits", overwrite=True)
table["star_ra"].meta["ucd"] = "pos.eq.ra;meta.main"
table["star_dec"].meta["ucd"] = "pos.eq.dec;meta.main"
table["sobject_id"].meta["ucd"] = "meta.id;meta.main"
table["zred"].meta["ucd"] = "src.redshift"
table["vel"].meta["ucd"] = "spect.dopplerVeloc"
table.write(here / "targets.vot", format="votable", tabledata_format="binary2", overwrite=True)
