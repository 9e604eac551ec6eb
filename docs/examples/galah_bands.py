#!/usr/bin/env python3
"""What do the four bands of my GALAH stars look like? Combined and normalised spectra by sobject_id.

    galah_bands.py BASE_URL PICTURE [SOBJECT_ID[:RELEASE] ...]

Written as scripts for Data Central are: /vo/slink/links with ID, DR, IDX and FILT, where only the host is another.
BASE_URL is the address of the datalink service, http://127.0.0.1:8081 in the demo. Several stars
share the panels; what the archive does not have is said. Needs requests, astropy and matplotlib.
"""
import argparse
import io

import matplotlib
import numpy as np
import requests
from astropy.io import fits

matplotlib.use("Agg")
import matplotlib.pyplot as plt  # noqa: E402

STARS = ["170407005201267:galah_dr3", "151008001601044:galah_dr3", "210115000101001:galah_dr4"]
BANDS = {"B": "#2166ac", "V": "#1b7837", "R": "#b2182b", "I": "#762a83"}


def spectrum(base, star, release, band, index):
    """Header and table (wavelength in Å, flux, sigma, mask), or nothing and the service's words where there is none."""
    query = {"ID": star, "DR": release, "IDX": index, "FILT": band, "RESPONSEFORMAT": "fits"}
    answer = requests.get(f"{base}/vo/slink/links", params=query, timeout=60)
    if answer.status_code in (400, 404):
        return None, answer.text.strip()
    answer.raise_for_status()
    with fits.open(io.BytesIO(answer.content)) as hdus:
        return hdus[0].header, hdus["SPECTRUM"].data


def draw(panel, header, table, colour):
    """Flux with its error behind; gives the limits of this spectrum."""
    good = (table["mask"] == 0) & np.isfinite(table["flux"])
    flux = np.where(good, table["flux"], np.nan)
    if "uncertainty" in table.names:
        sigma = np.where(good, table["uncertainty"], np.nan)
        panel.fill_between(table["wavelength"], flux - sigma, flux + sigma, color=colour, alpha=0.3, linewidth=0)
    panel.plot(table["wavelength"], flux, color=colour, linewidth=0.4, label=f"{header['OBJECT']}, {header['SPECSYS'].lower()}")
    return np.nanpercentile(flux, [0.3, 99.7])


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("base", help="address of the datalink service")
    parser.add_argument("picture", nargs="?", default="galah_bands.png", help="where the plot goes")
    parser.add_argument("stars", nargs="*", default=STARS, help="sobject_id, and the release behind a colon")
    options = parser.parse_args()

    plt.rcParams.update({"font.size": 8, "axes.spines.top": False, "axes.spines.right": False})
    figure, panels = plt.subplots(2, 4, figsize=(14, 6), layout="constrained")
    had = 0
    for column, (band, colour) in zip(panels.T, BANDS.items()):
        for index, (panel, kind) in enumerate(zip(column, ("normalised", "combined"))):
            limits = []
            for name in options.stars:
                star, _, release = name.partition(":")
                header, table = spectrum(options.base, star, release or "galah_dr3", band, index)
                if header is None:
                    print(f"{star} {band} {kind:<10} none: {table}")
                    continue
                print(f"{star} {band} {kind:<10} {header['WMIN'].strip()} to {header['WMAX'].strip()} Å, {len(table)} pixels")
                limits.append(draw(panel, header, table, colour))
                panel.set_xlabel(f"wavelength in {header['AIRORVAC']} (Å)")
                panel.set_ylabel("flux / continuum" if kind == "normalised" else f"flux ± 1σ ({header['BUNIT']})")
            panel.set_title(f"{band}, {kind}", loc="left")
            if limits:
                low, high = np.min(limits), np.max(limits)
                panel.set_ylim(low - 0.25 * (high - low), high + 0.15 * (high - low))
                panel.legend(frameon=False, loc="lower left", handlelength=1)
            else:
                panel.text(0.5, 0.5, "not in this archive", ha="center", color="0.5", transform=panel.transAxes)
                panel.set(xticks=[], yticks=[])
            had += len(limits)
    if not had:
        raise SystemExit("none of these stars is here")
    figure.savefig(options.picture, dpi=110)
    print(f"{had} spectra plotted into {options.picture}")


if __name__ == "__main__":
    main()
