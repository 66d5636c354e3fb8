#!/bin/sh
# Fails when Public/ is not, byte for byte, what Content/ gives.
set -eu
chancery=$1
fresh=$(mktemp -d)
trap 'rm -rf "$fresh"' EXIT
"$chancery" build --strict --quiet --output "$fresh/site"
if ! diff -rq "$fresh/site" Public; then
  echo "Public/ is not what Content/ gives: run make site, and commit what it changes" >&2
  exit 1
fi
echo "Public/ is what Content/ gives: $(find Public -type f | wc -l) files"
