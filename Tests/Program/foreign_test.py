"""Files that Chancery did not write are never written over, moved or deleted."""

import os
import shutil

from fixture import MANIFEST, PORTAL, ProgramCase, drafts, snapshot

MINE = {
    "CNAME": "portal.example\n", ".nojekyll": "", "mine/page.html": "mine",
    "briefs/mine.txt": "mine", "briefs/first/mine.html": "mine", "assets/deep/mine.css": "mine",
}


class ForeignTest(ProgramCase):
    def setUp(self) -> None:
        super().setUp()
        self.write(PORTAL)

    def assert_refused(self, message: str, *arguments: str) -> None:
        before = snapshot(self.folder)
        done = self.build(*arguments, exit=2)
        self.assertEqual((done.stdout, done.stderr), ("", f"chancery: {message}\n"))
        self.assertEqual(snapshot(self.folder), before)
        self.assertEqual(drafts(self.site), [])

    def test_they_are_kept(self) -> None:
        self.write(MINE, under=self.site)
        self.build()
        shutil.rmtree(self.content / "briefs/first")
        self.build()
        for path, text in MINE.items():
            self.assertEqual(self.page(path), text)
        self.assertEqual(
            [path.name for path in (self.site / "briefs/first").iterdir()], ["mine.html"])

    def test_one_in_the_way_of_a_page(self) -> None:
        refusal = "“Public/{}” was not written by Chancery, and would be written over; move it away"
        self.write({"index.html": "mine"}, under=self.site)
        self.assert_refused(refusal.format("index.html"))
        (self.site / "index.html").unlink()
        self.build()
        self.write({"briefs/third.html": "mine"}, under=self.site)
        self.write({"briefs/third.md": "# Third\n\nText.\n"})
        self.assert_refused(refusal.format("briefs/third.html"))

    def test_one_in_the_place_of_a_page_that_is_gone(self) -> None:
        self.build()
        self.write({"briefs/second.html": "mine"}, under=self.site)
        (self.content / "briefs/second.md").unlink()
        self.build()
        self.assertEqual(self.page("briefs/second.html"), "mine")

    def test_a_file_where_a_folder_has_to_be_and_the_other_way(self) -> None:
        self.write({"briefs": "mine"}, under=self.site)
        self.assert_refused("“Public/briefs” is where a folder has to be; move it away")
        (self.site / "briefs").unlink()
        self.write({"feed.xml/mine": "mine"}, under=self.site)
        self.assert_refused("“Public/feed.xml” is a folder, where a file has to be; move it away")

    def test_a_symbolic_link_is_not_written_through(self) -> None:
        self.write({"briefs/first.html": "mine", "second.html": "mine"}, under=self.folder / "elsewhere")
        self.site.mkdir()
        (self.site / "briefs").symlink_to("../elsewhere/briefs")
        self.assert_refused(
            "“Public/briefs” is a symbolic link, and nothing is written through it; move it away")
        (self.site / "briefs").unlink()
        (self.site / "briefs").mkdir()
        (self.site / "briefs/second.html").symlink_to("../../elsewhere/second.html")
        self.assert_refused(
            "“Public/briefs/second.html” was not written by Chancery, and would be written over; "
            "move it away")

    def test_the_site_itself_may_be_a_symbolic_link(self) -> None:
        (self.folder / "real").mkdir()
        self.site.symlink_to("real")
        self.build()
        self.assertIn("Portal", (self.folder / "real/index.html").read_text())

    def test_a_folder_moved_behind_a_symbolic_link_is_not_emptied(self) -> None:
        self.build()
        shutil.move(self.site / "briefs/first", self.folder / "elsewhere")
        (self.site / "briefs/first").symlink_to(self.folder / "elsewhere")
        shutil.rmtree(self.content / "briefs/first")
        kept = snapshot(self.folder / "elsewhere")
        self.build()
        self.assertEqual(snapshot(self.folder / "elsewhere"), kept)

    def test_drafts_behind_a_symbolic_link_are_not_removed(self) -> None:
        self.write({"mine.txt": "mine"}, under=self.folder / "elsewhere")
        self.site.mkdir()
        (self.site / ".chancery-pending-1").symlink_to(self.folder / "elsewhere")
        self.build()
        self.assertEqual((self.folder / "elsewhere/mine.txt").read_text(), "mine")

    def test_a_manifest_that_lies(self) -> None:
        """Nothing outside the folder is removed, nor what has other bytes than ours."""
        outside = self.folder / "outside.txt"
        outside.write_text("mine")
        self.build()
        self.write({"mine.txt": "mine", "link-target/x": "mine"}, under=self.site)
        os.symlink(self.folder, self.site / "link")
        whole = (self.site / MANIFEST).read_text()
        lies = [
            "../outside.txt", str(outside), "link/outside.txt", "mine.txt", "a/../../outside.txt",
            "%2e%2e/outside.txt",
        ]
        # The right checksum for one of them, as far as a liar can know it.
        known = {line.split(" ", 1)[0] for line in whole.splitlines()[1:]}
        outside.write_bytes((self.site / "robots.txt").read_bytes())
        right = next(line.split()[0] for line in whole.splitlines() if line.endswith(" robots.txt"))
        self.assertIn(right, known)
        for lie in lies:
            for sum in ("0", "-", right):
                (self.site / MANIFEST).write_text(f"{whole}{sum} {lie}\n")
                self.build()
                self.assertTrue(outside.exists(), lie)
                self.assertEqual(self.page("mine.txt"), "mine", lie)
                self.assertEqual((self.site / MANIFEST).read_text(), whole)

    def test_a_damaged_or_missing_manifest_is_no_obstacle(self) -> None:
        self.build()
        whole = snapshot(self.site)
        bad = [
            b"", b"\n", b"\xff\x00", b"chancery 99\n", whole[MANIFEST][:-20],
            b"<<<<<<< ours\n" + whole[MANIFEST], whole[MANIFEST].replace(b" ", b"\n"),
        ]
        for damaged in bad:
            (self.site / MANIFEST).write_bytes(damaged)
            self.write({"briefs/second.md": PORTAL["briefs/second.md"].replace("lone", "lonely")})
            self.build()
            self.assertIn("lonely sparrow", self.page("briefs/second.html"))
            self.write(PORTAL)
            self.build()
            self.assertEqual(snapshot(self.site), whole)
        (self.site / MANIFEST).unlink()
        self.assertRegex(self.build().stdout, " 0 written")
        self.assertEqual(snapshot(self.site), whole)
