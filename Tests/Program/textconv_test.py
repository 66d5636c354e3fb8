"""git diff with the drivers that `chancery review --install` sets."""

from __future__ import annotations

import subprocess
import unittest

from fixture import CHANCERY, ProgramCase

FILES = {
    "briefs/first/brief.yaml": "title: First\n# a remark\nglance:\n  - { value: '3', label: Wells }\n",
    "briefs/first/01-ground.md": "# Ground {#g}\n\nDry ground.[^one] It\nrained. Then not.\n\n[^one]: S.\n",
    "geo/borders.geojson": '{"type":"LineString","coordinates":[[40.10,35],[40.2,35.1]],"name":"A b"}',
}


class TextconvTest(ProgramCase):
    def git(self, *arguments: str) -> str:
        done = subprocess.run(
            ["git", "-c", "user.name=A", "-c", "user.email=a@example.org", *arguments],
            cwd=self.folder, text=True, capture_output=True, check=True, timeout=60)
        return done.stdout

    def start(self, folder: str = "Content") -> None:
        self.content = self.folder / folder
        self.write(FILES)
        self.git("init", "-q")
        self.git("add", ".")
        self.git("commit", "-qm", "Begin")
        self.done = self.run_program("review", "--install", "--content", folder)
        self.assertEqual(self.done.returncode, 0, self.done.stderr)

    def marked(self) -> list[str]:
        """Lines that the diff marks, without their file names."""
        return [
            line for line in self.git("diff").splitlines()
            if line[:1] in "+-" and line[:3] not in ("+++", "---")
        ]

    def change(self, name: str, old: str, new: str) -> None:
        path = self.content / name
        text = path.read_text()
        self.assertIn(old, text)
        path.write_text(text.replace(old, new))

    def test_layout_is_no_difference(self) -> None:
        self.start()
        self.change("briefs/first/01-ground.md", "It\nrained. Then", "It rained.\nThen")
        self.change("briefs/first/brief.yaml", "{ value: '3', label: Wells }", "value: 3\n    label: Wells")
        self.change("briefs/first/brief.yaml", "# a remark\n", "")
        self.change("geo/borders.geojson", "[[40.10,35],", "[\n  [40.1, 35.0],\n")
        self.assertEqual(self.marked(), [])

    def test_sentences_and_values_are_told(self) -> None:
        self.start()
        self.change("briefs/first/01-ground.md", "It\nrained. Then", "It rained\nhard. Then")
        self.change("briefs/first/brief.yaml", "Wells", "Springs")
        self.change("geo/borders.geojson", "35.1", "35.2")
        self.assertEqual(self.marked(), [
            "-It rained.", "+It rained hard.", "-    label: Wells", "+    label: Springs",
            "-  40.2 35.1", "+  40.2 35.2",
        ])
        self.assertIn("@@ # Ground {#g}", self.git("diff", "-U0"))

    def test_folders_with_blanks_and_marks(self) -> None:
        self.start("My [draft] portal/The \"content\"")
        self.change("briefs/first/01-ground.md", "It\nrained.", "It rained.")
        self.assertEqual(self.marked(), [])

    def test_the_repository_itself_as_content(self) -> None:
        self.start(".")
        self.change("briefs/first/01-ground.md", "It\nrained.", "It rained.")
        self.assertEqual(self.marked(), [])

    def test_twice_is_once_and_what_was_set_stays(self) -> None:
        self.start()
        attributes = self.folder / ".git/info/attributes"
        attributes.write_text("*.png binary")
        for _ in range(2):
            done = self.run_program("review", "--install")
            self.assertEqual(done.returncode, 0, done.stderr)
        lines = attributes.read_text().splitlines()
        self.assertEqual(lines[0], "*.png binary")
        self.assertEqual(len(lines), len(set(lines)))
        self.assertEqual(len(lines), 5)
        for line in lines[1:]:
            self.assertIn(line, done.stdout)
        # What it prints undoes it.
        for line in done.stdout.splitlines():
            if line.strip().startswith("git config"):
                self.git(*line.split()[1:])
        self.assertNotIn("chancery", (self.folder / ".git/config").read_text())

    def test_what_cannot_be_read_is_shown_as_it_is(self) -> None:
        self.start()
        for name, text in (
            ("a.md", b"x \xff y\n"), ("b.yaml", b"a: [\n"), ("c.geojson", b"{,}\n"), ("d.csv", b"a,b\n"),
            ("e.yaml", b"- a\n"), ("f.geojson", b"[" * 200), ("g.md", b""), ("h.geojson", b""),
        ):
            self.write({name: text})
            done = subprocess.run(
                [CHANCERY, "textconv", str(self.content / name)], capture_output=True, check=False)
            self.assertEqual((done.returncode, done.stdout), (0, text), name)
        self.assertEqual(self.run_program("textconv", "nowhere.md").returncode, 2)

    def test_outside_a_repository(self) -> None:
        self.write(FILES)
        done = self.run_program("review", "--install", env={"GIT_CEILING_DIRECTORIES": "/"})
        self.assertEqual(done.returncode, 2)
        self.assertEqual(len(done.stderr.splitlines()), 1, done.stderr)
        self.assertEqual(self.run_program("review", "--install", "main").returncode, 64)


if __name__ == "__main__":
    unittest.main()
