#!/usr/bin/env python3
"""Follow a field: find a spectrum published seconds ago and plot both of its arms.

    follow_field.py SSA_URL                 the best spectrum published in the last ten minutes
    follow_field.py SSA_URL --target NAME   this target, whenever it was published

Needs pyvo, astropy and matplotlib. Finding is the IVOA's Simple Spectral Access, the way to the files
is DataLink, the files are FITS with a table of wavelength, flux, uncertainty and mask.
"""
import argparse
import datetime
import time

import matplotlib
import numpy as np
import pyvo
from astropy.io import fits

matplotlib.use("Agg")
import matplotlib.pyplot as plt  # noqa: E402

COLOURS = {"blue": "#2166ac", "red": "#b2182b"}


def find(service, target, since):
    """Rows of the search, the highest signal to noise first."""
    if target:
        rows = service.search(TARGETNAME=target)
    else:
        # MTIME is when a spectrum came into the catalogue, not when it was observed.
        rows = service.search(MTIME=since + "/", MAXREC=5000)
    rows = [row for row in rows if not row["deleted"]]
    return sorted(rows, key=lambda row: -np.nan_to_num(row["em_snr"]))


def follow(row):
    """The FITS files of a row: its own and, if there is one, that of the other arm."""
    own = other = None
    for link in row.getdatalink():
        if link.semantics == "#this" and link.content_type == "application/fits":
            own = link
        elif link.semantics == "#coderived" and link["local_semantics"] == "other-arm":
            other = link
    return own, other


def find_both_arms(service, target, since, patience):
    """The second arm may be on its way while the first is here already."""
    end = time.monotonic() + patience
    while True:
        rows = find(service, target, since)
        if rows:
            own, other = follow(rows[0])
            complete = other is not None or rows[0]["arm"] not in COLOURS
            if complete or time.monotonic() > end:
                return rows, [link for link in (own, other) if link is not None]
        elif time.monotonic() > end:
            raise SystemExit("nothing found; try --since or --target")
        time.sleep(1)


def read(link):
    """Header and table (wavelength in Å, flux, sigma, mask) of a spectrum."""
    with fits.open(link["access_url"], cache=False) as hdus:
        return hdus[0].header, hdus["SPECTRUM"].data


def plot(arms, row, path):
    """Flux with its ±1 σ band above, σ alone below; masked pixels are gaps."""
    plt.rcParams.update({"font.size": 10, "axes.spines.top": False, "axes.spines.right": False})
    figure, (above, below) = plt.subplots(
        2, sharex=True, figsize=(9.6, 5), height_ratios=(4, 1), layout="constrained"
    )
    limits = []
    for header, data in arms:
        arm, unit = header.get("BAND", "only"), header.get("BUNIT", "no unit")
        good = (data["mask"] == 0) & np.isfinite(data["flux"])
        flux, sigma = (np.where(good, data[name], np.nan) for name in ("flux", "uncertainty"))
        wavelength, colour = data["wavelength"], COLOURS.get(arm, "0.2")
        above.fill_between(wavelength, flux - sigma, flux + sigma, color=colour, alpha=0.25, linewidth=0)
        above.plot(wavelength, flux, color=colour, linewidth=0.6, label=f"{arm} arm")
        below.plot(wavelength, sigma, color=colour, linewidth=0.6)
        # A cosmic ray must not set the scale.
        limits.append(np.nanpercentile(flux, [0.5, 99.95]))
    bottom, top = min(0, np.min(limits)), np.max(limits)
    above.set_ylim(bottom - 0.05 * (top - bottom), top + 0.1 * (top - bottom))
    above.axhline(0, color="0.7", linewidth=0.6, zorder=0)
    above.margins(x=0.01)
    above.set_ylabel(f"flux ± σ ({unit})")
    above.legend(frameon=False, loc="upper left")
    where = f"RA {row.ra:.5f}°, Dec {row.dec:+.5f}°"
    above.set_title(f"{row['target_name']}, {where}, {row['instrument_name']}", loc="left")
    below.set_ylim(0, 1.1 * max(np.nanpercentile(data["uncertainty"], 99.5) for _, data in arms))
    below.set_ylabel(f"σ ({unit})")
    below.set_xlabel(f"wavelength in {header['AIRORVAC']}, as reduced (Å)")
    figure.align_ylabels()
    figure.savefig(path, dpi=110)


def main():
    ten_minutes_ago = datetime.datetime.utcnow() - datetime.timedelta(minutes=10)
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("ssa", help="SSA URL of the archive")
    parser.add_argument("picture", nargs="?", default="follow_field.png", help="where the plot goes")
    parser.add_argument("--target", help="name of the target")
    parser.add_argument("--since", default=ten_minutes_ago.isoformat(timespec="seconds"), help="published since, UTC")
    parser.add_argument("--patience", type=float, default=60, help="seconds to wait for the second arm")
    options = parser.parse_args()

    service = pyvo.dal.SSAService(options.ssa)
    rows, links = find_both_arms(service, options.target, options.since, options.patience)
    row = rows[0]
    print(f"{len(rows)} spectra; the best is {row['target_name']}, S/N {row['em_snr']:.1f} per pixel, arm {row['arm']}")

    arms = []
    for link in links:
        header, data = read(link)
        arms.append((header, data))
        first, last = data["wavelength"][[0, -1]]
        print(f"{link.semantics:<11} {len(data)} pixels, {first:.0f} to {last:.0f} Å: {link.description}")
    arms.sort(key=lambda arm: arm[1]["wavelength"][0])
    plot(arms, row, options.picture)
    print(f"plotted into {options.picture}")


if __name__ == "__main__":
    main()
