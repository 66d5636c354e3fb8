"""The preview: pages follow the content, and whatever is sent to it, it goes on."""

import os
import random
import re
import shutil
import signal
import socket
import threading
import time

from fixture import CHANCERY, PORTAL, snapshot
from serving import MOST, Served, ServeCase, until

SECTION = "/briefs/first/ground.html"


def asset(page: str, name: str) -> str:
    """The file of that name which a page loads, named by its content, below the site's root."""
    match = re.search(rf"assets/{name}\.[0-9a-f]{{8}}\.\w+", page)
    assert match, page
    return match[0]


class PagesTest(ServeCase):
    def setUp(self) -> None:
        super().setUp()
        self.write(PORTAL)

    def test_same_files_as_built(self) -> None:
        self.build("--quiet")
        served = self.serve()
        for path, bytes in snapshot(self.site).items():
            if path.startswith("."):
                continue
            status, headers, body = served.get(f"/{path}")
            self.assertEqual(status, 200, path)
            if path.endswith(".html"):
                # The preview adds a script and what lets it run, and nothing else.
                self.assertIn('<script src="/_chancery/preview.js"', body)
                self.assertIn(bytes.decode().split("</head>")[1], body)
            else:
                self.assertEqual(body.encode(), bytes, path)
            self.assertEqual(headers["cache-control"], "no-store")
        self.assertEqual(served.page("/"), served.page("/index.html"))

    def test_writes_nothing(self) -> None:
        before = snapshot(self.folder)
        served = self.serve()
        served.page(SECTION)
        served.stop()
        self.assertEqual(snapshot(self.folder), before)

    def test_policy_allows_the_script_only(self) -> None:
        served = self.serve()
        policy = served.page("/").split('Content-Security-Policy" content="')[1].split('"')[0]
        origin = f"http://localhost:{served.port}/_chancery/"
        self.assertEqual(
            policy, "default-src 'none';style-src 'self';img-src 'self' data:;base-uri 'none';form-action 'none';"
            f"script-src {origin}preview.js;connect-src {origin}")

    def test_heads_and_types(self) -> None:
        served = self.serve()
        sheet, icon = (asset(served.page("/"), name) for name in ("site", "icon"))
        for path, type in {
            "/": "text/html; charset=utf-8", f"/{sheet}": "text/css; charset=utf-8",
            "/feed.xml": "application/xml; charset=utf-8", f"/{icon}": "image/svg+xml; charset=utf-8",
            "/briefs/first/data/wells.csv": "text/csv; charset=utf-8",
            "/_chancery/preview.js": "text/javascript; charset=utf-8",
        }.items():
            status, headers, body = served.get(path)
            self.assertEqual((status, headers["content-type"]), (200, type), path)
            status, head, nothing = served.get(path, "HEAD")
            self.assertEqual((head, nothing), (headers, ""), path)
            self.assertEqual(int(headers["content-length"]), len(body.encode()), path)

    def test_what_is_not_there(self) -> None:
        served = self.serve()
        status, headers, body = served.get("/nothing.html")
        self.assertEqual((status, headers["content-type"]), (404, "text/html; charset=utf-8"))
        self.assertIn("Page not found", body)

    def test_below_the_base_url(self) -> None:
        self.write({"portal.yaml": "title: Portal\nbaseURL: https://portal.example/a/b/\n"})
        served = self.serve()
        sheet = asset(served.page("/nothing.html"), "site")
        self.assertIn(f'href="/a/b/{sheet}"', served.page("/nothing.html"))
        self.assertEqual(served.get(f"/a/b/{sheet}")[0], 200)
        self.assertEqual(served.get("/a/b/")[0], 200)


class ChangesTest(ServeCase):
    options: tuple[str, ...] = ()

    def setUp(self) -> None:
        super().setUp()
        self.write(PORTAL)
        self.served = self.serve(*self.options)

    def test_edit(self) -> None:
        self.write({"briefs/first/01-ground.md": "# Ground\n\nWet ground.\n"})
        self.assert_comes("Wet ground.", self.served, SECTION)
        until(lambda: "changed: briefs/first/01-ground.md (" in self.served.said)
        self.assertIn("changed: briefs/first/01-ground.md (", self.served.said)

    def test_draft_renamed_into_place(self) -> None:
        self.write({"briefs/first/.01-ground.md.swp": "x", "briefs/first/draft": "# Ground\n\nWet ground.\n"})
        os.rename(self.content / "briefs/first/draft", self.content / "briefs/first/01-ground.md")
        self.assert_comes("Wet ground.", self.served, SECTION)

    def test_written_and_kept_open(self) -> None:
        with open(self.content / "briefs/second.md", "a", encoding="utf8") as file:
            file.write("A second sparrow.\n")
            file.flush()
            self.assert_comes("A second sparrow.", self.served, "/briefs/second.html")

    def test_new_removed_and_renamed(self) -> None:
        self.write({"briefs/third/brief.yaml": "title: Third\n", "briefs/third/deep/x": "", "briefs/third/01-a.md": "# A\n\nAlpha.\n"})
        self.assert_comes("Alpha.", self.served, "/briefs/third/a.html")
        # What is in a folder that is new is watched too.
        self.write({"briefs/third/01-a.md": "# A\n\nBeta.\n"})
        self.assert_comes("Beta.", self.served, "/briefs/third/a.html")
        (self.content / "briefs/third").rename(self.content / "briefs/fourth")
        self.assert_comes("Beta.", self.served, "/briefs/fourth/a.html")
        self.assertEqual(self.served.get("/briefs/third/a.html")[0], 404)
        self.write({"briefs/fourth/01-a.md": "# A\n\nGamma.\n"})
        self.assert_comes("Gamma.", self.served, "/briefs/fourth/a.html")
        shutil.rmtree(self.content / "briefs/fourth")
        self.assertTrue(until(lambda: self.served.get("/briefs/fourth/a.html")[0] == 404))

    def test_link_to_a_file(self) -> None:
        self.write({"texts/shared.md": "# Shared\n\nOne.\n"})
        os.symlink("../../texts/shared.md", self.content / "briefs/first/03-shared.md")
        self.assert_comes("One.", self.served, "/briefs/first/shared.html")
        self.write({"texts/shared.md": "# Shared\n\nTwo.\n"})
        self.assert_comes("Two.", self.served, "/briefs/first/shared.html")

    def test_many_at_once(self) -> None:
        self.write({f"briefs/b{n}.md": f"---\ntitle: Brief {n}\n---\n\nOld.\n" for n in range(300)})
        self.assert_comes("Old.", self.served, "/briefs/b299.html")
        self.write({f"briefs/b{n}.md": f"---\ntitle: Brief {n}\n---\n\nNew.\n" for n in range(300)})
        for n in range(0, 300, 23):
            self.assert_comes("New.", self.served, f"/briefs/b{n}.html")

    def test_folder_away_and_back(self) -> None:
        self.content.rename(self.folder / "away")
        self.assertTrue(until(lambda: "no content folder" in self.served.state("/")["report"]))
        self.assertIn("Dry ground.", self.served.page(SECTION))
        self.write({"briefs/second.md": "---\ntitle: Second\n---\n\nAnother portal.\n"})
        self.assert_comes("Another portal.", self.served, "/briefs/second.html")
        shutil.rmtree(self.content)
        (self.folder / "away").rename(self.content)
        self.assert_comes("Dry ground.", self.served, SECTION)
        self.write({"briefs/first/01-ground.md": "# Ground\n\nWet ground.\n"})
        self.assert_comes("Wet ground.", self.served, SECTION)

    def test_broken_and_mended(self) -> None:
        self.write({"briefs/second.md": "---\ntitle: Second\n---\n\nSee <b> [that](place:there).\n"})
        self.assertTrue(until(lambda: self.served.state("/")["level"] == "error"))
        self.assertIn("A lone sparrow.", self.served.page("/briefs/second.html"))
        report = self.served.state("/briefs/second.html")["report"]
        self.assertIn("there is no place “there”", report)
        self.assertIn("briefs/second.md:5:9", report)
        self.assertIn("&lt;b&gt;", report)
        self.assertNotIn("<b> [", report)
        self.assertIn("^^^^", self.served.said)
        self.write({"briefs/second.md": "---\ntitle: Second\n---\n\nMended.\n"})
        self.assert_comes("Mended.", self.served, "/briefs/second.html")
        self.assertEqual(self.served.state("/")["level"], "none")

    def test_sum_is_of_what_the_page_shows(self) -> None:
        ground, second = self.served.state(SECTION)["sum"], self.served.state("/briefs/second.html")["sum"]
        self.write({"briefs/first/01-ground.md": "# Ground\n\nWet ground.\n"})
        self.assert_comes("Wet ground.", self.served, SECTION)
        self.assertNotEqual(self.served.state(SECTION)["sum"], ground)
        self.assertEqual(self.served.state("/briefs/second.html")["sum"], second)
        self.write({"portal.yaml": PORTAL["portal.yaml"] + "theme:\n  accent: \"#104080\"\n"})
        # The page's bytes are the same; its stylesheet is not.
        self.assertTrue(until(lambda: self.served.state("/briefs/second.html")["sum"] != second))


class PollingTest(ChangesTest):
    options = ("--poll",)


class BrokenFromTheStartTest(ServeCase):
    def test_findings_stand_everywhere_until_mended(self) -> None:
        self.write(PORTAL | {"briefs/second.md": "---\ntitle: Second\n---\n\n[that](place:there)\n"})
        served = self.serve()
        for path in ["/", SECTION, "/no/such/file.css"]:
            status, headers, body = served.get(path)
            self.assertEqual((status, headers["content-type"]), (503, "text/html; charset=utf-8"), path)
            self.assertIn("there is no place “there”", body)
        self.assertEqual(served.get("/_chancery/preview.css")[0], 200)
        self.write(PORTAL)
        self.assert_comes("Dry ground.", served, SECTION)

    def test_no_content_folder(self) -> None:
        done = self.run_program("serve", "--no-rebuild", "--port", "0")
        self.assertEqual((done.returncode, done.stdout), (2, ""))
        self.assertEqual(done.stderr, "chancery: there is no content folder “Content”\n")


class HostileTest(ServeCase):
    """Whatever is sent, the answer is right, and the next request is answered too."""

    def setUp(self) -> None:
        super().setUp()
        self.write(PORTAL)
        (self.folder / "secret.txt").write_text("secret")
        (self.content / "secret.txt").write_text("secret")
        self.served = self.serve("--patience", "1")

    def tearDown(self) -> None:
        self.assertIn("Dry ground.", self.served.page(SECTION))
        self.assertIsNone(self.served.process.poll())

    def assert_status(self, answer: bytes, *statuses: int) -> None:
        self.assertIn(answer.split(b" ")[1:2], [[str(status).encode()] for status in statuses], answer[:200])
        self.assertNotIn(b"secret", answer)

    def test_paths_that_lead_out(self) -> None:
        for path in [
            "/../secret.txt", "/..%2fsecret.txt", "/%2e%2e/secret.txt", "/%252e%252e/secret.txt", "/..%5csecret.txt",
            "/..\\secret.txt", "/briefs/../../secret.txt", "//secret.txt", "/./secret.txt", "/secret.txt",
            "/Content/secret.txt", "/assets/site.css%00.html", "/%", "/%zz", "/%ff", "/briefs//first.html",
            "/_chancery/../secret.txt", f"/{self.folder}/secret.txt", "/%2fetc/passwd", "/assets/..",
            "http://localhost/secret.txt", "secret.txt", "*",
        ]:
            self.assert_status(self.served.request(f"GET {path} HTTP/1.1"), 400, 404)

    def test_other_hosts(self) -> None:
        port = self.served.port
        for host in ["evil.example", f"evil.example:{port}", "localhost", f"localhost:{port + 1}",
                     f"localhost.evil.example:{port}", f"127.0.0.1.nip.io:{port}", f"[::2]:{port}", ""]:
            self.assertEqual(self.served.get("/", Host=host)[0], 421, host)
        for host in [f"localhost:{port}", f"LOCALHOST:{port}", f"127.0.0.1:{port}", f"[::1]:{port}"]:
            self.assertEqual(self.served.get("/", Host=host)[0], 200, host)
        self.assert_status(self.served.raw(b"GET / HTTP/1.1\r\n\r\n"), 400)
        self.assert_status(self.served.raw(b"GET / HTTP/1.0\r\n\r\n"), 400)
        self.assert_status(self.served.request("GET / HTTP/1.1", "Host: evil.example"), 400)

    def test_other_origins(self) -> None:
        own = f"http://localhost:{self.served.port}"
        for path in ["/_chancery/state?page=/", "/_chancery/events?page=/", "/"]:
            self.assertEqual(self.served.get(path, Origin="https://evil.example")[0], 403)
            self.assertEqual(self.served.get(path, Origin="null")[0], 403)
            self.assertEqual(self.served.get(path, Sec_Fetch_Site="cross-site")[0], 403)
            self.assertEqual(self.served.get(path, Sec_Fetch_Site="same-site", Sec_Fetch_Mode="cors")[0], 403)
        self.assertEqual(self.served.get("/_chancery/state", Origin=own, Sec_Fetch_Site="same-origin")[0], 200)
        # A link on another page may lead here.
        self.assertEqual(self.served.get(
            "/", Sec_Fetch_Site="cross-site", Sec_Fetch_Mode="navigate", Sec_Fetch_Dest="document")[0], 200)

    def test_methods_and_bodies(self) -> None:
        for method in ["POST", "PUT", "DELETE", "OPTIONS", "TRACE", "PATCH", "BREW"]:
            answer = self.served.request(f"{method} / HTTP/1.1")
            self.assert_status(answer, 405, 400)
        self.assert_status(self.served.request("GET / HTTP/1.1", "Content-Length: 5"), 413)
        self.assert_status(self.served.request("GET / HTTP/1.1", "Transfer-Encoding: chunked"), 413)
        self.assert_status(self.served.raw(
            b"POST / HTTP/1.1\r\nHost: localhost:%d\r\nContent-Length: 9000000\r\n\r\n" % self.served.port + b"x" * 1_000_000), 413)

    def test_too_long(self) -> None:
        self.assert_status(self.served.request(f"GET /{'a' * 100_000} HTTP/1.1"), 414)
        self.assert_status(self.served.request("GET / HTTP/1.1", f"X: {'a' * 100_000}"), 431)
        self.assert_status(self.served.request("GET / HTTP/1.1", *[f"X{n}: y" for n in range(20_000)]), 431, 400)

    def test_bytes_that_are_no_request(self) -> None:
        luck = random.Random(2022)
        for turn in range(100):
            answer = self.served.raw(luck.randbytes(luck.randrange(1, 4000)) + b"\r\n\r\n")
            self.assertTrue(answer == b"" or answer.startswith(b"HTTP/1.1 4"), answer[:100])
        self.assert_status(self.served.raw(b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03\r\n\r\n"), 400)
        self.assert_status(self.served.raw(b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n"), 400, 505)

    def test_slow_clients(self) -> None:
        connection = socket.create_connection(("127.0.0.1", self.served.port), timeout=MOST)
        self.addCleanup(connection.close)
        ended = threading.Event()

        def drip() -> None:
            try:
                connection.sendall(b"GET / HTTP/1.1\r\n")
                while not ended.wait(0.2):
                    connection.sendall(b"X: y\r\n")
            except OSError:
                pass

        thread = threading.Thread(target=drip)
        thread.start()
        try:
            self.assertEqual(self.ending(connection), b"")
        finally:
            ended.set()
            thread.join()
        # One that says nothing at all.
        with socket.create_connection(("127.0.0.1", self.served.port), timeout=MOST) as silent:
            self.assertEqual(self.ending(silent), b"")

    def ending(self, connection: socket.socket) -> bytes:
        answer = b""
        try:
            while piece := connection.recv(4096):
                answer += piece
        except ConnectionResetError:
            pass
        return answer

    def test_many_connections(self) -> None:
        connections = []
        try:
            for _ in range(600):
                connections.append(socket.create_connection(("127.0.0.1", self.served.port), timeout=MOST))
            # Those that wait give way to one that asks.
            self.assertEqual(self.served.get("/")[0], 200)
        finally:
            for connection in connections:
                connection.close()

    def test_half_closed(self) -> None:
        with socket.create_connection(("127.0.0.1", self.served.port), timeout=MOST) as connection:
            connection.sendall(f"GET / HTTP/1.1\r\nHost: localhost:{self.served.port}\r\n\r\n".encode())
            connection.shutdown(socket.SHUT_WR)
            self.assertIn(b"</html>", self.ending(connection))

    def test_one_after_another(self) -> None:
        one = f"GET /robots.txt HTTP/1.1\r\nHost: localhost:{self.served.port}\r\n"
        answer = self.served.raw((f"{one}\r\n" * 50 + f"{one}Connection: close\r\n\r\n").encode())
        self.assertEqual(answer.count(b"HTTP/1.1 200 OK"), 51)


class StreamTest(ServeCase):
    def setUp(self) -> None:
        super().setUp()
        self.write(PORTAL)
        self.served = self.serve()

    def stream(self, page: str) -> socket.socket:
        connection = socket.create_connection(("127.0.0.1", self.served.port), timeout=MOST)
        self.addCleanup(connection.close)
        connection.sendall(
            f"GET /_chancery/events?page={page} HTTP/1.1\r\nHost: localhost:{self.served.port}\r\n\r\n".encode())
        self.read(connection, b"data: {")
        return connection

    def read(self, connection: socket.socket, words: bytes) -> bytes:
        answer = b""
        while words not in answer:
            piece = connection.recv(4096)
            self.assertTrue(piece, f"the stream ended before {words!r}: {answer!r}")
            answer += piece
        return answer

    def test_only_pages_that_changed_are_told(self) -> None:
        ground, second = self.stream(SECTION), self.stream("/briefs/second.html")
        self.write({"briefs/first/01-ground.md": "# Ground\n\nWet ground.\n"})
        self.read(ground, b"data: {")
        self.write({"briefs/second.md": "---\ntitle: Second\n---\n\nTwo sparrows.\n"})
        # Its first message after the change of the other page is of its own change.
        told = self.read(second, b"data: {")
        self.assertEqual(told.count(b"data: {"), 1)

    def test_the_oldest_gives_way(self) -> None:
        streams = [self.stream("/") for _ in range(5)]
        self.read(streams[0], b"event: full")
        self.write({"portal.yaml": "title: Another\n"})
        for stream in streams[1:]:
            self.read(stream, b"data: {")

    def test_closed_by_the_signal(self) -> None:
        for number in [signal.SIGINT, signal.SIGTERM]:
            self.served = self.serve()
            stream = self.stream("/")
            self.assertEqual(self.served.stop(number), 0)
            self.assertTrue(until(lambda: self.served.said.endswith("stopped\n")))
            while stream.recv(4096):
                pass


class PortTest(ServeCase):
    def test_taken(self) -> None:
        self.write(PORTAL)
        with socket.socket() as taken:
            taken.bind(("127.0.0.1", 0))
            taken.listen()
            port = taken.getsockname()[1]
            done = self.run_program("serve", "--no-rebuild", "--port", str(port))
            self.assertEqual(done.returncode, 2)
            self.assertEqual(done.stderr, f"chancery: port {port} is taken; choose another with --port\n")

    def test_next_free(self) -> None:
        self.write(PORTAL)
        first, second = self.serve(port=None), self.serve(port=None)
        self.assertNotEqual(first.port, second.port)
        self.assertEqual(second.get("/")[0], 200)

    def test_arguments(self) -> None:
        for arguments in [("--port", "65536"), ("--port", "x"), ("--patience", "0")]:
            self.assertEqual(self.run_program("serve", *arguments).returncode, 64)


class RebuildTest(ServeCase):
    """The program, copied into a package whose build is a script."""

    def setUp(self) -> None:
        super().setUp()
        self.write(PORTAL)
        package = self.folder / "package"
        self.write({"Package.swift": "", "Sources/a.swift": "a\n"}, package)
        self.program = package / ".build/release/chancery"
        self.program.parent.mkdir(parents=True)
        shutil.copy(CHANCERY, self.program)
        self.package = package
        self.script = self.folder / "build.sh"
        self.script.write_text(f"cp {CHANCERY} {self.program}.new && mv {self.program}.new {self.program}\n")

    def start(self) -> Served:
        return self.serve("--build-command", f"sh {self.script}", program=str(self.program), rebuild=True)

    def test_source_changed(self) -> None:
        served = self.start()
        (self.package / "Sources/a.swift").write_text("b\n")
        self.assertTrue(until(lambda: served.said.count("is shown at") == 2), served.said)
        self.assertIn("changed: Sources/a.swift; building the program\n", served.said)
        self.assertIn(f"http://localhost:{served.port}/", served.said.split("starting it anew")[1])
        self.assert_comes("Dry ground.", served, SECTION)
        self.assertEqual(served.stop(), 0)

    def test_compile_error(self) -> None:
        served = self.start()
        before = self.script.read_text()
        self.script.write_text("echo '[1/2] Compiling'; echo 'a.swift:1:1: error: no <b>'; exit 1\n")
        (self.package / "Sources/a.swift").write_text("b\n")
        self.assertTrue(until(lambda: "do not compile" in served.state("/")["report"]), served.said)
        self.assertIn("a.swift:1:1: error: no &lt;b&gt;", served.state("/")["report"])
        self.assertNotIn("Compiling", served.state("/")["report"])
        self.assertIn("a.swift:1:1: error: no <b>\n", served.said)
        self.assertIn("Dry ground.", served.page(SECTION))
        self.script.write_text(before)
        (self.package / "Sources/a.swift").write_text("c\n")
        self.assertTrue(until(lambda: served.said.count("is shown at") == 2), served.said)

    def test_replaced_by_someone_else(self) -> None:
        served = self.start()
        # One that does not run is let pass.
        draft = self.program.with_suffix(".new")
        draft.write_text("no program")
        draft.chmod(0o755)
        draft.rename(self.program)
        time.sleep(2)
        self.assertIn("Dry ground.", served.page(SECTION))
        shutil.copy(CHANCERY, draft)
        draft.rename(self.program)
        self.assertTrue(until(lambda: served.said.count("is shown at") == 2), served.said)
        self.assertNotIn("building", served.said)
