"""The index to search the site, and the page that searches it, in Chromium."""

from __future__ import annotations

import functools
import gzip
import http.server
import os
import shutil
import threading
import unittest
from importlib.resources import files
from pathlib import Path

from playwright.sync_api import Browser, Page, sync_playwright

from fixture import MANIFEST, PORTAL, ROOT, ProgramCase, snapshot, stamps

ENVIRONMENT = {"VIRTUAL_ENV": os.environ.get("VIRTUAL_ENV", str(ROOT / ".venv"))}
BRIEFS = {
    "briefs/first/01-ground.md":
        "# Ground\n\nDry ground.[^one]\n\n## Springs {#springs}\n\nA spring of sweet water, the \\<b> of it.\n\n"
        "## Pits\n\nA pit without water.\n\n[^one]: A kestrel said so.\n",
    "briefs/third.md": "---\ntitle: ثالث\nlanguage: ar\ndate: 2024-04-04\n---\n\nنهر الخابور عريض.\n",
}


class Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, *_arguments: object) -> None:
        pass


class SearchCase(ProgramCase):
    def setUp(self) -> None:
        super().setUp()
        self.write(PORTAL | BRIEFS)

    def build(self, *arguments: str, **options):
        return super().build(*arguments, **{"env": ENVIRONMENT} | options)


class IndexTest(SearchCase):
    def test_the_same_bytes(self) -> None:
        self.build("--search")
        self.build("--search", "--jobs", "1", "--output", "again")
        whole = snapshot(self.site)
        self.assertEqual(whole, snapshot(self.folder / "again"))
        found = {path.split("/")[1].split(".")[0] for path in whole if path.startswith("pagefind/")}
        self.assertEqual(found, {"pagefind", "pagefind-worker", "pagefind-entry", "wasm", "index", "fragment", "filter"})

    def test_numbers_of_notes_are_no_words(self) -> None:
        self.write({"briefs/first/brief.yaml":
            "title: First\nglance: [{ value: '374', label: springs counted, note: one }]\n"})
        self.build("--search")
        fragments = [gzip.decompress(path.read_bytes()).decode()
                     for path in (self.site / "pagefind/fragment").iterdir()]
        found = [text for text in fragments if "springs counted" in text]
        self.assertTrue(found)
        for text in found:
            self.assertNotIn("springs counted1", text)
            self.assertNotIn("ground.1", text)
            self.assertNotIn("Back to the text", text)

    def test_nothing_changed(self) -> None:
        self.build("--search", "--compress")
        before = stamps(self.site)
        done = self.build("--search", "--compress")
        self.assertIn(" 0 written,", done.stdout)
        self.assertEqual(stamps(self.site), before)

    def test_a_damaged_index_is_made_again(self) -> None:
        self.build("--search")
        whole = snapshot(self.site)
        (self.site / "pagefind/pagefind-entry.json").write_bytes(b"{}")
        next((self.site / "pagefind/fragment").iterdir()).unlink()
        self.build("--search")
        self.assertEqual(snapshot(self.site), whole)

    def test_what_is_gone_is_not_found(self) -> None:
        self.build("--search")
        (self.content / "briefs/second.md").unlink()
        self.build("--search")
        self.build("--search", "--output", "fresh")
        self.assertEqual(snapshot(self.site), snapshot(self.folder / "fresh"))

    def test_it_goes_with_the_option(self) -> None:
        self.build()
        plain = snapshot(self.site)
        self.assertIn("search.html", plain)
        self.build("--search", "--compress")
        self.build()
        self.assertEqual(snapshot(self.site), plain)

    def test_files_of_others_stay(self) -> None:
        self.build()
        (self.site / "pagefind").mkdir()
        (self.site / "pagefind/pagefind.js").write_text("mine")
        done = self.build("--search", exit=2)
        self.assertIn("pagefind/pagefind.js” was not written by Chancery", done.stderr)
        self.assertEqual((self.site / "pagefind/pagefind.js").read_text(), "mine")

    def test_without_pagefind_all_else_is_there(self) -> None:
        self.build("--search")
        whole = snapshot(self.site)
        tools = self.folder / "tools"
        tools.mkdir()
        self.write({"briefs/second.md": PORTAL["briefs/second.md"].replace("sparrow", "kestrel")})
        done = self.build("--search", exit=2, env={"PATH": str(tools), "VIRTUAL_ENV": str(tools)})
        self.assertEqual(done.stderr.count("\n"), 1, done.stderr)
        self.assertIn(".venv/bin/pip install 'pagefind[bin]==1.5.*'", done.stderr)
        after = snapshot(self.site)
        self.assertEqual(
            set(after), {path for path in whole if not path.startswith("pagefind/")}, "an index of other words")
        self.assertIn(b"kestrel", after["briefs/second.html"])
        self.build("--search")
        self.build("--search", "--output", "fresh")
        self.assertEqual(snapshot(self.site), snapshot(self.folder / "fresh"))


class PageTest(SearchCase):
    """The page as a reader meets it, below a path of the server."""

    browser: Browser

    @classmethod
    def setUpClass(cls) -> None:
        cls.playwright = sync_playwright().start()
        cls.addClassCleanup(cls.playwright.stop)
        cls.browser = cls.playwright.chromium.launch(executable_path="/usr/bin/chromium")
        cls.addClassCleanup(cls.browser.close)

    def show(self, path: str = "search.html", **options) -> Page:
        """Serves the site below `/deep/site/`."""
        root = self.folder / "served"
        shutil.rmtree(root, ignore_errors=True)
        shutil.copytree(self.site, root / "deep/site")
        server = http.server.ThreadingHTTPServer(
            ("127.0.0.1", 0), functools.partial(Quiet, directory=str(root)))
        threading.Thread(target=server.serve_forever, args=[0.02], daemon=True).start()
        self.addCleanup(server.server_close)
        self.addCleanup(server.shutdown)
        context = self.browser.new_context(**options)
        self.addCleanup(context.close)
        page = context.new_page()
        page.set_default_timeout(10_000)
        self.said: list[str] = []
        page.on("console", lambda message: self.said.append(message.text))
        page.on("pageerror", lambda error: self.said.append(str(error)))
        page.goto(f"http://127.0.0.1:{server.server_port}/deep/site/{path}")
        return page

    def search(self, page: Page, words: str) -> None:
        page.get_by_role("searchbox").fill(words)
        page.get_by_role("searchbox").press("Enter")

    def state(self, page: Page, words: str) -> None:
        page.wait_for_function("words => document.querySelector('[role=status]').textContent === words", arg=words)

    def axe(self, page: Page) -> list[str]:
        page.evaluate(files("axe_playwright_python").joinpath("axe.min.js").read_text(encoding="utf8"))
        return page.evaluate("async () => (await axe.run()).violations.map(v => v.id + ' ' + v.nodes[0].html)")

    def test_results_are_narrowed_by_topic_place_and_actor(self) -> None:
        self.write({
            "places.yaml": "dhiban: { name: Dhiban }\nhajin: { name: Hajin }\n",
            "actors.yaml": "sdf: { name: Syrian Democratic Forces, short: SDF }\nis: { name: Islamic State }\n",
            "briefs/fourth/brief.yaml": "title: Fourth\ntopics: [Oil]\n",
            "briefs/fourth/01-a.md": "# Alpha\n\nSweet water at [Dhiban](place:dhiban), says the [SDF](actor:sdf).\n",
            "briefs/fourth/02-b.md": "# Beta\n\nSalt water at [Hajin](place:hajin), says [IS](actor:is).\n",
        })
        self.build("--search")
        page = self.show()
        choice = page.get_by_label("Topics")
        choice.wait_for()
        self.assertEqual(choice.locator("option").all_inner_texts(), ["All", "Oil (3)", "Water (3)"])
        self.search(page, "water")
        self.state(page, "Pages found: 3")
        page.get_by_label("Places").select_option("Dhiban")
        self.state(page, "Pages found: 1")
        self.assertEqual(page.locator("#_results h2").all_inner_texts(), ["Alpha"])
        self.assertIn("place=Dhiban", page.url)
        page.get_by_label("Places").select_option("")
        page.get_by_label("Actors").select_option("Islamic State")
        self.state(page, "Pages found: 1")
        # Without words, all that was chosen.
        page.get_by_role("searchbox").fill("")
        page.get_by_label("Actors").select_option("")
        page.get_by_label("Topics").select_option("Oil")
        self.state(page, "Pages found: 3")
        self.assertEqual(self.axe(page), [])
        self.assertEqual(self.said, [])
        # The address holds what was chosen.
        page.goto(page.url)
        self.state(page, "Pages found: 3")

    def test_it_finds_a_brief(self) -> None:
        self.build("--search")
        page = self.show("index.html")
        page.get_by_role("navigation", name="Site").get_by_role("link", name="Search").click()
        self.search(page, "water")
        self.state(page, "Pages found: 1")
        results = page.locator("#_results > li")
        self.assertEqual(results.count(), 1, "the whole brief and its notes say it again")
        self.assertEqual(results.get_by_role("heading", level=2).all_inner_texts(), ["Ground"])
        self.assertEqual(results.locator(".kicker").inner_text(), "First")
        parts = results.locator("ul > li")
        self.assertEqual(parts.get_by_role("link").all_inner_texts(), ["Springs", "Pits"])
        self.assertIn("A spring of sweet <mark>water,</mark> the &lt;b&gt; of it.", parts.first.inner_html())
        self.assertEqual(page.locator("#_results b").count(), 0)
        self.assertEqual(self.axe(page), [])
        parts.first.get_by_role("link").click()
        self.assertTrue(page.url.endswith("/deep/site/briefs/first/ground.html#springs"), page.url)
        self.assertEqual(self.said, [])
        # The way back leads to what was found.
        page.go_back()
        self.state(page, "Pages found: 1")

    def test_notes_and_other_languages_are_found(self) -> None:
        self.build("--search")
        page = self.show("search.html?q=kestrel")
        self.state(page, "Pages found: 1")
        self.assertEqual(page.locator("#_results h2").inner_text(), "Ground")
        self.search(page, "الخابور")
        page.wait_for_function("() => document.querySelector('#_results h2')?.textContent === 'ثالث'")
        self.search(page, "zzzz")
        self.state(page, "No page has these words.")
        self.assertEqual(page.locator("#_results > li").count(), 0)
        self.search(page, "")
        self.state(page, "")
        self.assertEqual(self.said, [])

    def test_many_are_shown_step_by_step(self) -> None:
        self.write({f"briefs/more-{n:02}.md": f"---\ntitle: More {n}\n---\n\nAn otter.\n" for n in range(13)})
        self.build("--search")
        page = self.show()
        self.search(page, "otter")
        self.state(page, "Pages found: 13")
        results = page.locator("#_results > li")
        self.assertEqual(results.count(), 10)
        page.get_by_role("button", name="Show more").press("Enter")
        page.wait_for_function("() => document.querySelectorAll('#_results > li').length === 13")
        self.assertTrue(page.get_by_role("button").is_hidden())
        self.assertEqual(
            page.evaluate("document.activeElement.closest('#_results > li') === document.querySelector('#_results').children[10]"),
            True)

    def test_without_an_index_it_says_so(self) -> None:
        self.build()
        page = self.show()
        self.assertIn("This site cannot be searched: it was built without an index.", page.inner_text("main"))
        self.assertEqual(page.locator("script, form").count(), 0)
        self.assertEqual(page.get_by_role("link", name="Search").count(), 0)
        self.assertEqual(self.axe(page), [])

    def test_where_the_index_is_lost_it_says_so(self) -> None:
        self.build("--search")
        shutil.rmtree(self.site / "pagefind")
        page = self.show()
        self.state(page, "This site cannot be searched here: its index was not built, or cannot be loaded.")
        self.assertTrue(page.locator("form").is_hidden())
        page.goto(f"file://{self.site}/search.html")
        self.state(page, "This site cannot be searched here: its index was not built, or cannot be loaded.")

    def test_without_javascript_it_says_so(self) -> None:
        self.build("--search")
        page = self.show(java_script_enabled=False)
        self.assertIn("To search, this page needs JavaScript.", page.inner_text("[role=status]"))
        self.assertTrue(page.locator("form").is_hidden())

    def test_in_other_languages(self) -> None:
        for language, words, direction in (
            ("ar", "عدد الصفحات التي عُثر عليها: ١", "rtl"), ("fr", "Pages trouvées : 1", "ltr"),
        ):
            self.write({"portal.yaml": PORTAL["portal.yaml"] + f"language: {language}\n"})
            self.build("--search")
            page = self.show("search.html?q=sparrow")
            self.state(page, words)
            self.assertEqual(page.evaluate("getComputedStyle(document.querySelector('#_results')).direction"), direction)
            self.assertEqual(self.axe(page), [])

    def test_other_pages_stay_without_a_script(self) -> None:
        self.build("--search")
        for path in snapshot(self.site):
            if path.endswith(".html") and path != "search.html":
                self.assertNotIn("script-src", self.page(path), path)
                self.assertNotIn("<script src", self.page(path), path)


if __name__ == "__main__":
    unittest.main()
