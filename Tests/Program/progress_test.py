"""What a build says while it works, and of its time."""

import os
import pty
import re
import subprocess

from fixture import CHANCERY, PORTAL, ProgramCase


class ProgressTest(ProgramCase):
    def test_timings(self) -> None:
        self.write(PORTAL)
        done = self.build("--timings")
        rows = done.stderr.splitlines()
        self.assertEqual(rows[0].split(), ["time", "processor", "files"])
        self.assertRegex(done.stderr, r"(?m)^briefs +[\d,]+\.\d ms +[\d,]+\.\d ms +2$")
        self.assertRegex(rows[-1], r"^in all +[\d,]+\.\d ms +[\d,]+\.\d ms$")
        # Also where there was nothing to do.
        self.assertRegex(self.build("--timings").stderr, r"(?m)^in all ")

    def test_a_line_on_a_terminal_alone(self) -> None:
        text = "".join(f"Water and wells {number}, and more of both.\n\n" for number in range(1500))
        self.write({f"briefs/brief-{number}.md": f"# Brief {number}\n\n{text}" for number in range(40)})
        long = ["--compress", "--jobs", "1"]
        said = self.on_terminal("build", *long)
        self.assertRegex(said, r"\r\x1b\[Kcompression: \d+ of \d+(, \d+ s left)?")
        self.assertTrue(said.rstrip().endswith("\r\x1b[K"), said[-80:])
        self.write({"portal.yaml": "title: Other\n"})
        self.assertEqual(self.build(*long).stderr, "")
        self.write({"portal.yaml": "title: Third\n"})
        self.assertEqual(self.on_terminal("build", "--quiet", *long), "")

    def on_terminal(self, *arguments: str) -> str:
        """What a run writes to its error stream where that is a terminal."""
        ours, theirs = pty.openpty()
        process = subprocess.Popen(
            [CHANCERY, *arguments], cwd=self.folder, stdout=subprocess.DEVNULL, stderr=theirs)
        os.close(theirs)
        said = b""
        try:
            while piece := os.read(ours, 4096):
                said += piece
        except OSError:
            pass  # Linux tells so that the other end is closed.
        os.close(ours)
        self.assertEqual(process.wait(60), 0)
        return re.sub(r"\r\n", "\n", said.decode())
