"""Files named by what they hold: pages lead to them, and what is no longer needed goes last."""

import re

from fixture import PORTAL, ProgramCase, snapshot

NAMED = re.compile(r"assets/(site|icon)\.[0-9a-f]{8}\.(css|svg)")


class AssetsTest(ProgramCase):
    def setUp(self) -> None:
        super().setUp()
        self.write(PORTAL)
        self.build()

    def named(self) -> set[str]:
        return {path for path in snapshot(self.site) if NAMED.fullmatch(path)}

    def test_every_page_leads_to_them(self) -> None:
        named = self.named()
        self.assertEqual(len(named), 2)
        pages = [path for path in snapshot(self.site) if path.endswith(".html")]
        self.assertIn("404.html", pages)
        for page in pages:
            found = {match[0] for match in NAMED.finditer(self.page(page))}
            self.assertEqual(found, named, page)

    def test_another_theme_is_another_name(self) -> None:
        before = self.named()
        self.write({"portal.yaml": PORTAL["portal.yaml"] + "theme: { accent: '#005f73' }\n"})
        self.build()
        after = self.named()
        self.assertEqual(len(after), 2, "the old ones are gone")
        self.assertFalse(before & after)
        self.test_every_page_leads_to_them()

    def test_what_people_link_to_keeps_its_name(self) -> None:
        for path in ("feed.xml", "sitemap.xml", "briefs/first/data/wells.csv"):
            self.assertTrue((self.site / path).is_file(), path)


if __name__ == "__main__":
    import unittest
    unittest.main()
