"""The real parts that end-to-end tests put together: programs, events, a service, a display."""
import glob
import json
import os
import pathlib
import random
import socket
import subprocess
import sys
import tempfile
import unittest

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent.parent / "tools"))

from stage import BIN, ROOT, Service, virtual_display  # noqa: E402, F401: tests take them from here


def program(name, *words, stdin=None):
    return subprocess.run([str(BIN / name), *map(str, words)], input=stdin, capture_output=True, text=True,
                          timeout=120)


FAKETIME = next(iter(glob.glob("/usr/lib/*/faketime/libfaketime.so.1")), None)  # another clock for one program


def preloaded(library, **more):
    """The environment of a program that this library is preloaded into, under AddressSanitizer too."""
    return {"LD_PRELOAD": str(library), "ASAN_OPTIONS": "verify_asan_link_order=0:detect_leaks=0", **more}


def free_port(address="127.0.0.1"):
    """One that a program may listen on a moment later: not of those that the system hands to whoever connects."""
    while True:
        port = random.randrange(10_000, 32_000)
        with socket.socket() as probe:
            try:
                probe.bind((address, port))
            except OSError:
                continue
            return port


PINS = {"lead": "271828", "childcare": "314159", "volunteer": "161803"}


def unlock(role="volunteer"):
    """The robot's lines from a guest's screen to the table, as somebody of this role."""
    return ["tap furniture.staff", "expect pin.digits", f"type {PINS[role]}", "tap key.done", "expect table.search"]


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

    def make_event(self, roster=ROSTER, config=None):
        """`config` is the text of the event's file."""
        words = []
        if config:
            (self.folder / "event.toml").write_text(config, encoding="utf-8")
            words = ["--config", self.folder / "event.toml"]
        made = self.kioskctl("event", "create", "--event", self.event, "--name", "Fall Town Hall", "--starts",
                             "2026-12-03T18:30", "--timezone", "America/New_York", *words)
        self.event_id = made.stdout.strip()
        if roster:
            file = self.folder / "roster.csv"
            file.write_text(roster, encoding="utf-8")
            self.on_event("roster", "import", file)

    def add_staff(self, *roles):
        for role in roles:
            self.on_event("staff", "add", "--name", role.title(), "--role", role, stdin=PINS[role] + "\n")

    def kinds(self):
        return [json.loads(line)["kind"] for line in self.on_event("facts").stdout.splitlines()]

    def facts(self, kind):
        """What the journal's facts of this kind say."""
        lines = [json.loads(line) for line in self.on_event("facts").stdout.splitlines()]
        return [line["body"] for line in lines if line["kind"] == kind]

    def attendance(self):
        return json.loads(self.on_event("attendance").stdout)

    def person(self, query):
        return json.loads(self.on_event("find", query).stdout)["results"][0]["person"]

    def kiosk(self, script, *words, event=None, card=True, code=0, environment=None, before=(), size="1280x800"):
        """Plays a robot's script in the running kiosk, under a display of its own. `before`: words that run it."""
        event, file = event or self.event, self.folder / "play.robot"
        file.write_text(script, encoding="utf-8")
        command = [*before, BIN / "kiosk", "--event", event, "--camera", "none", "--size", size, "--robot", file, *words]
        if card:
            command += ["--card", event / "unlock-card.png"]
        with virtual_display(size) as display:
            done = subprocess.run([str(word) for word in command],
                                  env={**os.environ, **(environment or {}), "DISPLAY": display}, capture_output=True,
                                  text=True, timeout=240)
        self.assertEqual(done.returncode, code, done.stdout + done.stderr)
        return done
