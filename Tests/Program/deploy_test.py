"""Lists for uploading a site, and the recipes of docs/DEPLOY.md, run while someone watches what is there."""

from __future__ import annotations

import hashlib
import http.client
import json
import os
import re
import shutil
import socket
import subprocess
import threading
import time
import unittest
import urllib.error
import urllib.request
from pathlib import Path
from posixpath import dirname, join, normpath
from typing import Callable
from urllib.parse import unquote
from xml.etree import ElementTree

from fixture import CHANCERY, MANIFEST, PORTAL, ROOT, ProgramCase, snapshot

DOCUMENT = (ROOT / "docs/DEPLOY.md").read_text(encoding="utf8")
STEPS = "1-immutable 2-files 3-pages 4-lists"
S3_TOOLS = Path(os.environ.get("S3_TOOLS", ROOT / ".venv/s3/bin"))
PICTURE = b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"><title>%s</title></svg>'
FIRST = PORTAL | {
    "briefs/first/02-river.md": "# River\n\nA wide river.\n\n![A river](river.svg)\n",
    "briefs/first/river.svg": PICTURE % b"one",
}
SECOND = {
    "portal.yaml": PORTAL["portal.yaml"] + "theme: { accent: '#005f73' }\n",
    "briefs/first/02-river.md": "# River\n\nA narrow river.\n\n![A river](narrow.svg)\n",
    "briefs/first/narrow.svg": PICTURE % b"two",
    "briefs/third.md": "---\ntitle: Third\ndate: 2024-05-05\n---\n\nA new brief.\n",
}
LOADED = re.compile(r'<(?:link rel="(?:stylesheet|icon)"[^>]* href|img[^>]* src|script src)="([^":]+)"')


def loaded(path: str, html: str) -> set[str]:
    """What a page loads, below the site's root."""
    base = "" if path == "404.html" else dirname(path)
    return {normpath(join(base, unquote(address).lstrip("/"))) for address in LOADED.findall(html)}


def recipe(tool: str) -> str:
    return next(block for block in re.findall(r"(?ms)^```sh\n(.*?)^```$", DOCUMENT) if f"{tool} " in block)


class ListTest(ProgramCase):
    def setUp(self) -> None:
        super().setUp()
        self.write(FIRST)
        self.deploy = self.folder / "deploy"

    def lists(self) -> dict[str, list[str]]:
        return {path.stem: path.read_text().splitlines() for path in sorted(self.deploy.glob("?-*.txt"))}

    def manifest(self) -> dict:
        return json.loads((self.deploy / "manifest.json").read_text())

    def test_every_file_is_told_of(self) -> None:
        self.build("--deploy", "deploy", "--compress")
        site = {path: data for path, data in snapshot(self.site).items() if path != MANIFEST}
        files = self.manifest()["files"]
        self.assertEqual(
            {(f["path"], f["sha256"], f["size"]) for f in files},
            {(path, hashlib.sha256(data).hexdigest(), len(data)) for path, data in site.items()})
        told = {f["path"]: f for f in files}
        page = told["briefs/first.html"]
        self.assertEqual((page["type"], page["cache"], page["step"]), ("text/html; charset=utf-8", "revalidated", "pages"))
        self.assertNotIn("encoding", page)
        self.assertEqual(told["briefs/first.html.br"]["encoding"], "br")
        [sheet] = [f for f in files if re.fullmatch(r"assets/site\.[0-9a-f]{8}\.css", f["path"])]
        self.assertEqual((sheet["cache"], sheet["step"]), ("immutable", "immutable"))
        self.assertEqual([path for step in self.lists().values() for path in step], [f["path"] for f in files])
        subprocess.run(["sha256sum", "--check", "--quiet", self.deploy / "sha256sums"], cwd=self.site, check=True)

    def test_what_a_page_loads_goes_before_it_and_what_lists_it_after(self) -> None:
        self.build("--deploy", "deploy")
        order = [f["path"] for f in self.manifest()["files"]]
        for path in order:
            if path.endswith(".html"):
                for file in loaded(path, self.page(path)):
                    self.assertLess(order.index(file), order.index(path), path)
        self.assertEqual(order[-9:], [
            "index.html", "feeds/author-ada.json", "feeds/author-ada.xml", "feeds/topic-water.json",
            "feeds/topic-water.xml", "feed.json", "feed.xml", "robots.txt", "sitemap.xml"])
        self.assertLess(order.index("briefs/first/river.html"), order.index("briefs/first.html"))

    def test_changes_are_those_since_the_last_that_was_deployed(self) -> None:
        done = self.build("--deploy", "deploy")
        count = len(self.manifest()["files"])
        self.assertIn(f"deploy: {count} added, 0 changed, 0 removed\n", done.stdout)
        shutil.copy(self.deploy / "sha256sums", self.deploy / "deployed")
        self.build("--deploy", "deploy")
        self.assertEqual(set(map(len, self.lists().values())), {0})
        self.write(SECOND)
        (self.content / "briefs/second.md").unlink()
        # Two builds and no upload between them: nothing is forgotten.
        self.build("--deploy", "deploy")
        self.build("--deploy", "deploy")
        lists, manifest = self.lists(), self.manifest()
        self.assertEqual(len(lists["1-immutable"]), 2)
        self.assertEqual(lists["2-files"], ["briefs/first/files/narrow.svg"])
        self.assertEqual(lists["5-remove-pages"], ["briefs/second.html"])
        self.assertEqual(
            [path.split("/")[0] for path in lists["6-remove-files"]], ["briefs", "assets", "assets"])
        self.assertIn("briefs/third.html", manifest["added"])
        self.assertIn("briefs/first/river.html", manifest["changed"])
        self.assertEqual(manifest["removed"], lists["5-remove-pages"] + lists["6-remove-files"])

    def test_the_same_bytes(self) -> None:
        self.build("--deploy", "deploy", "--jobs", "1")
        self.build("--deploy", "again", "--jobs", "5")
        self.assertEqual(snapshot(self.deploy), snapshot(self.folder / "again"))

    def test_what_cannot_be(self) -> None:
        for folder in ("Public", "Public/deploy"):
            done = self.build("--deploy", folder, exit=2)
            self.assertIn("is inside the site", done.stderr)
            self.assertFalse((self.site / "manifest.json").exists() or (self.site / "deploy").exists())
        self.build("--deploy", "deploy")
        (self.deploy / "deployed").write_text("nonsense\n")
        self.assertIn("remove it to upload all", self.build("--deploy", "deploy", exit=2).stderr)


class RecipeCase(ProgramCase):
    def setUp(self) -> None:
        super().setUp()
        self.write(FIRST)
        self.tools = self.folder / "tools"
        self.tools.mkdir()
        (self.tools / "chancery").symlink_to(CHANCERY)

    def shell(self, script: str, **variables: str) -> None:
        environment = os.environ | {"PATH": f"{self.tools}:{os.environ['PATH']}"} | variables
        done = subprocess.run(
            ["sh", "-c", script], cwd=self.folder, env=environment, text=True, capture_output=True, timeout=120, check=False)
        self.assertEqual(done.returncode, 0, done.stdout + done.stderr)

    def names(self) -> set[str]:
        """What is there."""
        raise NotImplementedError

    def text(self, name: str) -> str | None:
        """A page's text; nothing where it is gone."""
        raise NotImplementedError

    def missing(self) -> set[str]:
        """What pages load that is not there: neither before nor after the page was read, and read again the same."""
        before = self.names()
        pages = {name: self.text(name) for name in before if name.endswith(".html")}
        self.seen += sum(html is not None for html in pages.values())
        names = before | self.names()
        lacking = {name: lacks for name, html in pages.items() if html and (lacks := loaded(name, html) - names)}
        return {f"{name}: {file}" for name, lacks in lacking.items() if self.text(name) == pages[name] for file in lacks}

    def watched(self, work: Callable[[], None]) -> set[str]:
        """What was missing at any moment while work went on."""
        missing: set[str] = set()
        over = threading.Event()
        self.seen = 0
        faults: list[Exception] = []

        def watch() -> None:
            try:
                while not over.is_set():
                    missing.update(self.missing())
            except Exception as fault:  # Shown by the test, not by the thread.
                faults.append(fault)

        watcher = threading.Thread(target=watch)
        watcher.start()
        try:
            work()
        finally:
            over.set()
            watcher.join()
        self.assertEqual(faults, [])
        self.assertGreater(self.seen, 20, "too few pages were read for this to tell anything")
        return missing

    def deploy_twice(self, script: str, **variables: str) -> set[str]:
        missing = self.watched(lambda: self.shell(script, **variables))
        self.write(SECOND)
        (self.content / "briefs/second.md").unlink()
        missing |= self.watched(lambda: self.shell(script, **variables))
        return missing


class FolderTest(RecipeCase):
    """Recipes that copy to a folder."""

    def setUp(self) -> None:
        super().setUp()
        self.target = self.folder / "target"
        self.target.mkdir()
        self.variables = {
            "TARGET": f"{self.target}/", "REMOTE": str(self.target), "RCLONE_CONFIG": str(self.folder / "rclone.conf")}

    def names(self) -> set[str]:
        return {
            os.path.relpath(os.path.join(folder, file), self.target)
            for folder, _, files in os.walk(self.target) for file in files}

    def text(self, name: str) -> str | None:
        try:
            return (self.target / name).read_text(encoding="utf8")
        except FileNotFoundError:
            return None

    def check(self, tool: str) -> None:
        self.assertIsNotNone(shutil.which(tool), f"there is no {tool}: run Tests/setup.sh")
        self.assertEqual(self.deploy_twice(recipe(tool), **self.variables), set())
        site = {path: data for path, data in snapshot(self.site).items() if path != MANIFEST}
        self.assertEqual(snapshot(self.target), site)

    def test_rsync(self) -> None:
        self.check("rsync")

    def test_rclone(self) -> None:
        self.check("rclone")

    def test_the_watcher_sees_pages_without_what_they_load(self) -> None:
        script = recipe("rsync")
        self.assertIn(STEPS, script)
        wrong = script.replace(STEPS, " ".join(reversed(STEPS.split())))
        missing = self.deploy_twice(wrong, **self.variables)
        self.assertTrue(any(".css" in file for file in missing), missing)

    def test_a_deployment_that_failed_is_made_up_for(self) -> None:
        self.shell(recipe("rsync"), **self.variables)
        self.write(SECOND)
        rsync = self.tools / "rsync"
        rsync.write_text("#!/bin/sh\ncase \"$*\" in *3-pages*) exit 1;; esac\nexec /usr/bin/rsync \"$@\"\n")
        rsync.chmod(0o755)
        with self.assertRaises(AssertionError):
            self.shell(recipe("rsync"), **self.variables)
        rsync.unlink()
        self.write({"briefs/second.md": PORTAL["briefs/second.md"].replace("sparrow", "kestrel")})
        self.shell(recipe("rsync"), **self.variables)
        self.assertEqual(
            snapshot(self.target), {path: data for path, data in snapshot(self.site).items() if path != MANIFEST})


class BucketTest(RecipeCase):
    """The recipe that copies to S3, against a stand-in for it on this machine."""

    def setUp(self) -> None:
        super().setUp()
        for tool in ("aws", "moto_server"):
            self.assertTrue((S3_TOOLS / tool).exists(), f"there is no {S3_TOOLS / tool}: run Tests/setup.sh")
        (self.tools / "aws").symlink_to(S3_TOOLS / "aws")
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self.port = free.getsockname()[1]
        server = subprocess.Popen(
            [S3_TOOLS / "moto_server", "--host", "127.0.0.1", "--port", str(self.port)],
            stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        self.addCleanup(server.wait)
        self.addCleanup(server.terminate)
        self.bucket = f"http://127.0.0.1:{self.port}/site"
        until = time.monotonic() + 60
        while True:
            try:
                urllib.request.urlopen(urllib.request.Request(self.bucket, method="PUT")).close()
                break
            except OSError:
                self.assertLess(time.monotonic(), until, "moto did not start")
                time.sleep(0.2)

    def names(self) -> set[str]:
        with urllib.request.urlopen(f"{self.bucket}?list-type=2") as answer:
            tree = ElementTree.parse(answer)
        return {key.text or "" for key in tree.iter() if key.tag.endswith("}Key")}

    def text(self, name: str) -> str | None:
        try:
            with self.object(name) as answer:
                return answer.read().decode()
        except urllib.error.HTTPError as error:
            self.assertEqual(error.code, 404, name)
            return None

    def object(self, name: str) -> http.client.HTTPResponse:
        # Objects are private; the stand-in looks at who asks, and not at the signature.
        who = "AWS4-HMAC-SHA256 Credential=a/20260101/us-east-1/s3/aws4_request, SignedHeaders=host, Signature=b"
        return urllib.request.urlopen(
            urllib.request.Request(f"{self.bucket}/{name}", headers={"Authorization": who}))

    def test_aws(self) -> None:
        missing = self.deploy_twice(
            recipe("aws"), BUCKET="s3://site", AWS_ENDPOINT_URL=f"http://127.0.0.1:{self.port}",
            AWS_ACCESS_KEY_ID="a", AWS_SECRET_ACCESS_KEY="b", AWS_DEFAULT_REGION="us-east-1", AWS_EC2_METADATA_DISABLED="true")
        self.assertEqual(missing, set())
        self.assertEqual(self.names(), snapshot(self.site).keys() - {MANIFEST})
        [sheet] = [name for name in self.names() if re.fullmatch(r".*assets/site\.\w+\.css", name)]
        for name, cache, kind in (
            (sheet, "public, max-age=31536000, immutable", "text/css"), ("index.html", "no-cache", "text/html"),
            ("briefs/first/data/wells.csv", "no-cache", "text/csv"),
        ):
            with self.object(name) as answer:
                self.assertEqual(answer.headers["Cache-Control"], cache)
                self.assertEqual(answer.headers["Content-Type"].partition(";")[0], kind)
                self.assertEqual(answer.read(), (self.site / name).read_bytes())


if __name__ == "__main__":
    unittest.main()
