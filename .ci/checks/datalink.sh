#!/bin/sh
# Runs the datalink service, keeps its answers and holds them against votlint, datalinklint,
# fitsverify, astropy and specutils. Any error or warning fails. Needs stilts, fitsverify and a
# Python with astropy, specutils and pyvo (PYTHON, else Debian's).
set -eu
cd "$(dirname "$0")/../.."
python=${PYTHON:-/usr/bin/python3}
samples=datalink-service/target/datalink-samples

rm -rf "$samples"
./mvnw -q -pl datalink-service -am verify -Dspring-boot.repackage.skip=true -Dspotless.check.skip=true \
  -Dit.test='SlinkIT,LinksIT,RelatedLinksIT,PreviewIT,ObjectIT,BulkIT,SodaSyncIT,SodaCubeIT,SkyIT' -Dfailsafe.failIfNoSpecifiedTests=false \
  -Dtest=None -Dsurefire.failIfNoSpecifiedTests=false

failed=0
clean() {
  name=$1
  shift
  report=$("$@" 2>&1) || failed=1
  if [ -n "$report" ]; then
    printf '%s\n%s\n' "$name" "$report"
    failed=1
  else
    echo "$name clean"
  fi
}

# What datalinklint finds, without its heading and totals. These terms joined the vocabulary
# http://www.ivoa.net/rdf/datalink/core after the copy inside Debian's STILTS.
datalinklint() {
  stilts datalinklint format=text report=EWF maxrepeat=10000 "votable=$1" 2>&1 |
    grep -E '^[EWF]-' |
    grep -v -E "Unknown predicate '(coderived|counterpart|detached-header|package|thumbnail)' from core" || true
}

for document in "$samples"/*.xml "$samples"/*.vot; do
  clean "votlint: $(basename "$document")" \
    stilts votlint ucd=true unit=true validate=true version=1.4 "votable=$document"
done
for document in "$samples"/links-*.xml; do
  clean "datalinklint: $(basename "$document")" datalinklint "$document"
done
for product in "$samples"/*.fits; do
  case $(fitsverify "$product" | tail -n 1) in
    *"found 0 warning(s) and 0 error(s)"*) echo "fitsverify: $(basename "$product") clean" ;;
    *)
      fitsverify "$product"
      failed=1
      ;;
  esac
done
clean "tar: bulk.tar" sh -c "tar -tf '$samples/bulk.tar' >/dev/null"
"$python" .ci/checks/datalink.py "$samples"
"$python" .ci/checks/bulk.py "$samples"
exit $failed
