#!/usr/bin/env python3
"""Writes fk4.csv: places in FK4 B1950 and the same in ICRS, by astropy 5.2.

Usage: fk4.py > fk4.csv. Columns: B1950 RA and Dec in degree, Julian year of the place's epoch,
ICRS RA and Dec in degree. No code of Pawprint is involved.
"""
import astropy.units as u
from astropy.coordinates import FK4, SkyCoord
from astropy.time import Time

# The first is OBSRA, OBSDEC of 2dFGRS object 1, in radian there.
PLACES = [
    (2.9820833, -32.5481944), (0, 0), (0, 90), (0, -90), (359.9999, 12.5), (90, 66.5),
    (180, -66.5), (270, 27.1), (121.3, -89.9), (300.7, 89.9), (213.25, 1.5), (45, -45),
]
EPOCHS = ["B1950", "J1980.0", "J2001.7"]

for ra, dec in PLACES:
    for epoch in EPOCHS:
        date = Time(epoch)
        place = SkyCoord(ra * u.deg, dec * u.deg, frame=FK4(equinox="B1950", obstime=date))
        icrs = place.transform_to("icrs")
        print(f"{ra},{dec},{date.jyear!r},{icrs.ra.deg!r},{icrs.dec.deg!r}")
