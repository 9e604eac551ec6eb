#!/usr/bin/env python3
"""Which spectra are there at my many positions, and what do they look like? Two requests for all of them.

    gama_positions.py SSA_URL PICTURE [--positions FILE] [--radius ARCSEC] [--collection NAME]

FILE is any table that astropy reads with columns ra and dec in degrees. All positions go into one search of DAP (POS
may be repeated there), all spectra found come in one FITS file of /vo/spectra. Needs pyvo, astropy and matplotlib.
"""
import argparse
import io
from urllib.parse import urljoin

import matplotlib
import numpy as np
import requests
from astropy import units as u
from astropy.coordinates import SkyCoord
from astropy.io.votable import parse_single_table
from astropy.table import Table

matplotlib.use("Agg")
import matplotlib.pyplot as plt  # noqa: E402

POSITIONS = Table(  # four galaxies of GAMA DR2, and a place where it has none
    [[185.72246, 215.55256, 139.35922, 175.13278, 180.0], [1.24132, -0.59853, 0.57335, -0.24957, 1.5]], names=("ra", "dec"))


def find(ssa, places, radius, collection):
    """The spectra within a radius (arcsec) of any of the places."""
    circles = [f"CIRCLE {place.ra.deg} {place.dec.deg} {radius / 3600}" for place in places]
    query = {"POS": circles, "COLLECTION": collection, "DPTYPE": "spectrum", "MAXREC": 100000}
    answer = requests.post(urljoin(ssa, "/vo/dap/query"), data=query, timeout=120)
    answer.raise_for_status()
    return parse_single_table(io.BytesIO(answer.content)).to_table(use_names_over_ids=True)


def fetch(rows):
    """All spectra of the rows, in their order."""
    answer = requests.post(
        urljoin(rows["access_url"][0], "/vo/spectra?RESPONSEFORMAT=fits"),
        data="\n".join(rows["obs_publisher_did"]), headers={"Content-Type": "text/plain"}, timeout=600)
    answer.raise_for_status()
    return Table.read(io.BytesIO(answer.content), hdu="SPECTRA")


def draw(panel, spectrum):
    good = (spectrum["quality"] == 0) & np.isfinite(spectrum["flux"])
    flux = np.where(good, spectrum["flux"], np.nan)
    sigma = np.where(good, spectrum["error"], np.nan)
    # Spectra of different units share a panel: each over its median.
    scale = np.nanmedian(flux)
    label = f"z {spectrum['redshift']:.4f}, {spectrum['spectral_medium'].strip()}, {spectrum['o_unit'].strip()}"
    line, = panel.plot(spectrum["wavelength"], flux / scale, linewidth=0.5, label=label)
    band = (flux - sigma) / scale, (flux + sigma) / scale
    panel.fill_between(spectrum["wavelength"], *band, color=line.get_color(), alpha=0.2, linewidth=0)
    low, high = np.nanpercentile(flux / scale, [0.5, 99.7])
    bottom, top = panel.get_ylim() if len(panel.lines) > 1 else (low, high)
    panel.set_ylim(min(bottom, low), max(top, 1.15 * high))


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("ssa", help="SSA URL of the archive")
    parser.add_argument("picture", nargs="?", default="gama_positions.png", help="where the plot goes")
    parser.add_argument("--positions", help="table with ra and dec in degrees")
    parser.add_argument("--radius", type=float, default=2, help="arcsec")
    parser.add_argument("--collection", default="gama_dr2", help="survey and release")
    options = parser.parse_args()

    positions = Table.read(options.positions) if options.positions else POSITIONS
    places = SkyCoord(positions["ra"], positions["dec"], unit="deg")
    rows = find(options.ssa, places, options.radius, options.collection)
    if len(rows) == 0:
        raise SystemExit(f"no spectra within {options.radius:g} arcsec of {len(places)} positions")
    spectra = fetch(rows)
    print(f"{len(places)} positions, {len(rows)} spectra, {sum(spectra['em_xel'])} pixels")

    plt.rcParams.update({"font.size": 9, "axes.spines.top": False, "axes.spines.right": False})
    at = SkyCoord(spectra["s_ra"], spectra["s_dec"], unit="deg")
    near = [np.flatnonzero(place.separation(at) < options.radius * u.arcsec) for place in places]
    figure, panels = plt.subplots(len(places), sharex=True, squeeze=False, figsize=(9.6, 1 + 1.6 * len(places)), layout="constrained")
    for panel, place, found in zip(panels[:, 0], places, near):
        name = ", ".join(sorted({name.strip() for name in spectra["target_name"][found]})) or "nothing there"
        print(f"{place.to_string('decimal', precision=5)}  {len(found)}  {name}")
        panel.set_title(f"{place.to_string('decimal', precision=5)}: {name}", loc="left", fontsize=9)
        for spectrum in spectra[found]:
            draw(panel, spectrum)
        if len(found):
            panel.legend(frameon=False, fontsize=8, loc="lower right", bbox_to_anchor=(1, 0.97), ncols=3,
                         handlelength=1, columnspacing=1)
        else:
            panel.set_yticks([])
    panels[-1, 0].set_xlabel("wavelength, as published (Å)")
    figure.supylabel("flux over its median, ± 1σ", fontsize=9)
    figure.savefig(options.picture, dpi=110)
    print(f"plotted into {options.picture}")


if __name__ == "__main__":
    main()
