"""What servers send: each configuration read by the server it is for, on this machine."""

from __future__ import annotations

import gzip
import http.client
import re
import shutil
import socket
import subprocess
import time
import unittest
from pathlib import Path

from fixture import PORTAL, ProgramCase, snapshot

LONG = "A wide river, and dry ground beside it, of which much is to be said. " * 60
CONTENT = PORTAL | {
    "briefs/first/02-river.md": f"# River\n\n{LONG}\n\n[a](shape.geojson) [b](book.epub) [c](app.webmanifest)\n",
    "briefs/first/shape.geojson": '{"type":"FeatureCollection","features":[]}',
    "briefs/first/book.epub": b"PK", "briefs/first/app.webmanifest": "{}",
    "briefs/second.md": PORTAL["briefs/second.md"].replace("---\n", "---\naliases: [old]\n", 1),
}
COMMON = {
    "X-Content-Type-Options": "nosniff", "Referrer-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
    "Cross-Origin-Opener-Policy": "same-origin",
}
FOREVER = "public, max-age=31536000, immutable"
POLICY = re.compile(r'<meta http-equiv="Content-Security-Policy" content="([^"]+)">')
TYPES = {
    "index.html": "text/html; charset=utf-8", "briefs/old.html": "text/html; charset=utf-8",
    "briefs/first/data/wells.csv": "text/csv; charset=utf-8",
    "briefs/first/files/shape.geojson": "application/geo+json",
    "briefs/first/files/book.epub": "application/epub+zip",
    "briefs/first/files/app.webmanifest": "application/manifest+json",
    "feed.xml": "application/xml", "robots.txt": "text/plain; charset=utf-8",
}


def unbrotli(data: bytes) -> bytes:
    return subprocess.run(["brotli", "--decompress", "--stdout"], input=data, capture_output=True, check=True).stdout


class ServerCase(ProgramCase):
    """The site, below `/deep/` of a server."""

    program = ""
    root = "/deep/"

    @classmethod
    def setUpClass(cls) -> None:
        if cls is ServerCase:
            raise unittest.SkipTest("has no server of its own")

    def setUp(self) -> None:
        super().setUp()
        # Debian keeps them outside a user's PATH.
        self.server = shutil.which(self.program, path="/usr/sbin:/usr/bin:/usr/local/bin")
        self.assertIsNotNone(self.server, f"there is no {self.program}: run Tests/setup.sh")
        self.write(CONTENT)
        self.address = ("--base-url", f"http://127.0.0.1{self.root}")
        # A server that gives up its rights must still be able to read.
        self.folder.chmod(0o755)
        self.root_folder = self.folder / "www"
        self.root_folder.mkdir()
        self.site = self.root_folder / self.root.strip("/")
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self.port = free.getsockname()[1]

    def start(self, *arguments: str, **options) -> None:
        errors = (self.folder / "errors").open("wb")
        self.addCleanup(errors.close)
        process = subprocess.Popen(
            [self.server, *arguments], stdout=subprocess.DEVNULL, stderr=errors, **options)
        self.addCleanup(process.wait)
        self.addCleanup(process.terminate)
        until = time.monotonic() + 20
        while True:
            try:
                socket.create_connection(("127.0.0.1", self.port), 1).close()
                return
            except OSError:
                said = (self.folder / "errors").read_text(errors="replace")
                self.assertIsNone(process.poll(), said)
                self.assertLess(time.monotonic(), until, said)
                time.sleep(0.05)

    def headers(self, format: str) -> str:
        done = self.run_program("headers", "--format", format, *self.address)
        self.assertEqual(done.returncode, 0, done.stderr)
        return done.stdout

    def get(self, path: str, coding: str = "identity") -> tuple[http.client.HTTPResponse, bytes]:
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=10)
        self.addCleanup(connection.close)
        connection.request("GET", self.root + path, headers={"Accept-Encoding": coding})
        answer = connection.getresponse()
        return answer, answer.read()

    def assert_headed(self, answer: http.client.HTTPResponse, policy: str, cache: str, path: str) -> None:
        wanted = COMMON | {"Content-Security-Policy": f"{policy};frame-ancestors 'none'", "Cache-Control": cache}
        for name, value in wanted.items():
            self.assertEqual(answer.headers.get_all(name), [value], f"{path}: {name}")

    def policy(self, path: str) -> str:
        match = POLICY.search(self.page(path))
        assert match
        return match[1].replace("&#39;", "'").replace("&apos;", "'")

    def judge(self) -> None:
        plain = self.policy("index.html")
        self.assertIn("default-src 'none'", plain)
        for path, kind in TYPES.items():
            answer, body = self.get(path)
            self.assertEqual(answer.status, 200, path)
            self.assertEqual(answer.headers.get_all("Content-Type"), [kind], path)
            self.assertEqual(body, (self.site / path).read_bytes(), path)
            self.assert_headed(answer, plain, "no-cache", path)
        self.assertIn("refresh", self.page("briefs/old.html"))
        answer, body = self.get("")
        self.assertEqual(body, (self.site / "index.html").read_bytes())
        self.assert_headed(answer, plain, "no-cache", "the folder")

        named = [path for path in snapshot(self.site) if re.fullmatch(r"assets/\w+\.[0-9a-f]{8}\.(css|svg)", path)]
        self.assertEqual(len(named), 4)
        for path in named:
            for coding in ("identity", "gzip", "br"):
                self.assert_headed(self.get(path, coding)[0], plain, FOREVER, f"{path}, {coding}")

        answer, body = self.get("search.html")
        self.assertEqual(body, (self.site / "search.html").read_bytes())
        self.assert_headed(
            answer, f"{plain};script-src 'self' 'wasm-unsafe-eval';connect-src 'self'", "no-cache", "search.html")

        for path in ("gone.html", "briefs/gone/gone.csv", "assets/site.00000000.css"):
            answer, body = self.get(path)
            self.assertEqual(answer.status, 404, path)
            self.assertEqual(body, (self.site / "404.html").read_bytes(), path)
            self.assertEqual(answer.headers["Content-Type"], "text/html; charset=utf-8", path)
            self.assertEqual(answer.headers.get_all("X-Content-Type-Options"), ["nosniff"], path)
            self.assertNotEqual(answer.headers["Cache-Control"], FOREVER, "a page that is kept though the file comes back")
        for path in (".chancery-files", ".htaccess"):
            self.assertEqual(self.get(path)[0].status, 404, path)

        for path, kind in (("briefs/first/river.html", "text/html"), (next(p for p in named if "site." in p), "text/css")):
            data = (self.site / path).read_bytes()
            for accepted, coding, unpack in (
                ("gzip", "gzip", gzip.decompress), ("gzip, deflate, br", "br", unbrotli), ("identity", None, bytes),
            ):
                answer, body = self.get(path, accepted)
                self.assertEqual(answer.headers["Content-Encoding"], coding, f"{path}: {accepted}")
                self.assertEqual(answer.headers["Content-Type"], f"{kind}; charset=utf-8", path)
                self.assertIsNone(answer.headers["Content-Language"])
                self.assertEqual(unpack(body), data, path)
                sent = self.site / (path + {"gzip": ".gz", "br": ".br", None: ""}[coding])
                self.assertEqual(body, sent.read_bytes(), "packed anew")
                self.assertIn("accept-encoding", (answer.headers["Vary"] or "").lower(), f"{path}: {accepted}")


class NginxTest(ServerCase):
    program = "nginx"
    brotli = "/usr/lib/nginx/modules/ngx_http_brotli_static_module.so"

    def test_it(self) -> None:
        self.assertTrue(Path(self.brotli).exists(), f"there is no {self.brotli}: run Tests/setup.sh")
        self.build("--compress", "--output", str(self.site), *self.address)
        snippet = self.headers("nginx")
        self.assertIn("# brotli_static on;", snippet)
        (self.folder / "site.conf").write_text(snippet.replace("# brotli_static", "brotli_static"))
        places = "".join(
            f"{name}_temp_path {self.folder}/{name};" for name in ("client_body", "proxy", "fastcgi", "uwsgi", "scgi"))
        (self.folder / "nginx.conf").write_text(
            f"load_module {self.brotli}; daemon off; pid {self.folder}/pid; error_log stderr; events {{}}\n"
            f"http {{ access_log off; {places} include /etc/nginx/mime.types; server {{ listen 127.0.0.1:{self.port};\n"
            f"root {self.root_folder}; include {self.folder}/site.conf; }} }}\n")
        self.start("-c", str(self.folder / "nginx.conf"), "-e", "stderr")
        self.judge()
        self.assertNotIn("[warn] duplicate", (self.folder / "errors").read_text())


class NginxRootTest(NginxTest):
    root = "/"


class CaddyTest(ServerCase):
    program = "caddy"

    def test_it(self) -> None:
        self.build("--compress", "--output", str(self.site), *self.address)
        (self.folder / "site.caddy").write_text(self.headers("caddy"))
        (self.folder / "Caddyfile").write_text(
            f"{{\n\tadmin off\n\tauto_https off\n}}\nhttp://127.0.0.1:{self.port} {{\n\troot * {self.root_folder}\n"
            f"\timport {self.folder}/site.caddy\n}}\n")
        self.start(
            "run", "--adapter", "caddyfile", "--config", str(self.folder / "Caddyfile"),
            env={"HOME": str(self.folder), "PATH": "/usr/bin:/bin"})
        self.judge()


class ApacheTest(ServerCase):
    program = "apache2"

    def test_it(self) -> None:
        self.build("--compress", "--headers", "apache", "--output", str(self.site), *self.address)
        self.assertEqual((self.site / ".htaccess").read_text(), self.headers("apache"))
        modules = "".join(
            f"LoadModule {name}_module /usr/lib/apache2/modules/mod_{name}.so\n"
            for name in ("mpm_event", "authz_core", "dir", "mime", "headers", "alias", "rewrite", "env"))
        (self.folder / "apache.conf").write_text(
            f"ServerName localhost\nListen 127.0.0.1:{self.port}\nPidFile {self.folder}/pid\nErrorLog /dev/stderr\n"
            f"DefaultRuntimeDir {self.folder}\n{modules}User www-data\nGroup www-data\n"
            # What Debian's own configuration says of these suffixes.
            f"TypesConfig /dev/null\nAddType application/x-gzip .gz .tgz\nAddLanguage br .br\n"
            f"DocumentRoot {self.root_folder}\n<Directory {self.root_folder}>\nRequire all granted\n"
            f"AllowOverride FileInfo Indexes Options=MultiViews\n</Directory>\n")
        self.start("-f", str(self.folder / "apache.conf"), "-D", "FOREGROUND")
        self.judge()


class HostingTest(ProgramCase):
    """Netlify and Cloudflare Pages are not to be had here: the file is held against their grammar."""

    def test_it(self) -> None:
        self.write(CONTENT)
        self.build("--headers", "_headers")
        rules: dict[str, dict[str, str]] = {}
        for line in (self.site / "_headers").read_text().splitlines():
            if line.startswith("  "):
                name, value = line.strip().split(": ", 1)
                self.assertNotIn(name, rules[path])
                rules[path][name] = value
            else:
                path = line
                rules[path] = {}
        named = {f"/{path}" for path in snapshot(self.site) if re.fullmatch(r"assets/\w+\.[0-9a-f]{8}\.\w+", path)}
        self.assertEqual(set(rules), {"/*"} | named)
        match = POLICY.search(self.page("index.html"))
        assert match
        policy = match[1].replace("&#39;", "'")
        self.assertEqual(rules.pop("/*"), COMMON | {"Content-Security-Policy": f"{policy};frame-ancestors 'none'"})
        self.assertEqual(list(rules.values()), [{"Cache-Control": FOREVER}] * 4)
        # Rules add up: none may say again what all files are told.
        self.build()
        self.assertFalse((self.site / "_headers").exists())

    def test_what_is_read_elsewhere(self) -> None:
        self.write(CONTENT)
        done = self.build("--headers", "nginx", exit=64)
        self.assertIn("chancery headers --format nginx", done.stderr)


if __name__ == "__main__":
    unittest.main()
