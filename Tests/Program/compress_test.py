"""Compressed files beside those that shrink: right, only where they help, and never older than their file."""

from __future__ import annotations

import gzip
import os
import signal
import subprocess
import time
import unittest
from pathlib import Path

from fixture import CHANCERY, MANIFEST, PORTAL, ProgramCase, drafts, snapshot, stamps

LONG = "A wide river, and dry ground beside it, of which much is to be said. " * 60


def unbrotli(data: bytes) -> bytes:
    done = subprocess.run(["brotli", "--decompress", "--stdout"], input=data, capture_output=True, check=True)
    return done.stdout


FORMS = {".gz": gzip.decompress, ".br": unbrotli}


class CompressTest(ProgramCase):
    def setUp(self) -> None:
        super().setUp()
        self.write(PORTAL)
        self.write({"briefs/first/02-river.md": f"# River\n\n{LONG}\n"})

    def siblings(self) -> set[str]:
        return {path for path in snapshot(self.site) if Path(path).suffix in FORMS}

    def assert_right(self) -> None:
        """Every sibling is its file's, and smaller; every file that shrinks has both."""
        files = snapshot(self.site)
        listed = {line.split(" ", 1)[1] for line in files[MANIFEST].decode().splitlines()[1:]}
        for path, data in files.items():
            suffix = Path(path).suffix
            if suffix in FORMS:
                self.assertEqual(FORMS[suffix](data), files[path.removesuffix(suffix)], path)
                self.assertLess(len(data), len(files[path.removesuffix(suffix)]), path)
                self.assertIn(path, listed)
            elif suffix in (".bib", ".css", ".html", ".json", ".ris", ".xml") and len(data) >= 1024:
                self.assertLessEqual({path + ".gz", path + ".br"}, files.keys())
            else:
                self.assertFalse({path + ".gz", path + ".br"} & files.keys(), path)

    def test_beside_what_shrinks(self) -> None:
        self.build("--compress")
        self.assertIn("briefs/first/river.html.br", self.siblings())
        self.assert_right()
        # No time and no name: RFC 1952, 2.3.
        self.assertEqual((self.site / "index.html.gz").read_bytes()[3:8], bytes(5))

    def test_the_same_bytes_however_built(self) -> None:
        self.build("--compress")
        self.build("--compress", "--jobs", "1", "--output", "again")
        self.assertEqual(snapshot(self.site), snapshot(self.folder / "again"))

    def test_only_what_changed_is_compressed(self) -> None:
        self.build("--compress")
        before = stamps(self.site)
        done = self.build("--compress")
        self.assertIn(" 0 written,", done.stdout)
        self.assertEqual(stamps(self.site), before)
        self.write({"briefs/first/02-river.md": f"# River\n\nNew. {LONG}\n"})
        self.build("--compress")
        after = stamps(self.site)
        pages = {"briefs/first/river.html", "briefs/first/whole.html"}
        self.assertEqual(
            # Feeds carry the text too.
            {path for path in after if after[path] != before.get(path) and not path.startswith("feed")},
            pages | {page + suffix for page in pages for suffix in FORMS} | {MANIFEST})
        self.assert_right()

    def test_a_damaged_or_missing_one_is_made_again(self) -> None:
        self.build("--compress")
        whole = snapshot(self.site)
        (self.site / "index.html.br").write_bytes(b"damaged")
        (self.site / "index.html.gz").unlink()
        self.build("--compress")
        self.assertEqual(snapshot(self.site), whole)

    def test_they_go_with_the_option(self) -> None:
        self.build()
        plain = snapshot(self.site)
        self.build("--compress")
        self.assertTrue(self.siblings())
        self.build()
        self.assertEqual(snapshot(self.site), plain)

    def test_they_go_with_their_file(self) -> None:
        self.build("--compress")
        (self.content / "briefs/second.md").unlink()
        self.build("--compress")
        self.assertFalse([path for path in snapshot(self.site) if path.startswith("briefs/second")])
        self.assert_right()

    def test_those_of_others_stay(self) -> None:
        self.build()
        (self.site / "index.html.gz").write_bytes(b"mine")
        whole = snapshot(self.site)
        done = self.build("--compress", exit=2)
        self.assertIn("index.html.gz” was not written by Chancery", done.stderr)
        self.assertEqual(snapshot(self.site), whole)
        self.build()
        self.assertEqual(snapshot(self.site), whole)

    def test_a_file_of_the_content_is_none(self) -> None:
        """A document that is called like a sibling is the document, whatever stands beside it."""
        self.write({"briefs/first/02-river.md": f"# River\n\n[a](depths.csv) [b](depths.csv.gz)\n",
                    "briefs/first/depths.csv": "place,depth\n" + "Dhiban,3\n" * 400,
                    "briefs/first/depths.csv.gz": b"a document"})
        self.build("--compress")
        document = self.site / "briefs/first/files/depths.csv.gz"
        self.assertEqual(document.read_bytes(), b"a document")
        self.assertTrue(document.with_suffix(".br").is_file())
        self.write({"briefs/first/depths.csv": "place,depth\n" + "Dhiban,4\n" * 400})
        self.build("--compress")
        self.assertEqual(document.read_bytes(), b"a document")

    def test_none_is_older_than_its_file(self) -> None:
        """Whenever a build is killed, every sibling that is there is its file's; the next build makes up for it."""
        self.write({f"briefs/more-{n:02}.md": f"---\ntitle: More {n}\n---\n\n{LONG}\n" for n in range(40)})
        self.build("--compress")
        killed = 0
        for turn in range(12):
            words = f"Turn {turn}. {LONG}"
            self.write({f"briefs/more-{n:02}.md": f"---\ntitle: More {n}\n---\n\n{words}\n" for n in range(40)})
            process = subprocess.Popen(
                [CHANCERY, "build", "--quiet", *["--compress"][: turn % 3]], cwd=self.folder,
                env=os.environ, start_new_session=True)
            wanted = stamps(self.site)
            until = time.monotonic() + 10
            # Killed a little after the first page changed: somewhere among the others.
            while process.poll() is None and time.monotonic() < until:
                try:
                    if (self.site / "briefs/more-00.html").stat().st_ino != wanted["briefs/more-00.html"][1]:
                        time.sleep(0.0007 * turn)
                        process.send_signal(signal.SIGKILL)
                        break
                except FileNotFoundError:
                    break
            killed += process.wait() != 0
            for path, data in snapshot(self.site).items():
                if (suffix := Path(path).suffix) in FORMS and not path.startswith(".chancery-pending"):
                    self.assertEqual(FORMS[suffix](data), (self.site / path.removesuffix(suffix)).read_bytes(), path)
        self.assertGreater(killed, 3, "too few builds were killed for this to tell anything")
        self.build("--compress")
        self.assert_right()
        self.assertEqual(drafts(self.site), [])


if __name__ == "__main__":
    unittest.main()
