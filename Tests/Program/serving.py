"""A preview that runs, and what a test says to it: by HTTP, or byte by byte."""

from __future__ import annotations

import http.client
import json
import re
import signal
import socket
import subprocess
import threading
import time
from collections.abc import Callable
from pathlib import Path
from urllib.parse import quote

from fixture import CHANCERY, ProgramCase

# What never comes is not waited for longer; nothing is measured by it.
MOST = 30.0


class Served:
    """A run of `chancery serve`, and all that it printed so far."""

    def __init__(self, folder: Path, *arguments: str, program: str = CHANCERY, rebuild: bool = False) -> None:
        options = [] if rebuild else ["--no-rebuild"]
        self.process = subprocess.Popen(
            [program, "serve", *options, *arguments], cwd=folder, stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
        self.said = ""
        threading.Thread(target=self._listen, daemon=True).start()
        found = until(lambda: re.search(r"at http://localhost:(\d+)/", self.said) or self.process.poll() is not None)
        if not isinstance(found, re.Match):
            raise AssertionError(f"nothing is served: {self.said}")
        self.port = int(found[1])

    def _listen(self) -> None:
        for line in self.process.stdout:
            self.said += line

    def get(self, path: str, method: str = "GET", **headers: str) -> tuple[int, dict[str, str], str]:
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=MOST)
        try:
            names = {"Host": f"localhost:{self.port}"} | {name.replace("_", "-"): text for name, text in headers.items()}
            connection.request(method, path, headers=names)
            answer = connection.getresponse()
            body = answer.read().decode("utf8", "replace")
            return answer.status, {name.lower(): text for name, text in answer.getheaders()}, body
        finally:
            connection.close()

    def page(self, path: str) -> str:
        return self.get(path)[2]

    def state(self, page: str) -> dict:
        return json.loads(self.page(f"/_chancery/state?page={quote(page, safe='')}"))

    def raw(self, request: bytes) -> bytes:
        """All that comes back for some bytes, until the server closes."""
        with socket.create_connection(("127.0.0.1", self.port), timeout=MOST) as connection:
            try:
                connection.sendall(request)
            except (BrokenPipeError, ConnectionResetError):
                pass
            answer = b""
            try:
                while piece := connection.recv(1 << 16):
                    answer += piece
            except ConnectionResetError:
                pass
            return answer

    def request(self, line: str, *headers: str) -> bytes:
        """A request of one's own writing, after which the connection closes."""
        lines = [line, f"Host: localhost:{self.port}", "Connection: close", *headers, "", ""]
        return self.raw("\r\n".join(lines).encode())

    def stop(self, by: int = signal.SIGINT) -> int:
        if self.process.poll() is None:
            self.process.send_signal(by)
        try:
            return self.process.wait(MOST)
        except subprocess.TimeoutExpired:
            self.process.kill()
            raise


def until(holds: Callable[[], object]) -> object:
    """Waits until something holds, and gives what it was; the last answer where it never does."""
    end = time.monotonic() + MOST
    while not (found := holds()) and time.monotonic() < end:
        time.sleep(0.01)
    return found


class ServeCase(ProgramCase):
    def serve(self, *arguments: str, port: int | None = 0, **options) -> Served:
        ports = [] if port is None else ["--port", str(port)]
        served = Served(self.folder, *ports, *arguments, **options)
        self.addCleanup(served.process.stdout.close)
        self.addCleanup(served.stop)
        return served

    def assert_comes(self, words: str, served: Served, path: str) -> None:
        self.assertTrue(until(lambda: words in served.page(path)), f"“{words}” does not come to {path}\n{served.said}")
