"""`chancery review`: edits with known answers, revisions in git, what goes wrong."""

import base64
import collections
import json
import os
import random
import shutil
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "Tests" / "Review"))
import edits  # noqa: E402

CHANCERY = os.environ.get("CHANCERY", str(ROOT / ".build" / "release" / "chancery"))


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
        return json.loads(result.stdout)["changes"]

    def found(self, changes):
        return sorted((change["kind"], change["target"]) for change in changes)


class KnownEditTest(ReviewTest):
    """Every true edit is found, and nothing else is reported."""

    def edited(self, names, seed):
        content = Path(tempfile.mkdtemp(dir=self.folder)) / "Content"
        shutil.copytree(ROOT / "Content", content)
        brief = next((content / "briefs").iterdir())
        used, wanted, generator = set(), [], random.Random(seed)
        for name in names:
            wanted += edits.EDITS[name](brief, generator, used)
        result = run("--files", ROOT / "Content", content, "--format", "json")
        self.assertIn(result.returncode, (0, 1), result.stderr)
        found = [change for change in json.loads(result.stdout)["changes"] if change["kind"] != "renumbered"]
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
        self.assertEqual(run(*files, "--only", "pargraph").returncode, 64)
        self.assertEqual(run(*files, "--quiet").stdout, "")


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

    def test_maps_before_and_after(self):
        page = self.changed("places.yaml", "lon: 40.2,", "lon: 40.1,", "--format", "html").stdout
        self.assertEqual(page.count("data:image/svg+xml;base64,"), 2)
        drawings = [base64.b64decode(part.split('"')[0]) for part in page.split("base64,")[1:]]
        self.assertTrue(all(b"</svg>" in drawing for drawing in drawings))
        self.assertNotEqual(*drawings)
        page = self.changed("briefs/x/01-one.md", "Text", "Other text", "--format", "html").stdout
        self.assertNotIn("base64", page)


class FileTest(ReviewTest):
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

    def test_nothing_of_the_repository_changes(self):
        before = sorted((p, p.stat().st_mtime_ns) for p in self.folder.rglob("*"))
        run("main", folder=self.folder)
        self.assertEqual(before, sorted((p, p.stat().st_mtime_ns) for p in self.folder.rglob("*")))


class FormatTest(ReviewTest):
    def test_markdown_stays_short_and_says_what_it_left_out(self):
        old = "# T\n\n" + "\n\n".join(f"Paragraph {i} says what {i} saw on day {i} of the march." for i in range(2000))
        (self.folder / "a.md").write_text(old)
        (self.folder / "b.md").write_text(old.replace("march", "siege"))
        result = run("--files", self.folder / "a.md", self.folder / "b.md", "--format", "markdown")
        self.assertLess(len(result.stdout.encode()), 60_000)
        self.assertIn("left out", result.stdout)

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
