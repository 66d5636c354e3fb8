"""Links to paragraphs: anchors that their own words give, and nothing else."""

import re

from fixture import PORTAL, ProgramCase

ANCHOR = re.compile(r'<p id="(p-[0-9a-f]{6}(?:-\d+)?)">(.*?) <a class="p" href="#([^"]*)" aria-labelledby="_p"></a></p>', re.S)


class ParagraphsTest(ProgramCase):
    def section(self, text: str) -> list[tuple[str, str]]:
        self.write(PORTAL | {"briefs/first/01-ground.md": f"# Ground\n\n{text}\n"})
        self.build()
        found = ANCHOR.findall(self.page("briefs/first/ground.html"))
        self.assertTrue(all(anchor == link for anchor, _, link in found))
        return [(anchor, words) for anchor, words, _ in found]

    def test_edits_elsewhere_change_no_anchor(self) -> None:
        first = dict((words, anchor) for anchor, words in self.section("One thing.\n\nAnother thing."))
        second = dict((words, anchor) for anchor, words in self.section("New.\n\nAnother thing.\n\nOne thing."))
        self.assertEqual(set(first), {"One thing.", "Another thing."})
        for words, anchor in first.items():
            self.assertEqual(second[words], anchor)

    def test_equal_paragraphs_are_told_apart(self) -> None:
        anchors = [anchor for anchor, _ in self.section("Same.\n\nSame.\n\nSame.")]
        self.assertEqual(anchors, [anchors[0], f"{anchors[0]}-2", f"{anchors[0]}-3"])

    def test_the_same_on_the_page_of_all_sections(self) -> None:
        found = self.section("One thing.")
        self.assertIn(f'<p id="{found[0][0]}">One thing.', self.page("briefs/first/whole.html"))

    def test_equal_paragraphs_are_the_same_on_every_page(self) -> None:
        self.section("Same.\n\n- Same.\n\n- Same.\n\n> - Same.\n> - tight\n\nOther.")
        self.write({"briefs/first/02-river.md": "# River\n\nOther.\n\nSame.\n"})
        self.build()
        whole = [(anchor, words) for anchor, words, _ in ANCHOR.findall(self.page("briefs/first/whole.html"))]
        parts = [(anchor, words) for page in ("ground", "river")
                 for anchor, words, _ in ANCHOR.findall(self.page(f"briefs/first/{page}.html"))]
        self.assertEqual(whole, parts)
        self.assertEqual(len(set(whole)), 6)

    def test_not_in_notes_tables_and_tight_lists(self) -> None:
        found = self.section("Text.[^a]\n\n- tight\n- list\n\n| a |\n| - |\n| b |\n\n[^a]: A note.\n\n    Two paragraphs.")
        self.assertEqual(len(found), 1)
        self.assertEqual(len(self.section("- loose\n\n- list\n\n> quoted")), 3)

    def test_a_heading_may_not_take_one(self) -> None:
        anchor = self.section("Text.")[0][0]
        self.write({"briefs/first/01-ground.md": f"# Ground\n\nText.\n\n## {anchor}\n\nMore.\n\n## P-waves\n\nEnd.\n"})
        self.build()
        page = self.page("briefs/first/ground.html")
        self.assertEqual(page.count(f'id="{anchor}"'), 1)
        self.assertIn(f'id="h-{anchor}"', page)
        self.assertIn('id="p-waves"', page)
        self.write({"briefs/first/01-ground.md": f"# Ground\n\nText.\n\n## Heading {{#{anchor}}}\n\nMore.\n"})
        self.assertIn("[kept-id]", self.build(exit=1).stderr)
