"""A site in several languages: what is translated, what stands in its place, where readers switch."""

from __future__ import annotations

import json
import re
import shutil
import unittest

from fixture import ProgramCase, snapshot

PORTAL = {
    "portal.yaml": """\
title: Briefs
baseURL: https://portal.example/
language: en
languages: [en, fr, ar]
notice: A notice.
""",
    "about.md": "# About\n\nWho we are.\n",
    "fr/about.md": "# À propos\n\nQui nous sommes.\n",
    "fr/portal.yaml": "title: Notes\n",
    "places.yaml": "dhiban: { name: { en: Dhiban, ar: ذيبان }, lon: 40.47, lat: 35.01, description: A town. }\n",
    "fr/places.yaml": "dhiban: { name: Dhibane, description: Une ville. }\n",
    "glossary.yaml": "zakat: { term: zakat, definition: A tax. }\nbaya: { term: bay’a, definition: An oath. }\n",
    "ar/glossary.yaml": "zakat: { term: زكاة, definition: ضريبة. }\n",
    "briefs/first/brief.yaml": """\
title: First
subtitle: A subtitle
date: 2024-01-02
abstract: What it says.[^one]
keyFindings: [One finding., Another.]
glance: [{ value: over 30, label: civilians }]
translations:
  fr: { title: Premier, glance: [{ value: plus de 30, label: civils }] }
""",
    "briefs/first/fr/brief.yaml": "abstract: Ce qu’elle dit.[^one]\n",
    "briefs/first/01-ground.md": "# Ground {#ground}\n\nDry ground.[^one] At [](place:dhiban).[^two]\n\n## Deeper {#deep}\n\nMore.\n\n[^one]: A source.\n\n[^two]: Another.\n",
    "briefs/first/fr/01-ground.md": "# Le sol\n\nSol sec.[^two] À [](place:dhiban).[^one]\n\n## Plus bas {#deep}\n\nEncore.\n\n[^one]: Une source.\n",
    "briefs/first/02-river.md": "# River {#river}\n\nA wide [river](section:ground).[^one]\n\n![Wells](table:wells)\n\n![The area](map:area)\n",
    "briefs/first/data/wells.csv": "place,count\nDhiban,3000\n",
    "briefs/first/fr/data/wells.csv": "place,count\nÀ Dhibane,3000\n",
    "briefs/first/data/wells.yaml": "title: Wells\ncolumns: { count: { title: Count, type: integer, unit: m } }\n",
    "briefs/first/fr/data/wells.yaml": "title: Puits\n",
    "briefs/first/maps/area.yaml": "title: The area\nfit: [dhiban]\nmargin: 20\nplaces: [dhiban]\nzones:\n  z: { name: A zone, category: zone, circle: { around: dhiban, radius: 5 } }\n",
    "briefs/first/fr/maps/area.yaml": "title: La région\nzones: { z: { name: Une zone } }\n",
    "briefs/first/events.yaml": "raid: { date: 2024-01-05, title: A raid }\n",
    "briefs/first/fr/events.yaml": "raid: { title: Un raid }\n",
    "briefs/second.md": "---\ntitle: Second\ntranslations: { fr: { title: Deuxième } }\n---\n\nA lone sparrow.\n",
}


class LanguageTests(ProgramCase):
    def text(self, path: str) -> str:
        """A page's main part without its markup."""
        main = re.search(r"<main.*?</main>", self.page(path), re.DOTALL)[0]
        return re.sub(r"\s+", " ", re.sub(r"<[^>]*>", "", main))

    def test_each_language_has_a_site_of_the_same_pages(self) -> None:
        self.write(PORTAL)
        self.build("--strict")
        pages = {p.relative_to(self.site).as_posix() for p in self.site.rglob("*.html")}
        own = {p for p in pages if not p.startswith(("fr/", "ar/"))}
        self.assertEqual({p[3:] for p in pages if p.startswith("fr/")}, own)
        self.assertEqual({p[3:] for p in pages if p.startswith("ar/")}, own)

    def test_what_is_translated_is_shown(self) -> None:
        self.write(PORTAL)
        self.build()
        front = self.text("fr/briefs/first.html")
        for words in ("Premier", "Ce qu’elle dit.", "plus de 30", "civils", "One finding."):
            self.assertIn(words, front)
        for words in ("First", "What it says.", "over 30"):
            self.assertNotIn(words, front)
        ground = self.text("fr/briefs/first/ground.html")
        self.assertIn("Le sol", ground)
        self.assertIn("Dhibane", ground)
        self.assertIn('id="deep"', self.page("fr/briefs/first/ground.html"))
        self.assertIn("Qui nous sommes.", self.text("fr/about.html"))
        self.assertIn("La région", self.text("fr/briefs/first/map-area.html"))
        self.assertIn("Une zone", self.text("fr/briefs/first/map-area.html"))
        self.assertIn("Un raid", self.text("fr/briefs/first/events.html"))
        self.assertIn("À Dhibane", self.text("fr/briefs/first/data.html"))
        self.assertIn("Deuxième", self.text("fr/briefs.html"))
        # The names of the other languages stand beside the page's own.
        self.assertIn("Dhibane", self.text("fr/places.html"))
        self.assertIn("ذيبان", self.text("ar/briefs/first/map-area.html"))

    def test_notes_are_numbered_as_the_translation_refers_to_them(self) -> None:
        self.write(PORTAL)
        self.build()
        notes = re.findall(r'id="note-(\w+)"[^>]*>\s*<span class="number">(\d+)', self.page("fr/briefs/first/notes.html"))
        self.assertEqual(notes, [("two", "1"), ("one", "2")])
        page = self.page("fr/briefs/first/notes.html")
        self.assertIn("Une source.", page)
        self.assertIn("Another.", page)
        self.assertNotIn("A source.", page)

    def test_what_is_missing_falls_back_and_says_so(self) -> None:
        self.write(PORTAL)
        self.build()
        river = self.page("fr/briefs/first/river.html")
        self.assertIn("n’est pas traduite", river)
        self.assertRegex(river, r'<article class="text" lang="en">')
        self.assertIn('<html lang="fr"', river)
        self.assertIn("1 des 2 sections", self.text("fr/briefs/first.html"))
        ground = self.page("fr/briefs/first/ground.html")
        self.assertNotIn("n’est pas traduite", ground)
        # A note that nobody translated says what it is in.
        self.assertRegex(ground, r'id="note-two" lang="en"')
        self.assertRegex(ground, r'id="note-one" lang="fr"')
        self.assertRegex(self.page("ar/briefs/first/river.html"), r'<article class="text" lang="en" dir="ltr">')
        self.assertRegex(self.page("ar/glossary.html"), r'lang="en" dir="ltr">\s*<p>An oath')
        self.assertRegex(self.page("ar/briefs/first.html"), r'<ol class="findings" lang="en" dir="ltr">')
        self.assertIn("لم تُترجَم هذه الصفحة", self.text("ar/about.html"))
        self.assertNotIn("untranslated", self.page("briefs/first/river.html"))

    def test_every_page_leads_to_itself_in_the_other_languages(self) -> None:
        self.write(PORTAL)
        self.build()
        pages = [p for p in self.site.rglob("*.html") if 'http-equiv="refresh"' not in p.read_text()]
        self.assertGreater(len(pages), 30)
        for page in pages:
            text = page.read_text(encoding="utf8")
            switch = re.search(r'<nav class="languages".*?</nav>', text, re.DOTALL)[0]
            links = re.findall(r'href="([^"]*)" lang="(\w+)" hreflang="(\w+)"', switch)
            own = re.search(r'<html lang="(\w+)"', text)[1]
            self.assertEqual(sorted(tag for _, tag, _ in links), sorted({"en", "fr", "ar"} - {own}))
            for href, tag, _ in links:
                target = (self.site / href.lstrip("/")) if href.startswith("/") else (page.parent / href)
                self.assertTrue(target.is_file(), f"{page}: {href}")
                self.assertIn(f'<html lang="{tag}"', target.read_text(encoding="utf8"))

    def test_alternates_are_absolute_and_mutual(self) -> None:
        self.write(PORTAL)
        self.build()
        expected = {
            "en": "https://portal.example/briefs/first.html", "fr": "https://portal.example/fr/briefs/first.html",
            "ar": "https://portal.example/ar/briefs/first.html", "x-default": "https://portal.example/briefs/first.html",
        }
        for path in ("briefs/first.html", "fr/briefs/first.html", "ar/briefs/first.html"):
            found = dict(re.findall(r'hreflang="([\w-]+)" href="([^"]*)"', self.page(path)))
            self.assertEqual(found, expected)
        self.assertIn('rel="canonical" href="https://portal.example/fr/briefs/first.html"', self.page("fr/briefs/first.html"))
        sitemap = self.page("sitemap.xml")
        self.assertIn("https://portal.example/fr/briefs/first/ground.html", sitemap)
        self.assertIn("https://portal.example/", self.page("fr/feed.xml"))
        self.assertIn('xml:lang="fr"', self.page("fr/feed.xml"))

    def test_arabic_runs_from_right_to_left_in_its_own_digits(self) -> None:
        self.write(PORTAL)
        self.build()
        page = self.page("ar/briefs/first/data.html")
        self.assertIn('<html lang="ar" dir="rtl" data-digits="own"', page)
        self.assertIn("٣٬٠٠٠", page)
        self.assertIn("٢ كانون الثاني/يناير ٢٠٢٤", self.text("ar/briefs/first.html"))
        self.write({"portal.yaml": PORTAL["portal.yaml"].replace("ar]", "ar-MA]")})
        self.build()
        self.assertIn("3,000", self.page("ar-MA/briefs/first/data.html"))

    def test_faults_are_told_where_they_stand(self) -> None:
        self.write(PORTAL | {
            "briefs/first/fr/brief.yaml": "abstract: Bon.\nkeyFindings:\n  - Un [lieu](place:dhibann).\n",
            "briefs/first/fr/01-ground.md": "# Le sol\n\nSol.[^none]\n",
            "briefs/first/fr/events.yaml": "raid: { title: Un raid }\nother: { title: Rien }\n",
            "briefs/first/fr/maps/area.yaml": "title: [\n",
            "ar/glossary.yaml": "zakat: { term: زكاة, definition: \"[x](term:none)\" }\n",
        })
        done = self.build(exit=1)
        for place in (
            "briefs/first/fr/brief.yaml:3:8", "briefs/first/fr/01-ground.md:3:5",
            "briefs/first/fr/events.yaml:2:1", "briefs/first/fr/maps/area.yaml:", "ar/glossary.yaml:1:",
        ):
            self.assertIn(f"--> {place}", done.stderr)
        self.assertIn("did you mean “dhiban”", done.stderr)
        self.assertEqual(done.stderr.count("[unknown-place]"), 1)

    def test_a_build_after_an_edit_is_that_of_a_cold_one(self) -> None:
        self.write(PORTAL)
        self.build()
        edits = [
            {"briefs/fr/second.md": "# Le second\n\nUn moineau.\n"},
            {"briefs/fr/second.md": "# Le second\n\nDeux moineaux.\n"},
            {"briefs/first/fr/01-ground.md": "# Le sol\n\nTout autre.[^one]\n"},
            {"briefs/first/02-river.md": "# River {#river}\n\nA narrow river.[^two]\n"},
            {"fr/places.yaml": "dhiban: { description: Un village. }\n"},
            {"portal.yaml": PORTAL["portal.yaml"].replace("[en, fr, ar]", "[en, fr]")},
            {"portal.yaml": PORTAL["portal.yaml"].replace("[en, fr, ar]", "[en]")},
            {"portal.yaml": PORTAL["portal.yaml"]},
        ]
        for edit in edits:
            self.write(edit)
            self.build()
            warm = snapshot(self.site)
            cold = self.folder / "Cold"
            shutil.rmtree(cold, ignore_errors=True)
            self.build("--output", str(cold))
            self.assertEqual(warm, snapshot(cold))

    def test_a_brief_in_another_language_is_translated_too(self) -> None:
        self.write(PORTAL | {
            "briefs/third/brief.yaml": "title: Troisième\nlanguage: fr\n",
            "briefs/third/01-a.md": "# Une section {#a}\n\nTexte.\n",
            "briefs/third/en/brief.yaml": "title: Third\n",
            "briefs/third/en/01-a.md": "# A section\n\nText.\n",
        })
        self.build("--strict")
        self.assertIn("Third", self.text("briefs/third.html"))
        self.assertIn("Text.", self.text("briefs/third/a.html"))
        self.assertIn("Texte.", self.text("fr/briefs/third/a.html"))
        self.assertNotIn("untranslated", self.page("fr/briefs/third/a.html"))
        self.assertIn('lang="fr"', self.page("ar/briefs/third/a.html"))

    def test_what_is_left_out_of_an_edition_is_left_out_of_its_translations(self) -> None:
        self.write(PORTAL | {
            "briefs/first/03-secret.md": "---\naudience: internal\n---\n\n# Secret {#secret}\n\nXqbase.[^s]\n\n[^s]: Xqnote.\n",
            "briefs/first/fr/03-secret.md": "# Secret\n\nXqtranslated.[^s]\n\n[^s]: Xqfrench.\n",
            "briefs/first/fr/brief.yaml": "abstract: Ce qu’elle dit.[^one] Et cela.[^s]\n",
            "glossary.yaml": PORTAL["glossary.yaml"] + "hidden: { term: Xqterm, audience: internal }\n",
            "ar/glossary.yaml": "hidden: { term: Xqarabic }\n",
        })
        self.build("--edition", "public")
        for path, data in snapshot(self.site).items():
            self.assertNotIn(b"xq", data.lower() if path.endswith((".html", ".xml", ".json")) else b"", path)
        self.build()
        self.assertIn("Xqtranslated", self.page("fr/briefs/first/secret.html"))

    ONE_FILE = {
        "briefs/third.md": "# Third\n\nIt opens.[^a]\n\n## Ground\n\nDry.[^b]\n\n## River\n\nWide.\n\n[^a]: Own a.\n[^b]: Own b.\n",
        "briefs/fr/third.md": "---\nabstract: Un résumé.\n---\n\n# Troisième\n\nOuverture.[^b]\n\n## Le sol\n\nSec.[^a]\n\n## Le fleuve\n\nLarge.\n\n[^a]: Note a.\n",
    }

    def test_a_brief_in_one_file_is_translated_by_one_beside_it(self) -> None:
        self.write(PORTAL | self.ONE_FILE)
        self.build("--strict")
        page = self.page("fr/briefs/third.html")
        for text in ("Troisième", "Un résumé.", "Ouverture.", "Le sol", "Note a."):
            self.assertIn(text, page)
        self.assertNotIn("Dry.", page)
        # Sections keep their addresses; notes are numbered as the translation refers to them.
        anchors = [re.findall(r'<h2[^>]* id="([^"]*)"', self.page(p + "briefs/third.html")) for p in ("", "fr/")]
        self.assertEqual(*anchors)
        self.assertIn("ground", "".join(anchors[0]))
        self.assertRegex(page, r'(?s)id="note-b" lang="en".*Own b.*id="note-a" lang="fr"')
        self.assertIn("It opens.", self.page("ar/briefs/third.html"))
        self.assertIn("untranslated", self.page("ar/briefs/third.html"))
        self.assertFalse((self.site / "briefs/fr.html").exists())
        self.assertIn("It opens.", self.page("briefs/third.html"))

    def test_front_matter_alone_translates_a_record(self) -> None:
        self.write(PORTAL | self.ONE_FILE | {
            "briefs/fr/third.md": "---\ntitle: Troisième\n---\n",
            "briefs/fr/second.md": "---\ntitle: Le second\nabstract: Résumé.\n---\n\nUn moineau seul.\n",
        })
        self.build("--strict")
        page = self.page("fr/briefs/third.html")
        self.assertIn("Troisième", page)
        self.assertIn("It opens.", page)
        self.assertIn("Le second", self.page("fr/briefs/second.html"))
        self.assertIn("Un moineau seul.", self.page("fr/briefs/second.html"))

    def test_faults_in_it_are_told_where_they_stand(self) -> None:
        self.write(PORTAL | self.ONE_FILE | {
            "briefs/fr/third.md": "---\nauthors: { a: b }\ntitel: Oups\n---\n\n# Troisième\n\n## Le sol\n\nSec.[^none]\n",
            "briefs/fr/fourth.md": "# Quatrième\n",
        })
        text = self.build(exit=1).stderr
        self.assertRegex(text, r"briefs/fr/third.md:2:1")
        self.assertRegex(text, r"briefs/fr/third.md:3:1")
        self.assertRegex(text, r"briefs/fr/third.md:10:5")
        self.assertIn("text before its first heading", text)
        self.assertRegex(text, r"there is no .briefs/fourth.md.[^\n]*\n  --> briefs/fr/fourth.md")
        self.write({"briefs/fr/third.md": "# Troisième\n\nOuverture.\n\n## Le sol\n\nSec.\n"})
        self.assertIn("the brief has 3 sections, its translation 2", self.build(exit=1).stderr)

    def test_marks_in_its_front_matter_are_minded(self) -> None:
        self.write(PORTAL | self.ONE_FILE | {
            "briefs/fr/third.md": "---\naudience: internal\nabstract: Xqabstract.\n---\n\n# Xqtitle\n\nOuverture.\n\n## Le sol\n\nXqbody\n\n## Le fleuve\n",
        })
        self.build("--edition", "public")
        for path, data in snapshot(self.site).items():
            self.assertNotIn(b"xq", data.lower() if path.endswith((".html", ".xml", ".json")) else b"", path)

    def test_what_translates_nothing_is_told(self) -> None:
        self.write(PORTAL | {
            "fr/abuot.md": "# À propos\n", "briefs/first/fr/03-none.md": "# Rien\n",
            "briefs/first/fr/data/welles.csv": "a,b\n1,2\n", "briefs/first/fr/maps/other.yaml": "title: Rien\n",
        })
        text = self.build().stderr
        for name in ("fr/abuot.md", "briefs/first/fr/03-none.md", "briefs/first/fr/data/welles.csv",
                     "briefs/first/fr/maps/other.yaml"):
            self.assertIn(f"--> {name}", text)
        self.assertIn("did you mean “about.md”", text)
        self.assertEqual(text.count("[translates-nothing]"), 4)

    def test_a_table_in_another_language_has_the_same_rows(self) -> None:
        self.write(PORTAL | {"briefs/first/fr/data/wells.csv": "place,number\nÀ Dhibane,3000\n"})
        self.assertIn("--> briefs/first/fr/data/wells.csv:1:1", self.build(exit=1).stderr)
        self.write({"briefs/first/fr/data/wells.csv": "place,count\n"})
        self.assertIn("its rows are 0, those of the table 1", self.build(exit=1).stderr)

    def test_a_page_has_one_address_in_all_languages(self) -> None:
        self.write(PORTAL | {
            "portal.yaml": "title: P\nbaseURL: https://p.example/\nlanguages: [en, fr]\n",
            "briefs/first/brief.yaml": "title: First\nauthors: [Ada]\ntopics: [Water, Land]\nseries: Papers\n",
            "briefs/first/fr/brief.yaml":
                "title: Premier\nslug: premier\ntopics: [Eau, Terre]\nauthors: [Ada la Grande]\nseries: Cahiers\n",
            "briefs/second.md": "---\ntitle: Second\ntopics: [water]\n---\n\nA.\n",
        })
        done = self.build()
        self.assertIn("a page has one address in all languages", done.stderr)
        for page, title in (("briefs/first", "Premier"), ("topics/water", "Eau"), ("topics/land", "Terre"),
                            ("authors/names/ada", "Ada la Grande"), ("series/papers", "Cahiers")):
            html = self.page(f"fr/{page}.html")
            self.assertIn(f"<h1>{title}</h1>", html)
            self.assertIn(f'hreflang="en" href="https://p.example/{page}.html"', html)
            self.assertIn(f'href="{"../" * (page.count("/") + 1)}{page}.html" lang="en"', html)
        # A brief that nobody translated has its topic under the same name.
        self.assertIn("Second", self.page("fr/topics/water.html"))
        self.assertNotIn("/water.html\">water", self.page("fr/topics.html"))
        self.write({"briefs/first/fr/brief.yaml": "title: Premier\ntopics: [Eau]\n"})
        self.assertIn("“topics” has 2 items, and its translation 1", self.build(exit=1).stderr)

    def test_what_nobody_translated_is_cited_in_its_language(self) -> None:
        self.write({"portal.yaml": "title: P\nbaseURL: https://p.example/\nlanguages: [en, fr]\n",
                    "briefs/a.md": "---\ntitle: موجز\nlanguage: ar\n---\n\nنص.\n"})
        self.build()
        for page in ("briefs/a.html", "fr/briefs/a.html"):
            for tag in ('citation_language" content="ar"', 'DC.language" content="ar"', '"inLanguage":"ar"'):
                self.assertIn(tag, self.page(page))
        self.assertIn('<entry xml:lang="ar">', self.page("feed.xml"))
        self.assertIn("language = {ar}", self.run_program("cite", "a", "--format", "bibtex").stdout)

    def test_a_section_whose_title_alone_is_translated(self) -> None:
        self.write(PORTAL | {
            "portal.yaml": "title: P\nlanguages: [en, fr]\n", "briefs/first/fr/01-ground.md": "# Le sol\n"})
        self.assertIn("it has no text", self.build().stderr)
        self.assertIn("Dry ground.", self.page("fr/briefs/first/ground.html"))

    def test_figures_in_a_text_that_nobody_translated(self) -> None:
        self.write(PORTAL | {
            "portal.yaml": "title: P\nlanguages: [en, ar]\n",
            "briefs/first/01-ground.md": "# Ground\n\nDry.[^one]\n\n![The wells](table:wells)\n\n[^one]: A source.\n",
            "briefs/first/data/wells.csv": "place,count\nDhiban,>-1234.50\nHajin,2\n",
            "briefs/first/data/wells.yaml": "columns: { count: { type: number, unit: m } }\n",
            "briefs/first/data/ar/wells.yaml": "title: آبار\n",
        })
        self.build()
        page = self.page("ar/briefs/first/ground.html")
        self.assertIn('class="text" lang="en" dir="ltr"', page)
        self.assertIn('class="figure data" lang="ar" dir="rtl"', page)
        self.assertIn('<span lang="en" dir="ltr">The wells</span>', page)
        self.assertIn("\u2066&gt;−١٬٢٣٤٫٥٠\u2069", page)
        self.assertIn(">&gt;−1,234.50<", self.page("briefs/first/ground.html"))
        self.assertRegex(page, r'<p class="back" lang="ar"')

    def test_one_language_is_a_site_as_before(self) -> None:
        self.write(PORTAL | {"portal.yaml": "title: Briefs\n"})
        self.build()
        self.assertFalse((self.site / "fr").exists())
        self.assertNotIn("languages", self.page("index.html"))


if __name__ == "__main__":
    unittest.main()
