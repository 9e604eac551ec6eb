#!/usr/bin/env python3
"""Follow a field: find a spectrum published seconds ago and plot both of its arms.

    follow_field.py http://127.0.0.1:8080/vo/ssa/query                         the best of the last ten minutes
    follow_field.py http://127.0.0.1:8080/vo/ssa/query --target S001234567     this target, whenever it was observed

Needs pyvo, astropy and matplotlib. Nothing here is particular to Pawprint: discovery is the IVOA's
Simple Spectral Access, the way to the files is DataLink, the files are FITS.
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
            if other is not None or time.monotonic() > end:
                return rows, [link for link in (own, other) if link is not None]
        elif time.monotonic() > end:
            raise SystemExit("nothing found; try --since or --target")
        time.sleep(1)


def read(link):
    """Header and table (wavelength in Å, flux, sigma, mask) of a spectrum."""
    with fits.open(link["access_url"], cache=False) as hdus:
        return hdus[0].header, hdus["SPECTRUM"].data


def running_median(values, width):
    """Median of the good pixels around each pixel: the eye's line through the noise."""
    padded = np.pad(values, width // 2, constant_values=np.nan)
    windows = np.lib.stride_tricks.sliding_window_view(padded, width)
    with np.errstate(all="ignore"):
        return np.nanmedian(windows, axis=1)


def plot(arms, row, path):
    plt.rcParams.update({"font.size": 10, "axes.spines.top": False, "axes.spines.right": False})
    figure, axes = plt.subplots(figsize=(9.6, 4.4), layout="constrained")
    tops, bottoms = [], []
    for arm, unit, data in arms:
        good = (data["mask"] == 0) & np.isfinite(data["flux"])
        wavelength = data["wavelength"]
        flux = np.where(good, data["flux"], np.nan)
        sigma = np.where(good, data["uncertainty"], np.nan)
        colour = COLOURS.get(arm, "0.2")
        axes.fill_between(
            wavelength, flux - sigma, flux + sigma, color=colour, alpha=0.22, linewidth=0, label=f"{arm}: ±1 σ"
        )
        axes.plot(wavelength, flux, color=colour, linewidth=0.6, label=f"{arm}: flux")
        smooth = running_median(flux, 9)
        tops.append(np.nanpercentile(smooth, 99.7))
        bottoms.append(np.nanpercentile(smooth, 0.5))
    top, bottom = max(tops), min(0, min(bottoms))
    axes.set_ylim(bottom - 0.06 * (top - bottom), top + 0.15 * (top - bottom))
    axes.margins(x=0.01)
    axes.axhline(0, color="0.7", linewidth=0.6, zorder=0)
    axes.set_xlabel("wavelength, air, as reduced (Å)")
    axes.set_ylabel(f"flux ({unit})")
    axes.set_title(
        f"{row['target_name']}   {row['instrument_name']}   RA {row.ra:.5f}  Dec {row.dec:+.5f}", loc="left"
    )
    axes.legend(ncol=4, frameon=False, fontsize=9, loc="upper right")
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
        arm = header["BAND"].lower()
        arms.append((arm, header["BUNIT"], data))
        print(f"{link.semantics:<11} {len(data)} pixels, {data['wavelength'][0]:.0f} to {data['wavelength'][-1]:.0f} Å: {link.description}")
    arms.sort(key=lambda arm: arm[2]["wavelength"][0])
    plot([arms[0]] + arms[1:], row, options.picture)
    print(f"plotted into {options.picture}")


if __name__ == "__main__":
    main()
