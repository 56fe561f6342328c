"""Where a secret must never be: in arguments, the environment, a log, a core, the swap, or a file of a stolen folder."""
import os
import pathlib
import re
import unittest

from door import Door
from parts import Service, virtual_display

MARKERS = ("Quillfeather", "zq-marker@example.org", "2025550831", "5550831")


class Secrets(Door):
    def proc(self, process, name):
        return pathlib.Path(f"/proc/{process.pid}/{name}").read_bytes().decode("utf-8", "replace")

    def test_of_a_running_kiosk_and_its_service(self):
        service = Service(self.folder, tokens=True)
        self.addCleanup(service.stop)
        service.start()
        newcomer = ["tap welcome.new", "expect new.name", f"type {MARKERS[0]}", "tap key.done", "tap new.next",
                    "expect touch.phone", "tap touch.phone", f"type {MARKERS[2]}", "tap key.done", "tap touch.email",
                    f"type {MARKERS[1]}", "tap key.done", "tap touch.next", "expect needs.title", "tap needs.done",
                    "expect done.title", "tap done.finish", "expect welcome.title", "wait 20"]
        with virtual_display() as display:
            running = self.kiosk([], display, "--service", service.url, after=newcomer)
            try:
                self.assertTrue(running.reaches(len(newcomer) - 1, 120), "".join(running.said[-3:]))
                secrets = self.secrets(service)
                for process in (running.process, service.process):
                    limits = self.proc(process, "limits")
                    self.assertRegex(limits, r"Max core file size +0 +0 ")
                    for place in ("cmdline", "environ"):
                        for secret in secrets:
                            self.assertNotIn(secret, self.proc(process, place))
                # The keys' pages are locked into memory: the swap never sees them.
                # (Under a sanitizer the call that locks them does nothing.)
                locked = int(re.search(r"VmLck:\s+(\d+) kB", self.proc(running.process, "status")).group(1))
                if not os.environ.get("WELCOME_SANITIZE"):
                    self.assertGreater(locked, 0)
            finally:
                running.kill()
        said = "".join(line for line in running.said if not line.startswith("robot:"))
        log = (self.folder / "service.log").read_text(encoding="utf-8")
        for word in (*secrets, *MARKERS):
            self.assertNotIn(word, said)
            self.assertNotIn(word, log)
        # The folder without its card, as a thief has it.
        self.assertTrue(any(person["full_name"] == MARKERS[0] for person in self.attendance()["people"]))
        for path in self.event.rglob("*"):
            if path.is_file() and not path.name.startswith("unlock-card"):
                text = path.read_bytes()
                for word in MARKERS:
                    self.assertNotIn(word.encode(), text, path.name)
                    self.assertNotIn(word.encode("utf-16-le"), text, path.name)

    def secrets(self, service):
        card = (self.event / "unlock-card.txt").read_text(encoding="utf-8").split()
        key = max(card, key=len)
        self.assertGreater(len(key), 20)
        return [key, service.organiser_token()]


if __name__ == "__main__":
    unittest.main()
