#!/usr/bin/env python3
"""When was this 2dFGRS galaxy observed, and what did it look like? In the style of scripts for Data Central.

    dc_script_2dfgrs.py BASE_URL PICTURE [NAME]

A plain URL asks SSA by name and release, access_url gives the simplified FITS, its header TMID the time, its one image
with a linear WCS the spectrum: nothing but HOST differs from a script for datacentral.org.au. BASE_URL is the SSA
service's address, http://127.0.0.1:8080 in the demo. Needs requests, astropy and matplotlib.
"""
import argparse
import io

import matplotlib
import numpy as np
import requests
from astropy.io import fits
from astropy.io.votable import parse_single_table
from astropy.time import Time

matplotlib.use("Agg")
import matplotlib.pyplot as plt  # noqa: E402


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("host", help="address of the SSA service")
    parser.add_argument("picture", nargs="?", default="dc_script_2dfgrs.png", help="where the plot goes")
    parser.add_argument("name", nargs="?", default="TGS436Z001", help="name in 2dFGRS")
    options = parser.parse_args()

    query = {"REQUEST": "queryData", "TARGETNAME": options.name, "COLLECTION": "2dfgrs_fdr"}
    answer = requests.get(f"{options.host}/vo/ssa/query", params=query, timeout=60)
    answer.raise_for_status()
    rows = parse_single_table(io.BytesIO(answer.content)).to_table(use_names_over_ids=True)
    if len(rows) == 0:
        raise SystemExit(f"no spectrum of {options.name} in 2dfgrs_fdr")

    figure, panels = plt.subplots(len(rows), sharex=True, squeeze=False, figsize=(9.6, 1 + 2.2 * len(rows)), layout="constrained")
    for panel, row in zip(panels[:, 0], sorted(rows, key=lambda row: row["t_midpoint"])):
        product = requests.get(f"{row['access_url']}&RESPONSEFORMAT=fits", timeout=60)
        product.raise_for_status()
        with fits.open(io.BytesIO(product.content)) as hdus:
            header, flux, sigma = hdus[0].header, hdus[0].data, hdus["SIGMA"].data
        pixel = np.arange(1, header["NAXIS1"] + 1)
        wavelength = header["CRVAL1"] + (pixel - header["CRPIX1"]) * header["CDELT1"]
        observed = Time(header["TMID"], format="mjd")
        redshift = f"z = {header['Z']:.4f}" if "Z" in header else "no redshift"
        print(f"{header['OBJECT']}  TMID {header['TMID']:.5f} ({observed.to_value('iso', subfmt='date_hm')})  "
              f"{header['WMIN'].strip()} to {header['WMAX'].strip()} Å  {redshift}")
        panel.fill_between(wavelength, flux - sigma, flux + sigma, color="#2166ac", alpha=0.25, linewidth=0, label="± 1σ")
        panel.plot(wavelength, flux, color="#2166ac", linewidth=0.6, label="flux")
        low, high = np.nanpercentile(flux, [0.5, 99.5])
        panel.set_ylim(low - 0.2 * (high - low), high + 0.2 * (high - low))
        panel.axhline(0, color="0.7", linewidth=0.6, zorder=0)
        panel.set_title(f"{header['OBJECT']}, {observed.to_value('iso', subfmt='date_hm')} UTC, {redshift}", loc="left")
        panel.set_ylabel(f"flux ({header['BUNIT']})")
    panels[0, 0].legend(frameon=False, loc="upper right", ncols=2)
    panels[-1, 0].set_xlabel(f"wavelength in {header['AIRORVAC']} (Å)")
    figure.savefig(options.picture, dpi=110)
    print(f"plotted into {options.picture}")


if __name__ == "__main__":
    main()
