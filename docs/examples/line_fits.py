#!/usr/bin/env python3
"""How strong are the emission lines of my galaxy, and do they agree with its redshift? Gaussian fits at rest.

    line_fits.py SSA_URL PICTURE [--target NAME] [--collection NAME]

SODA gives the spectrum at rest by the catalogue's redshift, after the motion of the Earth where the survey has left
it in; each line is fitted with a Gaussian on a straight continuum, weighted by sigma. Needs pyvo, astropy, scipy and matplotlib.
"""
import argparse
import io
from urllib.parse import urljoin

import matplotlib
import numpy as np
import pyvo
import requests
from astropy.io import fits
from astropy.modeling import fitting, models

matplotlib.use("Agg")
import matplotlib.pyplot as plt  # noqa: E402

# Wavelengths in air, Å. Narrow windows, so that a neighbour stays outside.
LINES = {"Hβ": (4861.33, 25), "[O III]": (5006.84, 25), "Hα": (6562.80, 11), "[N II]": (6583.45, 10), "[S II]": (6716.44, 7.5)}
LIGHT = 299792.458  # km/s


def at_rest(row):
    """Wavelength (Å), flux and sigma of the good pixels."""
    query = {"ID": row["obs_publisher_did"], "FRAME": "REST", "MEDIUM": "AIR", "FORMAT": "fits"}
    if row["specsys"] == "TOPOCENT" and np.isfinite(row["t_midpoint"]):
        query["SPECSYS"] = "HELIOCEN"
    answer = requests.get(urljoin(row.getdataurl(), "/vo/soda/sync"), params=query, timeout=60)
    if answer.status_code != 200:
        raise SystemExit(f"{row['obs_publisher_did']}: {answer.text}")
    table = fits.open(io.BytesIO(answer.content))["SPECTRUM"].data
    good = (table["mask"] == 0) & np.isfinite(table["flux"]) & (table["uncertainty"] > 0)
    return [np.asarray(table[name][good], float) for name in ("wavelength", "flux", "uncertainty")]


def fit(wavelength, flux, sigma, centre, half):
    """The model, and line flux, FWHM (Å) and velocity (km/s) with one sigma each."""
    near = np.abs(wavelength - centre) < half
    if near.sum() < 8:
        return None
    x, y = wavelength[near], flux[near]
    start = models.Gaussian1D(y.max() - np.median(y), centre, 2, bounds={"stddev": (0.8, 8), "mean": (centre - 6, centre + 6)})
    fitter = fitting.LevMarLSQFitter(calc_uncertainties=True)
    model = fitter(start + models.Linear1D(0, np.median(y)), x, y, weights=1 / sigma[near], maxiter=1000)
    if model.stds is None:
        return None
    height, mean, width = model.amplitude_0.value, model.mean_0.value, model.stddev_0.value
    d_height, d_mean, d_width = (model.stds[name] for name in ("amplitude_0", "mean_0", "stddev_0"))
    area = height * width * np.sqrt(2 * np.pi)
    share = model.cov_matrix["amplitude_0", "stddev_0"] / (height * width)
    d_area = abs(area) * np.sqrt((d_height / height) ** 2 + (d_width / width) ** 2 + 2 * share)
    return model, (area, d_area), (2.3548 * width, 2.3548 * d_width), (LIGHT * (mean / centre - 1), LIGHT * d_mean / centre)


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("ssa", help="SSA URL of the archive")
    parser.add_argument("picture", nargs="?", default="line_fits.png", help="where the plot goes")
    parser.add_argument("--target", default="GAMAJ122253.38+011428.7", help="name of the galaxy")
    parser.add_argument("--collection", default="gama", help="survey, or a part of its name")
    options = parser.parse_args()

    rows = pyvo.dal.SSAService(options.ssa).search(TARGETNAME=options.target, COLLECTION=options.collection)
    rows = [row for row in rows if np.isfinite(row["redshift"]) and row["dataproduct_subtype"] != "normalised"]
    if not rows:
        raise SystemExit(f"no spectrum of {options.target} with a redshift in {options.collection}")
    # A flux-calibrated spectrum before counts.
    row = min(rows, key=lambda row: (row["o_calib_status"] != "absolute", -np.nan_to_num(row["em_snr"])))
    spectrum = at_rest(row)
    title = f"{row['target_name']}, {row['obs_collection']}, z = {row['redshift']:.4f}"
    print(f"{title}, S/N {row['em_snr']:.1f}, the best of {len(rows)} spectra")

    plt.rcParams.update({"font.size": 9, "axes.spines.top": False, "axes.spines.right": False})
    figure, panels = plt.subplots(1, len(LINES), figsize=(12, 3.6), layout="constrained")
    for panel, (name, (centre, half)) in zip(panels, LINES.items()):
        wavelength, flux, sigma = (values[np.abs(spectrum[0] - centre) < 30] for values in spectrum)
        panel.errorbar(wavelength, flux, sigma, fmt="o", markersize=2, color="0.5", elinewidth=0.7, label="flux ± 1σ")
        result = fit(*spectrum, centre, half)
        panel.set_title(name, loc="left")
        panel.set_xlabel("wavelength in air, at rest (Å)")
        if result is None:
            inside = spectrum[0][0] < centre < spectrum[0][-1]
            print(f"{name:<8} " + ("cannot be fitted" if inside else "outside the spectrum"))
            continue
        model, area, width, velocity = result
        fine = np.linspace(centre - half, centre + half, 300)
        panel.plot(fine, model(fine), color="#b2182b", label="Gaussian + line")
        panel.axvline(centre, color="0.7", linewidth=0.6, zorder=0)
        panel.set_title(f"{name}   {velocity[0]:+.0f} ± {velocity[1]:.0f} km/s", loc="left")
        print(f"{name:<8} flux {area[0]:8.1f} ± {area[1]:<6.1f} FWHM {width[0]:5.2f} ± {width[1]:.2f} Å"
              f"   velocity {velocity[0]:+7.1f} ± {velocity[1]:.1f} km/s")
    panels[0].set_ylabel(f"flux ({row['o_unit']})")
    figure.legend(*panels[0].get_legend_handles_labels(), loc="upper right", ncols=2, frameon=False)
    figure.suptitle(title, x=0.01, ha="left")
    figure.savefig(options.picture, dpi=110)
    print(f"plotted into {options.picture}")


if __name__ == "__main__":
    main()
