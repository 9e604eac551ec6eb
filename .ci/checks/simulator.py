#!/usr/bin/python3
"""Reads simulated frames with specutils' Data Central AAOmega loader, which knows nothing of us.

usage: simulator.py [FOLDER]      frames as FrameWriterTest leaves them (deploy/standalone/target/simulated)
needs: python3-specutils, and the CSV of the truth beside the blue frame
"""
import csv
import pathlib
import subprocess
import sys
import warnings

import numpy as np
from astropy.io import fits
from astropy.utils.exceptions import AstropyWarning
from specutils import SpectrumList
from specutils.io.default_loaders.aaomega_2df import identify_aaomega

warnings.simplefilter("ignore", AstropyWarning)
# Å, first and last pixel of the low-resolution setup of either arm, to 30 Å.
RANGES = {"BL": (3740, 5860), "RD": (5645, 8855)}


def check(frame, truth):
    assert identify_aaomega("read", str(frame)), "specutils does not take it for AAOmega"
    spectra = SpectrumList.read(str(frame), format="Data Central AAOmega")
    purposes = [spectrum.meta["purpose"] for spectrum in spectra]
    wanted = [row for row in truth if row["type"] in "PS"]
    assert len(spectra) == len(wanted), f"{len(spectra)} spectra, {len(wanted)} P and S fibres"
    assert purposes.count("sky") == sum(row["type"] == "S" for row in truth)
    for spectrum, row in zip(spectra, wanted):
        header = spectrum.meta["header"]
        assert header["OBJECT"].strip() == row["name"]
        assert abs(header["RA"] - float(row["ra_deg"])) < 1e-6
        assert abs(header["DEC"] - float(row["dec_deg"])) < 1e-6
        first, last = spectrum.spectral_axis[[0, -1]].to_value("Angstrom")
        low, high = RANGES[header["SPECTID"].strip()]
        assert abs(first - low) < 30 and abs(last - high) < 30, (first, last)
        good = np.isfinite(spectrum.flux.value)
        assert good.sum() > 1900 and (spectrum.uncertainty.array[good] > 0).all()
    with fits.open(frame) as hdus:
        hdus.verify("exception")
    report = subprocess.run(["fitsverify", "-e", str(frame)], capture_output=True, text=True, check=False)
    assert report.returncode == 0, report.stdout + report.stderr
    print(f"{frame.name}: {purposes.count('reduced')} programme and {purposes.count('sky')} sky spectra")


def main():
    folder = pathlib.Path(sys.argv[1] if len(sys.argv) > 1 else "deploy/standalone/target/simulated")
    frames = sorted(folder.rglob("*red.fits"))
    tables = sorted(folder.rglob("*truth.csv"))
    if len(frames) < 2 or not tables:
        sys.exit(f"no simulated frames in {folder}: run FrameWriterTest first")
    with open(tables[0], newline="") as file:
        truth = list(csv.DictReader(file))
    for frame in frames:
        check(frame, truth)


main()
