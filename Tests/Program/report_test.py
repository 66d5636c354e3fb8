"""What is said about content: as text, complete, and as JSON and SARIF that agree with it."""

import json
import os
import pty
import re
import subprocess

from fixture import CHANCERY, ProgramCase

CONTENT = {
    "portal.yaml": "title: Portal\ntagLine: Known by another name\n",
    "places.yaml": "dhiban: { name: Dhiban, lon: 40.47, lat: 35.01 }\n",
    "briefs/first.md": (
        "---\ntitle: First\ndate: 2024-01-02\n---\n\n"
        "See [Dhiban](place:dhibann).[^zakat]\n\n[^zakaat]: Never referred to.\n"
    ),
}

TEXT = """\
error: there is no place “dhibann” [unknown-place]
  --> briefs/first.md:6:5
   |
 6 | See [Dhiban](place:dhibann).[^zakat]
   |     ^^^^^^^^^^^^^
  hint: did you mean “dhiban”?

error: the note “zakat” is not defined [note-undefined]
  --> briefs/first.md:6:29
   |
 6 | See [Dhiban](place:dhibann).[^zakat]
   |                             ^^^^^^^^
  hint: did you mean “zakaat”?

warning: the note “zakaat” is never referred to; it is left out [note-unused]
  --> briefs/first.md:8:1
   |
 8 | [^zakaat]: Never referred to.
   | ^^^^^^^^^
  hint: refer to it with [^zakaat], or remove it

warning: the key “tagLine” is not known here; it is left out [unknown-key]
  --> portal.yaml:2:1
   |
 2 | tagLine: Known by another name
   | ^^^^^^^
  hint: did you mean “tagline”?

"""


class ReportTest(ProgramCase):
    def setUp(self) -> None:
        super().setUp()
        self.write(CONTENT)

    def test_text(self) -> None:
        done = self.run_program("check")
        self.assertEqual((done.returncode, done.stderr), (1, ""))
        self.assertEqual(done.stdout, TEXT + "2 errors, 2 warnings\n")

    def test_a_build_says_the_same_on_the_error_stream(self) -> None:
        done = self.build(exit=1)
        self.assertEqual(done.stdout, "")
        self.assertEqual(
            done.stderr,
            TEXT + "2 errors, 2 warnings\nchancery: nothing was written; “Public” is as it was\n")

    def test_no_findings(self) -> None:
        self.write({"portal.yaml": "title: Portal\n", "briefs/first.md": "# First\n\nText.\n"})
        for format, wanted in {
            "text": "no findings\n", "json": '{"findings": [\n\n], "errors": 0, "warnings": 0}\n',
        }.items():
            done = self.run_program("check", "--format", format)
            self.assertEqual((done.returncode, done.stdout, done.stderr), (0, wanted, ""))

    def places_in_text(self) -> list[tuple[str, str, str, int, int]]:
        return [
            (severity, rule, file, int(line), int(column))
            for severity, rule, file, line, column in re.findall(
                r"^(error|warning): .* \[([a-z-]+)\]\n  --> (.*):(\d+):(\d+)$", TEXT, re.MULTILINE)
        ]

    def test_json_agrees_with_text(self) -> None:
        report = json.loads(self.run_program("check", "--format", "json").stdout)
        self.assertEqual((report["errors"], report["warnings"]), (2, 2))
        self.assertEqual(
            [(f["severity"], f["rule"], f["file"], f["line"], f["column"]) for f in report["findings"]],
            self.places_in_text())
        for finding in report["findings"]:
            self.assertIn(f"{finding['message']} [{finding['rule']}]", TEXT)
            self.assertIn(f"  hint: {finding['hint']}\n", TEXT)
            self.assertGreater(finding["endColumn"], finding["column"])

    def test_sarif_agrees_with_text(self) -> None:
        log = json.loads(self.run_program("check", "--format", "sarif").stdout)
        self.assertEqual(log["version"], "2.1.0")
        run = log["runs"][0]
        found = []
        for result in run["results"]:
            place = result["locations"][0]["physicalLocation"]
            region = place["region"]
            found.append((
                result["level"], result["ruleId"], place["artifactLocation"]["uri"],
                region["startLine"], region["startColumn"]))
        self.assertEqual(found, self.places_in_text())
        self.assertEqual(
            {rule["id"] for rule in run["tool"]["driver"]["rules"]}, {rule for _, rule, *_ in found})

    def test_no_colour_in_a_pipe_nor_on_a_terminal_that_wants_none(self) -> None:
        self.assertNotIn("\x1b", self.run_program("check", env={"TERM": "xterm-256color"}).stdout)
        self.assertIn("\x1b[1;31merror\x1b[0m", self.on_a_terminal({"NO_COLOR": ""}))
        self.assertEqual(
            self.on_a_terminal({"NO_COLOR": "1"}).replace("\r\n", "\n"), TEXT + "2 errors, 2 warnings\n")

    def on_a_terminal(self, environment: dict[str, str]) -> str:
        ours, theirs = pty.openpty()
        process = subprocess.Popen(
            [CHANCERY, "check"], cwd=self.folder, stdout=theirs, env=os.environ | environment)
        os.close(theirs)
        shown = b""
        try:
            while chunk := os.read(ours, 4096):
                shown += chunk
        except OSError:  # so a terminal ends
            pass
        os.close(ours)
        process.wait()
        return shown.decode()
