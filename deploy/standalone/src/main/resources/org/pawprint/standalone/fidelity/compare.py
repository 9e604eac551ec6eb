"""Reads files with specutils and compares every spectrum with what Pawprint's loaders made of them.

    compare.py INDEX.json REPORT.json

INDEX describes raw arrays beside it. A spectrum of ours agrees when specutils gives one with the same
flux whose wavelengths differ by less than a hundredth of a pixel and whose uncertainties, turned into
sigma, differ by less than 1e-5 of themselves. Where specutils cannot read a file or misreads it in a
way we know, the reason stands in KNOWN, and astropy alone must then find our flux in an HDU of the file.
"""

import json
import pathlib
import statistics
import sys
import time
import warnings

import numpy as np
from astropy import units as u
from astropy.io import fits, registry
from astropy.nddata import InverseVariance, StdDevUncertainty, VarianceUncertainty
from specutils import Spectrum1D, SpectrumList

ROUNDS = 5
GENERIC = {"wcs1d-fits", "tabular-fits", "ASCII", "ECSV", "IPAC", "iraf", "Data Central Multiline-Single",
           "Data Central Single-Split"}

# What specutils 1.9 to 2.0 does otherwise: quantity, text that the difference must carry, why we differ.
KNOWN = [
    ("sigma", "relative", "input_sigma and relative_error are sigma over flux; specutils takes them for sigma"),
    ("wavelength", "tabulated", "a WAVELENGTH image overrules the linear WCS, which specutils follows"),
    ("wavelength", "metres", "log10 of angstrom without CUNIT1: specutils labels the values metres"),
    ("wavelength", "one pixel", "SDSS counts COEFF0 + COEFF1*i from 0; specutils' spSpec reader begins with 1"),
    ("wavelength", "numbered", "cards of the axis that specutils does not know, as CRVAL without a number: it counts pixels"),
    ("sigma", "zero variance", "a variance of zero or below is no error for us and sigma 0 or NaN for specutils"),
    ("flux", "blank", "the survey's blank is NaN for us and a number for specutils"),
]


def sigma_of(spectrum):
    error = spectrum.uncertainty
    if error is None:
        return None
    values = np.asarray(error.array, dtype=float)
    with np.errstate(all="ignore"):
        if isinstance(error, VarianceUncertainty):
            return np.sqrt(values)
        if isinstance(error, InverseVariance):
            return 1 / np.sqrt(values)
    if isinstance(error, StdDevUncertainty):
        return values
    return None


def rows(spectrum):
    """The one-dimensional spectra in one object of specutils."""
    flux = np.atleast_2d(np.asarray(spectrum.flux.value, dtype=float))
    sigma = sigma_of(spectrum)
    sigma = None if sigma is None else np.broadcast_to(np.atleast_2d(sigma), flux.shape)
    try:
        wavelength = spectrum.spectral_axis.to_value(u.AA)
    except u.UnitConversionError:
        wavelength = np.asarray(spectrum.spectral_axis.value)
    for i, row in enumerate(flux.reshape(-1, flux.shape[-1])):
        yield {"flux": row, "wavelength": wavelength, "unit": str(spectrum.spectral_axis.unit),
               "sigma": None if sigma is None else sigma.reshape(-1, flux.shape[-1])[i]}


def readings(path):
    """What each of specutils' readers that claims the file makes of it, and why others fail."""
    found, failed = {}, {}
    names = set()
    for kind in (SpectrumList, Spectrum1D):
        for name in registry.identify_format("read", kind, path, open(path, "rb"), [path], {}):
            names.add((kind, name))
    for kind, name in sorted(names, key=lambda n: (n[1] in GENERIC, n[1], n[0].__name__)):
        try:
            read = kind.read(path, format=name)
            listed = read if isinstance(read, SpectrumList) else [read]
            found[f"{name} ({kind.__name__})"] = [row for one in listed for row in rows(one)]
        except Exception as error:  # each reader fails in its own way; the report says how
            failed[f"{name} ({kind.__name__})"] = f"{type(error).__name__}: {error}"
    return found, failed


def same_flux(ours, theirs, rtol=2e-6):
    if len(ours) != len(theirs):
        return False
    both = np.isfinite(ours) & np.isfinite(theirs)
    if both.sum() < 0.3 * np.isfinite(ours).sum() or not both.any():
        return False
    # Scaled integers come out of two programs with other roundings.
    return np.allclose(ours[both], theirs[both], rtol=rtol, atol=3e-7 * np.max(np.abs(ours[both])))


def compare(ours, theirs):
    """Differences of one spectrum: quantity -> what differs."""
    differences = {}
    ours_only = np.isfinite(ours["flux"]) & ~np.isfinite(theirs["flux"])
    theirs_only = ~np.isfinite(ours["flux"]) & np.isfinite(theirs["flux"])
    if ours_only.any():
        differences["flux"] = f"{ours_only.sum()} pixels have flux for us alone"
    elif theirs_only.any():
        values = sorted(set(np.round(theirs["flux"][theirs_only], 6)))[:3]
        differences["flux"] = f"blank for us: {theirs_only.sum()} pixels, which hold {values}"
    step = np.median(np.diff(ours["wavelength"]))
    worst = np.max(np.abs(ours["wavelength"] - theirs["wavelength"])) / step
    if not worst < 0.01:
        scaled = np.max(np.abs(ours["wavelength"] - theirs["wavelength"] * 1e-10)) / step
        beside = min(np.max(np.abs(ours["wavelength"][1:] - theirs["wavelength"][:-1] * scale)) / step
                     for scale in (1, 1e-10))
        numbers = np.allclose(np.diff(theirs["wavelength"]), 1) and theirs["wavelength"][0] in (0, 1)
        why = ("metres" if scaled < 0.01 else "numbered" if numbers else "one pixel" if beside < 0.01
               else "tabulated" if ours["tabulated"] else "axis")
        differences["wavelength"] = f"{why}: up to {worst:.3g} pixels apart"
    if (ours["sigma"] is None) != (theirs["sigma"] is None):
        differences["sigma"] = "none for " + ("us" if ours["sigma"] is None else "specutils")
    elif ours["sigma"] is not None:
        with np.errstate(all="ignore"):
            usable = np.isfinite(ours["sigma"]) & np.isfinite(theirs["sigma"])
            worst = np.max(np.abs(theirs["sigma"][usable] / ours["sigma"][usable] - 1), initial=0)
            relative = np.max(np.abs(theirs["sigma"][usable] * np.abs(ours["flux"][usable])
                                     / ours["sigma"][usable] - 1), initial=0)
            lost = usable.sum() < (np.isfinite(theirs["sigma"]) & (theirs["sigma"] > 0)
                                   & np.isfinite(ours["flux"])).sum()
        if worst > 1e-5:
            kind = "relative" if ours["error_kind"] == "relative" and relative < 1e-4 else "differs"
            differences["sigma"] = f"{kind}: by up to {worst:.3g} of itself"
        elif lost:
            differences["sigma"] = "pixels with an error for specutils alone"
    return differences


def explained(quantity, text):
    return next((why for q, sign, why in KNOWN if q == quantity and sign in text), None)


def error_in_hdus(path, ours):
    """The HDU whose numbers are our sigma in one of the ways surveys state errors, or None."""
    with np.errstate(all="ignore"):
        stated = {"variance": ours["sigma"] ** 2, "sigma": ours["sigma"],
                  "relative": ours["sigma"] / np.abs(ours["flux"]), "inverse_variance": ours["sigma"] ** -2.0}
    return in_hdus(path, stated[ours["error_kind"]], 2e-5)


def in_hdus(path, flux, rtol=2e-6):
    """The HDU that holds these numbers by astropy alone, or None."""
    with fits.open(path) as hdus:
        for number, hdu in enumerate(hdus):
            if hdu.data is None or hdu.data.size == 0:
                continue
            if isinstance(hdu.data, fits.FITS_rec):
                cells = [np.asarray(hdu.data.field(i)) for i in range(len(hdu.columns))]
                candidates = [np.atleast_2d(cell) for cell in cells if np.issubdtype(cell.dtype, np.number)]
            else:
                candidates = [np.asarray(hdu.data, dtype=float)]
            for data in candidates:
                data = np.asarray(data, dtype=float)
                if data.ndim == 3 and data.shape[0] == len(flux):
                    data = data.reshape(len(flux), -1).T  # a cube: wavelength is its slowest axis
                if data.ndim == 1 and len(data) > len(flux) and holds_part(data, flux, rtol):
                    return number
                if data.ndim == 0 or data.shape[-1] != len(flux):
                    continue
                if any(same_flux(flux, row, rtol) for row in data.reshape(-1, len(flux))):
                    return number
    return None


def holds_part(data, flux, rtol):
    """Whether a longer array holds these numbers somewhere: errors on more pixels than the spectrum."""
    return any(same_flux(flux, data[first:first + len(flux)], rtol)
               for first in range(len(data) - len(flux) + 1))


def array(folder, name):
    return np.fromfile(folder / name, dtype="<" + name.rsplit(".", 1)[1]).astype(float)


def timed(path, name):
    kind = SpectrumList if name.endswith("(SpectrumList)") else Spectrum1D
    spent = []
    for _ in range(ROUNDS):
        began = time.perf_counter()
        kind.read(path, format=name.rsplit(" (", 1)[0])
        spent.append((time.perf_counter() - began) * 1000)
    return statistics.median(spent)


def check(folder, described):
    path = described["path"]
    report = {"path": path, "loader": described["loader"], "spectra": len(described["spectra"]), "equal": 0,
              "explained": [], "unexplained": []}
    found, failed = readings(path)
    report["specutils_failed"] = failed
    best = None
    for ours in described["spectra"]:
        ours = dict(ours)
        wavelength = array(folder, ours["wavelength"])
        steps = np.diff(wavelength)
        ours.update(wavelength=wavelength, flux=array(folder, ours["flux"]),
                    sigma=array(folder, ours["sigma"]) if ours["sigma"] else None,
                    tabulated=not np.allclose(steps, steps[0], rtol=1e-6, atol=1e-5))
        results = [(name, compare(ours, theirs)) for name, read in found.items() for theirs in read
                   if same_flux(ours["flux"], theirs["flux"])]
        results.sort(key=lambda r: (len(r[1]), sum(explained(q, t) is None for q, t in r[1].items())))
        if results and not results[0][1]:
            report["equal"] += 1
            best = best or results[0][0]
            continue
        if results:
            best = best or results[0][0]
            for quantity, text in results[0][1].items():
                why = explained(quantity, text)
                if text == "none for specutils" and error_in_hdus(path, ours) is not None:
                    why = f"the reader leaves errors out; astropy finds them in HDU {error_in_hdus(path, ours)}"
                line = {"spectrum": ours["name"], "reader": results[0][0], "quantity": quantity, "difference": text}
                if why:
                    report["explained"].append({**line, "because": why})
                else:
                    report["unexplained"].append(line)
            continue
        hdu = in_hdus(path, ours["flux"])
        if ours["sigma"] is not None and not np.isfinite(ours["sigma"]).any():
            ours["sigma"] = None  # no pixel has a usable error
        error = None if ours["sigma"] is None else error_in_hdus(path, ours)
        line = {"spectrum": ours["name"], "quantity": "flux", "difference": "no reader of specutils gives it"}
        if hdu is None or (error is None and ours["sigma"] is not None):
            report["unexplained"].append(line)
        else:
            where = f"HDU {hdu}" + ("" if error is None else f" and our errors in HDU {error}")
            report["explained"].append({**line, "because": f"astropy finds the same flux in {where}"})
    report["load_ms"] = described["load_ms"]
    if best:
        report["reader"] = best
        report["specutils_ms"] = round(timed(path, best), 3)
        report["times_faster"] = round(report["specutils_ms"] / described["load_ms"], 1)
    return report


def main(index, target):
    warnings.simplefilter("ignore")
    folder = pathlib.Path(index).parent
    described = json.loads(pathlib.Path(index).read_text())["files"]
    files = [check(folder, one) for one in described if "loader" in one]
    refused = [one for one in described if "refused" in one]
    report = {
        "files": len(files),
        "spectra": sum(f["spectra"] for f in files),
        "equal": sum(f["equal"] for f in files),
        "explained": sum(len({e["spectrum"] for e in f["explained"]}) for f in files),
        "unexplained": sum(len(f["unexplained"]) for f in files),
        "by_file": files,
        "refused": refused,
    }
    pathlib.Path(target).write_text(json.dumps(report, indent=1))


main(*sys.argv[1:])
