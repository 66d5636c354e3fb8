"""Feeds by topic and by author: each with its briefs, gone with the last of them."""

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
        self.assertIn('href="feeds/topic-armed-groups.xml"', self.page("topics.html"))
        for name in ("ada", "grace-hopper"):
            self.assertIn(f'href="feeds/author-{name}.xml"', self.page("authors.html"))

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
