"""A second build writes what changed, removes what is gone, and touches nothing else."""

from fixture import MANIFEST, PORTAL, ProgramCase, drafts, snapshot, stamps


class RebuildTest(ProgramCase):
    def setUp(self) -> None:
        super().setUp()
        self.write(PORTAL)
        self.build()
        self.before = stamps(self.site)

    def touched(self) -> set[str]:
        """Files that are new, or were written anew."""
        after = stamps(self.site)
        return {path for path in after if after[path] != self.before.get(path)}

    def test_nothing_changed(self) -> None:
        done = self.build()
        self.assertRegex(done.stdout, r" 0 written, \d+ unchanged, 0 removed\n$")
        self.assertEqual(stamps(self.site), self.before)

    def test_one_word_changed(self) -> None:
        # The manifest keeps checksums, so it changes with any page; feeds carry the text of new briefs.
        river = self.content / "briefs/first/02-river.md"
        river.write_text(river.read_text().replace("wide", "narrow"))
        self.build()
        self.assertEqual(
            self.touched(),
            {"briefs/first/river.html", "briefs/first/whole.html", MANIFEST}
            | {f"{feed}.{form}" for feed in ("feed", "feeds/author-ada", "feeds/topic-water") for form in ("json", "xml")})

    def test_a_damaged_file_is_restored(self) -> None:
        page = self.site / "briefs/second.html"
        whole = page.read_bytes()
        for damaged in (whole[:-10], whole.replace(b"sparrow", b"falcons"), b""):
            page.write_bytes(damaged)
            self.build()
            self.assertEqual(page.read_bytes(), whole)
        page.unlink()
        self.build()
        self.assertEqual(page.read_bytes(), whole)

    def test_a_removed_brief(self) -> None:
        for path in sorted((self.content / "briefs/first").rglob("*"), reverse=True):
            path.rmdir() if path.is_dir() else path.unlink()
        (self.content / "briefs/first").rmdir()
        done = self.build()
        self.assertNotIn(" 0 removed", done.stdout)
        self.assertFalse((self.site / "briefs/first").exists(), "its folder stays, empty")
        self.assertFalse((self.site / "briefs/first.html").exists())
        self.assertFalse((self.site / "topics.html").exists(), "no topic is left")
        self.build("--output", "fresh")
        self.assertEqual(snapshot(self.site), snapshot(self.folder / "fresh"))

    def test_a_renamed_brief_keeps_its_old_address(self) -> None:
        old = self.content / "briefs/second.md"
        old.write_text(old.read_text().replace("---\n", "---\naliases: [second]\n", 1))
        old.rename(self.content / "briefs/third.md")
        self.build("--strict")
        self.assertIn("A lone sparrow", self.page("briefs/third.html"))
        page = self.page("briefs/second.html")
        self.assertIn('<meta http-equiv="refresh" content="0; url=../briefs/third.html">', page)
        self.assertIn('<link rel="canonical" href="https://portal.example/briefs/third.html">', page)
        self.assertIn('<a href="../briefs/third.html">Second</a>', page)
        self.assertNotIn("second.html", self.page("sitemap.xml"))

    def test_a_failed_build(self) -> None:
        whole = snapshot(self.site)
        self.write({
            "briefs/first/02-river.md": "# River\n\nA changed river.[^nothing]\n",
            "briefs/new.md": "# New\n\nGood text.\n",
        })
        self.build(exit=1)
        self.write({"briefs/first/02-river.md": "# River\n\nText.\n\n[^never]: Never referred to.\n"})
        self.build("--strict", exit=1)
        self.assertEqual(snapshot(self.site), whole)
        self.assertEqual(stamps(self.site), self.before)
        self.assertEqual(drafts(self.site), [])
