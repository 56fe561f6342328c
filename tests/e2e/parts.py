"""The real parts that end-to-end tests put together: programs, events, a service, a display."""
import contextlib
import json
import os
import pathlib
import signal
import socket
import subprocess
import tempfile
import unittest
import urllib.request

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
BIN = pathlib.Path(os.environ.get("WELCOME_BIN", ROOT / "build" / "bin"))


def program(name, *words, stdin=None):
    return subprocess.run([str(BIN / name), *map(str, words)], input=stdin, capture_output=True, text=True,
                          timeout=120)


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


@contextlib.contextmanager
def virtual_display(size="1280x800"):
    read, write = os.pipe()
    server = subprocess.Popen(["Xvfb", "-displayfd", str(write), "-screen", "0", f"{size}x24", "-nolisten", "tcp"],
                              pass_fds=[write], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    os.close(write)
    with os.fdopen(read) as told:  # to the line's end: a pipe closed before it would kill the server
        number = told.readline().strip()
    try:
        yield f":{number}"
    finally:
        server.terminate()
        server.wait(10)


class Service:
    """membershipd on its embedded SQLite; stopped and started again it keeps its port."""

    def __init__(self, folder, *, tokens=False):
        self.folder, self.port, self.process = folder, 0, None
        self.token_file = folder / "service.tokens" if tokens else None

    def start(self):
        words = [BIN / "membershipd", "--listen", f"127.0.0.1:{self.port}", "--store",
                 f"sqlite:{self.folder / 'service.sqlite'}"]
        if self.token_file:
            words += ["--token-file", self.token_file]
        with (self.folder / "service.log").open("ab") as log:
            self.process = subprocess.Popen([str(w) for w in words], stdout=subprocess.PIPE, stderr=log, text=True)
        line = self.process.stdout.readline()
        if not line.startswith("listening on "):
            raise AssertionError((self.folder / "service.log").read_text(encoding="utf-8"))
        self.port = int(line.strip().rsplit(":", 1)[1])
        return self

    def stop(self):
        if self.process:
            self.process.send_signal(signal.SIGTERM)
            self.process.wait(30)
            self.process.stdout.close()
            self.process = None

    @property
    def url(self):
        return f"http://127.0.0.1:{self.port}"

    def get(self, path):
        headers = {}
        if self.token_file:
            lines = dict(line.split("=", 1) for line in self.token_file.read_text(encoding="utf-8").split())
            headers["Authorization"] = "Bearer " + lines["organiser"]
        with urllib.request.urlopen(urllib.request.Request(self.url + path, headers=headers), timeout=30) as answer:
            return json.load(answer)


class EventTest(unittest.TestCase):
    """A test with a temporary folder and, in it, an event with a small roster."""

    ROSTER = ("id,full_name,phone,email,zip,household,child\n"
              "1,Rosa Guerrero Díaz,(202) 555-0143,rosa@example.org,02139,g,\n"
              "2,Mateo Guerrero,,,02139,g,yes\n"
              "3,Ng,202-555-0177,ng@example.org,00901,,\n")

    def setUp(self):
        holder = tempfile.TemporaryDirectory(prefix="welcome-e2e-")
        self.addCleanup(holder.cleanup)
        self.folder = pathlib.Path(holder.name)
        self.event = self.folder / "event"

    def kioskctl(self, *words, code=0, stdin=None):
        done = program("kioskctl", *words, stdin=stdin)
        self.assertEqual(done.returncode, code, f"kioskctl {words}: {done.stdout}{done.stderr}")
        return done

    def on_event(self, *words, code=0, stdin=None):
        return self.kioskctl(*words, "--event", self.event, "--card", self.event / "unlock-card.png", code=code,
                             stdin=stdin)

    def make_event(self, roster=ROSTER):
        made = self.kioskctl("event", "create", "--event", self.event, "--name", "Fall Town Hall", "--starts",
                             "2026-12-03T18:30", "--timezone", "America/New_York")
        self.event_id = made.stdout.strip()
        if roster:
            file = self.folder / "roster.csv"
            file.write_text(roster, encoding="utf-8")
            self.on_event("roster", "import", file)

    def attendance(self):
        return json.loads(self.on_event("attendance").stdout)

    def person(self, query):
        return json.loads(self.on_event("find", query).stdout)["results"][0]["person"]
