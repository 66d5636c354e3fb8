"""Content that tries to get out of every place it lands in."""

import json

# Each would be seen if it left the text it stands in.
BREAKOUTS = [
    "<script>alert(1)</script>", "\"><img src=x onerror=alert(1)>", "' onmouseover='alert(1)",
    "</title></style></textarea></script><b>", "<!--", "-->", "]]>", "<![CDATA[", "{{7*7}}", "${7}",
    "&lt;b&gt;", "&#60;b>", "\\", "`", "\u202etxt.exe", "\u2066", "\u2028", "\x7f",
]
HOSTILE = "H " + " ".join(BREAKOUTS)
ADDRESS = "javascript:alert(1)"


def quoted(text: str) -> str:
    return json.dumps(text)


def content() -> dict[str, str]:
    """A portal with hostile text in every field that takes text."""
    h = quoted(HOSTILE)
    markdown = "".join("\\" + c if c in "\\`*_{}[]<>()#+-.!|&$~\"'" else c for c in HOSTILE)
    m = quoted(markdown)
    return {
        "portal.yaml": f"title: {h}\ntagline: {h}\ndescription: {h}\nbaseURL: https://portal.example/\n"
                       f"publisher: {{ name: {h}, address: {h} }}\nlicence: {{ name: {h} }}\nnotice: {m}\n"
                       "theme: { accent: '#123456' }\n",
        "people.yaml": f"ada: {{ name: {h}, role: {m}, orcid: {h} }}\n",
        "actors.yaml": f"hts: {{ name: {h}, short: {h}, kind: {h}, description: {m} }}\n",
        "places.yaml": f"dhiban: {{ name: {{ en: {h}, ar: {h} }}, kind: town, lon: 40.47, lat: 35.01, "
                       f"source: {h}, approximate: true, reason: {h} }}\n"
                       f"other: {{ name: {h}, lon: 40.9, lat: 35.4 }}\n",
        "glossary.yaml": f"zakat: {{ term: {h}, expansion: {h}, definition: {m} }}\n",
        "briefs/hostile/brief.yaml":
            f"title: {h}\nsubtitle: {h}\ndate: 2024-01-02\nauthors: [ada, {h}]\ntopics: [{h}]\nseries: {h}\n"
            f"issue: {h}\ndoi: {h}\nisbn: {h}\nissn: {h}\nabstract: {m}\n"
            f"keyFindings: [{m}]\nglance: [{{ value: {h}, label: {m} }}]\n"
            f"licence: {{ name: {h} }}\npublisher: {{ name: {h} }}\nkeyMap: area\n"
            f"revisions: [{{ date: 2024-02-02, summary: {m} }}]\n",
        "briefs/hostile/01-one.md":
            f"# {markdown} {{#one}}\n\n{markdown}[^n] [x](https://x.example/?a=<b>'& \"t\")\n\n"
            f"## {markdown}\n\n> [!NOTE] {markdown}\n> {markdown}\n\n"
            f"| {markdown.replace('|', '')} |\n| --- |\n| {markdown} |\n\n"
            f"![{markdown}](map:area)\n\n![{markdown}](table:cells)\n\n"
            f"    {HOSTILE}\n\n```{HOSTILE.replace('`', '')}\n{HOSTILE}\n```\n\n"
            f"[](place:dhiban) [](actor:hts) [](term:zakat) [](source:book) [](event:raid) [](person:ada) [](zone:z)\n\n"
            f"[^n]: {markdown}\n",
        "briefs/hostile/sources.yaml":
            f"book: {{ type: book, title: {h}, author: [{{ family: {h}, given: {h} }}], publisher: {h}, issued: 2020 }}\n"
            f"talk: {{ type: interview, role: {h}, place: [dhiban], date: 2022-03 }}\n",
        "briefs/hostile/events.yaml": f"raid: {{ date: 2022-01-20, title: {m}, text: {m} }}\n",
        "briefs/hostile/data/cells.csv":
            'name,"' + HOSTILE.replace('"', '""') + '"\n"' + markdown.replace('"', '""') + '",x\n=cmd|x,@y\n',
        "briefs/hostile/data/cells.yaml": f"title: {h}\ncaption: {m}\nsource: {m}\n"
                                          f"columns: {{ name: {{ title: {h}, unit: {h} }} }}\n",
        "briefs/hostile/maps/area.yaml":
            f"title: {h}\ncaption: {m}\ndescription: {m}\nsource: {m}\n"
            f"fit: [dhiban, other]\nplaces: [dhiban, other]\n"
            f"zones: {{ z: {{ name: {h}, category: {h}, circle: {{ around: dhiban, radius: 5 }}, "
            f"confidence: stated, text: {m} }},"
            f" y: {{ category: x, geojson: {{ file: area.geojson, feature: {h} }} }} }}\n"
            f"labels: [{{ at: dhiban, text: {h}, kind: {h} }}]\n"
            f"arrows: [{{ from: dhiban, to: other, text: {m} }}]\n",
        "briefs/hostile/maps/area.geojson":
            f'{{"type": "Feature", "properties": {{"name": {h}}}, "geometry": {{"type": "Polygon", '
            '"coordinates": [[[40.6, 35.1], [40.8, 35.1], [40.8, 35.3], [40.6, 35.1]]]}}',
    }
