"""A disk that is full, a folder that may not be written: one line, and the old site is whole."""

import os
import resource
import shutil
import subprocess
import tempfile
import unittest
from pathlib import Path

from fixture import CHANCERY, MANIFEST, PORTAL, ProgramCase, drafts, snapshot


class DiskTest(ProgramCase):
    def setUp(self) -> None:
        super().setUp()
        self.write(PORTAL)
        self.build()
        self.old = snapshot(self.site)
        # Too long for the disk and the limit below, and new.
        self.write({
            "briefs/second.md": PORTAL["briefs/second.md"] + "A long text. " * 300_000,
            "briefs/first/02-river.md": "# River\n\nA changed river.\n",
        })

    def assert_old_or_new(self, site: Path, old: dict[str, bytes]) -> None:
        """Every file is there, whole; the one that did not fit is as it was."""
        self.build("--output", "new")
        new = snapshot(self.folder / "new")
        now = snapshot(site)
        for path, bytes in old.items():
            if path != MANIFEST:
                self.assertIn(now[path], (bytes, new[path]), path)
        self.assertEqual(now["briefs/second.html"], old["briefs/second.html"])
        self.assertEqual(drafts(site), [])

    def test_a_file_that_is_too_large(self) -> None:
        # Python's own children ignore SIGXFSZ only where it does not restore it.
        done = subprocess.run(
            [CHANCERY, "build"], cwd=self.folder, capture_output=True, text=True, check=False,
            restore_signals=False,
            preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (1 << 20, 1 << 20)))
        self.assertEqual(
            (done.returncode, done.stdout, done.stderr),
            (2, "", "chancery: “Public/briefs/second.html” cannot be written: File too large\n"))
        self.assert_old_or_new(self.site, self.old)

    @unittest.skipUnless(os.geteuid() == 0, "only root can mount")
    def test_a_full_disk(self) -> None:
        disk = self.mounted("size=1m")
        self.write(PORTAL, under=self.folder / "before")
        self.build("--content", "before", "--output", str(disk))
        old = snapshot(disk)
        done = self.build("--output", str(disk), exit=2)
        self.assertEqual(done.stdout, "")
        self.assertEqual(
            done.stderr,
            f"chancery: “{disk}/briefs/second.html” cannot be written: No space left on device\n")
        self.assert_old_or_new(disk, old)
        self.build("--content", "before", "--output", str(disk))
        self.assertEqual(snapshot(disk), old)

    @unittest.skipUnless(os.geteuid() == 0, "only root can mount")
    def test_a_full_disk_beside_a_cache(self) -> None:
        disk = self.mounted("size=1m")
        changed = {name: (self.content / name).read_bytes() for name in PORTAL}
        self.write(PORTAL)
        self.build("--output", str(disk))
        old = snapshot(disk)
        for turn in range(3):
            self.write(changed)
            done = self.build("--output", str(disk), exit=2)
            self.assertEqual(
                done.stderr,
                f"chancery: “{disk}/briefs/second.html” cannot be written: No space left on device\n")
            self.assert_old_or_new(disk, old)
            if turn > 0:
                self.write(PORTAL)
                self.build("--output", str(disk))
                self.assertEqual(snapshot(disk), old)

    @unittest.skipUnless(os.geteuid() == 0, "only root can mount")
    def test_no_room_for_the_cache(self) -> None:
        """It saves time, and no more: nothing is said."""
        kept = self.folder / ".chancery"
        # Too many for a cache of one page of memory.
        self.write({f"briefs/b{number}.md": f"# B {number}\n\nText.\n" for number in range(40)})
        for options in ("size=4k", "size=4k,nr_inodes=1", "size=1m,ro"):
            shutil.rmtree(kept, ignore_errors=True)
            kept.mkdir()
            self.mounted(options, kept)
            for words in ("Some", "Other"):
                self.write({"briefs/second.md": PORTAL["briefs/second.md"] + words})
                for _ in range(2):
                    self.assertEqual(self.build().stderr, "")
                self.assertEqual(list(kept.iterdir()), [])
                shutil.rmtree(self.folder / "fresh", ignore_errors=True)
                self.build("--output", "fresh")
                self.assertEqual(snapshot(self.site), snapshot(self.folder / "fresh"))
            subprocess.run(["umount", kept], check=True)

    @unittest.skipUnless(os.geteuid() == 0, "only root can mount")
    def test_a_disk_that_is_read_only(self) -> None:
        disk = self.mounted("size=1m")
        subprocess.run(["mount", "-o", "remount,ro", disk], check=True)
        done = self.build("--output", str(disk), exit=2)
        self.assertRegex(
            done.stderr, f"^chancery: “{disk}/[a-z0-9/.]+[.][a-z]+” cannot be written: Read-only file system\n$")
        done = self.build("--output", f"{disk}/below", exit=2)
        self.assertEqual(
            done.stderr, f"chancery: “{disk}/below” cannot be written: Read-only file system\n")

    @unittest.skipIf(os.geteuid() == 0, "root may write anywhere")
    def test_a_folder_that_is_read_only(self) -> None:
        for folder in (self.site, self.site / "briefs", self.site / "briefs/first"):
            folder.chmod(0o555)
            self.addCleanup(folder.chmod, 0o755)
        done = self.build(exit=2)
        self.assertRegex(done.stderr, r"^chancery: “Public/[^”]+” cannot be written: Permission denied\n$")
        self.assertEqual(snapshot(self.site), self.old)

    def mounted(self, options: str, at: Path | None = None) -> Path:
        disk = at or Path(tempfile.mkdtemp(prefix="chancery-disk-"))
        if not at:
            self.addCleanup(disk.rmdir)
        done = subprocess.run(
            ["mount", "-t", "tmpfs", "-o", options, "tmpfs", disk], capture_output=True, text=True, check=False)
        if done.returncode != 0:
            self.skipTest(f"cannot mount: {done.stderr.strip()}")
        # One that is there for a part of the test is taken away by it.
        self.addCleanup(subprocess.run, ["umount", disk], check=not at, stderr=subprocess.DEVNULL)
        return disk
