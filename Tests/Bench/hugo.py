"""The same corpus as a Hugo site: a page a brief, lists by author and topic, feeds, sitemap."""

from __future__ import annotations

import shutil
from pathlib import Path

from measure import Task, emptied

CONFIGURATION = """\
baseURL = "https://bench.example/"
title = "Briefs"
[taxonomies]
author = "authors"
topic = "topics"
"""
FRAME = """\
<!doctype html><html lang="en"><head><meta charset="utf-8"><title>{{ .Title }}</title>
<link rel="stylesheet" href="/site.css"></head><body><h1>{{ .Title }}</h1>
"""
SINGLE = FRAME + """\
<p>{{ .Date.Format "2 January 2006" }} {{ range .Params.authors }}<a href="{{ urlize . }}">{{ . }}</a> {{ end }}</p>
<p>{{ .Params.abstract }}</p>{{ .TableOfContents }}{{ .Content }}</body></html>
"""
LIST = FRAME + """\
<ul>{{ range .Pages }}<li><a href="{{ .RelPermalink }}">{{ .Title }}</a></li>{{ end }}</ul></body></html>
"""


def task(corpus: Path, folder: Path) -> Task | None:
    """`None` where there is no Hugo on PATH."""
    hugo = shutil.which("hugo")
    if hugo is None:
        return None
    site, output = folder / "hugo", folder / "hugo-public"
    for name, text in {
        "hugo.toml": CONFIGURATION, "layouts/_default/single.html": SINGLE, "layouts/_default/list.html": LIST,
    }.items():
        (site / name).parent.mkdir(parents=True, exist_ok=True)
        (site / name).write_text(text)
    shutil.copytree(corpus / "briefs", site / "content/briefs", dirs_exist_ok=True)
    return Task(
        [[hugo, "--quiet", "--source", str(site), "--destination", str(output)]], emptied(output))
