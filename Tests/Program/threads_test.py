"""Following records through all briefs: their pages, the sentences that speak of them, zones, the timeline,
the atlas, the index."""

from __future__ import annotations

import html
import re
from html.parser import HTMLParser
from urllib.parse import unquote, urljoin

from fixture import ProgramCase, snapshot

PORTAL = {
    "portal.yaml": "title: Portal\nbaseURL: https://portal.example/\n",
    "people.yaml": "ada: { name: Ada Lovelace, family: Lovelace, bio: Writes. }\nidle: { name: Idle Hand }\n",
    "actors.yaml": """\
hts:
  name: { en: Tahrir, ar: تحرير }
  short: HTS
  kind: armed group
  description: A group.
  areas: [idlib, hama]
  brief: first
  relations:
    - { actor: state, relation: opponent, text: They *fight*., note: one }
    - { actor: tribe, relation: ally }
    - { actor: army, relation: opponent }
state: { name: The State, kind: state }
army: { name: Army, kind: Armed Group, relations: [{ actor: hts, relation: target, section: ground, note: one }], brief: first }
tribe: { name: Tribe }
""",
    "places.yaml": """\
region: { name: Region, kind: region }
idlib: { name: { en: Idlib, ar: إدلب }, lon: 36.63, lat: 35.93, within: region, source: GeoNames 1 }
hama: { name: Hama, lon: 36.75, lat: 35.13, approximate: true, reason: it is near the river }
far: { name: Far Place, lon: 40.0, lat: 33.0 }
nowhere: { name: Élan }
""",
    "glossary.yaml": "zakat: { term: zakat, definition: A tax. }\n",
    "briefs/first/brief.yaml": """\
title: First
date: 2024-01-02
authors: [ada, Grace Hopper]
topics: [Water]
series: Papers
issue: 2024/10
abstract: Seen from [Idlib](place:idlib). Nothing else.
""",
    "briefs/first/01-ground.md": """\
# Ground {#ground}

Dr. Smith went home. In [the city of Idlib](place:idlib) [](actor:hts) rules, with 3.5 men.[^one] Then *it* ended.
The next [Idlib](place:idlib) sentence.

| a | b |
| --- | --- |
| [x](place:hama) y | z |

Again [HTS](actor:hts) and [again HTS](actor:hts) in one.

[^one]: A note on [Hama](place:hama), by [](source:book). More words.
""",
    "briefs/first/sources.yaml": """\
book: { type: book, title: A book, author: [{ family: Orton, given: Kyle }] }
talk: { type: interview, role: a baker, place: [idlib], date: 2023-03 }
""",
    "briefs/first/events.yaml": """\
fall: { date: 2012-03, title: The fall, places: [idlib], actors: [hts, state] }
raid: { date: 2023-01-05, title: "A [raid](place:hama)", places: [hama], actors: [hts] }
""",
    "briefs/first/maps/area.yaml": """\
title: The area
fit: [idlib, hama]
margin: 30
places: [idlib]
zones:
  near: { name: Near, category: zone, circle: { around: idlib, radius: 20 }, confidence: inferred }
  wide: { name: Wide, category: zone, hull: { around: [idlib, hama], margin: 5 } }
""",
    "briefs/second.md": """\
---
title: Second
date: 2023-03-04
authors: [Grace Hopper]
topics: [water, Deep sea]
series: Papers
issue: 2024/9
---

Only [Idlib](place:idlib) here.
""",
}


class Links(HTMLParser):
    def __init__(self, text: str) -> None:
        super().__init__()
        self.found: list[str] = []
        self.ids: list[str] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        for name in ("href", "src"):
            if given.get(name) and tag != "use":
                self.found.append(given[name] or "")
        if given.get("id"):
            self.ids.append(given["id"] or "")


class ThreadsCase(ProgramCase):
    def part(self, path: str) -> str:
        return re.search(r"<main.*?</main>", self.page(path), re.DOTALL)[0]

    def text(self, markup: str) -> str:
        return re.sub(r"\s+", " ", html.unescape(re.sub(r"<[^>]*>", "", markup))).strip()

    def sentences(self, path: str) -> list[str]:
        """Those of a record's mentions, the words that speak of it in brackets."""
        found = re.findall(r"<dd[^>]*>(.*?)</dd>", self.part(path).partition('id="_mentions"')[2], re.DOTALL)
        return [self.text(re.sub(r"</?strong>", lambda m: "]" if "/" in m[0] else "[", dd)) for dd in found]

    def links_hold(self) -> None:
        """Every link within the site leads to a file, and to an anchor that is there."""
        files = snapshot(self.site)
        pages = {path: Links(data.decode()) for path, data in files.items() if path.endswith(".html")}
        for path, page in pages.items():
            if path.endswith("404.html"):
                continue
            self.assertEqual(len(page.ids), len(set(page.ids)), path)
            for link in page.found:
                if re.match(r"[a-z]+:", link):
                    continue
                address, _, anchor = urljoin(path, link).partition("#")
                address = unquote(address)
                self.assertTrue(address in files, f"{link} in {path}")
                if anchor and address in pages:
                    self.assertTrue(unquote(anchor) in pages[address].ids, f"{link} in {path}")


class ThreadsTests(ThreadsCase):
    def setUp(self) -> None:
        super().setUp()
        self.write(PORTAL)
        self.build("--strict")

    def test_every_link_leads_somewhere(self) -> None:
        self.links_hold()

    def test_mentions_have_their_sentences(self) -> None:
        self.assertEqual(self.sentences("places/idlib.html"), [
            "Seen from [Idlib].",
            "In [the city of Idlib] HTS rules, with 3.5 men.",
            "The next [Idlib] sentence.",
            "Only [Idlib] here.",
        ])
        # A link without words has the record's name; of two in a sentence one stands.
        self.assertEqual(self.sentences("actors/hts.html"), [
            "In the city of Idlib [HTS] rules, with 3.5 men.", "Again [HTS] and again HTS in one."])
        self.assertEqual(self.sentences("places/hama.html"), [
            "[x] y", "A note on [Hama], by A book.", "A [raid]"])

    def test_every_sentence_counts_wherever_it_stands(self) -> None:
        self.write({
            "briefs/first/01-ground.md": "# Ground\n\nText.[^one]\n\n[^one]: N1 [Tribe](actor:tribe). N2 [Tribe](actor:tribe), "
                "[Tribe](actor:tribe).\n\n    N3 [Tribe](actor:tribe).\n",
            "briefs/first/events.yaml":
                "e: { date: 2020, title: 'E0 [Tribe](actor:tribe)', text: 'E1 [Tribe](actor:tribe). E2 [Tribe](actor:tribe).' }\n",
        })
        self.build()
        self.assertEqual([text[:2] for text in self.sentences("actors/tribe.html")], ["N1", "N2", "N3", "E0", "E1", "E2"])
        self.assertIn("(6)", self.part("actors/tribe.html").partition('id="_mentions"')[2][:80])

    def test_mentions_lead_to_the_words(self) -> None:
        page = self.part("places/idlib.html")
        for address in ("briefs/first.html#at-place-idlib", "briefs/first/ground.html#at-place-idlib~2",
                        "briefs/first/ground.html#at-place-idlib~3", "briefs/second.html#at-place-idlib"):
            self.assertIn(f'href="../{address}"', page)
        # By brief and part, each part named once.
        self.assertEqual(len(re.findall(r"<dt><a[^>]*>Section 1: Ground</a></dt>", page)), 1)
        self.assertIn('<h3><a href="../briefs/second.html">Second</a></h3>', page)

    def test_an_actor_is_told(self) -> None:
        page = self.part("actors/hts.html")
        words = self.text(page)
        self.assertIn('<span lang="ar" dir="rtl">تحرير</span>', page)
        self.assertIn('href="../places/idlib.html"', page)
        # Grouped by the content's own words, in its order.
        own, others = re.findall(r'<dl class="facts">(.*?)</dl>', page, re.DOTALL)[1:3]
        self.assertEqual(self.text(own), "opponentThe State: They fight. note 1 (First)ArmyallyTribe")
        self.assertEqual(self.text(others), "targetArmy note 1, Section 1 (First)")
        self.assertIn("Relations stated on other actors’ pages", words)
        # Events in order, each told once in the list, and a mark for each in both drawings.
        rows = re.findall(r'<p class="what"><a href="([^"]*)"', page)
        self.assertEqual(rows, ["../briefs/first/events.html#fall", "../briefs/first/events.html#raid"])
        self.assertEqual(page.count('href="../briefs/first/events.html#raid"'), 3)
        self.assertNotIn("Relations", self.text(self.part("actors/tribe.html")).partition("Relations stated")[0])

    def test_a_place_is_told(self) -> None:
        words = self.text(self.part("places/idlib.html"))
        for told in ("35.9300, 36.6300 (GeoNames 1)", "Region", "Map 1: The area", "March 2023: Interview with a baker"):
            self.assertIn(told, words)
        self.assertIn("(approximate): it is near the river", self.text(self.part("places/hama.html")))
        self.assertIn('href="../places/idlib.html"', self.part("places/region.html"))
        self.assertIn('href="../briefs/first/sources.html#talk"', self.part("places/idlib.html"))

    def test_zones_hold_places_by_geometry(self) -> None:
        def zones(place: str) -> list[str]:
            return re.findall(r"map-area\.html#zone-(\w+)", self.part(f"places/{place}.html"))

        # Idlib and Hama are 90 km apart.
        self.assertEqual(zones("idlib"), ["near", "wide"])
        self.assertEqual(zones("hama"), ["wide"])
        self.assertEqual(zones("far"), [])
        self.assertEqual(zones("nowhere"), [])
        self.assertIn("Near (zone, inferred)", self.text(self.part("places/idlib.html")))

    def test_old_addresses_hold(self) -> None:
        for page, names in (("actors", ("hts", "state", "army", "tribe")), ("authors", ("ada", "idle")),
                            ("places", ("region", "idlib", "hama", "far", "nowhere")), ("glossary", ("zakat",)),
                            ("topics", ("topic-water", "topic-deep-sea")), ("briefs", ("series-papers",))):
            ids = Links(self.page(f"{page}.html")).ids
            for name in names:
                self.assertIn(name, ids, page)

    def test_actors_stand_by_kind(self) -> None:
        words = self.text(self.part("actors.html"))
        # Kinds that differ in case are one; who has none comes last; the article does not count.
        self.assertRegex(words, r"^Actors ?armed group ?Army ?Tahrir \(HTS\) ?state ?The State ?Others ?Tribe$")

    def test_topics_series_and_authors_have_pages(self) -> None:
        def briefs(path: str) -> list[str]:
            return [self.text(a) for a in re.findall(r'<a href="\.\./(?:\.\./)?briefs/[^"]*">(.*?)</a>', self.part(path))]

        self.assertEqual(briefs("topics/water.html"), ["First", "Second"])
        self.assertEqual(briefs("topics/deep-sea.html"), ["Second"])
        self.assertEqual(briefs("authors/ada.html"), ["First"])
        self.assertEqual(briefs("authors/names/grace-hopper.html"), ["First", "Second"])
        # Issues by number, not by date, and 9 before 10.
        self.assertEqual(briefs("series/papers.html"), ["Second", "First"])
        self.assertIn('href="../../feeds/author-grace-hopper.xml"', self.page("authors/names/grace-hopper.html"))
        self.assertIn('href="../topics/water.html"', self.page("briefs/first.html"))
        self.assertIn('href="../authors/names/grace-hopper.html"', self.page("briefs/second.html"))
        self.assertTrue((self.site / "authors/idle.html").exists())

    def test_sources_tell_the_notes_that_use_them(self) -> None:
        self.assertIn("Note 1: A note on Hama, by", self.text(self.part("briefs/first/sources.html")))

    def test_the_timeline_has_all_events_by_year(self) -> None:
        page = self.part("timeline.html")
        self.assertEqual(re.findall(r'<h2 id="y(\d+)"', page), ["2012", "2023"])
        self.assertIn('href="actors/state.html"', page)
        drawings = re.findall(r"<svg[^>]*chart-drawing.*?</svg>", self.page("briefs/first/events.html"), re.DOTALL)
        self.assertEqual(len(drawings), 2)
        for drawing in drawings:
            self.assertEqual(re.findall(r'<a href="([^"]*)"', drawing), ["#fall", "#raid"])
            self.assertIn('role="group"', drawing)

    def test_many_events_are_divided_by_year(self) -> None:
        events = "".join(f"e{n}: {{ date: {2001 + n % 3}-05-06, title: Event {n} }}\n" for n in range(450))
        self.write({"briefs/first/events.yaml": PORTAL["briefs/first/events.yaml"] + events})
        self.build()
        self.assertIn("150 events", self.text(self.part("timeline.html")))
        self.assertEqual(self.part("timeline/2002.html").count('class="what"'), 150)
        self.links_hold()

    def test_the_atlas_has_maps_and_places(self) -> None:
        page = self.part("atlas.html")
        self.assertIn('src="briefs/first/picture-area.svg"', page)
        self.assertIn('loading="lazy"', page)
        self.assertTrue((self.site / "briefs/first/picture-area.svg").read_text().startswith("<svg"))
        region, others = page.partition("places/region.html")[2].split("Elsewhere")
        self.assertIn("places/idlib.html", region)
        self.assertIn("places/hama.html", others)

    def test_the_index_has_all_by_letter(self) -> None:
        page = self.part("index-a-z.html")
        letters = re.findall(r'<h2 id="letter-[^"]*">(.*?)</h2>', page)
        self.assertEqual(letters, ["A", "D", "E", "F", "G", "H", "I", "L", "P", "R", "S", "T", "W", "Z"])
        groups = dict(zip(letters, re.findall(r'<ul class="index">(.*?)</ul>', page, re.DOTALL)))
        self.assertEqual(self.text(groups["E"]), "Élan place")
        self.assertIn("The State", self.text(groups["S"]))
        self.assertIn("The fall", self.text(groups["F"]))
        self.assertIn("Lovelace, Ada", self.text(groups["L"]))
        self.assertIn("A raid", self.text(groups["R"]))

    def test_a_page_of_the_portal_takes_the_place_of_the_index(self) -> None:
        self.write({"atlas.md": "# My atlas\n\nMine.\n"})
        self.build("--strict")
        self.assertIn("Mine.", self.page("atlas.html"))
        self.links_hold()

    def test_one_word_changes_few_brief_pages(self) -> None:
        before = snapshot(self.site)
        brief = self.content / "briefs/second.md"
        brief.write_text(brief.read_text().replace("Only", "Merely"))
        self.build()
        changed = {path for path, data in snapshot(self.site).items() if before.get(path) != data and "." in path}
        self.assertIn("Merely [Idlib] here.", self.sentences("places/idlib.html"))
        self.assertFalse({path for path in changed if path.startswith("briefs/first")})

    def test_a_build_from_nothing_is_the_same(self) -> None:
        self.write({"briefs/third.md": "---\ntitle: Third\nauthors: [Grace-Hopper, A B, A-B]\n---\n\nIn [Hama](place:hama).\n"})
        self.build()
        again = snapshot(self.site)
        self.build("--output", "Other")
        other = snapshot(self.folder / "Other")
        self.assertEqual({k: v for k, v in again.items() if not k.startswith(".")},
                         {k: v for k, v in other.items() if not k.startswith(".")})
        self.links_hold()


class HostileThreadsTests(ThreadsCase):
    def test_hostile_names_and_ids(self) -> None:
        bad = "<b>\"x\"</b> & ' ../"
        self.write(PORTAL)
        self.write({
            "places.yaml": PORTAL["places.yaml"] + "مكان.1_x: { name: '<i>&\"', kind: '<k>' }\n" + f"{'z' * 200}: {{ name: Z }}\n",
            "briefs/third.md": "---\ntitle: Third\ntopics: ['" + bad.replace("'", "''") + "', '?', '...']\n"
            "authors: ['<script>', '../..']\nseries: '//'\n---\n\nAt [](place:مكان.1_x) and [" + "<" * 3
            + "](place:" + "z" * 200 + ").\n",
            "briefs/first/events.yaml": "x: { date: 2020, title: '[](place:idlib)' }\ny: { date: 2021, title: '`</title><a href=x>`' }\n",
        })
        self.build()
        self.links_hold()
        for path, data in snapshot(self.site).items():
            if path.endswith(".html"):
                self.assertNotRegex(data.decode(), r"<script>|<i>&|<k>|<b>")
        self.assertEqual(self.sentences(f"places/{'z' * 200}.html"), ["At <i>&\" and [<<<]."])

    def test_long_sentences_are_cut_around_the_words(self) -> None:
        words = "word " * 400
        self.write(PORTAL)
        self.write({"briefs/third.md": f"---\ntitle: Third\n---\n\nBegin {words}[far](place:far) {words}end.\n\n"
                    + "字" * 3000 + "[遠](place:far)" + "字" * 3000 + "\n\n[" + "long " * 500 + "](place:far)\n"})
        self.build()
        first, second, third = self.sentences("places/far.html")
        for sentence in (first, second, third):
            self.assertLess(len(sentence), 410)
        self.assertRegex(first, r"^…word word .* word \[far\] word .* word…$")
        self.assertIn("字[遠]字", second)
        self.assertRegex(third, r"^\[long long")

    def test_sentences_of_scripts_without_blanks(self) -> None:
        self.write(PORTAL)
        self.write({"briefs/third.md": "---\ntitle: Third\n---\n\n他走了。他在[城](place:far)里。她留下。\n\nذهب الرجل. وبقي في [المدينة](place:far)؟ نعم.\n"})
        self.build()
        self.assertEqual(self.sentences("places/far.html"), ["他在[城]里。", "وبقي في [المدينة]؟"])

    def test_thousands_of_mentions_stay_light(self) -> None:
        self.write(PORTAL)
        text = "".join(f"Sentence {n} at [Far](place:far) here. " for n in range(5000))
        self.write({"briefs/third.md": f"---\ntitle: Third\ndate: 2025\n---\n\n{text}\n"})
        self.write({f"briefs/more-{n}.md": f"---\ntitle: More {n}\n---\n\nOne [Far](place:far) here.\n" for n in range(300)})
        self.build()
        page = self.part("places/far.html")
        self.assertTrue("4,990 more in this brief" in page)
        self.assertTrue(">1 mention</a>" in page)
        self.assertLessEqual(len(self.sentences("places/far.html")), 200)
        self.assertTrue("(5,300)" in page)
        self.assertLess(len(page), 150_000)

    def test_one_paragraph_of_thousands_of_links_in_one_sentence(self) -> None:
        self.write(PORTAL)
        text = "".join(f"[](place:far) and [w{n}](place:hama) or " for n in range(4000))
        self.write({"briefs/third.md": f"---\ntitle: Third\n---\n\n{text}end.\n"})
        self.build()
        self.assertTrue(any("[Far Place]" in s for s in self.sentences("places/far.html")))


class LanguageThreadsTests(ThreadsCase):
    def test_each_language_has_the_pages_and_switches_between_them(self) -> None:
        self.write(PORTAL)
        self.write({
            "portal.yaml": PORTAL["portal.yaml"] + "languages: [en, fr, ar]\n",
            "fr/places.yaml": "idlib: { name: Idleb }\n",
            "briefs/first/fr/brief.yaml": "title: Premier\ntopics: [Eau]\nabstract: Vu d’[Idleb](place:idlib). Rien.\n",
        })
        self.build()
        self.links_hold()
        self.assertIn("Vu d’[Idleb].", self.sentences("fr/places/idlib.html"))
        self.assertIn("Seen from [Idlib].", self.sentences("places/idlib.html"))
        # A sentence that nobody translated says its language.
        self.assertIn('<dd lang="en">', self.part("fr/places/idlib.html"))
        self.assertIn('href="../fr/places/idlib.html"', self.page("places/idlib.html"))
        # What a name is translated to changes no address.
        self.assertIn('href="../fr/topics/deep-sea.html"', self.page("topics/deep-sea.html"))
        self.assertIn('href="../../../authors/names/grace-hopper.html"', self.page("fr/authors/names/grace-hopper.html"))
        self.assertIn('href="../fr/topics/water.html"', self.page("topics/water.html"))
        self.assertIn("<h1>Eau</h1>", self.page("fr/topics/water.html"))
        self.assertIn('hreflang="ar" href="https://portal.example/ar/topics/water.html"', self.page("fr/topics/water.html"))
        # Each language orders its own letters first: «إدلب» under alif.
        letters = re.findall(r'<h2 id="letter-[^"]*">(.*?)</h2>', self.part("ar/index-a-z.html"))
        self.assertEqual(letters[:2], ["ا", "ت"])
        self.assertIn("الأطلس", self.page("ar/index.html"))


class EditionThreadsTests(ThreadsCase):
    def test_nothing_that_is_left_out_is_on_a_page_of_a_record(self) -> None:
        self.write(PORTAL)
        self.write({
            "places.yaml": PORTAL["places.yaml"]
            + "xqplace: { name: Xqplace, lon: 36.6, lat: 35.9, within: region, audience: internal }\n",
            "actors.yaml": PORTAL["actors.yaml"] + "xqactor: { name: Xqactor, audience: internal, relations: [{ actor: hts, relation: xqrival }] }\n",
            "briefs/first/01-ground.md": PORTAL["briefs/first/01-ground.md"]
            + "\n{audience: internal} Xqsaid of [Idlib](place:idlib) by [HTS](actor:hts).\n",
            "briefs/first/events.yaml": PORTAL["briefs/first/events.yaml"]
            + "xqevent: { date: 2022-02-02, title: Xqhappened, places: [idlib], actors: [hts], audience: internal }\n",
            "briefs/first/sources.yaml": PORTAL["briefs/first/sources.yaml"]
            + "xqtalk: { type: interview, role: Xqbaker, place: [idlib], date: 2023-04, audience: internal }\n",
            "briefs/first/maps/xqmap.yaml": "title: Xqmapped\naudience: internal\nfit: [idlib]\nplaces: [idlib]\nzones:\n  xqzone: { name: Xqzone, category: zone, circle: { around: idlib, radius: 5 } }\n",
            "briefs/xqbrief.md": "---\ntitle: Xqtitle\naudience: internal\ntopics: [Xqtopic]\nauthors: [Xqauthor]\n---\n\nXqtext [Idlib](place:idlib).\n",
        })
        self.build()
        self.assertIn("Xqsaid of", self.page("places/idlib.html"))
        self.assertIn("Xqzone", self.page("places/idlib.html"))
        self.build("--edition", "public")
        for path, data in snapshot(self.site).items():
            self.assertNotIn("xq", path.lower())
            if path.endswith((".html", ".svg", ".xml", ".json")):
                self.assertNotIn(b"xq", data.lower(), path)
        self.assertIn("In [the city of Idlib] HTS rules, with 3.5 men.", self.sentences("places/idlib.html"))
        self.links_hold()
