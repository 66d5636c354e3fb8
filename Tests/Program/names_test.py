"""Briefs by name: only their files are written, by one build or by several at once."""

import shutil
import subprocess

from fixture import CHANCERY, MANIFEST, PORTAL, ProgramCase, drafts, snapshot, stamps

BROKEN = {"briefs/third.md": "---\ntitle: Third\n---\n\nSee [](section:nowhere).\n"}


class NamesTest(ProgramCase):
    def setUp(self) -> None:
        super().setUp()
        self.write(PORTAL)

    def test_only_its_files_are_written(self) -> None:
        self.build("second")
        self.assertEqual(set(snapshot(self.site)), {"briefs/second.html", MANIFEST})
        self.build("first", "second")
        self.assertIn("briefs/first/river.html", snapshot(self.site))
        self.assertNotIn("index.html", snapshot(self.site))

    def test_the_rest_stays_as_it_is(self) -> None:
        self.build()
        before = stamps(self.site)
        for brief in ("first/02-river.md", "second.md"):
            path = self.content / "briefs" / brief
            path.write_text(path.read_text().replace("wide", "narrow").replace("lone", "single"))
        self.build("second")
        after = stamps(self.site)
        touched = {path for path in after if after[path] != before.get(path)}
        self.assertEqual(touched, {"briefs/second.html", MANIFEST})
        self.build()
        self.assertEqual(snapshot(self.site), self.cold())

    def test_a_name_that_no_brief_has(self) -> None:
        done = self.build("secnd", exit=2)
        self.assertEqual(
            done.stderr, "chancery: there is no brief “secnd” in “Content”; did you mean “second”?\n")
        self.assertFalse(self.site.exists())

    def test_what_is_of_the_whole_site(self) -> None:
        for option in (["--search"], ["--deploy", "lists"]):
            self.build("second", *option, exit=64)

    def test_many_builds_at_once(self) -> None:
        names = [f"brief-{number}" for number in range(40)]
        self.write({f"briefs/{name}.md": f"# {name}\n\nWater.[^1]\n\n[^1]: A well.\n" for name in names})
        parallel = shutil.which("parallel")
        self.assertIsNotNone(parallel, "GNU parallel is missing")
        subprocess.run(
            [parallel, "--will-cite", "--jobs", "2", "-N", "5", CHANCERY, "build", "--quiet", ":::",
             *names, "first", "second"],
            cwd=self.folder, check=True, timeout=60)
        self.assertEqual(drafts(self.site), [])
        cold = self.cold()
        written = snapshot(self.site)
        of_briefs = {path for path in cold if path.startswith("briefs/")}
        self.assertEqual(set(written), of_briefs | {MANIFEST})
        self.assertEqual({path: written[path] for path in of_briefs}, {path: cold[path] for path in of_briefs})
        # The manifest knows all of them: the next build removes what is gone, and adds the rest.
        (self.content / "briefs/brief-7.md").unlink()
        self.build()
        self.assertEqual(snapshot(self.site), self.cold())

    def test_many_packings_at_once(self) -> None:
        names = [f"brief-{number}" for number in range(6)]
        self.write({f"briefs/{name}.md": f"# {name}\n\nWater.\n" for name in names})
        subprocess.run(
            [shutil.which("parallel"), "--will-cite", "--jobs", "2", CHANCERY, "pack", "--quiet", "--format", "epub",
             ":::", *names],
            cwd=self.folder, check=True, timeout=60)
        self.assertEqual(len(list((self.folder / "packs").rglob("*.epub"))), len(names))
        self.assertEqual(drafts(self.folder / "packs"), [])
        # All are listed: the site takes each for what it is.
        self.assertEqual(self.build().stderr, "")
        self.assertEqual(len(list((self.site / "packs").rglob("*.epub"))), len(names))

    def test_findings_of_some_briefs(self) -> None:
        self.write(BROKEN)
        whole = self.run_program("check")
        self.assertEqual(whole.returncode, 1)
        self.assertEqual(self.run_program("check", "third").stdout, whole.stdout)
        self.assertEqual(self.run_program("check", "first", "second").returncode, 0)
        self.write({"briefs/third.md": b"\xff"})
        self.assertIn("third.md", self.run_program("check", "third").stdout)
        self.assertEqual(self.run_program("check", "fourth").returncode, 2)

    def cold(self) -> dict[str, bytes]:
        """The site as a build makes it that has nothing to go by."""
        other = self.folder / "cold"
        shutil.rmtree(other, ignore_errors=True)
        shutil.copytree(self.content, other / "Content")
        self.build(cwd=other)
        return snapshot(other / "Public")
