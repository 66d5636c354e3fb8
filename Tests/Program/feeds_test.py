"""Feeds by topic and by author: each with its briefs, gone with the last of them."""

import json
import re
from xml.etree import ElementTree

from fixture import PORTAL, ProgramCase

ATOM = "{http://www.w3.org/2005/Atom}"
PEOPLE = {"people.yaml": "ada:\n  name: Ada Lovelace\n"}


class FeedsTest(ProgramCase):
    def setUp(self) -> None:
        super().setUp()
        self.write(PORTAL | PEOPLE)
        self.write({
            "briefs/first/brief.yaml":
                "title: First\ndate: 2024-01-02\nauthors: [ada, Grace Hopper]\ntopics: [Water, Armed groups]\n",
            "briefs/second.md": "---\ntitle: Second\ndate: 2024-03-04\nauthors: [Grace Hopper]\ntopics: [water]\n---\n\nA.\n",
        })
        self.build()

    def feed(self, name: str) -> tuple[str | None, list[str | None]]:
        """A feed's title and those of its entries."""
        root = ElementTree.parse(self.site / "feeds" / name).getroot()
        return root.findtext(f"{ATOM}title"), [e.findtext(f"{ATOM}title") for e in root.iter(f"{ATOM}entry")]

    def names(self) -> set[str]:
        return {path.name for path in (self.site / "feeds").glob("*.xml")}

    def test_each_has_its_briefs(self) -> None:
        # Topics that differ in case alone are one, called as the newest brief has it.
        self.assertEqual(self.feed("topic-water.xml"), ("water – Portal", ["Second", "First"]))
        self.assertEqual(self.feed("topic-armed-groups.xml"), ("Armed groups – Portal", ["First"]))
        self.assertEqual(self.feed("author-ada.xml"), ("Ada Lovelace – Portal", ["First"]))
        self.assertEqual(self.feed("author-grace-hopper.xml"), ("Grace Hopper – Portal", ["Second", "First"]))
        self.assertEqual(len(self.names()), 4)

    def test_lists_lead_to_them(self) -> None:
        self.assertIn('href="../feeds/topic-armed-groups.xml"', self.page("topics/armed-groups.html"))
        self.assertIn('href="../feeds/author-ada.xml"', self.page("authors/ada.html"))
        self.assertIn('href="../../feeds/author-grace-hopper.xml"', self.page("authors/names/grace-hopper.html"))

    def test_one_goes_with_its_last_brief(self) -> None:
        brief = self.content / "briefs/first/brief.yaml"
        brief.write_text(brief.read_text().replace(", Armed groups", ""))
        self.build()
        self.assertNotIn("topic-armed-groups.xml", self.names())

    def test_names_that_no_file_could_have(self) -> None:
        long = "water " * 100
        self.write({
            "briefs/third.md": f"---\ntitle: Third\nauthors: [A B, A-B, '../x', '?']\ntopics: ['{long}', '{long}!x']\n---\n\nB.\n"})
        self.build()
        self.assertEqual(len(self.names()), 4 + 4 + 2)
        self.assertTrue(all(len(name.encode()) < 160 for name in self.names()))
        for name in self.names():
            self.feed(name)


LONG = {
    "portal.yaml": "title: Portal\nbaseURL: https://portal.example/sub/\nrawHTML: true\n",
    "places.yaml": "dhiban: { name: Dhiban, lon: 40.47, lat: 35.01 }\n",
    "briefs/first/brief.yaml":
        "title: First\ndate: 2024-01-02\nseries: Notes\nabstract: The abstract.[^one]\nkeyFindings: [A finding]\n",
    "briefs/first/01-ground.md":
        "# Ground\n\nDry [ground](place:dhiban) & <b>raw</b>.[^one] See [below](#part), [there](02-river.md), "
        "[out](https://else.example/) and ![a shore](shore.png).\n\n"
        "## Part\n\n```\n1 < 2\n```\n\n| a |\n| - |\n| b |\n\n![](map:area)\n\n[^one]: A source, [here](#ground).\n",
    "briefs/first/02-river.md": "# River\n\nA wide river.[^one]\n",
    "briefs/first/shore.png": b"\x89PNG\r\n\x1a\n",
    "briefs/first/maps/area.yaml": "title: Area\nextent: [40, 34, 41, 36]\nplaces: [dhiban]\n",
    "briefs/second.md": "---\ntitle: Second\nlanguage: ar\n---\n\nنص.[^one]\n\n[^one]: حاشية.\n",
}


class FullTextTest(ProgramCase):
    def setUp(self) -> None:
        super().setUp()
        self.write(LONG)
        self.build()
        feed = json.loads((self.site / "feed.json").read_text())
        self.items = {item["title"]: item for item in feed["items"]}
        self.html = self.items["First"]["content_html"]

    def test_every_address_is_absolute_or_of_the_entry(self) -> None:
        base = "https://portal.example/sub/"
        for wanted in (
            f'<a href="{base}places/dhiban.html"', f'<a href="{base}briefs/first/ground.html#part"',
            f'<a href="{base}briefs/first/river.html"', '<a href="https://else.example/">out</a>',
            f'<img src="{base}briefs/first/files/shore.png" alt="a shore"',
            f'<a href="{base}briefs/first/map-area.html"><img src="{base}briefs/first/map-area.svg" alt="Area"></a>',
        ):
            self.assertIn(wanted, self.html)
        for address in re.findall(r'(?:href|src)="([^"]*)"', self.html):
            self.assertRegex(address, "^(https://|#first-)")

    def test_notes_work_in_the_entry(self) -> None:
        ids = re.findall(r' id="([^"]*)"', self.html)
        self.assertEqual(len(ids), len(set(ids)))
        for anchor in re.findall(r'href="#([^"]*)"', self.html):
            self.assertIn(anchor, ids)
        self.assertIn('<li id="first-note-one"><p>A source, ', self.html)
        self.assertIn('<li id="second-note-one">', self.items["Second"]["content_html"])
        self.assertEqual(self.items["Second"]["language"], "ar")

    def test_what_needs_the_site_is_left_out(self) -> None:
        self.assertNotIn("<b>", self.html)
        self.assertNotIn("<svg", self.html)
        self.assertNotIn('class="p"', self.html)
        self.assertIn("<pre><code>1 &lt; 2", self.html)
        self.assertIn("<table>\n<thead>", self.html)
        self.assertNotIn("<div", self.html)

    def test_atom_carries_the_same(self) -> None:
        feed = ElementTree.parse(self.site / "feed.xml").getroot()
        contents = {e.findtext(f"{ATOM}title"): e.findtext(f"{ATOM}content") for e in feed.iter(f"{ATOM}entry")}
        self.assertEqual(contents, {title: item["content_html"] for title, item in self.items.items()})
        series = ElementTree.parse(self.site / "feeds/series-notes.xml").getroot()
        self.assertEqual(series.findtext(f"{ATOM}entry/{ATOM}content"), self.html)
        self.assertIn('href="feeds/series-notes.json"', self.page("briefs.html"))

    def test_without_an_address_there_are_summaries(self) -> None:
        self.write({"portal.yaml": "title: Portal\nrawHTML: true\n"})
        self.build()
        feed = json.loads((self.site / "feed.json").read_text())
        self.assertEqual([i["content_text"] for i in feed["items"]], ["The abstract.", "نص."])
        self.assertNotIn("content", [e.tag.removeprefix(ATOM) for e in ElementTree.parse(self.site / "feed.xml").iter()])

    def test_only_the_newest_are_whole(self) -> None:
        self.write({
            f"briefs/b{n:02}.md": f"---\ntitle: B{n:02}\ndate: 2025-01-{n:02}\nseries: Notes\n---\n\nText {n}.\n"
            for n in range(1, 31)
        })
        self.build()
        whole = [
            i["title"] for i in json.loads((self.site / "feed.json").read_text())["items"] if "content_html" in i]
        self.assertEqual(whole, [f"B{n:02}" for n in range(30, 10, -1)])
        items = json.loads((self.site / "feeds/series-notes.json").read_text())["items"]
        self.assertEqual([i["title"] for i in items if "content_html" in i], ["B30", "B29", "B28", "B27", "B26"])
        self.assertEqual(len(items), 31)

class NamesOfGroupsTest(FeedsTest):
    def test_signs_tell_topics_apart_and_marks_between_words_do_not(self) -> None:
        self.write({
            "briefs/third.md": "---\ntitle: Third\ndate: 2024-03-05\ntopics: [C#, armed-groups, \"!!!\"]\n---\n\nA.\n",
            "briefs/fourth.md": "---\ntitle: Fourth\ndate: 2024-03-06\ntopics: [C++, \"Armed Groups\", \"???\"]\n---\n\nA.\n",
        })
        self.build()
        titles = {self.feed(name)[0]: len(self.feed(name)[1]) for name in self.names() if name.startswith("topic-")}
        self.assertEqual(titles, {
            "C# – Portal": 1, "C++ – Portal": 1, "Armed Groups – Portal": 3, "!!! – Portal": 1, "??? – Portal": 1,
            "water – Portal": 2})
        for title in ("third", "fourth"):
            page = self.page(f"briefs/{title}.html")
            for href in re.findall(r'href="\.\./(topics/[^"#]*)"', page):
                self.assertIn(title.capitalize(), self.page(href.replace("%23", "#")))

    def test_without_an_address_of_its_own(self) -> None:
        self.write({"portal.yaml": "title: Portal\nlanguages: [en, fr]\n"})
        self.build()
        root = ElementTree.parse(self.site / "feeds/topic-water.xml").getroot()
        base = root.get("{http://www.w3.org/XML/1998/namespace}base")
        href = root.find(f"{ATOM}entry/{ATOM}link").get("href")
        self.assertTrue((self.site / "feeds" / base / href).exists())
        ids = [element.text for path in self.site.rglob("*.xml") if path.name != "sitemap.xml"
               for element in ElementTree.parse(path).getroot().findall(f"{ATOM}id")]
        self.assertEqual(len(ids), len(set(ids)))

    def test_a_feed_leads_to_the_page_of_its_briefs(self) -> None:
        links = [link.get("href") for link in
                 ElementTree.parse(self.site / "feeds/topic-water.xml").getroot().findall(f"{ATOM}link") if not link.get("rel")]
        self.assertEqual(links, ["https://portal.example/topics/water.html"])
        feed = json.loads((self.site / "feeds/author-ada.json").read_text())
        self.assertEqual(feed["home_page_url"], "https://portal.example/authors/ada.html")
