"""An evening at one tablet, as the fault tests play it: people who come in one after another, and who was told so."""
import json
import os
import re
import resource
import signal
import subprocess
import threading

from parts import BIN, EventTest

FIRST = ("Ana", "Ben", "Chi", "Dov", "Eva", "Fay", "Gus", "Hao", "Ivo", "Jae")
LAST = ("Arroyo", "Brandt", "Castro", "Duarte", "Easley", "Farah", "Guzman", "Hollis", "Ibarra", "Jansen")


class Coming:
    """One way of coming in: the robot's lines for it, and whom it is about (None: nobody by name)."""

    def __init__(self, person, lines):
        self.person, self.lines = person, lines + ["tap done.finish", "expect welcome.title"]
        self.confirmed_at = lines.index("expect done.title") + 1  # the screen has said so when this line is done


class Door(EventTest):
    """A roster of a hundred, each with an invitation."""

    def setUp(self):
        super().setUp()
        self.make_event("id,full_name,phone\n" + "".join(
            f"{10 * i + k},{first} {last},202-555-01{10 * i + k:02}\n"
            for i, first in enumerate(FIRST) for k, last in enumerate(LAST)))
        self.on_event("invite", "--out", self.folder / "invitations")
        facts = (json.loads(line) for line in self.on_event("facts").stdout.splitlines())
        self.people = [(fact["body"]["person"], fact["body"]["fields"]) for fact in facts
                       if fact["kind"] == "person_registered"]

    def by_ticket(self, person):
        return Coming(person, ["tap welcome.code", f"scan {self.folder}/invitations/{person}.png", "tap who.yes",
                               "expect needs.title", "scan none", "tap needs.done", "expect done.title"])

    def by_search(self, person, fields):
        name, digits = fields["full_name"], fields["phone"][-4:]
        return Coming(person, ["tap welcome.find", "expect find.letters", f"type {name[:3].lower()}", "tap find.digits",
                               f"type {digits}", "tap find.look_up", "tap who.yes", "expect needs.title",
                               "tap needs.done", "expect done.title"])

    def again(self, person):
        """Who was in before shows the code once more."""
        return Coming(None, ["tap welcome.code", f"scan {self.folder}/invitations/{person}.png", "expect done.title",
                             "scan none"])

    @staticmethod
    def without_a_name():
        return Coming(None, ["tap welcome.just_come_in", "expect done.title"])

    def evening(self):
        """Everybody of the roster, by ticket, some by search, somebody without a name in between."""
        comings = []
        for number, (person, fields) in enumerate(self.people):
            comings.append(self.by_search(person, fields) if number % 8 == 5 else self.by_ticket(person))
            if number % 3 == 2:
                comings.append(self.without_a_name())
        return comings

    def kiosk(self, comings, display, *words, before=(), after=(), largest_file=None, camera="none", environment=None):
        """Starts the robot on these; gives the running kiosk, which says what it has done.
        A file of its that would grow over `largest_file` bytes finds the disk full."""
        script, lines = self.folder / "door.robot", list(before)
        confirming = {}
        for coming in comings:
            confirming[len(lines) + coming.confirmed_at] = coming
            lines += coming.lines
        script.write_text("\n".join(lines + list(after)) + "\n", encoding="utf-8")
        return RunningKiosk(
            [BIN / "kiosk", "--event", self.event, "--card", self.event / "unlock-card.txt", "--camera", camera,
             "--size", "1280x800", "--robot", script, *words], display, confirming, largest_file, environment)

    def came_in(self):
        """How often the journal has each person's attendance, and how many are in without a name."""
        attendance = self.attendance()
        people = [row["person"] for row in attendance["people"]]
        self.assertEqual(len(people), len(set(people)), "somebody is in twice")
        return set(people), attendance["anonymous"]


class RunningKiosk:
    def __init__(self, command, display, confirming, largest_file=None, environment=None):
        def small_disk():
            if largest_file:
                signal.signal(signal.SIGXFSZ, signal.SIG_IGN)  # the write is refused, as on a full disk
                resource.setrlimit(resource.RLIMIT_FSIZE, (largest_file, largest_file))

        self.process = subprocess.Popen([str(word) for word in command], stdout=subprocess.DEVNULL,
                                        stderr=subprocess.PIPE, text=True,
                                        env={**os.environ, **(environment or {}), "DISPLAY": display}, preexec_fn=small_disk)
        self.confirming, self.confirmed, self.said = confirming, [], []
        self.done_line, self.has_ended, self.progress = 0, False, threading.Condition()
        self.reader = threading.Thread(target=self.read)
        self.reader.start()

    def read(self):
        for line in self.process.stderr:
            self.said.append(line)
            if done := re.fullmatch(r"robot: line (\d+) done\n", line):
                with self.progress:
                    self.done_line = int(done.group(1))
                    self.progress.notify_all()
                if coming := self.confirming.get(int(done.group(1))):
                    self.confirmed.append(coming)
        with self.progress:
            self.has_ended = True
            self.progress.notify_all()

    def reaches(self, line, seconds):
        """Whether the robot has done this line of its script within so long; no longer than the kiosk lives."""
        with self.progress:
            self.progress.wait_for(lambda: self.done_line >= line or self.has_ended, seconds)
            return self.done_line >= line

    def wait(self, seconds):
        self.process.wait(seconds)
        return self.end()

    def kill(self):
        """kill -9; what the screen had confirmed until then."""
        self.process.kill()
        self.process.wait()
        return self.end()

    def end(self):
        self.reader.join()
        self.process.stderr.close()
        return self.confirmed
