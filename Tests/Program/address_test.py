"""Where the site will be published: canonical links, feed, sitemap, robots."""

import re
import xml.etree.ElementTree as xml

from fixture import PORTAL, ProgramCase, snapshot

ATOM = "{http://www.w3.org/2005/Atom}"
SITEMAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
TITLE = "<&\"'> ]]> \N{RIGHT-TO-LEFT OVERRIDE}x"


class AddressTest(ProgramCase):
    def setUp(self) -> None:
        super().setUp()
        self.write(PORTAL)

    def assert_published_at(self, base: str) -> None:
        self.assertIn(f'<link rel="canonical" href="{base}">', self.page("index.html"))
        self.assertIn(
            f'<link rel="canonical" href="{base}briefs/second.html">', self.page("briefs/second.html"))
        feed = xml.fromstring(self.page("feed.xml"))
        self.assertEqual(feed.findtext(f"{ATOM}id"), base)
        links = {link.get("rel"): link.get("href") for link in feed.findall(f"{ATOM}link")}
        self.assertEqual(links, {"self": f"{base}feed.xml", None: base})
        self.assertEqual(
            [entry.findtext(f"{ATOM}id") for entry in feed.findall(f"{ATOM}entry")],
            [f"{base}briefs/second.html", f"{base}briefs/first.html"])
        places = [place.text for place in xml.fromstring(self.page("sitemap.xml")).iter(f"{SITEMAP}loc")]
        pages = {path for path in snapshot(self.site) if path.endswith(".html")}
        self.assertEqual(
            sorted(places), sorted(
                {base + path for path in pages - {"404.html", "search.html", "index.html"}} | {base}))
        self.assertTrue(self.page("robots.txt").endswith(f"Sitemap: {base}sitemap.xml\n"))

    def test_with_and_without_a_slash(self) -> None:
        self.build()
        self.assert_published_at("https://portal.example/")
        for given, base in {
            "https://other.example": "https://other.example/",
            "https://other.example/": "https://other.example/",
            "http://localhost:8080/deep/site": "http://localhost:8080/deep/site/",
            "https://other.example/a%20b/": "https://other.example/a%20b/",
        }.items():
            self.build("--base-url", given)
            self.assert_published_at(base)

    def test_the_page_for_missing_addresses_links_from_the_root(self) -> None:
        for given, root in {"https://x.example/deep": "/deep/", "https://x.example": "/"}.items():
            self.build("--base-url", given)
            self.assertRegex(self.page("404.html"), rf'href="{root}assets/site\.[0-9a-f]{{8}}\.css"')

    def test_without_an_address(self) -> None:
        self.write({"portal.yaml": "title: Portal\n"})
        self.build()
        self.assertFalse((self.site / "sitemap.xml").exists())
        self.assertNotIn('rel="canonical"', self.page("index.html"))
        ids = [e.text for e in xml.fromstring(self.page("feed.xml")).iter(f"{ATOM}id")]
        self.assertEqual(len(set(ids)), 3)
        self.assertTrue(all(re.match("[a-z]+:", id) for id in ids), ids)

    def test_feed_and_sitemap_hold_whatever_titles_hold(self) -> None:
        quoted = '"' + TITLE.replace('"', '\\"') + '\\u0001\\u0000"'
        self.write({
            "portal.yaml": f"title: {quoted}\ntagline: {quoted}\nbaseURL: https://portal.example/\n"
                           f"publisher: {{ name: {quoted} }}\nlicence: {{ name: {quoted} }}\n",
            "briefs/second.md":
                f"---\ntitle: {quoted}\nsubtitle: {quoted}\nauthors: [{quoted}]\ntopics: [{quoted}]\n"
                f"abstract: '<&> ]]> &amp;amp;'\n---\n\nText.\n",
        })
        self.build()
        feed = xml.fromstring(self.page("feed.xml"))
        shown = TITLE + "\N{REPLACEMENT CHARACTER}" * 2
        self.assertEqual(feed.findtext(f"{ATOM}title"), shown)
        self.assertEqual(feed.findtext(f"{ATOM}author/{ATOM}name"), shown)
        entry = next(e for e in feed.iter(f"{ATOM}entry") if "second" in (e.findtext(f"{ATOM}id") or ""))
        self.assertEqual(entry.findtext(f"{ATOM}title"), f"{shown}: {shown}")
        self.assertEqual(entry.find(f"{ATOM}category").get("term"), shown)
        self.assertEqual(entry.findtext(f"{ATOM}summary"), "<&> ]]> &amp;")
        xml.fromstring(self.page("sitemap.xml"))
