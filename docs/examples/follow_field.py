#!/usr/bin/env python3
"""Follow a field: find a spectrum published seconds ago and plot both of its arms.

    follow_field.py SSA_URL                 the best spectrum published in the last ten minutes
    follow_field.py SSA_URL --target NAME   this target, whenever it was published

Needs pyvo, astropy and matplotlib. Finding is the IVOA's Simple Spectral Access, the way to the files
is DataLink, the files are FITS with a table of wavelength, flux, mask and, where the survey has errors,
uncertainty. A spectrum that is no arm of another is plotted alone.
"""
import argparse
import datetime
import sys
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
    """The FITS files of a row: its own and those of other arms, if there are any."""
    own, others = [], []
    for link in row.getdatalink():
        if link.semantics == "#this" and link.content_type == "application/fits":
            own.append(link)
        elif link.semantics == "#coderived" and link["local_semantics"] == "other-arm":
            others.append(link)
    return own[:1], others


def find_arms(service, target, since, patience):
    """The second arm may be on its way while the first is here already; what is neither blue nor red has none to wait for."""
    end = time.monotonic() + patience
    told = False
    while True:
        rows = find(service, target, since)
        if rows:
            own, others = follow(rows[0])
            complete = others or rows[0]["arm"] not in COLOURS
            if complete or time.monotonic() > end:
                return rows, own + others
            if not told:
                print(f"waiting up to {patience:g} s for the arm beside {rows[0]['arm']}", file=sys.stderr)
                told = True
        elif time.monotonic() > end:
            raise SystemExit("nothing found; try --since or --target")
        time.sleep(1)


def read(link):
    """Header and table (wavelength in Å, flux, mask, and sigma if the file has errors) of a spectrum."""
    with fits.open(link["access_url"], cache=False) as hdus:
        return hdus[0].header, hdus["SPECTRUM"].data


def plot(arms, row, path):
    """Flux with its ±1 σ band above, σ alone below; masked pixels are gaps. Without errors there is neither band nor σ."""
    plt.rcParams.update({"font.size": 10, "axes.spines.top": False, "axes.spines.right": False})
    has_errors = any("uncertainty" in data.names for _, data in arms)
    figure, panels = plt.subplots(
        1 + has_errors, sharex=True, squeeze=False, figsize=(9.6, 5), height_ratios=(4, 1)[:1 + has_errors], layout="constrained"
    )
    above, limits, largest = panels[0, 0], [], []
    for header, data in arms:
        arm, unit = header.get("BAND"), header.get("BUNIT", "no unit")
        good = (data["mask"] == 0) & np.isfinite(data["flux"])
        if not good.any():
            print(f"{arm or 'the spectrum'}: no good pixel, not plotted")
            continue
        flux = np.where(good, data["flux"], np.nan)
        wavelength, colour = data["wavelength"], COLOURS.get(arm, "0.2")
        label = f"{arm} arm" if arm in COLOURS else arm or "flux"
        if "uncertainty" in data.names:
            sigma = np.where(good, data["uncertainty"], np.nan)
            above.fill_between(wavelength, flux - sigma, flux + sigma, color=colour, alpha=0.25, linewidth=0)
            panels[1, 0].plot(wavelength, sigma, color=colour, linewidth=0.6)
            largest.append(np.nanpercentile(sigma, 99.5))
        else:
            label += ", without errors"
        above.plot(wavelength, flux, color=colour, linewidth=0.6, label=label)
        # A cosmic ray must not set the scale.
        limits.append(np.nanpercentile(flux, [0.5, 99.95]))
    if not limits:
        raise SystemExit("nothing to plot")
    bottom, top = min(0, np.min(limits)), np.max(limits)
    above.set_ylim(bottom - 0.05 * (top - bottom), top + 0.1 * (top - bottom))
    above.axhline(0, color="0.7", linewidth=0.6, zorder=0)
    above.margins(x=0.01)
    above.set_ylabel(f"flux{' ± σ' if has_errors else ''} ({unit})")
    above.legend(frameon=False, loc="upper left")
    where = f"RA {row.ra:.5f}°, Dec {row.dec:+.5f}°"
    above.set_title(f"{row['target_name']}, {where}, {row['instrument_name']}", loc="left")
    if has_errors:
        panels[1, 0].set_ylim(0, 1.1 * max(largest))
        panels[1, 0].set_ylabel(f"σ ({unit})")
    panels[-1, 0].set_xlabel(f"wavelength in {header['AIRORVAC']}, as reduced (Å)")
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
    rows, links = find_arms(service, options.target, options.since, options.patience)
    row = rows[0]
    print(f"{len(rows)} spectra; the best is {row['target_name']}, S/N {row['em_snr']:.1f} per pixel, arm {row['arm'] or 'not told'}")

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
