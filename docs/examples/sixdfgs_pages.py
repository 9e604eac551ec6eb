#!/usr/bin/env python3
"""What do the spectra of my list of 6dFGS galaxies look like? A PDF with a page for each name.

    sixdfgs_pages.py SSA_URL PICTURE.pdf [NAME ...]

A page has the V, R and VR spectra of all observations and a picture of the sky. All names travel in one search.
Needs pyvo, astropy and matplotlib.
"""
import argparse

import matplotlib
import numpy as np
import pyvo
from astropy.io import fits
from matplotlib.backends.backend_pdf import PdfPages

matplotlib.use("Agg")
import matplotlib.pyplot as plt  # noqa: E402

NAMES = ["g2359555-392832", "N-00030"]
COLOURS = {"V": "#2166ac", "R": "#b2182b", "VR": "0.2"}
FEATURES = {"Ca H, K": 3951, "Hβ": 4861, "[O III]": 5007, "Mg b": 5175, "Na D": 5893, "Hα": 6563}  # Å, air


def sky_picture(panel, row):
    """Stands in for a picture of the sky: draws the fibre only. With a network, put a cut-out here, e.g. of CDS hips2fits."""
    panel.add_patch(plt.Circle((0, 0), 6.7 / 2, fill=False, color="#b2182b"))
    panel.text(0, 22, "no image: stand-in for\na cut-out of a sky survey", ha="center", fontsize=8, color="0.5")
    panel.set(xlim=(30, -30), ylim=(-30, 30), aspect="equal", facecolor="0.95")
    panel.set(xlabel="Δα cos δ (arcsec)", ylabel="Δδ (arcsec)")
    panel.set_title(f"RA {row.ra:.5f}°, Dec {row.dec:+.5f}°\ncircle: fibre of 6.7″", fontsize=9)


def read(row):
    """Table of wavelength (Å), flux, sigma and mask, by the row's DataLink."""
    links = [link for link in row.getdatalink() if link.semantics == "#this" and link.content_type == "application/fits"]
    with fits.open(links[0]["access_url"], cache=False) as hdus:
        return hdus["SPECTRUM"].data


def page(name, rows):
    """The bands from top to bottom, their observations over one another, features at the redshift marked."""
    bands = [band for band in COLOURS if band in {row["band_name"] for row in rows}]
    figure = plt.figure(figsize=(11.7, 8.3), layout="constrained")
    grid = figure.add_gridspec(len(bands), 2, width_ratios=(3, 1))
    sky_picture(figure.add_subplot(grid[0, 1]), rows[0])
    known = [row["redshift"] for row in rows if np.isfinite(row["redshift"])]
    figure.suptitle(f"{name}   " + (f"z = {known[0]:.4f}" if known else "no redshift"), x=0.01, ha="left")
    for i, band in enumerate(bands):
        panel = figure.add_subplot(grid[i, 0])
        of_band = sorted((row for row in rows if row["band_name"] == band), key=lambda row: row["t_midpoint"])
        limits = []
        for shade, row in zip(np.linspace(1, 0.5, len(of_band)), of_band):
            table = read(row)
            good = (table["mask"] == 0) & np.isfinite(table["flux"])
            has_errors = "uncertainty" in table.names
            flux = np.where(good, table["flux"], np.nan)
            sigma = np.where(good, table["uncertainty"], np.nan) if has_errors else 0 * flux
            when = f"MJD {row['t_midpoint']:.2f}" if np.isfinite(row["t_midpoint"]) else "time not told"
            label = f"{band}, {when}" + ("" if has_errors else ", the file has no errors")
            panel.fill_between(table["wavelength"], flux - sigma, flux + sigma, color=COLOURS[band], alpha=0.15, linewidth=0)
            panel.plot(table["wavelength"], flux, color=COLOURS[band], alpha=shade, linewidth=0.7, label=label)
            limits.append(np.nanpercentile(flux, [0.3, 99.7]))
        low, high = np.min(limits), np.max(limits)
        panel.set_ylim(low - 0.1 * (high - low), high + 0.3 * (high - low))
        for feature, at_rest in FEATURES.items() if known else ():
            at = at_rest * (1 + known[0])
            if table["wavelength"][0] < at < table["wavelength"][-1]:
                panel.axvline(at, color="0.8", linewidth=0.6, zorder=0)
                panel.text(at, 0.98, feature, transform=panel.get_xaxis_transform(), va="top", ha="right", fontsize=7, rotation=90)
        panel.set(xlabel="wavelength in air, as observed (Å)", ylabel=f"flux ± 1σ ({of_band[0]['o_unit']})")
        panel.legend(frameon=False, loc="lower right", bbox_to_anchor=(1, 0.98), ncols=3, fontsize=8)
        panel.margins(x=0.01)
    return figure


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("ssa", help="SSA URL of the archive")
    parser.add_argument("picture", nargs="?", default="sixdfgs_pages.pdf", help="where the pages go")
    parser.add_argument("names", nargs="*", default=NAMES, help="names in 6dFGS")
    options = parser.parse_args()

    rows = pyvo.dal.SSAService(options.ssa).search(TARGETNAME=",".join(options.names), COLLECTION="6dfgs", MAXREC=10000)
    with PdfPages(options.picture, keep_empty=False) as pages:
        for name in options.names:
            own = [row for row in rows if row["target_name"] == name]
            print(f"{name:<18} {len(own)} spectra: " + (", ".join(sorted(row["band_name"] for row in own)) or "none"))
            if own:
                pages.savefig(page(name, own))
                plt.close()
        written = pages.get_pagecount()
    if written == 0:
        raise SystemExit("none of these names is in 6dFGS here")
    print(f"{written} pages in {options.picture}")


if __name__ == "__main__":
    main()
