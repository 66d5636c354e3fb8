#!/bin/sh
# The package with templates of its own builds a portal with them, and the standard pages beside.
set -eu
portal=.build-own-templates/debug/portal
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
"$portal" new "$work/portal" >/dev/null
"$portal" build --strict --quiet --content "$work/portal/Content" --output "$work/site"
grep -q '<h1>Own home of My briefing portal</h1>' "$work/site/index.html"
grep -q '<a href="briefs/first-brief.html">A first brief</a>' "$work/site/index.html"
grep -q 'role="doc-noteref"' "$work/site/briefs/first-brief/introduction.html"
test "$(cat "$work/site/assets/own.txt")" = own
echo "own templates: ok"
