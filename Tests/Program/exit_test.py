"""How the program ends: 0 done, 1 errors in content, 2 could not run, 64 usage."""

import subprocess

from fixture import CHANCERY, PORTAL, ProgramCase

BROKEN = {"briefs/broken.md": "---\ntitle: Broken\ndate: 2024-01-01\n---\n\nNo such note.[^nothing]\n"}
DOUBTFUL = {"briefs/doubtful.md": "---\ntitle: Doubtful\ntitel: x\n---\n\nText.\n"}


class ExitTest(ProgramCase):
    def refused(self, exit: int, *arguments: str, **options) -> str:
        """The one line that says why nothing was done."""
        done = self.run_program(*arguments, **options)
        self.assertEqual(done.returncode, exit, done.stdout + done.stderr)
        self.assertEqual(done.stdout, "")
        self.assertEqual(done.stderr.count("\n"), 1, done.stderr)
        return done.stderr

    def test_done(self) -> None:
        self.write(PORTAL)
        done = self.build()
        self.assertEqual(done.stderr, "")
        self.assertRegex(done.stdout, r"^Public: 2 briefs, (\d+) files, \1 written, 0 unchanged, 0 removed\n$")
        self.assertEqual(self.build("--quiet").stdout, "")

    def test_errors_in_content(self) -> None:
        self.write(BROKEN)
        done = self.build(exit=1)
        self.assertEqual(done.stdout, "")
        self.assertTrue(done.stderr.endswith("1 error\nchancery: nothing was written; “Public” is as it was\n"))
        self.assertFalse(self.site.exists())
        self.assertEqual(self.run_program("check").returncode, 1)

    def test_warnings_fail_only_strict_runs(self) -> None:
        self.write(DOUBTFUL)
        self.assertEqual(self.run_program("check").returncode, 0)
        self.assertEqual(self.run_program("check", "--strict").returncode, 1)
        self.build("--strict", exit=1)
        self.assertFalse(self.site.exists())
        self.build()

    def test_content_folder_that_is_none(self) -> None:
        for command in ("build", "check"):
            self.assertEqual(
                self.refused(2, command), "chancery: there is no content folder “Content”\n")
        self.write({"Content": "a file"}, under=self.folder)
        self.assertEqual(self.refused(2, "build"), "chancery: “Content” is not a folder\n")

    def test_output_that_is_a_file(self) -> None:
        self.write(PORTAL)
        self.write({"taken": "mine"}, under=self.folder)
        for output, message in {
            "taken": "“taken” is not a folder",
            "taken/below": "“taken/below” cannot be written: Not a directory",
        }.items():
            self.assertEqual(self.refused(2, "build", "--output", output), f"chancery: {message}\n")
        self.assertEqual((self.folder / "taken").read_text(), "mine")

    def test_output_that_is_full(self) -> None:
        self.write(PORTAL)
        with open("/dev/full", "w") as full:
            done = subprocess.run(
                [CHANCERY, "check", "--format", "json"], cwd=self.folder, stdout=full,
                stderr=subprocess.PIPE, text=True, check=False)
        self.assertEqual(done.returncode, 2)
        self.assertEqual(
            done.stderr, "chancery: the output cannot be written: No space left on device\n")

    def test_usage(self) -> None:
        self.write(PORTAL)
        for arguments, message in {
            ("build", "--unknown"): "Unknown option '--unknown'",
            ("new", "portal", "extra"): "Unexpected argument 'extra'",
            ("build", "--jobs", "0"): "--jobs must be 1 or more",
            ("build", "--jobs", "many"): "invalid for '--jobs <n>'",
            ("build", "--output", ""): "--output must name a folder",
            ("build", "--base-url", "portal.example"): "--base-url must be",
            ("build", "--base-url", "https://"): "--base-url must be",
            ("build", "--base-url", "https:///x"): "--base-url must be",
            ("build", "--base-url", 'https://x/"><script>'): "--base-url must be",
            ("build", "--base-url", "https://x/?q#f"): "--base-url must be",
            ("build", "--base-url", "javascript://x/"): "--base-url must be",
            ("check", "--format", "xml"): "invalid for '--format <format>'",
            ("new",): "Missing expected argument '<dir>'",
            ("nothing",): "Unexpected argument 'nothing'",
        }.items():
            with self.subTest(arguments=arguments):
                done = self.run_program(*arguments)
                self.assertEqual(done.returncode, 64, done.stderr)
                self.assertEqual(done.stdout, "")
                self.assertIn(message, done.stderr.splitlines()[0])
        self.assertFalse(self.site.exists())

    def test_version_and_help(self) -> None:
        self.assertRegex(self.run_program("--version").stdout, r"^\d+\.\d+\.\d+\n$")
        for command in ([], ["build"], ["check"], ["new"], ["render"]):
            done = self.run_program(*command, "--help")
            self.assertEqual((done.returncode, done.stderr), (0, ""))
            self.assertIn("USAGE: chancery", done.stdout)
