"""From the write of one word to the page that has it, at a server that watches the content."""

from __future__ import annotations

import http.client
import os
import random
import signal
import socket
import statistics
import time
from contextlib import ExitStack
from dataclasses import dataclass, field

from corpus import Word
from measure import Failed, megabytes_of
from sites import Site

EDITS = 24
PATIENCE = 120  # seconds, for a server that starts or a page that changes


def free_port() -> int:
    with socket.socket() as candidate:
        candidate.bind(("127.0.0.1", 0))
        return int(candidate.getsockname()[1])


@dataclass
class Latency:
    """Seconds of each edit and of requests alone; megabytes of the server at its largest."""

    edits: list[float] = field(default_factory=list)
    requests: list[float] = field(default_factory=list)
    memory: float = 0

    @property
    def median(self) -> float:
        return statistics.median(self.edits)


class Server:
    """A server of a site, and one connection to it that is kept open."""

    def __init__(self, site: Site) -> None:
        self.site = site
        self.latency = Latency()
        port = free_port()
        self.connection = http.client.HTTPConnection("127.0.0.1", port, timeout=PATIENCE)
        command = site.serve(port)
        silence = [
            (os.POSIX_SPAWN_OPEN, descriptor, os.devnull, os.O_WRONLY, 0) for descriptor in (1, 2)]
        self.process = os.posix_spawnp(command[0], command, os.environ, file_actions=silence)

    def get(self, path: str) -> bytes:
        """The page, or nothing while the server cannot be reached or has none."""
        try:
            self.connection.request("GET", path)
            answer = self.connection.getresponse()
            page = answer.read()
            return page if answer.status == 200 else b""
        except (http.client.HTTPException, ConnectionError):
            self.connection.close()
            return b""

    def wait_for(self, path: str, text: bytes) -> None:
        """Asks for a page until it holds the text, a millisecond after each answer."""
        limit = time.perf_counter() + PATIENCE
        while text not in self.get(path):
            if time.perf_counter() > limit:
                raise Failed(f"{self.site.serve(0)[0]} shows no “{text.decode()}” at {path}")
            time.sleep(0.001)

    def start(self) -> None:
        self.wait_for("/briefs/" + self.site.corpus.name(0) + ".html", b"<html")

    def edit(self, number: int) -> None:
        name = self.site.corpus.name(number)
        path, word = f"/briefs/{name}.html", Word(self.site.briefs / f"{name}.md")
        self.get(path)
        started = time.perf_counter()
        self.get(path)
        self.latency.requests.append(time.perf_counter() - started)
        started = time.perf_counter()
        word.write()
        self.wait_for(path, word.now.encode())
        self.latency.edits.append(time.perf_counter() - started)

    def stop(self) -> None:
        self.connection.close()
        os.kill(self.process, signal.SIGTERM)
        self.latency.memory = megabytes_of(os.wait4(self.process, 0)[2])


def alternate(sites: list[Site], edits: int = EDITS) -> list[Latency]:
    """Edits the same briefs in all sites by turns, at uneven intervals, as servers may look by a clock."""
    generator = random.Random(1)
    servers: list[Server] = []
    with ExitStack() as stack:
        for site in sites:
            servers.append(Server(site))
            stack.callback(servers[-1].stop)
        for server in servers:
            server.start()
        for edit in range(edits):
            for server in servers:
                time.sleep(generator.uniform(0.6, 1.6))
                server.edit((edit * 37 + 1) % server.site.corpus.briefs)
    return [server.latency for server in servers]
