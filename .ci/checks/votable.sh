#!/bin/sh
# Writes sample VOTable documents and gives each to votlint (STILTS); any error or warning fails.
set -eu
cd "$(dirname "$0")/../.."

rm -rf spectra-core/target/votable-samples
./mvnw -q -pl spectra-core -am test -Dtest=VoTableSamplesTest -Dsurefire.failIfNoSpecifiedTests=false

failed=0
found=0
for document in spectra-core/target/votable-samples/*.vot; do
  found=$((found + 1))
  report=$(stilts votlint ucd=true unit=true validate=true version=1.4 "votable=$document" 2>&1) || failed=1
  if [ -n "$report" ]; then
    printf '%s\n%s\n' "$document" "$report"
    failed=1
  fi
done
echo "votlint: $found documents"
[ "$found" -ge 4 ] && [ "$failed" -eq 0 ]
