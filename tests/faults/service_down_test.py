"""The membership service away for the whole evening, and there at its end: nothing lost, nothing double, the original times."""
import datetime
import unittest

from door import Door
from parts import Service, free_port, virtual_display


def instant(text):
    return datetime.datetime.fromisoformat(text.replace("Z", "+00:00"))


class ServiceDown(Door):
    def setUp(self):
        super().setUp()
        self.service = Service(self.folder)
        self.addCleanup(self.service.stop)
        self.service.port = free_port()

    def assert_all_is_there(self):
        here = {row["person"]: row["checked_in_at"] for row in self.attendance()["people"]}
        there = self.service.get(f"/v1/events/{self.event_id}/attendance")
        self.assertEqual({row["person"]: row["checked_in_at"] for row in there["attendance"]}, here)
        self.assertEqual(len(there["attendance"]), len(here))
        self.assertEqual(there["summary"]["anonymous"], self.attendance()["anonymous"])
        return there

    def play(self, comings, *, after=(), service_starts_after=None):
        with virtual_display() as display:
            running = self.kiosk(comings, display, "--service", self.service.url, after=after)
            if service_starts_after is not None:
                while len(running.confirmed) < service_starts_after and running.process.poll() is None:
                    running.reader.join(0.05)
                self.service.start()
            confirmed = running.wait(300)
        self.assertEqual(running.process.returncode, 0, "".join(running.said[-3:]))
        self.assertEqual(len(confirmed), len(comings))

    def test_the_kiosk_sends_by_itself_when_the_service_comes(self):
        self.service.start()
        self.make_known()
        self.service.stop()
        comings = self.evening()[:12]
        lead = self.on_event("staff", "add", "--name", "Dana", "--role", "lead", stdin="271828\n")
        self.assertEqual(lead.returncode, 0)
        self.play(comings, service_starts_after=len(comings), after=(
            "tap furniture.staff", "expect pin.digits", "type 271828", "tap key.done", "tap staff.more", "tap more.sync",
            "expect sync.sentence", "wait 12", "expect sync.waiting 0"))
        self.assert_all_is_there()

    def test_the_evening_is_sent_from_the_command_line_afterwards(self):
        comings = self.evening()[:12]
        before = datetime.datetime.now(datetime.timezone.utc)
        self.play(comings)
        ended = datetime.datetime.now(datetime.timezone.utc)
        self.service.start()
        self.make_known()
        there = self.assert_all_is_there()
        for row in there["attendance"]:
            self.assertTrue(before <= instant(row["checked_in_at"]) <= ended, row)
        self.on_event("upload", "--to", self.service.url)
        self.assertEqual(self.assert_all_is_there(), there, "sent again, nothing changes")

    def make_known(self):
        self.on_event("upload", "--to", self.service.url)


if __name__ == "__main__":
    unittest.main()
