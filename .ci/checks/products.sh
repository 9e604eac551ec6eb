#!/bin/sh
# Makes one simplified-spectrum product of each kind and holds it against fitsverify, astropy and
# specutils. Needs fitsverify and a Python with astropy and specutils (PYTHON, else Debian's).
set -eu
cd "$(dirname "$0")/../.."
python=${PYTHON:-/usr/bin/python3}
products=spectra-core/target/products

./mvnw -q -pl spectra-core test-compile
rm -rf "$products"
java -cp spectra-core/target/classes:spectra-core/target/test-classes \
  org.pawprint.core.fits.ProductFiles "$products"

for product in "$products"/*.fits; do
  verdict=$(fitsverify "$product" | tail -n 1)
  case $verdict in
    *"found 0 warning(s) and 0 error(s)"*) echo "fitsverify: $(basename "$product") clean" ;;
    *) fitsverify "$product"; exit 1 ;;
  esac
done
"$python" .ci/checks/products.py "$products"
