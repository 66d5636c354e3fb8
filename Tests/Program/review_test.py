"""`chancery review`: edits with known answers, revisions in git, what goes wrong."""

import base64
import collections
import json
import os
import random
import re
import shutil
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

import jsonschema
import yaml

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "Tests" / "Review"))
import edits  # noqa: E402

CHANCERY = os.environ.get("CHANCERY", str(ROOT / ".build" / "release" / "chancery"))


SCHEMA = json.loads((ROOT / "docs/review.schema.json").read_text())


def run(*arguments, folder=None):
    return subprocess.run([CHANCERY, "review", *map(str, arguments)], cwd=folder, capture_output=True, text=True)


def git(folder, *arguments):
    environment = {**os.environ, "GIT_CONFIG_GLOBAL": "/dev/null", "GIT_CONFIG_SYSTEM": "/dev/null"}
    for who in ("AUTHOR", "COMMITTER"):
        environment |= {f"GIT_{who}_NAME": "A", f"GIT_{who}_EMAIL": "a@example.org"}
    subprocess.run(["git", "-C", str(folder), *arguments], check=True, capture_output=True, env=environment)


class ReviewTest(unittest.TestCase):
    def setUp(self):
        self.folder = Path(tempfile.mkdtemp())
        self.addCleanup(shutil.rmtree, self.folder)

    def compare(self, old, new):
        """Two one-file briefs."""
        (self.folder / "old.md").write_text(old)
        (self.folder / "new.md").write_text(new)
        result = run("--files", self.folder / "old.md", self.folder / "new.md", "--format", "json")
        self.assertIn(result.returncode, (0, 1), result.stderr)
        review = json.loads(result.stdout)
        jsonschema.validate(review, SCHEMA)
        return review["changes"]

    def found(self, changes):
        return sorted((change["kind"], change["target"]) for change in changes)


# The bundled content as it is written: of its translations, an edit makes those of the same place outdated.
CONTENT = Path(tempfile.mkdtemp(prefix="chancery-content-")) / "Content"


def setUpModule():
    shutil.copytree(ROOT / "Content", CONTENT, ignore=shutil.ignore_patterns("fr", "ar"))


def tearDownModule():
    shutil.rmtree(CONTENT.parent, ignore_errors=True)


class KnownEditTest(ReviewTest):
    """Every true edit is found, and nothing else is reported."""

    def edited(self, names, seed):
        content = Path(tempfile.mkdtemp(dir=self.folder)) / "Content"
        shutil.copytree(CONTENT, content)
        brief = next((content / "briefs").iterdir())
        used, wanted, generator = set(), [], random.Random(seed)
        for name in names:
            wanted += edits.EDITS[name](brief, generator, used)
        result = run("--files", CONTENT, content, "--format", "json")
        self.assertIn(result.returncode, (0, 1), result.stderr)
        review = json.loads(result.stdout)
        jsonschema.validate(review, SCHEMA)
        found = [change for change in review["changes"] if change["kind"] != "renumbered"]
        kinds = collections.Counter((change["kind"], change["target"]) for change in found)
        self.assertEqual(kinds, collections.Counter(wanted), f"{names}, seed {seed}: {result.stdout[:3000]}")
        self.assertEqual(result.returncode, 1 if wanted else 0)
        return found

    def test_each_edit(self):
        for name in edits.EDITS:
            for seed in range(3):
                with self.subTest(name, seed=seed):
                    self.edited([name], seed)

    def test_ten_at_once(self):
        for seed in range(8):
            names = random.Random(seed).sample(edits.MIXED, 10)
            with self.subTest(seed=seed):
                self.edited(names, seed)


class MeaningTest(ReviewTest):
    def test_a_figure_with_its_note(self):
        changes = self.compare(
            "# T\n\nThe fight left 374 dead in one week.[^toll]\n\n[^toll]: Statement of the office.\n",
            "# T\n\nThe fight left 347 dead in one week.[^toll]\n\n[^toll]: Statement of the office.\n")
        self.assertEqual(len(changes), 1)
        self.assertEqual(
            changes[0]["claims"],
            [{"kind": "number", "old": "374", "new": "347", "note": "toll", "noteChanged": False}])
        self.assertEqual(changes[0]["words"], {"inserted": 1, "deleted": 1})

    def test_a_date_and_a_name(self):
        changes = self.compare(
            "# T\n\nOn 20 January 2022 the convoy left for Raqqa by night.\n",
            "# T\n\nOn 21 January 2022 the convoy left for Hasaka by night.\n")
        claims = [(claim["kind"], claim["old"], claim["new"]) for claim in changes[0]["claims"]]
        self.assertEqual(claims, [("date", "20 January 2022", "21 January 2022"), ("name", "Raqqa", "Hasaka")])

    def test_how_it_is_set_is_no_change(self):
        changes = self.compare(
            "# T\n\n*One* and **two**, a `code`.\n\n* first\n* second\n\n| a | b |\n|---|---|\n| 1 | 2 |\n",
            "T\n=\n\n_One_ and\n__two__, a\n`code`.\n\n- first\n- second\n\n|a|b|\n|:--|--|\n|1|2|\n")
        self.assertEqual(changes, [])

    def test_typography_is_no_change_of_meaning(self):
        (self.folder / "a.md").write_text("# T\n\nIt isn't \"so\" -- or is it?\n")
        (self.folder / "b.md").write_text("# T\n\nIt isn’t “so” – or is it?\n")
        result = run("--files", self.folder / "a.md", self.folder / "b.md", "--format", "json")
        self.assertEqual(result.returncode, 0)
        self.assertTrue(all(c["weight"] == "typography" for c in json.loads(result.stdout)["changes"]))

    def test_inside_links_emphasis_and_quotations(self):
        for mark in ("[the old road](https://example.org/) was shut", "*the old road* was shut",
                     "> the old road was shut"):
            changes = self.compare(f"# T\n\n{mark}\n", f"# T\n\n{mark.replace('old', 'new')}\n")
            self.assertEqual(self.found(changes), [("edited", "paragraph")], mark)
            self.assertEqual(changes[0]["words"], {"inserted": 1, "deleted": 1})

    def test_where_a_link_leads(self):
        changes = self.compare(
            "# T\n\nSee [the record](https://example.org/a).\n", "# T\n\nSee [the record](https://example.org/b).\n")
        self.assertEqual(self.found(changes), [("edited", "link")])
        self.assertEqual(changes[0]["fields"][0]["new"], "https://example.org/b")

    def test_a_note_that_moved(self):
        text = "# T\n\nAlpha went north at once.{a} Then beta followed in the night.{b}\n\n[^n]: A record.\n"
        changes = self.compare(text.format(a="[^n]", b=""), text.format(a="", b="[^n]"))
        self.assertEqual(self.found(changes), [("moved", "note")])

    def test_a_reference_that_lost_its_note(self):
        changes = self.compare("# T\n\nAlpha went.[^n]\n\n[^n]: A record.\n", "# T\n\nAlpha went.[^n]\n")
        self.assertIn(("deleted", "note"), self.found(changes))
        self.assertIn(("broken", "note-reference"), self.found(changes))

    def test_ibid(self):
        text = "# T\n\nA.{a} B.[^i]\n\n[^p]: First record.\n[^q]: Second record.\n[^i]: Ibid.\n"
        changes = self.compare(text.format(a="[^q][^p]"), text.format(a="[^p][^q]"))
        fields = [field for change in changes for field in change.get("fields", [])]
        self.assertIn({"name": "“Ibid.” means", "old": "p", "new": "q"}, fields)

    def test_notes_are_renumbered_once(self):
        text = "# T\n\nA{a} b.[^x] C.[^y]\n\n[^x]: First record.\n[^y]: Second record.\n"
        changes = self.compare(text.format(a=""), text.format(a="[^n]") + "[^n]: Third record.\n")
        self.assertEqual(self.found(changes), [("inserted", "note"), ("renumbered", "note")])
        self.assertEqual(changes[1]["subject"], "notes 1–2 are now 2–3")

    def test_arabic_and_chinese(self):
        changes = self.compare("# ع\n\nقتل ٣٧٤ شخصا في المدينة.\n\n他们去了北方。\n", "# ع\n\nقتل ٣٤٧ شخصا في المدينة.\n\n他们去了南方。\n")
        self.assertEqual(self.found(changes), [("edited", "paragraph")] * 2)
        self.assertTrue(all(change["words"] == {"inserted": 1, "deleted": 1} for change in changes))

    def test_only_and_ignore(self):
        (self.folder / "a.md").write_text("# T\n\nOne road was shut.\n")
        (self.folder / "b.md").write_text("# T\n\nOne road was open.\n")
        files = ("--files", self.folder / "a.md", self.folder / "b.md")
        self.assertEqual(run(*files, "--ignore", "paragraph").returncode, 0)
        self.assertEqual(run(*files, "--only", "edited").returncode, 1)
        self.assertEqual(run(*files, "--only", "moved").returncode, 0)
        self.assertEqual(run("--only", "moved,paragraph", *files).returncode, 1)
        self.assertEqual(run("--ignore", "edited", "--ignore", "moved", *files).returncode, 0)
        self.assertEqual(run(*files, "--only", "pargraph").returncode, 64)
        self.assertEqual(run(*files, "--quiet").stdout, "")


class NoteTest(ReviewTest):
    def test_labels_that_are_numbers_may_be_counted_anew(self):
        changes = self.compare(
            "# T\n\nA x.[^1] B y.[^2] C z.[^3]\n\n[^1]: First source.\n[^2]: Second source.\n[^3]: Ibid.\n",
            "# T\n\nA x.[^1] N.[^2] B y.[^3] C z.[^4]\n\n[^1]: First source.\n[^2]: A fresh source.\n"
            "[^3]: Second source.\n[^4]: Ibid.\n")
        self.assertEqual(
            self.found(changes), [("edited", "paragraph"), ("inserted", "note"), ("renumbered", "note")])
        self.assertEqual(changes[0]["words"], {"inserted": 1, "deleted": 0})

    def test_a_label_that_changed(self):
        changes = self.compare(
            "# T\n\nA x.[^a]\n\n[^a]: Interview, Geneva, March 2020.\n",
            "# T\n\nA x.[^z]\n\n[^z]: Interview, Geneva, April 2020.\n")
        self.assertEqual(self.found(changes), [("edited", "note")])
        self.assertEqual(changes[0]["fields"], [{"name": "label", "old": "a", "new": "z"}])

    def test_references_in_notes(self):
        text = "# T\n\nA.[^a] B.[^b]\n\n[^a]: One note.{}\n[^b]: Other.{}\n"
        self.assertEqual(
            self.found(self.compare(text.format("[^b]", ""), text.format("", ""))), [("deleted", "note-reference")])

    def test_a_label_that_is_another_notes_now(self):
        for side, text in (("old", "A.[^1] B.[^2] C.[^3]\n\n[^1]: First.\n[^2]: Second.\n[^3]: Third.\n"),
                           ("new", "A.[^1] B. C.[^2]\n\n[^1]: First.\n[^2]: Third.\n")):
            folder = self.folder / side / "briefs/x"
            folder.mkdir(parents=True)
            (folder / "brief.yaml").write_text("title: X\nglance:\n  - { value: '4', label: men, note: '2' }\n")
            (folder / "01-one.md").write_text(f"# One\n\n{text}")
        result = run("--files", self.folder / "old", self.folder / "new", "--format", "json")
        changes = [change for change in json.loads(result.stdout)["changes"] if change["kind"] != "renumbered"]
        self.assertEqual(self.found(changes), [("deleted", "note"), ("edited", "metadata")])
        self.assertEqual(changes[1]["fields"], [{"name": "note", "old": "2 (gone)", "new": "2"}])
        self.assertNotIn("\\u0001", result.stdout)

    def test_a_note_that_goes_along_with_its_sentence(self):
        changes = self.compare(
            "# T\n\nIt rained. They left the old town early.[^a]\n\nNobody came.\n\n[^a]: X.\n",
            "# T\n\nIt rained.\n\nThey left the old town early.[^a] Nobody came.\n\n[^a]: X.\n")
        self.assertEqual({change["target"] for change in changes}, {"paragraph"})

    def test_a_paragraph_that_went_took_its_references(self):
        self.assertEqual(
            self.found(self.compare(
                "# T\n\nFirst of all.[^a]\n\nSecond of all, too.[^a]\n\n[^a]: X.\n",
                "# T\n\nFirst of all.[^a]\n\n[^a]: X.\n")), [("deleted", "paragraph")])


class ClaimTest(ReviewTest):
    def claims(self, old, new):
        note = "\n\n[^a]: X.\n[^b]: Y.\n"
        changes = self.compare(f"# T\n\n{old}{note}", f"# T\n\n{new}{note}")
        return [(claim["kind"], claim["old"], claim["new"]) for change in changes for claim in change.get("claims", [])]

    def test_figures(self):
        for old, new, claim in (
            ("They counted 374 men.", "They counted 347 men.", ("number", "374", "347")),
            ("Some 12\u00a0500 people left.", "Some 12\u00a0700 people left.",
             ("number", "12\u00a0500", "12\u00a0700")),
            ("It cost €500 then.", "It cost $500 then.", ("number", "€500", "$500")),
            ("It fell by -5 then.", "It fell by 5 then.", ("number", "-5", "5")),
            ("About 3 million left.", "About 3 billion left.", ("number", "3 million", "3 billion")),
            ("Some twenty-one left.", "Some twenty-two left.", ("number", "twenty-one", "twenty-two")),
            ("About 1/2 left.", "About 1/4 left.", ("number", "1/2", "1/4")),
            ("By 14:30 it was over.", "By 14:45 it was over.", ("number", "14:30", "14:45")),
            ("Some 20–25 men.", "Some 20–26 men.", ("number", "20–25", "20–26")),
            ("قتل ٣٧٤ شخصا.", "قتل ٣٤٧ شخصا.", ("number", "٣٧٤", "٣٤٧")),
            ("On 2022-01-20 it began.", "On 2022-01-21 it began.", ("date", "2022-01-20", "2022-01-21")),
            ("On 20/01/2022 it began.", "On 21/01/2022 it began.", ("date", "20/01/2022", "21/01/2022")),
            ("On January 20, 2022 it began.", "On January 20, 2021 it began.",
             ("date", "January 20, 2022", "January 20, 2021")),
            ("In January they left.", "In March they left.", ("date", "January", "March")),
            ("Le 1er février, il partit.", "Le 2 février, il partit.", ("date", "1er février", "2 février")),
            ("Since 2019 it has grown.", "Since 2020 it has grown.", ("date", "2019", "2020")),
            ("They met in Raqqa.", "They met in Homs.", ("name", "Raqqa", "Homs")),
            ("They met in Raqqa. Raqqa fell.", "They met in Raqqa. Homs fell.", ("name", "Raqqa", "Homs")),
            ("SDF units left.", "PKK units left.", ("name", "SDF", "PKK")),
        ):
            with self.subTest(old):
                self.assertEqual(self.claims(old, new), [claim])

    def test_what_is_no_claim(self):
        for old, new in (
            ("Dry ground it was.", "Wet ground it was."),
            ("From 2014-2017 it grew.", "From 2014–2017 it grew."),
            ("He said: “Nobody knew it.”", "He said: “Everybody knew it.”"),
            ("They may leave now.", "They must leave now."),
        ):
            with self.subTest(old):
                self.assertEqual(self.claims(old, new), [])

    def test_which_note_supports_it(self):
        for text, note in (
            ("They counted {}, then left.[^a] Others came.[^b]", "a"),
            ("According to one,[^a] they counted {}. Others left.[^b]", "a"),
            ("Others came.[^a] They counted {} men. They left.[^b]", "b"),
            ("In the U.S. they counted {} men.[^a] They left.[^b]", "a"),
            ("Others came.[^a] They counted {} men.", None),
        ):
            with self.subTest(text):
                changes = self.compare(
                    f"# T\n\n{text.format(374)}\n\n[^a]: X.\n[^b]: Y.\n",
                    f"# T\n\n{text.format(347)}\n\n[^a]: X.\n[^b]: Y.\n")
                self.assertEqual(changes[0]["claims"][0].get("note"), note)


class WeightTest(ReviewTest):
    def test_symbols_mean_something(self):
        for old, new in (("<50", ">50"), ("€500", "$500"), ("-5", "5"), ("5 × 3", "5 + 3"), ("✅ x", "❌ x"),
                         ("50 %", "50"), ("`x < 5`", "`x > 5`")):
            changes = self.compare(f"# T\n\nIt was {old} then.\n", f"# T\n\nIt was {new} then.\n")
            self.assertEqual([change["weight"] for change in changes], ["meaning"], old)

    def test_marks_do_not(self):
        for old, new in (("2014-2017", "2014–2017"), ("so, then", "so then"), ("“so”", "«so»"), ("a (b) c", "a b c")):
            changes = self.compare(f"# T\n\nIt was {old} then.\n", f"# T\n\nIt was {new} then.\n")
            self.assertTrue(all(change["weight"] == "typography" for change in changes), old)

    def test_what_is_not_seen_is_no_change(self):
        self.assertEqual(self.compare("# T\n\nInternational matter.\n", "# T\n\nInter\u00adnational matter.\n"), [])
        self.assertEqual(self.compare("# ع\n\nقال الجيش (السوري) نعم.\n", "# ع\n\nقال الجيش \u200f(السوري) نعم.\n"), [])
        self.assertEqual(self.compare("# T\n\n他们去了北方城市。\n", "# T\n\n他们去了\n北方城市。\n"), [])

    def test_code_keeps_its_lines(self):
        code = "# T\n\n```\nif x:\n    a()\n{}b()\n```\n"
        self.assertEqual(self.found(self.compare(code.format("    "), code.format(""))), [("edited", "code")])
        self.assertEqual(
            self.found(self.compare("# T\n\n```\n# rm a\nrm b\n```\n", "# T\n\n```\n# rm a rm b\n```\n")),
            [("edited", "code")])

    def test_raw_html_is_compared(self):
        changes = self.compare("# T\n\n<div>\nOld text\n</div>\n", "# T\n\n<div>\nNew text\n</div>\n")
        self.assertEqual(self.found(changes), [("edited", "code")])


class MatchTest(ReviewTest):
    BOILERPLATE = "See the annex for the full method and sources."

    def paragraphs(self, *texts):
        return "# T\n\n" + "\n\n".join(texts) + "\n"

    def test_repeated_paragraphs_are_told_apart_by_their_place(self):
        a, b, c = (f"Paragraph {name} says something of its own about {name}." for name in ("alpha", "beta", "gamma"))
        same = self.BOILERPLATE
        old = self.paragraphs(a, same, b, same, c, same)
        changes = self.compare(old, self.paragraphs(a, b, same, c, same))
        self.assertEqual(self.found(changes), [("deleted", "paragraph")])
        self.assertEqual(changes[0]["location"]["old"]["line"], 5)
        changes = self.compare(old, self.paragraphs(a, same, b, same.replace("full", "short"), c, same))
        self.assertEqual(self.found(changes), [("edited", "paragraph")])
        self.assertEqual(changes[0]["location"]["new"]["line"], 9)

    def test_short_texts_in_one_place_are_one(self):
        for old, new in (("It was late.", "They were late."), ("Homs.", "Idlib.")):
            changes = self.compare(
                self.paragraphs("The first stays as it is.", old, "The last stays too."),
                self.paragraphs("The first stays as it is.", new, "The last stays too."))
            self.assertEqual(self.found(changes), [("edited", "paragraph")], old)

    def test_a_piece_of_two_words(self):
        whole = "They marched all night through the hills. Nobody cared."
        parts = whole.replace(". ", ".\n\n", 1)
        self.assertEqual(self.found(self.compare(self.paragraphs(whole), self.paragraphs(parts))), [("split", "paragraph")])
        self.assertEqual(self.found(self.compare(self.paragraphs(parts), self.paragraphs(whole))), [("merged", "paragraph")])

    def test_a_heading_that_says_something_else_over_a_new_paragraph(self):
        changes = self.compare(
            "# T\n\n## One\n\nText that stays as it is here.\n\n## Two\n\nOther text that stays there.\n",
            "# T\n\n## Another\n\nWholly new words begin the section now.\n\nText that stays as it is here.\n\n"
            "## Two\n\nOther text that stays there.\n")
        self.assertIn(("edited", "heading"), self.found(changes))
        self.assertNotIn("deleted", [change["kind"] for change in changes if change["target"] == "heading"])

    def test_long_repetitive_texts(self):
        generator = random.Random(1)
        words = [generator.choice([f"w{i}" for i in range(60)]) for _ in range(20_000)]
        other = list(words)
        other[5_000] = other[15_000] = "changed"
        changes = self.compare(self.paragraphs(" ".join(words)), self.paragraphs(" ".join(other)))
        self.assertEqual(changes[0]["words"], {"inserted": 2, "deleted": 2})


class TableTest(ReviewTest):
    TABLE = "# T\n\n| Place | Dead | Source |\n|---|--:|---|\n| Raqqa | 10 | HNAP |\n| Homs | 4 | SDF |\n| Idlib | 7 | UN |\n"

    def test_cells_of_a_row(self):
        changes = self.compare(self.TABLE, self.TABLE.replace("10", "15"))
        self.assertEqual(self.found(changes), [("edited", "table-row")])
        self.assertEqual(changes[0]["fields"], [{"name": "Dead", "old": "10", "new": "15", "difference": "+5"}])
        self.assertEqual(changes[0]["location"], {"old": {"file": str(self.folder / "old.md"), "line": 5},
                                                  "new": {"file": str(self.folder / "new.md"), "line": 5}})

    def test_a_row_that_moved_and_changed(self):
        moved = self.TABLE.replace("| Raqqa | 10 | HNAP |\n", "") + "| Raqqa | 99 | Office |\n"
        changes = self.compare(self.TABLE, moved)
        self.assertEqual(self.found(changes), [("moved", "table-row")])
        self.assertEqual([field["name"] for field in changes[0]["fields"]], ["Dead", "Source"])
        self.assertEqual(changes[0]["weight"], "meaning")

    def test_columns(self):
        wider = "\n".join(line + end for line, end in zip(
            self.TABLE.rstrip("\n").split("\n"), ("", "", " Year |", "---|", " 2019 |", " 2020 |", " 2021 |"))) + "\n"
        changes = self.compare(self.TABLE, wider)
        self.assertEqual(self.found(changes), [("inserted", "table")])
        self.assertEqual(changes[0]["words"]["inserted"], 4)
        self.assertEqual(self.found(self.compare(wider, self.TABLE)), [("deleted", "table")])
        changes = self.compare(self.TABLE, wider.replace("10", "11"))
        self.assertEqual(self.found(changes), [("edited", "table-row"), ("inserted", "table")])

    def test_cells_under_a_column_that_stands_elsewhere(self):
        old = "# T\n\n| Place | Dead |\n|---|---|\n| Raqqa | 10 |\n| Homs | 4 |\n"
        new = "# T\n\n| Place | Year | Dead |\n|---|---|---|\n| Raqqa | 2014 | 11 |\n| Homs | 2015 | 4 |\n"
        changes = self.compare(old, new)
        self.assertEqual(changes[0]["fields"], [{"name": "Dead", "old": "10", "new": "11", "difference": "+1"}])

    def csv(self, old, new, description=("", "")):
        for side, text, about in (("old", old, description[0]), ("new", new, description[1])):
            folder = self.folder / side / "briefs/x/data"
            folder.mkdir(parents=True, exist_ok=True)
            (folder.parent / "brief.yaml").write_text("title: X\n")
            (folder / "t.csv").write_text(text)
            if about:
                (folder / "t.yaml").write_text(about)
        result = run("--files", self.folder / "old", self.folder / "new", "--format", "json")
        return [change for change in json.loads(result.stdout)["changes"] if change["target"] != "page"]

    CSV = "place,dead\nRaqqa,10\nHoms,4\nIdlib,7\n"

    def test_rows_of_data_and_their_lines(self):
        changes = self.csv(self.CSV, self.CSV.replace("4", "5"))
        self.assertEqual(self.found(changes), [("edited", "table-row")])
        self.assertEqual(changes[0]["location"]["new"], {"file": "briefs/x/data/t.csv", "line": 3})

    def test_a_figure_of_data_is_a_claim(self):
        changes = self.csv(self.CSV, self.CSV.replace("10", "11"))
        self.assertEqual([(claim["old"], claim["new"]) for claim in changes[0]["claims"]], [("10", "11")])
        changes = self.csv(self.CSV.replace("10", '"1,5"'), self.CSV.replace("10", '"2,5"'))
        self.assertEqual(changes[0]["fields"][0]["difference"], "+1")

    def test_rows_are_told_apart_alike_on_both_sides(self):
        changes = self.csv("year,dead,hurt,lost\n2014,1,2,3\n2014,3,4,5\n2015,5,6,7\n",
                           "year,dead,hurt,lost\n2014,1,2,3\n2015,5,8,9\n")
        self.assertEqual(self.found(changes), [("deleted", "table-row"), ("edited", "table-row")])

    def test_a_column_under_another_name(self):
        changes = self.csv(self.CSV, self.CSV.replace("dead", "killed"))
        self.assertEqual(self.found(changes), [("edited", "table")])
        self.assertIn({"name": "column", "old": "dead", "new": "killed"}, changes[0]["fields"])

    def test_a_column_that_came(self):
        changes = self.csv(self.CSV, "place,year,dead\nRaqqa,2019,10\nHoms,2020,4\nIdlib,2021,7\n")
        self.assertEqual(self.found(changes), [("edited", "table")])


class RecordTest(ReviewTest):
    """A record under another id is one change, and what refers to it none."""

    def edited(self, *pairs, rename=None):
        content = self.folder / "Content"
        shutil.copytree(CONTENT, content)
        for path in content.rglob("*"):
            if path.suffix in (".md", ".yaml", ".csv"):
                text = path.read_text()
                for old, new in pairs:
                    text = re.sub(old, new, text)
                path.write_text(text)
        if rename:
            path = next(content.rglob(rename[0]))
            path.rename(path.with_name(rename[1]))
        result = run("--files", CONTENT, content, "--format", "json")
        return json.loads(result.stdout)["changes"]

    def test_a_place(self):
        changes = self.edited((r"\bal-suwar\b", "al-suwar-town"))
        self.assertEqual(self.found(changes), [("edited", "place")])
        self.assertEqual(changes[0]["fields"], [{"name": "id", "old": "al-suwar", "new": "al-suwar-town"}])

    def test_a_map(self):
        changes = self.edited((r"map:attack\b", "map:raid"), (r"keyMap: attack\b", "keyMap: raid"),
                              rename=("attack.yaml", "raid.yaml"))
        self.assertEqual(self.found(changes), [("edited", "map"), ("moved", "page")])

    def test_a_note_that_records_name(self):
        label = r"(?<=\[\^)hnap(?=\])|(?<=note:)hnap\b|(?<=note: )hnap\b|(?<=, )hnap(?=[\],])|(?<=\[)hnap(?=[\],])|(?<=,)hnap$"
        self.assertEqual(self.found(self.edited((f"(?m){label}", "needs"))), [("edited", "note")])

    def test_a_brief_in_another_folder(self):
        changes = self.edited(rename=("2022-16-*", "2022-16-elsewhere"))
        self.assertEqual(self.found(changes), [("moved", "page")])

    def test_the_line_of_a_field(self):
        changes = self.edited((r"(?m)^title: .*", "title: Another title"), rename=("attack.yaml", "attack.yaml"))
        for change in changes:
            place = change["location"]["new"]
            line = (self.folder / "Content" / place["file"]).read_text().split("\n")[place["line"] - 1]
            self.assertIn("title", line)
        self.assertGreater(len(changes), 3)


class OtherNamesTest(ReviewTest):
    """Wherever a record is named, in notes, pages and translations too, its new id is told once."""

    FILES = {
        "portal.yaml": "title: P\n", "people.yaml": "ada: { name: Ada, role: Editor of the portal since it began }\n",
        "about.md": "# About\n\nBy [](person:ada) and [her](person:ada).\n",
        "briefs/b/brief.yaml": "title: B\n",
        "briefs/b/01-one.md": "# One {#one}\n\nA claim.[^n] See [](section:one).\n\n"
                              "[^n]: See [it](source:first) and [](source:first), [](section:one).\n",
        "briefs/b/02-two.md": "# Two\n\nMore of it.\n",
        "briefs/b/fr/01-one.md": "# Un\n\nPar [](person:ada).\n",
        "briefs/b/sources.yaml": "first: { type: book, title: A book on wells, publisher: Somebody }\n",
    }

    def changes(self, *pairs, extra=None):
        for side in ("old", "new"):
            for name, text in self.FILES.items():
                path = self.folder / side / name
                path.parent.mkdir(parents=True, exist_ok=True)
                for old, new in pairs if side == "new" else ():
                    text = text.replace(old, new)
                path.write_text(text)
        for name, text in (extra or {}).items():
            (self.folder / name).write_bytes(text)
        result = run("--files", self.folder / "old", self.folder / "new", "--format", "json")
        self.review = json.loads(result.stdout)
        return self.review["changes"]

    def test_each(self):
        self.assertEqual(self.found(self.changes(("first", "other"))), [("edited", "source")])
        self.assertEqual(self.found(self.changes(("person:ada", "person:eve"), ("ada:", "eve:"))), [("edited", "person")])
        changes = self.changes(("{#one}", "{#uno}"), ("section:one", "section:uno"))
        self.assertEqual(self.found(changes), [("moved", "page")])

    def test_a_file_that_is_broken_on_both_sides_or_on_one_alone(self):
        broken = {f"{side}/briefs/b/brief.yaml": b"title: [\n" for side in ("old", "new")}
        changes = self.changes(("More of it", "Less of it"), extra=broken)
        self.assertEqual(self.found(changes), [("edited", "paragraph")])
        (self.folder / "new/briefs/b/brief.yaml").unlink()
        result = run("--files", self.folder / "old", self.folder / "new", "--format", "json")
        self.assertEqual(self.found(json.loads(result.stdout)["changes"]), [("edited", "paragraph")])

    def test_a_broken_file_breaks_no_links(self):
        for name in ("briefs/b/sources.yaml", "briefs/b/01-one.md", "briefs/b/fr/01-one.md", "people.yaml"):
            changes = self.changes(("More of it", "Less of it"), extra={f"new/{name}": b"a: [\n\xff"})
            self.assertEqual([change["kind"] for change in changes if change["target"] != "translation"], ["edited"], name)
            self.assertEqual(self.review["unread"], [name])

    def test_order_and_numbers(self):
        self.assertEqual(
            self.found(self.changes(("title: B\n", "title: B\nnumberSections: false\n"))),
            [("inserted", "metadata")])


class EveryFieldTest(ReviewTest):
    """Whatever text or number of a YAML file is another, the review says so, in one change at its line. Values that
    name something, or that make an error, are not changed here."""

    # Their change is told at the line of what they are part of.
    PARTS = {"polygon", "geojson", "lat", "abstract", "relations", "briefs", "labels", "callouts", "routes"}

    def test_each_value(self):
        source = ROOT / "Tests/Portals/every-field/Content"
        content = self.folder / "Content"
        shutil.copytree(source, content)
        checked = 0
        for path in sorted(source.rglob("*.yaml")):
            text = path.read_text()
            for keys, node in scalars(yaml.compose(text)):
                raw = text[node.start_mark.index:node.end_mark.index]
                other = another(node, raw)
                if other is None:
                    continue
                (content / path.relative_to(source)).write_text(
                    text[:node.start_mark.index] + other + text[node.end_mark.index:])
                result = run("--files", source, content, "--format", "json")
                (content / path.relative_to(source)).write_text(text)
                review = json.loads(result.stdout)
                if review["summary"]["errors"]["new"]:
                    continue
                checked += 1
                where = f"{path.name}:{node.start_mark.line + 1}: {raw[:40]!r} → {other[-40:]!r}"
                changes = [change for change in review["changes"] if change["kind"] != "renumbered"]
                self.assertEqual(len(changes), 1, f"{where}: {self.found(changes)}")
                self.assertEqual(result.returncode, 1, where)
                place = changes[0]["location"].get("new") or changes[0]["location"]["old"]
                self.assertEqual(place["file"], path.relative_to(source).as_posix(), where)
                self.assertIn("line", place, where)
                if not self.PARTS.intersection(keys):
                    self.assertEqual(place["line"], node.start_mark.line + 1, where)
        self.assertGreater(checked, 110)


def scalars(node, keys=()):
    if isinstance(node, yaml.ScalarNode):
        yield keys, node
    elif isinstance(node, yaml.SequenceNode):
        for item in node.value:
            yield from scalars(item, keys)
    elif isinstance(node, yaml.MappingNode):
        for key, value in node.value:
            yield from scalars(value, (*keys, key.value))


def another(node, raw):
    """Another value of the same kind; None where the value names something."""
    if node.value in ("true", "false"):
        return "false" if node.value == "true" else "true"
    if re.fullmatch(r"-?[0-9.]+", raw):
        return raw[:-1] + ("1" if raw[-1] == "0" else str(int(raw[-1]) - 1))
    if re.fullmatch(r"[a-z0-9-]+", node.value):
        return None
    if node.style in ("|", ">"):
        return raw.rstrip("\n") + " zzword\n"
    return raw[:-1] + " zzword" + raw[-1] if node.style in ("'", '"') else raw + " zzword"


class TranslationTest(ReviewTest):
    """What a brief says in other languages, and what a change left behind."""

    FILES = {
        "briefs/a/brief.yaml": "title: A\nabstract: On wells.\ntranslations: { fr: { title: B, abstract: Des puits. } }\n",
        "briefs/a/01-one.md": "# One\n\nThere are three wells in the town.[^a]\n\n[^a]: Map.\n",
        "briefs/a/02-two.md": "# Two\n\nThe river is dry.\n",
        "briefs/a/fr/01-one.md": "# Un\n\nIl y a trois puits en ville.[^a]\n\n[^a]: Carte.\n",
        "briefs/a/fr/02-two.md": "# Deux\n\nLe fleuve est sec.\n",
    }

    def changes(self, **edits):
        """Files by their last name, with / as two underscores; None removes one."""
        for side in ("old", "new"):
            for name, text in self.FILES.items():
                path = self.folder / side / name
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_text(text)
        for name, change in edits.items():
            path = self.folder / "new/briefs/a" / self.name(name)
            path.parent.mkdir(parents=True, exist_ok=True)
            if change is None:
                path.unlink()
            elif isinstance(change, tuple):
                self.assertIn(change[0], path.read_text())
                path.write_text(path.read_text().replace(*change))
            else:
                path.write_text(change)
        result = run("--files", self.folder / "old", self.folder / "new", "--format", "json")
        return json.loads(result.stdout)["changes"]

    def name(self, name):
        return {"one": "01-one.md", "two": "02-two.md", "fr_one": "fr/01-one.md", "ar_one": "ar/01-one.md",
                "record": "brief.yaml"}[name]

    def test_one_that_a_change_left_behind(self):
        changes = self.changes(one=("three", "four"))
        self.assertEqual(self.found(changes), [("edited", "paragraph"), ("outdated", "translation")])
        self.assertEqual(changes[1]["location"]["new"]["file"], "briefs/a/fr/01-one.md")

    def test_one_that_followed(self):
        changes = self.changes(one=("three", "four"), fr_one=("trois", "quatre"))
        self.assertEqual(self.found(changes), [("edited", "paragraph"), ("edited", "paragraph")])
        self.assertEqual([change["section"] for change in changes], ["one", "fr/01-one.md"])

    def test_notes_of_a_translation(self):
        self.assertEqual(
            self.found(self.changes(one=("Map.", "Old map."))), [("edited", "note"), ("outdated", "translation")])
        self.assertEqual(
            self.found(self.changes(one=("Map.", "Old map."), fr_one=("Carte.", "Vieille carte."))),
            [("edited", "note"), ("edited", "note")])

    def test_how_it_is_set_is_no_change(self):
        self.assertEqual(self.changes(one=("three wells", "three\nwells"), fr_one=("y a", "y\na")), [])

    def test_a_translation_that_came_and_one_that_went(self):
        changes = self.changes(ar_one="# واحد\n\nثلاث آبار.\n", fr_one=None)
        self.assertEqual(self.found(changes), [("deleted", "translation"), ("inserted", "translation")])
        self.assertEqual(changes[0]["words"], {"inserted": 3, "deleted": 0})

    def test_what_is_translated_is_gone(self):
        changes = self.changes(two=None)
        self.assertIn(("outdated", "translation"), self.found(changes))

    def test_fields(self):
        self.assertEqual(self.found(self.changes(record=("title: B", "title: C"))), [("edited", "metadata")])
        self.assertEqual(
            self.found(self.changes(record=("title: A", "title: D"))),
            [("edited", "metadata"), ("outdated", "translation")])
        self.assertEqual(
            self.found(self.changes(record=("On wells", "On two wells"))),
            [("edited", "paragraph"), ("outdated", "translation")])
        self.assertEqual(
            self.found(self.changes(record=("fr: {", "ar: { title: أ }, fr: {"))), [("inserted", "metadata")])


class MapTest(ReviewTest):
    FILES = {
        "places.yaml": "a: { name: A, lon: 40, lat: 35 }\nb: { name: B, lon: 40.2, lat: 35.1 }\n",
        "briefs/x/brief.yaml": "title: X\n",
        "briefs/x/01-one.md": "# One\n\nText.\n\n![The map](map:m)\n",
        "briefs/x/maps/m.yaml": "title: M\nfit: [a, b]\nplaces: [b]\nzones:\n  z: { name: Z, category: c, "
                                "circle: { around: a, radius: 4.041 } }\n",
    }

    def changed(self, name, old, new, *arguments):
        for side in ("old", "new"):
            for path, text in self.FILES.items():
                target = self.folder / side / path
                target.parent.mkdir(parents=True, exist_ok=True)
                target.write_text(text.replace(old, new) if (side, path) == ("new", name) else text)
        return run("--files", self.folder / "old", self.folder / "new", *arguments)

    def test_a_place_that_moved_and_the_zones_that_follow(self):
        result = self.changed("places.yaml", "lon: 40,", "lon: 40.1,", "--format", "json")
        changes = json.loads(result.stdout)["changes"]
        self.assertEqual(self.found(changes), [("moved", "place")])
        self.assertEqual(changes[0]["fields"][0]["difference"], "9.1 km")
        self.assertIn("z (x, map m)", changes[0]["remark"])

    def test_every_digit_of_a_shape_counts(self):
        result = self.changed("briefs/x/maps/m.yaml", "4.041", "4.0412", "--format", "json")
        changes = json.loads(result.stdout)["changes"]
        self.assertEqual(self.found(changes), [("edited", "zone")])
        self.assertEqual(changes[0]["fields"][0]["new"], "4.0412 km around a")

    def test_a_map_under_another_name_before_and_after(self):
        self.changed("briefs/x/maps/m.yaml", "4.041", "8")
        maps = self.folder / "new/briefs/x/maps"
        (maps / "m.yaml").rename(maps / "n.yaml")
        section = self.folder / "new/briefs/x/01-one.md"
        section.write_text(section.read_text().replace("map:m", "map:n"))
        result = run("--files", self.folder / "old", self.folder / "new", "--format", "html")
        self.assertFalse("no such map" in result.stdout)
        self.assertEqual(result.stdout.count("data:image/svg+xml;base64,"), 2)

    def test_maps_before_and_after(self):
        page = self.changed("places.yaml", "lon: 40.2,", "lon: 40.1,", "--format", "html").stdout
        self.assertEqual(page.count("data:image/svg+xml;base64,"), 2)
        drawings = [base64.b64decode(part.split('"')[0]) for part in page.split("base64,")[1:]]
        self.assertTrue(all(b"</svg>" in drawing for drawing in drawings))
        self.assertNotEqual(*drawings)
        page = self.changed("briefs/x/01-one.md", "Text", "Other text", "--format", "html").stdout
        self.assertNotIn("base64", page)


class FileTest(ReviewTest):
    def test_folders_of_other_markdown(self):
        for side, word in (("old", "wells"), ("new", "springs")):
            for name, text in (("README.md", "# Read\n\nThree roads.\n"), ("docs/guide.md", f"# Guide\n\nThree {word}.\n"),
                               ("docs/deep/guide.md", "# Other guide\n\nFour.\n")):
                path = self.folder / side / name
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_text(text)
        result = run("--files", self.folder / "old", self.folder / "new", "--format", "json")
        changes = json.loads(result.stdout)["changes"]
        self.assertEqual(self.found(changes), [("edited", "paragraph")])
        self.assertEqual(changes[0]["location"]["new"], {"file": str(self.folder / "new/docs/guide.md"), "line": 3})
        # Another path that reads alike is another file.
        for side in ("old", "new"):
            (self.folder / side / "docs--guide.md").write_text("# Third\n\nFive.\n")
            (self.folder / side / "pictures").symlink_to("docs")
        result = run("--files", self.folder / "old", self.folder / "new", "--format", "json")
        self.assertEqual(json.loads(result.stdout)["changes"], changes)

    def test_another_picture_under_the_same_name(self):
        for side, picture in (("old", b"\x89PNG 1"), ("new", b"\x89PNG 2")):
            folder = self.folder / side / "briefs/a"
            folder.mkdir(parents=True)
            (folder / "brief.yaml").write_text("title: A\n")
            (folder / "01-one.md").write_text("# One\n\n![A well](well.png) ![A town](town.png)\n")
            (folder / "well.png").write_bytes(picture)
            (folder / "town.png").write_bytes(b"\x89PNG")
        for old, new in (("old", "new"), ("old/briefs/a", "new/briefs/a")):
            result = run("--files", self.folder / old, self.folder / new, "--format", "json")
            changes = json.loads(result.stdout)["changes"]
            self.assertEqual(self.found(changes), [("edited", "file")], result.stderr)
            self.assertIn("well.png", changes[0]["subject"])
        content = self.folder / "old"
        git(content, "init", "-q")
        git(content, "add", ".")
        git(content, "commit", "-qm", "Begin")
        (content / "briefs/a/town.png").write_bytes(b"\x89PNG 3")
        result = run("HEAD", "--content", content, "--format", "json", folder=content)
        self.assertEqual(self.found(json.loads(result.stdout)["changes"]), [("edited", "file")])


class GitTest(ReviewTest):
    def setUp(self):
        super().setUp()
        brief = self.folder / "Content" / "briefs" / "b"
        brief.mkdir(parents=True)
        (brief / "brief.yaml").write_text("title: A brief\n")
        (brief / "01-one.md").write_text("# One\n\nThe first road was shut in winter.\n")
        (brief / "02-two.md").write_text("# Two\n\nThe second road was open.\n")
        (self.folder / "Content" / "briefs" / "other.md").write_text("# Other\n\nSee [it](section:b/two).\n")
        self.brief = brief
        git(self.folder, "init", "-q", "-b", "main")
        git(self.folder, "add", "-A")
        git(self.folder, "commit", "-q", "-m", "One")

    def changes(self, *arguments):
        result = run(*arguments, "--format", "json", folder=self.folder)
        self.assertIn(result.returncode, (0, 1), result.stderr)
        return self.found(json.loads(result.stdout)["changes"])

    def test_working_tree_and_revisions(self):
        self.assertEqual(self.changes("main"), [])
        path = self.brief / "01-one.md"
        path.write_text(path.read_text().replace("winter", "spring"))
        self.assertEqual(self.changes("main"), [("edited", "paragraph")])
        git(self.folder, "commit", "-qam", "Two")
        self.assertEqual(self.changes("main"), [])
        self.assertEqual(self.changes("main~1", "main"), [("edited", "paragraph")])
        self.assertEqual(run("main~1", "HEAD", folder=self.folder / "Content" / "briefs").returncode, 2)
        self.assertEqual(run("main~1", "--content", self.folder / "Content").returncode, 1)

    def test_untracked_and_removed_files(self):
        (self.brief / "03-three.md").write_text("# Three\n\nA third road was built beside the canal.\n")
        self.assertEqual(self.changes(), [("inserted", "page"), ("inserted", "section")])
        (self.brief / "03-three.md").unlink()
        (self.brief / "01-one.md").unlink()
        self.assertEqual(
            [kind for kind in self.changes() if kind[0] != "renumbered"], [("deleted", "page"), ("deleted", "section")])

    def test_a_brief_in_one_file_and_the_file_that_translates_it(self):
        content = self.folder / "Content"
        (content / "portal.yaml").write_text("title: P\nlanguage: en\nlanguages: [en, fr]\n")
        own, other = content / "briefs/wells.md", content / "briefs/fr/wells.md"
        other.parent.mkdir()
        own.write_text("# Wells\n\n## Town\n\nThree wells are open.\n\n## River\n\nThe river is dry.\n")
        other.write_text("# Puits\n\n## Ville\n\nTrois puits sont ouverts.\n\n## Fleuve\n\nLe fleuve est sec.\n")
        git(self.folder, "add", "-A")
        git(self.folder, "commit", "-q", "-m", "Two")
        own.write_text(own.read_text().replace("dry", "wide"))
        self.assertEqual(self.changes(), [("edited", "paragraph"), ("outdated", "translation")])
        other.write_text(other.read_text().replace("sec", "large"))
        self.assertEqual(self.changes(), [("edited", "paragraph"), ("edited", "paragraph")])
        git(self.folder, "commit", "-qam", "Three")
        other.write_text(other.read_text().replace("Trois", "Quatre"))
        self.assertEqual(self.changes(), [("edited", "paragraph")])
        other.unlink()
        self.assertEqual(self.changes(), [("deleted", "translation")])

    def test_a_link_of_a_brief_that_did_not_change_breaks(self):
        (self.brief / "02-two.md").unlink()
        self.assertIn(("broken", "link"), self.changes())

    def test_a_file_with_another_name(self):
        git(self.folder, "mv", "Content/briefs/b/01-one.md", "Content/briefs/b/01-first.md")
        self.assertEqual(self.changes(), [("moved", "page")])

    def test_what_cannot_be_compared(self):
        for arguments in (["nowhere"], ["main", "nowhere"], ["main", "--content", "Elsewhere"], ["--content", "/nowhere"]):
            result = run(*arguments, folder=self.folder)
            self.assertEqual((result.returncode, result.stdout), (2, ""), arguments)
            self.assertEqual(len(result.stderr.splitlines()), 1, result.stderr)
        with tempfile.TemporaryDirectory() as outside:
            self.assertEqual(run("main", folder=outside).returncode, 2)

    def test_a_side_with_errors_is_compared_as_far_as_it_can_be_read(self):
        path = self.brief / "01-one.md"
        path.write_text(path.read_text().replace("winter", "spring"))
        (self.brief / "02-two.md").write_bytes(b"# Two\n\n\xff\xfe\n")
        result = run("main", "--format", "json", folder=self.folder)
        self.assertEqual(result.returncode, 1)
        self.assertIn("02-two.md", result.stderr)
        self.assertIn(("edited", "paragraph"), self.found(json.loads(result.stdout)["changes"]))
        (self.brief / "brief.yaml").write_text("title: [\n")
        result = run("main", "--format", "json", folder=self.folder)
        self.assertNotIn(("deleted", "brief"), self.found(json.loads(result.stdout)["changes"]))

    def test_a_file_that_is_broken_hides_no_other(self):
        """Broken on either side: nothing is told of it but that, and all else is."""
        path = self.brief / "01-one.md"
        text = path.read_text()
        for name, broken in (("brief.yaml", b"title: [\n"), ("02-two.md", b"\xff"), ("02-two.md", b"---\ntitle: x\n")):
            for isNew in (True, False):
                git(self.folder, "checkout", "-q", "-B", "try", "main")
                if not isNew:
                    (self.brief / name).write_bytes(broken)
                    git(self.folder, "commit", "-qam", "Broken")
                    git(self.folder, "checkout", "-q", "main", "--", "Content")
                else:
                    (self.brief / name).write_bytes(broken)
                path.write_text(text.replace("winter", "spring"))
                result = run("HEAD", "--format", "json", folder=self.folder)
                review = json.loads(result.stdout)
                jsonschema.validate(review, SCHEMA)
                self.assertEqual(self.found(review["changes"]), [("edited", "paragraph")], (name, isNew, review))
                self.assertEqual(review["unread"], [f"briefs/b/{name}"])
                self.assertEqual({finding["side"] for finding in review["findings"]}, {"new" if isNew else "old"})
                # It may have changed, so that nothing else did is not all.
                path.write_text(text)
                result = run("HEAD", folder=self.folder)
                self.assertEqual(result.returncode, 1)
                self.assertIn("no change of meaning in what can be read", result.stdout)
                git(self.folder, "checkout", "-q", "-f", "main")

    def test_places_that_cannot_be_read_take_no_zones_along(self):
        (self.folder / "Content/places.yaml").write_text("a: { name: A, lon: 40, lat: 35 }\n")
        (self.brief / "maps").mkdir()
        (self.brief / "maps/m.yaml").write_text(
            "title: M\nfit: [a]\nzones:\n  z: { name: Z, category: c, circle: { around: a, radius: 4 } }\n")
        git(self.folder, "add", "-A")
        git(self.folder, "commit", "-qm", "Places")
        (self.folder / "Content/places.yaml").write_text("a: [\n")
        self.assertEqual(self.changes(), [])

    def test_ranges_and_what_is_staged(self):
        path = self.brief / "01-one.md"
        git(self.folder, "checkout", "-qb", "side")
        path.write_text(path.read_text().replace("winter", "spring"))
        git(self.folder, "commit", "-qam", "Side")
        git(self.folder, "checkout", "-q", "main")
        (self.brief / "02-two.md").write_text("# Two\n\nThe second road was closed for good.\n")
        git(self.folder, "commit", "-qam", "Main")
        git(self.folder, "checkout", "-q", "side")
        self.assertEqual(self.changes("main...side"), [("edited", "paragraph")])
        self.assertEqual(self.changes("main..."), [("edited", "paragraph")])
        self.assertEqual(self.changes("main..side"), [("edited", "paragraph")] * 2)
        self.assertEqual(run("main...nowhere", folder=self.folder).returncode, 2)
        path.write_text(path.read_text().replace("spring", "summer"))
        self.assertEqual(self.changes("--staged"), [])
        git(self.folder, "add", "-A")
        path.write_text(path.read_text().replace("summer", "autumn"))
        result = run("--staged", folder=self.folder)
        self.assertIn("[-spring-] {+summer+}", result.stdout)
        self.assertEqual(run("main", "HEAD", "--staged", folder=self.folder).returncode, 64)

    def test_before_the_first_commit(self):
        folder = self.folder / "new"
        (folder / "Content/briefs").mkdir(parents=True)
        (folder / "Content/briefs/a.md").write_text("# A\n\nWords.\n")
        git(folder, "init", "-q")
        result = run("--format", "json", folder=folder)
        self.assertIn(("inserted", "brief"), self.found(json.loads(result.stdout)["changes"]))
        git(folder, "add", "-A")
        self.assertEqual(run("--staged", "--quiet", folder=folder).returncode, 1)

    def test_what_git_hooks_set(self):
        path = self.brief / "01-one.md"
        path.write_text(path.read_text().replace("winter", "spring"))
        for variables in (
            {"GIT_DIR": str(self.folder / ".git")}, {"GIT_DIR": ".git"}, {"GIT_LITERAL_PATHSPECS": "1"},
            {"TMPDIR": "/nowhere"}, {"GIT_EXTERNAL_DIFF": "false"}, {"LC_ALL": "C"},
        ):
            result = subprocess.run(
                [CHANCERY, "review", "--format", "json"], cwd=self.folder, env={**os.environ, **variables},
                capture_output=True, text=True)
            self.assertEqual(self.found(json.loads(result.stdout)["changes"]), [("edited", "paragraph")], variables)

    def test_an_object_that_lacks(self):
        blob = subprocess.run(
            ["git", "-C", self.folder, "rev-parse", "HEAD:Content/briefs/b/01-one.md"], capture_output=True, text=True,
            check=True).stdout.strip()
        (self.brief / "01-one.md").write_text("# One\n\nOther.\n")
        git(self.folder, "commit", "-qam", "Two")
        (self.folder / ".git/objects" / blob[:2] / blob[2:]).unlink()
        result = run("HEAD~1", "HEAD", folder=self.folder)
        self.assertEqual((result.returncode, result.stdout), (2, ""))
        self.assertEqual(len(result.stderr.splitlines()), 1)

    def test_links_to_folders(self):
        (self.folder / "Content/briefs/linked").symlink_to("b")
        git(self.folder, "add", "-A")
        git(self.folder, "commit", "-qm", "Link")
        self.assertEqual(self.changes(), [])
        (self.folder / "Content/briefs/again").symlink_to("linked")
        git(self.folder, "add", "-A")
        git(self.folder, "commit", "-qm", "Link to a link")
        (self.folder / "Content/portal.yaml").write_text("title: P\n")
        self.assertEqual(self.changes(), [("edited", "metadata")])

    def test_nothing_of_the_repository_changes(self):
        (self.folder / "Content/briefs/other.md").touch()
        before = sorted((p, p.stat().st_mtime_ns) for p in self.folder.rglob("*"))
        run("main", folder=self.folder)
        self.assertEqual(before, sorted((p, p.stat().st_mtime_ns) for p in self.folder.rglob("*")))


class ReadmeTest(ReviewTest):
    def test_what_the_readme_shows(self):
        """Its text is what is printed for just that edit."""
        shown = re.search(r"(?s)`chancery review main` says.*?```text\n(.*?)```", (ROOT / "README.md").read_text()).group(1)
        content = self.folder / "Content"
        shutil.copytree(CONTENT, content)
        git(self.folder, "init", "-q", "-b", "main")
        git(self.folder, "add", "-A")
        git(self.folder, "commit", "-qm", "One")
        for name, old, new in (("01-attack.md", "were 374", "were 347"), ("maps/stronghold.yaml", "width: 10", "width: 20")):
            path = next((content / "briefs").iterdir()) / name
            path.write_text(path.read_text().replace(old, new, 1))
        self.assertEqual(run("main", folder=self.folder).stdout, shown)


class FormatTest(ReviewTest):
    def test_markdown_stays_short_and_says_what_it_left_out(self):
        old = "# T\n\n" + "\n\n".join(f"Paragraph {i} says what {i} saw on day {i} of the march." for i in range(2000))
        (self.folder / "a.md").write_text(old)
        (self.folder / "b.md").write_text(old.replace("march", "siege"))
        result = run("--files", self.folder / "a.md", self.folder / "b.md", "--format", "markdown")
        self.assertLess(len(result.stdout.encode()), 60_000)
        self.assertIn("left out", result.stdout)

    def test_one_long_change_does_not_hide_the_others(self):
        old = "# T\n\n" + "\n\n".join(f"Paragraph {i} says what {i} saw on the march." for i in range(5)) + "\n"
        (self.folder / "a.md").write_text(old)
        (self.folder / "b.md").write_text(
            old.replace("# T\n", "# T\n\n" + "unheard-of words " * 8000 + "\n").replace("march", "siege"))
        result = run("--files", self.folder / "a.md", self.folder / "b.md", "--format", "markdown")
        self.assertLess(len(result.stdout.encode()), 60_000)
        self.assertEqual(result.stdout.count("<ins>siege</ins>"), 5)
        self.assertRegex(result.stdout, r"[0-9]+ more words")
        self.assertEqual(result.stdout.count("<details"), result.stdout.count("</details>"))

    def test_wide_characters_take_two_columns(self):
        old = "# T\n\n" + "他们去了北方的城市和村庄" * 20 + "三。\n"
        (self.folder / "a.md").write_text(old)
        (self.folder / "b.md").write_text(old.replace("三", "四"))
        result = run("--files", self.folder / "a.md", self.folder / "b.md")
        widths = [sum(2 if ord(mark) > 0x2E80 else 1 for mark in line) for line in result.stdout.splitlines()
                  if str(self.folder) not in line]
        self.assertLessEqual(max(widths), 80)

    def test_text_keeps_to_the_width_and_has_no_colour_in_a_pipe(self):
        (self.folder / "a.md").write_text("# T\n\n" + "one word follows another " * 40 + "\n")
        (self.folder / "b.md").write_text("# T\n\n" + "one word follows another " * 20 + "\x1b[31m odd " + "one word follows another " * 20 + "\n")
        result = run("--files", self.folder / "a.md", self.folder / "b.md")
        self.assertNotIn("\x1b", result.stdout)
        self.assertTrue(all(len(line) <= 84 for line in result.stdout.splitlines()), result.stdout)

    def test_long_texts_take_little_time(self):
        generator = random.Random(1)
        words = [f"w{i}" for i in range(4000)]
        texts = ["# T\n\n" + " ".join(generator.choice(words) for _ in range(50_000)) + "\n" for _ in range(2)]
        (self.folder / "a.md").write_text(texts[0])
        (self.folder / "b.md").write_text(texts[1])
        result = subprocess.run(
            [CHANCERY, "review", "--files", self.folder / "a.md", self.folder / "b.md", "--quiet"], timeout=60)
        self.assertEqual(result.returncode, 1)


if __name__ == "__main__":
    unittest.main()
