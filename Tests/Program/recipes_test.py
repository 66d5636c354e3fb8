"""The recipes of docs/REVIEW.md, run as a new user would, with stand-ins for what is on the other side of a network."""

from __future__ import annotations

import http.server
import os
import re
import subprocess
import threading
import unittest
import urllib.parse
from pathlib import Path

import yaml

from fixture import CHANCERY, PORTAL, ROOT, ProgramCase

DOCUMENT = (ROOT / "docs/REVIEW.md").read_text(encoding="utf8")


def blocks(language: str) -> list[str]:
    return re.findall(rf"(?ms)^```{language}\n(.*?)^```$", DOCUMENT)


class RecipeCase(ProgramCase):
    def setUp(self) -> None:
        super().setUp()
        self.tools = self.folder / "tools"
        self.tools.mkdir()
        (self.tools / "chancery").symlink_to(CHANCERY)
        self.home = self.folder / "repository"
        self.write({f"Content/{name}": text for name, text in PORTAL.items()}, self.home)
        self.environment = os.environ | {
            "PATH": f"{self.tools}:{os.environ['PATH']}", "GIT_CONFIG_GLOBAL": "/dev/null", "GIT_CONFIG_SYSTEM": "/dev/null",
            "GIT_AUTHOR_NAME": "A", "GIT_AUTHOR_EMAIL": "a@example.org",
            "GIT_COMMITTER_NAME": "A", "GIT_COMMITTER_EMAIL": "a@example.org",
        }
        self.shell("git init -q -b main .")

    def shell(self, script: str, cwd: Path | None = None, **variables: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            ["bash", "-e", "-o", "pipefail", "-c", script], cwd=cwd or self.home, text=True, capture_output=True,
            env=self.environment | variables, timeout=60, check=False)

    def edit(self, old: str, new: str, name: str = "briefs/first/01-ground.md") -> None:
        path = self.home / "Content" / name
        text = path.read_text()
        self.assertIn(old, text)
        path.write_text(text.replace(old, new))


class PreCommitTest(RecipeCase):
    def install(self) -> None:
        recipe = next(block for block in blocks("sh") if "pre-commit" in block)
        done = self.shell(recipe)
        self.assertEqual(done.returncode, 0, done.stderr)

    def test_the_first_commit_and_the_next(self) -> None:
        self.install()
        done = self.shell("git add -A; git commit -qm One")
        self.assertEqual(done.returncode, 0, done.stderr)
        self.assertIn("“First”", done.stdout + done.stderr)
        self.edit("Dry", "Wet")
        self.shell("git add -A")
        # What is not staged is not told of.
        self.edit("Wet", "Moist")
        done = self.shell("git commit -qm Two")
        self.assertEqual(done.returncode, 0, done.stderr)
        self.assertIn("[-Dry-] {+Wet+}", done.stdout + done.stderr)

    def test_in_a_linked_worktree(self) -> None:
        self.shell("git add -A; git commit -qm One")
        self.install()
        self.shell("git worktree add -q ../other -b other")
        other = self.folder / "other"
        path = other / "Content/briefs/first/01-ground.md"
        path.write_text(path.read_text().replace("Dry", "Wet"))
        done = self.shell("git commit -qam Two", cwd=other)
        self.assertEqual(done.returncode, 0, done.stderr)
        self.assertIn("1 change: 1 edited", done.stdout + done.stderr)

    def test_a_review_that_cannot_run_stops_the_commit(self) -> None:
        self.install()
        (self.tools / "chancery").unlink()
        self.assertNotEqual(self.shell("git add -A; git commit -qm One").returncode, 0)


class RequestTest(RecipeCase):
    """A branch that changed a word, and a main branch that went on since."""

    def setUp(self) -> None:
        super().setUp()
        self.shell("git add -A; git commit -qm One; git checkout -qb request")
        self.edit("Dry", "Wet")
        self.shell("git commit -qam Two; git checkout -q main")
        self.edit("wide", "narrow", "briefs/first/02-river.md")
        self.shell("git commit -qam Three; git checkout -q request")
        done = self.shell("git clone -q . ../clone")
        self.assertEqual(done.returncode, 0, done.stderr)
        self.clone = self.folder / "clone"

    def check(self, body: str) -> None:
        self.assertIn("1 change: 1 edited", body)
        self.assertIn("<del>Dry</del> <ins>Wet</ins>", body)
        self.assertNotIn("narrow", body)

    def test_github(self) -> None:
        workflow = next(yaml.safe_load(block) for block in blocks("yaml") if "pull_request" in block)
        # YAML takes “on” for a truth.
        self.assertEqual(workflow.get("on", workflow.get(True)), "pull_request")
        job = workflow["jobs"]["review"]
        self.assertEqual(job["steps"][0]["with"]["fetch-depth"], 0)
        gh = self.tools / "gh"
        for last in ("1", "0"):
            # Without a comment of its own there is none to edit.
            gh.write_text(
                f"#!/bin/sh\nif [ \"$4\" = --edit-last ]; then shift; [ {last} = 1 ] || exit 1; fi\n"
                "[ \"$1 $2\" = 'comment 7' ] || [ \"$1 $2 $3\" = 'pr comment 7' ] || exit 9\n"
                "while [ \"$1\" != --body-file ]; do shift; done\ncp \"$2\" posted.md\n")
            gh.chmod(0o755)
            (self.clone / "posted.md").unlink(missing_ok=True)
            done = self.shell(job["steps"][1]["run"], cwd=self.clone, GITHUB_BASE_REF="main", REQUEST="7")
            self.assertEqual(done.returncode, 0, done.stderr)
            self.check((self.clone / "posted.md").read_text())

    def test_gitlab(self) -> None:
        job = next(yaml.safe_load(block) for block in blocks("yaml") if "merge_request_event" in block)["review"]
        received: list[tuple[str, str, str]] = []

        class Forge(http.server.BaseHTTPRequestHandler):
            def do_POST(self) -> None:
                body = self.rfile.read(int(self.headers["Content-Length"])).decode()
                received.append((self.path, self.headers["PRIVATE-TOKEN"], body))
                self.send_response(201)
                self.end_headers()

            def log_message(self, *_arguments: object) -> None:
                pass

        with http.server.HTTPServer(("127.0.0.1", 0), Forge) as server:
            threading.Thread(target=server.handle_request, daemon=True).start()
            done = self.shell(
                "\n".join(job["script"]), cwd=self.clone, CI_MERGE_REQUEST_TARGET_BRANCH_NAME="main",
                CI_API_V4_URL=f"http://127.0.0.1:{server.server_port}/api/v4", CI_PROJECT_ID="5",
                CI_MERGE_REQUEST_IID="7", REVIEW_TOKEN="t", no_proxy="127.0.0.1")
            self.assertEqual(done.returncode, 0, done.stderr)
        self.assertEqual(len(received), 1)
        path, token, body = received[0]
        self.assertEqual((path, token), ("/api/v4/projects/5/merge_requests/7/notes", "t"))
        self.check(urllib.parse.parse_qs(body)["body"][0])

    def test_a_check_of_figures(self) -> None:
        recipe = next(block for block in blocks("sh") if "--only claim" in block)
        self.assertEqual(self.shell(recipe, cwd=self.clone).returncode, 0)
        path = self.clone / "Content/briefs/second.md"
        path.write_text(path.read_text().replace("A lone sparrow.", "There were 3 sparrows."))
        self.shell("git commit -qam Three", cwd=self.clone)
        path.write_text(path.read_text().replace("3 sparrows", "4 sparrows"))
        self.shell("git commit -qam Four", cwd=self.clone)
        self.assertEqual(self.shell("chancery review HEAD~1...HEAD --only claim", cwd=self.clone).returncode, 1)


if __name__ == "__main__":
    unittest.main()
