"""Nothing that content holds gets out of the place it lands in: text, attribute, address, JSON, XML, CSS."""

import json
import re
import xml.etree.ElementTree as xml
from html.parser import HTMLParser

from fixture import ProgramCase, snapshot
from hostile import ADDRESS, HOSTILE, content, quoted

# What a page made by the standard templates may hold; anything else came from content.
TAGS = set(
    "html head meta title link body a header div p nav ul li main article section h1 h2 h3 h4 h5 h6 "
    "span time ol dl dt dd figure figcaption table caption thead tbody tfoot tr th td sup sub em strong "
    "code pre blockquote aside footer br hr small details summary b i cite abbr mark img svg g path "
    "text tspan circle rect line polygon polyline use defs pattern desc marker clippath style "
    "ellipse symbol image lineargradient stop bdi data object script button input label dfn q s u".split())


class Tree(HTMLParser):
    """Keeps what is not plain text: tags, attributes and what stands in raw-text elements."""

    def __init__(self, page: str) -> None:
        super().__init__(convert_charrefs=True)
        self.tags: list[tuple[str, dict[str, str]]] = []
        self.comments: list[str] = []
        self.raw: list[tuple[str, str]] = []
        self.text = ""
        self.feed(page)
        self.close()

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, {name: value or "" for name, value in attributes}))

    def handle_comment(self, data: str) -> None:
        self.comments.append(data)

    def handle_decl(self, decl: str) -> None:
        if decl != "doctype html":
            self.comments.append(decl)

    def unknown_decl(self, data: str) -> None:
        self.comments.append(data)

    def handle_data(self, data: str) -> None:
        if self.cdata_elem:
            self.raw.append((self.cdata_elem, data))
        else:
            self.text += data


def faults(page: str) -> list[str]:
    """What in a page can only have come from text that was not escaped."""
    tree = Tree(page)
    found = [f"comment {comment!r}" for comment in tree.comments]
    for tag, attributes in tree.tags:
        # The one form is that of a map's layers, which is sent nowhere.
        if tag == "form" and attributes == {"method": "dialog", "autocomplete": "off"}:
            continue
        if tag not in TAGS:
            found.append(f"<{tag}>")
        for name, value in attributes.items():
            if not re.fullmatch(r"(?!on)[a-z][a-zA-Z-]*(:[a-z]+)?", name):
                found.append(f"<{tag} {name}>")
            if name in ("href", "src", "action", "content") and re.match(r"\s*(javascript|vbscript|data):", value, re.I):
                found.append(f"<{tag} {name}={value!r}>")
            if name in ("href", "src") and re.search("[\\s<>\"\x00-\x1f\x7f-\U0010ffff]", value):
                found.append(f"<{tag} {name}={value!r}>")
    return found


class HostileTest(ProgramCase):
    def setUp(self) -> None:
        super().setUp()
        self.write(content())
        self.build()
        self.trees = {
            path: Tree(bytes.decode("utf8"))
            for path, bytes in snapshot(self.site).items() if path.endswith(".html")
        }

    def test_it_is_shown_as_text(self) -> None:
        """The fixture is hostile everywhere, and reaches the pages: otherwise the tests below prove nothing."""
        for path in ("index.html", "authors.html", "actors.html", "places.html", "glossary.html", "topics.html",
                     "briefs/hostile.html", "briefs/hostile/one.html", "briefs/hostile/map-area.html",
                     "briefs/hostile/data.html", "briefs/hostile/sources.html", "briefs/hostile/events.html"):
            self.assertIn("<script>alert(1)</script>", self.trees[path].text, path)
            self.assertIn("{{7*7}}", self.trees[path].text, path)

    def test_no_markup_comes_from_content(self) -> None:
        for path in self.trees:
            self.assertEqual(faults(self.page(path)), [], path)

    def test_markup_from_content_would_be_seen(self) -> None:
        page = '<!doctype html>\n<title>x</title><p class="{}">{}</p><a href="{}">x</a>'
        self.assertEqual(faults(page.format("a", "b", "c")), [])
        for seed in (("\" onclick=x \"", "b", "c"), ("a", "<!-- b -->", "c"), ("a", "<object2>", "c"),
                     ("a", "b", ADDRESS), ("a", "b", "JAVASCRIPT:x"), ("a", "b", "c d"), ("a", "b", "\u202e")):
            self.assertNotEqual(faults(page.format(*seed)), [], seed)

    def test_no_control_characters(self) -> None:
        for path, bytes in snapshot(self.site).items():
            if not path.endswith(".csv"):
                self.assertNotRegex(bytes.decode("utf8"), "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ufffe\uffff]", path)

    def test_scripts_are_data_and_whole(self) -> None:
        blocks = 0
        for path, tree in self.trees.items():
            scripts = [attributes for tag, attributes in tree.tags if tag == "script"]
            self.assertEqual([s.get("type") for s in scripts], ["application/ld+json"] * len(scripts), path)
            for element, raw in tree.raw:
                self.assertEqual(element, "script", path)
                self.assertNotRegex(raw, "[<>&\u2028]", path)
                data = json.loads(raw)
                if data.get("@type") != "Report":
                    continue
                self.assertIn(HOSTILE, data["name"])
                self.assertEqual(data["author"][1]["name"], HOSTILE)
                blocks += 1
        self.assertGreater(blocks, 0)

    def test_drawings_are_well_formed(self) -> None:
        page = self.page("briefs/hostile/map-area.html")
        inline = re.findall(r"<svg\b.*?</svg>", page, re.DOTALL)
        files = [b.decode() for path, b in snapshot(self.site).items() if path.endswith(".svg")]
        self.assertTrue(inline and files)
        for drawing in inline + files:
            names = {e.tag.rpartition("}")[2] for e in xml.fromstring(drawing).iter()}
            self.assertLessEqual({name.lower() for name in names}, TAGS)
            self.assertNotIn("script", names)

    def test_feeds_are_well_formed(self) -> None:
        for path in ("feed.xml", "sitemap.xml"):
            xml.fromstring(self.page(path))

    def test_addresses_that_run_code_are_errors(self) -> None:
        for address in (ADDRESS, "JaVaScRiPt:alert(1)", "vbscript:x", "data:text/html,x", "java&#10;script:x"):
            self.write({"briefs/bad.md": f"# Bad\n\n[x]({address})\n"})
            self.assertIn("briefs/bad.md:3:", self.build(exit=1).stderr, address)
        self.write({"briefs/bad.md": "# Bad\n\nText.\n"})
        for record in (f"licence: {{ name: x, url: '{ADDRESS}' }}", f"publisher: {{ name: x, url: '{ADDRESS}' }}",
                       f"contact: '{ADDRESS}'", f"baseURL: '{ADDRESS}'"):
            self.write({"portal.yaml": f"title: x\n{record}\n"})
            self.assertIn("portal.yaml:2:", self.build(exit=1).stderr, record)

    def test_only_colours_reach_the_stylesheet(self) -> None:
        for colour in ("red;}</style>", "#12345g", "url(x)", "#123456;x", "expression(1)"):
            self.write({"portal.yaml": f"title: x\ntheme: {{ accent: {quoted(colour)} }}\n"})
            self.assertIn("[colour]", self.build(exit=1).stderr)

    def test_findings_do_not_steer_the_terminal(self) -> None:
        name = "bad \x1b[31m\u202e\nname"
        self.write({f"briefs/{name}.md": "# \x1b]0;x\x07 {#a}\n\n[](place:\u202e\x1b[2Jx)\n", f"{name}.yaml": "x: 1\n"})
        done = self.run_program("check")
        self.assertNotRegex(done.stdout, "[\x00-\x09\x0b-\x1f\x7f-\x9f\u202e]")
        json.loads(self.run_program("check", "--format", "json").stdout)
        json.loads(self.run_program("check", "--format", "sarif").stdout)
