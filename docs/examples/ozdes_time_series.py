#!/usr/bin/env python3
"""How does my target change from night to night? All epochs of an OzDES target, below their co-add.

    ozdes_time_series.py SSA_URL PICTURE [--target NAME] [--band 3800 4700] [--redshift Z]

The band is in ångström at rest if there is a redshift, from the catalogue or by --redshift, and as observed otherwise.
Epochs of a faint target are mostly noise: SODA puts them at rest and on wide pixels, with sigma, before they travel.
Needs pyvo, astropy and matplotlib.
"""
import argparse
import io
from urllib.parse import urljoin

import matplotlib
import numpy as np
import pyvo
import requests
from astropy.io import fits
from astropy.time import Time

matplotlib.use("Agg")
import matplotlib.pyplot as plt  # noqa: E402


def find(service, target, band, redshift):
    """Rows whose coverage meets the band, the co-add first, then by time; and the redshift that was used."""
    rows = service.search(TARGETNAME=target, COLLECTION="ozdes")
    known = np.ma.filled(rows["redshift"].astype(float), np.nan) if len(rows) else np.array([np.nan])
    if redshift is None and np.isfinite(known).any():
        redshift = float(np.nanmedian(known))
    at_rest = np.isfinite(known).any() and np.isclose(redshift, np.nanmedian(known))
    low, high = (edge * 1e-10 * (1 if at_rest or not redshift else 1 + redshift) for edge in band)
    rows = service.search(TARGETNAME=target, COLLECTION="ozdes", **{"BANDREST" if at_rest else "BAND": f"{low}/{high}"})
    if len(rows) == 0:
        raise SystemExit(f"no OzDES spectrum of {target} has {band[0]:g} to {band[1]:g} Å")
    return sorted(rows, key=lambda row: (row["dataproduct_subtype"] != "combined", row["t_midpoint"])), redshift


def binned(row, band, redshift, width):
    """Table of wavelength (Å), flux, sigma and mask on pixels of that width."""
    scale = 1 + (redshift or 0)
    query = {"ID": row["obs_publisher_did"], "FORMAT": "fits", "REBIN": f"{band[0]} {band[1]} {width}"}
    query["BAND"] = f"{(band[0] - width) * scale * 1e-10} {(band[1] + width) * scale * 1e-10}"
    if redshift is not None:
        query |= {"FRAME": "REST", "REDSHIFT": redshift}
    answer = requests.get(urljoin(row.getdataurl(), "/vo/soda/sync"), params=query, timeout=60)
    if answer.status_code != 200:
        raise SystemExit(f"{row['obs_publisher_did']}: {answer.text}")
    return fits.open(io.BytesIO(answer.content))["SPECTRUM"].data


def plot(rows, tables, options, redshift):
    """One panel below the other, all with one scale of flux: a change shows where sigmas do not overlap."""
    plt.rcParams.update({"font.size": 10, "axes.spines.top": False, "axes.spines.right": False})
    figure, panels = plt.subplots(
        len(rows), sharex=True, sharey=True, squeeze=False, figsize=(9.6, 1 + 1.3 * len(rows)), layout="constrained"
    )
    epochs = iter(plt.cm.viridis(np.linspace(0, 0.85, max(1, len(rows) - 1))))
    for panel, row, table in zip(panels[:, 0], rows, tables):
        combined = row["dataproduct_subtype"] == "combined"
        good = (table["mask"] & 1 == 0) & np.isfinite(table["flux"]) & np.isfinite(table["uncertainty"])
        colour = "black" if combined else next(epochs)
        panel.errorbar(*(table[name][good] for name in ("wavelength", "flux", "uncertainty")), fmt=".", color=colour,
                       markersize=3, elinewidth=0.8)
        panel.step(table["wavelength"][good], table["flux"][good], where="mid", color=colour, linewidth=0.8)
        panel.axhline(0, color="0.7", linewidth=0.6, zorder=0)
        when = Time(row["t_midpoint"], format="mjd").to_value("iso", subfmt="date_hm")
        kind = f"co-add of {row['t_xel']}" if combined else f"MJD {row['t_midpoint']:.3f}, {when} UTC"
        panel.set_title(f"{kind}, {row['t_exptime']:.0f} s", loc="left", fontsize=9, pad=2)
    # A cosmic ray must not set the scale.
    panel.set_ylim(*np.nanpercentile(np.concatenate([table["flux"] for table in tables]), [0.2, 99.7]) * 1.2)
    panels[-1, 0].set_xlabel(f"wavelength in air, {'as observed' if redshift is None else f'at rest, z = {redshift:.4f}'} (Å)")
    figure.supylabel(f"flux ± 1σ ({rows[0]['o_unit']})", fontsize=10)
    figure.suptitle(f"{rows[0]['target_name']}, OzDES, pixels of {options.bin:g} Å", fontsize=11, x=0.01, ha="left")
    figure.savefig(options.picture, dpi=110)


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("ssa", help="SSA URL of the archive")
    parser.add_argument("picture", nargs="?", default="ozdes_time_series.png", help="where the plot goes")
    parser.add_argument("--target", default="VOC2063111m593559", help="name in OzDES")
    parser.add_argument("--band", nargs=2, type=float, default=(3800, 4700), metavar=("LOW", "HIGH"), help="Å")
    parser.add_argument("--redshift", type=float, help="in place of the catalogue's")
    parser.add_argument("--bin", type=float, default=15, help="width of pixels, Å")
    options = parser.parse_args()

    rows, redshift = find(pyvo.dal.SSAService(options.ssa), options.target, options.band, options.redshift)
    print(f"{len(rows)} spectra of {options.target}; " + (
        f"at rest by z = {redshift:.4f}" if redshift is not None else "no redshift in the catalogue: wavelengths as observed"))
    tables = [binned(row, options.band, redshift, options.bin) for row in rows]
    for row, table in zip(rows, tables):
        signal = np.nanmedian(table["flux"] / table["uncertainty"])
        print(f"{row['dataproduct_subtype']:<9} MJD {row['t_midpoint']:.4f}  S/N {signal:.1f} per {options.bin:g} Å")
    plot(rows, tables, options, redshift)
    print(f"plotted into {options.picture}")


if __name__ == "__main__":
    main()
