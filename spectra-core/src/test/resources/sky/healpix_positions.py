"""Writes healpix_positions.csv: positions and their nested HEALPix numbers by astropy_healpix.

    /usr/bin/python3 healpix_positions.py > healpix_positions.csv

Random positions have a fixed seed; the last group lies on borders of faces, where two cells share
the point and either number is right.
"""
import numpy as np
import astropy.units as u
from astropy_healpix import HEALPix

rng = np.random.default_rng(20040506)
rows = []
for _ in range(60):
    rows.append(("random", rng.uniform(0, 360), np.degrees(np.arcsin(rng.uniform(-1, 1)))))
for _ in range(10):
    rows.append(("near_pole", rng.uniform(0, 360), 90 - 10 ** rng.uniform(-7, -1)))
    rows.append(("near_pole", rng.uniform(0, 360), -90 + 10 ** rng.uniform(-7, -1)))
for ra in (1e-9, 359.999999999, 89.9999999, 90.0000001, 179.999999, 270.000001):
    for dec in (-60.3, -12.0, 33.0, 71.7):
        rows.append(("near_edge", ra, dec))
for dec in (90.0, -90.0):
    for ra in (0.0, 123.0):
        rows.append(("border", ra, dec))
for ra in (0.0, 45.0, 90.0, 135.0, 180.0, 225.0, 270.0, 315.0):
    for dec in (0.0, np.degrees(np.arcsin(2 / 3)), -np.degrees(np.arcsin(2 / 3)), 60.0, -60.0):
        rows.append(("border", ra, dec))

orders = (0, 3, 12, 29)
print("kind,ra_deg,dec_deg," + ",".join(f"order{k}" for k in orders))
for kind, ra, dec in rows:
    cells = [
        int(HEALPix(nside=2**k, order="nested").lonlat_to_healpix(ra * u.deg, dec * u.deg))
        for k in orders
    ]
    print(f"{kind},{float(ra)!r},{float(dec)!r}," + ",".join(map(str, cells)))
