#!/usr/bin/env python3
"""Which WiggleZ galaxies lie in this range of redshift, and are their redshifts believable? Lines marked on each.

    wigglez.py SSA_URL PICTURE [--redshift 0.3 0.5] [--pixel 4]

The search is by redshift instead of a query of the survey's catalogue; SODA widens the pixels so that the lines of a
faint galaxy stand out of the noise. Needs pyvo, astropy and matplotlib.
"""
import argparse
import io
from urllib.parse import urljoin

import matplotlib
import numpy as np
import pyvo
import requests
from astropy.io import fits

matplotlib.use("Agg")
import matplotlib.pyplot as plt  # noqa: E402

LINES = {"[O II]": 3727.4, "Hγ": 4340.5, "Hβ": 4861.3, "[O III]": 5006.8, "Hα": 6562.8}  # Å, air
DOUBTED = 256  # the bit of quality_flags where the survey itself doubts its redshift
MOST = 6


def widened(row, pixel):
    """Table of wavelength (Å), flux, sigma and mask."""
    query = {"ID": row["obs_publisher_did"], "REBIN": f"{pixel:g}", "FORMAT": "fits"}
    answer = requests.get(urljoin(row.getdataurl(), "/vo/soda/sync"), params=query, timeout=60)
    if answer.status_code != 200:
        raise SystemExit(f"{row['obs_publisher_did']}: {answer.text}")
    return fits.open(io.BytesIO(answer.content))["SPECTRUM"].data


def draw(panel, row, table):
    good = (table["mask"] & 1 == 0) & np.isfinite(table["flux"])
    flux, sigma = (np.where(good, table[name], np.nan) for name in ("flux", "uncertainty"))
    wavelength, blue = table["wavelength"], "#2166ac"
    panel.fill_between(wavelength, flux - sigma, flux + sigma, step="mid", color=blue, alpha=0.25, linewidth=0, label="± 1σ")
    panel.step(wavelength, flux, where="mid", color=blue, linewidth=0.7, label="flux")
    low, high = np.nanpercentile(flux, [0.5, 99.5])
    panel.set_ylim(low - 0.1 * (high - low), high + 0.35 * (high - low))
    for line, at_rest in LINES.items():
        at = at_rest * (1 + row["redshift"])
        if wavelength[0] < at < wavelength[-1]:
            panel.axvline(at, color="#b2182b", linewidth=0.6, linestyle=":")
            panel.text(at, 0.98, line, transform=panel.get_xaxis_transform(), va="top", ha="right", fontsize=8, rotation=90)
    panel.axhline(0, color="0.7", linewidth=0.6, zorder=0)
    doubt = ", doubted by the survey" if int(row["quality_flags"]) & DOUBTED else ""
    panel.set_title(f"{row['target_name']}, z = {row['redshift']:.4f}{doubt}", loc="left", fontsize=10)
    panel.set_ylabel(f"flux ({row['o_unit']})")


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("ssa", help="SSA URL of the archive")
    parser.add_argument("picture", nargs="?", default="wigglez.png", help="where the plot goes")
    parser.add_argument("--redshift", nargs=2, type=float, default=(0.3, 0.5), metavar=("LOW", "HIGH"))
    parser.add_argument("--pixel", type=float, default=4, help="Å")
    options = parser.parse_args()

    low, high = options.redshift
    rows = pyvo.dal.SSAService(options.ssa).search(COLLECTION="wigglez", REDSHIFT=f"{low}/{high}", MAXREC=1000)
    # SSA lets unknown values meet a constraint.
    rows = [row for row in rows if np.isfinite(row["redshift"])]
    if not rows:
        raise SystemExit(f"no WiggleZ galaxy between z = {low:g} and {high:g}")
    rows.sort(key=lambda row: (int(row["quality_flags"]) & DOUBTED, -np.nan_to_num(row["em_snr"])))
    print(f"{len(rows)} spectra; the best {min(MOST, len(rows))} are plotted")

    figure, panels = plt.subplots(len(rows[:MOST]), squeeze=False, figsize=(10, 1 + 2.6 * len(rows[:MOST])), layout="constrained")
    for panel, row in zip(panels[:, 0], rows):
        doubt = "doubted" if int(row["quality_flags"]) & DOUBTED else "good"
        print(f"{row['target_name']}  z {row['redshift']:.4f} ({doubt})  S/N {row['em_snr']:.1f}")
        draw(panel, row, widened(row, options.pixel))
    panels[0, 0].legend(frameon=False, loc="upper left", ncols=2)
    panels[-1, 0].set_xlabel(f"wavelength in {rows[0]['spectral_medium']}, as observed (Å), pixels of {options.pixel:g} Å")
    figure.savefig(options.picture, dpi=110)
    print(f"plotted into {options.picture}")


if __name__ == "__main__":
    main()
