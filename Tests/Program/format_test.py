"""`chancery format`: what it writes, what it leaves alone, and that `review` sees no change."""

from __future__ import annotations

import os
import random
import shutil
import stat
import unittest

from fixture import PORTAL, ROOT, ProgramCase, snapshot

FOLDER = {
    "brief.yaml": "title: First\n",
    "01-a.md": "# A\n\nOne[^b]. Two\nthree[^c].\n\n[^b]: B. More of it.\n",
    "02-b.md": "# B\n\nFour[^a].\n",
    "notes.md": "[^a]: About a.\n\n[^c]: About c.\n",
}

# Pieces of prose that people write, and some that they do not.
PIECES = [
    "The U.S. army left. It came back", "He paid 3.5 million. See no. 323 of the list", "Il part. Elle",
    "ذهب الرجل. وبقيت المرأة", "*One. Two*", "[a link. Two](https://a.example/)", "`code. Two`", "[^n1]",
    "[^n2]", "\n", "\n", "  \n", "\\\n", "“He left.” Then", "(One. Two.) Three", ". ", "! ", "? ", "1. ",
]
BLOCKS = [
    "{}", "> {}", "- {}\n- {}", "1. {}\n\n   {}", "| a | b |\n|---|--:|\n| {} | 1 |", "## {}", "> [!NOTE] T\n> {}",
    "```\n{}\n```", "- {}\n\n  > {}",
]


def random_text(source: random.Random) -> str:
    blocks = []
    for _ in range(source.randrange(1, 8)):
        shape = source.choice(BLOCKS)
        texts = []
        for _ in range(shape.count("{}")):
            words = "".join(source.choice(PIECES) for _ in range(source.randrange(1, 7))).strip()
            if "|" in shape or shape.startswith("##"):
                words = words.replace("\n", " ").replace("\\", "")
            texts.append(words.replace("\n\n", "\n") or "word")
        blocks.append(shape.format(*texts))
    notes = ["[^n1]: Note one. And more.", "[^n2]: Note\n    two. And more."]
    source.shuffle(notes)
    return "# Title\n\n" + "\n\n".join(blocks) + "\n\n" + "\n".join(notes) + "\n"


class FormatTest(ProgramCase):
    def format(self, *arguments: str, exit: int = 0):
        done = self.run_program("format", *arguments)
        self.assertEqual(done.returncode, exit, done.stdout + done.stderr)
        return done

    def test_sections_and_notes(self) -> None:
        self.write({f"briefs/first/{name}": text for name, text in FOLDER.items()})
        self.format("--check", exit=1)
        self.assertEqual((self.content / "briefs/first/02-b.md").read_text(), FOLDER["02-b.md"])
        done = self.format()
        self.assertIn("formatted Content/briefs/first/01-a.md", done.stdout)
        self.assertIn("2 of 3 files changed", done.stdout)
        self.assertEqual(
            (self.content / "briefs/first/01-a.md").read_text(),
            "# A\n\nOne[^b].\nTwo three[^c].\n\n[^b]: B. More of it.\n")
        # c is referred to in the first section, a in the second.
        self.assertEqual(
            (self.content / "briefs/first/notes.md").read_text(),
            "[^c]: About c.\n\n[^a]: About a.\n")
        self.assertIn("0 of 3 files would change", self.format("--check").stdout)

    def test_one_file_of_a_brief_knows_the_others(self) -> None:
        self.write({f"briefs/first/{name}": text for name, text in FOLDER.items()})
        self.format("Content/briefs/first/notes.md")
        self.assertTrue((self.content / "briefs/first/notes.md").read_text().startswith("[^c]"))

    def test_front_matter_line_ends_and_permissions_stay(self) -> None:
        text = b"\xef\xbb\xbf---\r\ntitle: \"One. Two\"\r\n---\r\n\r\nOne. Two\r\nthree.\r\n"
        self.write({"about.md": text})
        path = self.content / "about.md"
        path.chmod(0o640)
        self.format()
        self.assertEqual(path.read_bytes(), text.replace(b"One. Two\r\nthree", b"One.\r\nTwo three"))
        self.assertEqual(stat.S_IMODE(path.stat().st_mode), 0o640)

    def test_what_is_no_text_is_told_and_left(self) -> None:
        files = {
            "a.md": b"# A\n\nb \xff c. D\n", "b.md": b"---\ntitle: B\n\nOne. Two\n",
            "c.md": b"One.\0 Two. Three\n", "d.md": b"One. Two\n",
        }
        self.write(files)
        done = self.format(exit=1)
        for place in ("Content/a.md:3:3", "Content/b.md:1:1", "Content/c.md:1:5"):
            self.assertIn(place, done.stderr)
        after = snapshot(self.content)
        self.assertEqual(after.pop("d.md"), b"One.\nTwo\n")
        self.assertEqual(after, {name: files[name] for name in after})

    def test_links_and_hidden_files_are_passed_over(self) -> None:
        self.write({"kept.md": "One. Two\n", ".hidden/a.md": "One. Two\n"}, under=self.folder / "Else")
        self.write({"a.md": "One. Two\n"})
        os.symlink(self.folder / "Else/kept.md", self.content / "link.md")
        self.format("Content", "Else/.hidden/a.md")
        self.assertEqual((self.folder / "Else/kept.md").read_text(), "One. Two\n")
        # A link that is named is followed, and stays one.
        self.format("Content/link.md")
        self.assertEqual((self.folder / "Else/kept.md").read_text(), "One.\nTwo\n")
        self.assertTrue((self.content / "link.md").is_symlink())

    def test_pipes_are_no_files(self) -> None:
        self.write(PORTAL)
        os.mkfifo(self.content / "pipe.md")
        self.format("Content")
        self.assertIn("neither a file nor a folder", self.format("Content/pipe.md", exit=2).stderr)

    def test_preformatted_lines_stay(self) -> None:
        text = "<table><td>\n<pre>\n**One**,\n\n_two_. Three\nfour.\n</pre>\n</td></table>\n"
        self.write({"portal.yaml": "rawHTML: true\n", "a.md": text})
        self.format("Content")
        self.assertEqual((self.content / "a.md").read_text(), text)

    def test_paths(self) -> None:
        self.assertIn("nowhere", self.format("nowhere", exit=2).stderr)
        self.format("--jobs", "0", exit=64)
        self.write(PORTAL)
        self.format("Content/briefs/second.md", "Content/briefs", "Content")

    def test_review_sees_no_change_on_the_files_at_hand(self) -> None:
        for folder in ("Content", "Tests/Portals/every-field/Content", "Tests/Portals/wide/Content"):
            old, new = self.folder / "old", self.folder / "new"
            shutil.copytree(ROOT / folder, old)
            shutil.copytree(ROOT / folder, new)
            self.format(str(new))
            done = self.run_program("review", "--files", str(old), str(new))
            self.assertEqual((done.returncode, done.stdout), (0, "no change of meaning\n"))
            shutil.rmtree(old)
            shutil.rmtree(new)

    def test_review_sees_no_change_on_random_text(self) -> None:
        source = random.Random(5)
        texts = {f"briefs/b{index}.md": random_text(source) for index in range(300)}
        old, new = self.folder / "old", self.folder / "new"
        self.write(texts, under=old)
        self.write(texts, under=new)
        self.assertRegex(self.format(str(new)).stdout, r"300 of 300 files changed")
        done = self.run_program("review", "--files", str(old), str(new))
        self.assertEqual(
            [line for line in done.stdout.splitlines() if line], ["no change of meaning"])
        self.assertIn("0 of 300", self.format("--check", str(new)).stdout)

    def test_the_bundled_content_is_laid_out(self) -> None:
        self.format("--check", str(ROOT / "Content"), str(ROOT / "Sources/Commands/starter"))


if __name__ == "__main__":
    unittest.main()
