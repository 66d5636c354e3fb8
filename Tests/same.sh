#!/bin/sh
# Fails when Public/ is not, byte for byte, what Content/ and packs/ give. The packs themselves are
# not in git, and stand in packs/ and beside their briefs; what is compared with stays in .build/site, whole.
set -eu
chancery=$1
site=.build/site
rm -rf "$site"
"$chancery" build --strict --quiet --output "$site"
known() { grep -vE ' ([^/ ]*/)?(packs/|briefs/[^/]*\.pdf$)' "$1/.chancery-files"; }
known "$site" > .build/files-fresh
known Public > .build/files-public
if ! diff -rq --exclude packs --exclude "*.pdf" --exclude .chancery-files "$site" Public ||
  ! diff .build/files-fresh .build/files-public
then
  echo "Public/ is not what Content/ gives: run make site, and commit what it changes" >&2
  exit 1
fi
echo "Public/ is what Content/ gives: $(find "$site" -type f | wc -l) files"
