"""A build that is killed leaves whole files, and the next one completes the site."""

import gzip
import os
import random
import shutil
import signal
import subprocess
import time

from fixture import CHANCERY, MANIFEST, ProgramCase, drafts, snapshot

KILLS = int(os.environ.get("KILLS", "200"))


def brief(number: int, words: str) -> str:
    return f"---\ntitle: Brief {number}\ndate: 2024-01-02\n---\n\n{words * 400}[^1]\n\n[^1]: Note {number}.\n"


class KillTest(ProgramCase):
    def setUp(self) -> None:
        super().setUp()
        self.random = random.Random(2022)
        # What is old only, what stays and changes, what is new only.
        self.write({f"briefs/b{n:02}.md": brief(n, "Old words. ") for n in range(40)}, self.folder / "old")
        self.write({f"briefs/b{n:02}.md": brief(n, "New words. ") for n in range(20, 60)}, self.folder / "new")
        self.build("--content", "old", "--output", "old-site")
        started = time.monotonic()
        self.build("--content", "new", "--output", "new-site")
        self.duration = time.monotonic() - started
        self.old = snapshot(self.folder / "old-site")
        self.new = snapshot(self.folder / "new-site")

    def kill(self, content: str, after: float, by: int, *options: str) -> int:
        process = subprocess.Popen(
            [CHANCERY, "build", "--content", content, "--quiet", *options], cwd=self.folder,
            stderr=subprocess.PIPE, text=True)
        time.sleep(after)
        process.send_signal(by)
        self.said = process.communicate()[1]
        return process.returncode

    def assert_whole(self) -> None:
        for path, bytes in snapshot(self.site).items():
            if path != MANIFEST and not path.startswith(".chancery-pending"):
                self.assertIn(bytes, (self.old.get(path), self.new.get(path)), f"{path} is in pieces")
            if path.endswith(".gz"):
                self.assertEqual(gzip.decompress(bytes), (self.site / path[:-3]).read_bytes(), f"{path} is of another version")

    def test_killed(self) -> None:
        killed = 0
        self.build("--content", "old")
        for turn in range(KILLS):
            content = ("new", "old")[turn % 2]
            killed += self.kill(content, self.random.uniform(0, self.duration), signal.SIGKILL) != 0
            self.assert_whole()
            # Every few kills the next build may finish; kills in a row leave a mixture to go on from.
            if turn % 4 == 3:
                content = self.random.choice(("new", "old"))
                self.build("--content", content)
                self.assertEqual(snapshot(self.site), self.new if content == "new" else self.old)
                self.assertEqual(drafts(self.site), [])
        # What did not change since the last build is done before it can be killed.
        self.assertGreater(killed, KILLS // 3)

    def test_killed_beside_its_cache(self) -> None:
        """One folder whose files change, so that each build begins with what the last one kept."""
        self.change_and_kill()

    def test_killed_while_it_compresses(self) -> None:
        for name in ("old", "new"):
            self.build("--content", name, "--output", f"{name}-site", "--compress")
        self.old = snapshot(self.folder / "old-site")
        self.new = snapshot(self.folder / "new-site")
        self.change_and_kill("--compress")

    def change_and_kill(self, *options: str) -> None:
        killed = 0
        for now in ("old", "new", "old"):
            self.change_to(now)
            started = time.monotonic()
            self.build(*options)
            # Of a build that goes on from the last one.
            self.duration = time.monotonic() - started
        for turn in range(KILLS // 2):
            # A change for each kill, or none after a kill: then there is a site to complete.
            if turn % 3 != 2:
                now = "new" if now == "old" else "old"
                self.change_to(now)
            killed += self.kill("Content", self.random.uniform(0, self.duration), signal.SIGKILL, *options) != 0
            self.assert_whole()
            if turn % 2 == 1:
                self.build(*options)
                self.assertEqual(snapshot(self.site), self.new if now == "new" else self.old)
                self.assertEqual(drafts(self.site), [])
                kept = [path.name for path in (self.folder / ".chancery").iterdir()]
                self.assertEqual([name for name in kept if not name.endswith(".cache")], [])
        self.assertGreater(killed, KILLS // 12)

    def change_to(self, name: str) -> None:
        shutil.rmtree(self.content, ignore_errors=True)
        shutil.copytree(self.folder / name, self.content)

    def test_killed_before_there_was_a_site(self) -> None:
        for turn in range(10):
            self.kill("new", self.duration * (turn + 1) / 11, signal.SIGKILL)
            self.build("--content", "old")
            self.assertEqual(snapshot(self.site), self.old)
            for path in sorted(self.site.rglob("*"), reverse=True):
                path.rmdir() if path.is_dir() else path.unlink()

    def test_told_to_stop(self) -> None:
        stopped = 0
        self.build("--content", "old")
        for turn in range(20):
            by = (signal.SIGINT, signal.SIGTERM)[turn % 2]
            exit = self.kill(("new", "old")[turn % 2], self.duration * (turn + 1) / 20, by)
            self.assertIn(exit, (0, -by))
            self.assertIn(self.said, ("", "chancery: interrupted; build again to complete the site\n"))
            stopped += self.said != ""
            self.assert_whole()
            self.assertEqual(drafts(self.site), [])
        self.assertGreater(stopped, 0, "no signal came while the site was written")
        self.build("--content", "new")
        self.assertEqual(snapshot(self.site), self.new)

    def test_two_builds_at_once(self) -> None:
        for turn in range(10):
            builds = [
                subprocess.Popen(
                    [CHANCERY, "build", "--content", content, "--quiet"], cwd=self.folder)
                for content in ("old", "new", "old", "new")
            ]
            self.assertEqual([build.wait() for build in builds], [0, 0, 0, 0])
            self.assertIn(snapshot(self.site), (self.old, self.new), "two sites are mixed")
            self.assertEqual(drafts(self.site), [])
