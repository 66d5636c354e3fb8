"""Revisions: proposed by `chancery review --draft`, and shown on the brief."""

from __future__ import annotations

import subprocess
import unittest

from fixture import ProgramCase

BRIEF = "title: First\ndate: 2022-04-05\nlanguage: en\n"
SECTION = "# The attack {#attack}\n\nIt began at dawn. The dead were 374 fighters.[^toll] It ended at *dusk*.\n\n"
NOTE = "[^toll]: SDF.\n"


class RevisionTest(ProgramCase):
    def setUp(self) -> None:
        super().setUp()
        self.git("init", "-q", ".")
        self.write({"briefs/first/brief.yaml": BRIEF, "briefs/first/01-attack.md": self.section(), "other.md": "x\n"})
        self.git("add", ".")
        self.git("commit", "-qm", "Begin")

    def section(self, old: str = "", new: str = "") -> str:
        return (SECTION + NOTE).replace(old, new)

    def git(self, *arguments: str) -> None:
        subprocess.run(
            ["git", "-c", "user.name=A", "-c", "user.email=a@example.org", *arguments],
            cwd=self.folder, capture_output=True, check=True, timeout=60)

    def draft(self, *arguments: str) -> str:
        return self.run_program("review", "HEAD", "--draft", *arguments).stdout

    def test_the_draft_is_an_entry_that_the_page_shows(self) -> None:
        self.write({"briefs/first/01-attack.md": self.section("374", "347")})
        draft = self.draft("--date", "2022-05-03")
        self.assertEqual(draft, """\
# briefs/first/brief.yaml
revisions:
  - date: 2022-05-03
    summary: "“374” is now “347”; 1 paragraph edited."
    wording:
      - section: attack
        was: "The dead were 374 fighters."
        now: "The dead were 347 fighters."
""")
        self.write({"briefs/first/brief.yaml": BRIEF + draft})
        self.build("--strict")
        page = self.page("briefs/first.html")
        self.assertIn('<a href="#_revisions">Updated 3 May 2022</a>: “374” is now “347”', page)
        self.assertIn("<summary>Earlier wording</summary>", page)
        self.assertIn("<del>The dead were 374 fighters.</del>", page)
        self.assertIn("<ins>The dead were 347 fighters.</ins>", page)
        # The entry itself is no change that a next one would tell of; that one is added to it.
        self.assertEqual(
            self.draft("--date", "2022-05-03"), draft.replace("revisions:\n", "# to be added to “revisions:”\n"))

    def test_marks_in_the_old_wording_are_text(self) -> None:
        self.write({"briefs/first/01-attack.md": self.section("dawn", "`d*wn*` [x](a_b_c) \\<b> \"c\" & d: #e @f")})
        self.write({"briefs/first/brief.yaml": BRIEF + self.draft()})
        self.git("commit", "-qam", "Marks")
        self.write({"briefs/first/01-attack.md": self.section()})
        self.write({"briefs/first/brief.yaml": (self.content / "briefs/first/brief.yaml").read_text() + self.draft()})
        done = self.build()
        self.assertNotIn("error", done.stderr)
        self.assertIn("d*wn* x &lt;b&gt; &quot;c&quot; &amp; d: #e @f. ", self.page("briefs/first.html") + " ")

    def test_the_wording_is_what_stood_there(self) -> None:
        """Every blank, no names of records, and always a paragraph that can be pasted."""
        for old, new, was, now in (
            ("He met Ahmad in Raqqa.", "He met (Ahmad) in Raqqa, Syria.",
             "He met Ahmad in Raqqa.", "He met (Ahmad) in Raqqa, Syria."),
            ("Old note text here now.", "New “note” text here now.",
             "Old note text here now.", "New “note” text here now."),
            ("See [](section:attack) 5.", "See [](section:attack) 6.",
             "See “The attack” 5.", "See “The attack” 6."),
            ("Of 5 % and می‌خواهد.", "Of 6 % and می‌خواهد.",
             "Of 5 % and می‌خواهد.", "Of 6 % and می‌خواهد."),
            ("A.", "A.\n\n\\- not a list", "", "- not a list"),
            ("A.", "A.\n\n1\\. no list", "", "1. no list"),
        ):
            with self.subTest(old):
                self.write({"briefs/first/01-attack.md": f"# The attack {{#attack}}\n\n{old}\n",
                            "briefs/first/brief.yaml": BRIEF})
                self.git("add", ".")
                self.git("commit", "-qm", "Before", "--allow-empty")
                self.write({"briefs/first/01-attack.md": f"# The attack {{#attack}}\n\n{new}\n"})
                draft = self.draft()
                self.write({"briefs/first/brief.yaml": BRIEF + draft})
                self.build()
                page = self.page("briefs/first.html")
                if was:
                    self.assertIn(f"<del>{was}</del>", page, draft)
                self.assertIn(f"<ins>{now}</ins>", page, draft)

    def test_nothing_to_tell(self) -> None:
        self.assertEqual(self.draft(), "# no change of meaning\n")
        self.write({"briefs/first/01-attack.md": self.section("dawn. ", "dawn.\n")})
        self.assertEqual(self.draft(), "# no change of meaning\n")
        for date in ("x", "2022-13-45", "2022-02-30", "2022", "٢٠٢٢-٠١-٠١"):
            self.assertEqual(self.run_program("review", "HEAD", "--draft", "--date", date).returncode, 64, date)
        self.assertRegex(self.draft("--date", "x") + self.run_program("review", "--date", "2022").stderr, "--date")

    def test_notes_rows_and_what_is_new(self) -> None:
        self.write({
            "briefs/first/01-attack.md": self.section("SDF.", "SDF, 2022.") + "\nAdded at the end.\n",
            "briefs/first/data/wells.csv": "place,count\nDhiban,3\n",
        })
        draft = self.draft()
        self.assertIn('was: "SDF."\n', draft)
        self.assertIn('now: "SDF, 2022."\n', draft)
        self.assertIn('- section: attack\n        now: "Added at the end."\n', draft)
        self.write({"briefs/first/brief.yaml": BRIEF + draft})
        self.build()

    def test_faults_are_located(self) -> None:
        self.write({"briefs/first/brief.yaml": BRIEF + (
            "revisions:\n  - summary: No date\n  - date: 2022-05-03\n    wording:\n"
            "      - { section: atack, was: a }\n      - { section: attack }\n      - { wass: a, now: b }\n")})
        done = self.build(exit=1)
        for place in ("brief.yaml:5:5", "brief.yaml:8:20", "brief.yaml:9:9", "brief.yaml:10:11"):
            self.assertIn(place, done.stdout + done.stderr)
        self.assertIn("attack", done.stderr)

    def test_in_french_and_arabic(self) -> None:
        for language, updated, earlier in (
            ("fr", "Mis à jour le 3 mai 2022", "Formulation antérieure"), ("ar", "حُدِّث في", "الصياغة السابقة"),
        ):
            self.write({"briefs/first/brief.yaml": BRIEF.replace("en", language) + (
                "revisions:\n  - { date: 2022-05-03, summary: x, wording: [{ was: a, now: b }] }\n")})
            self.build()
            page = self.page("briefs/first.html")
            self.assertIn(updated, page)
            self.assertIn(f"<summary>{earlier}</summary>", page)


if __name__ == "__main__":
    unittest.main()
