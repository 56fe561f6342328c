"""The kiosk stopped from outside while somebody is at it: no half-typed word stays behind, and it starts as if nothing was.
And a membership service that comes and goes while people come in: everybody is there, once."""
import os
import signal
import time
import unittest
import unittest.mock

from door import Door
from parts import Service, virtual_display

MARKER = "Zorblatt"  # in no file but the robot's script


class StoppedKiosk(Door):
    def files_with(self, word):
        files = [path for place in (self.event, self.home) for path in place.rglob("*") if path.is_file()]
        return [path.name for path in files if word.encode() in path.read_bytes()]

    def setUp(self):
        super().setUp()
        self.home = self.folder / "home"
        self.home.mkdir()
        home = unittest.mock.patch.dict(os.environ, HOME=str(self.home))
        home.start()
        self.addCleanup(home.stop)

    def stop_while_typing(self, how):
        typing = ["tap welcome.new", "expect new.name", f"type {MARKER}", f"expect new.name {MARKER}", "wait 60"]
        with virtual_display() as display:
            running = self.kiosk([self.without_a_name()], display, after=typing)
            self.assertTrue(running.reaches(8, seconds=60), "".join(running.said[-3:]))
            running.process.send_signal(how)
            running.process.wait(10)
            running.end()
            self.assertIn("journal.sqlite", self.files_with("SQLite format 3"))  # the search does find things
            self.assertEqual(self.files_with(MARKER), [])
            self.on_event("verify")
            again = self.kiosk([self.without_a_name()], display, before=["expect welcome.title"])
            self.assertEqual(len(again.wait(60)), 1)
        self.assertEqual(self.attendance()["anonymous"], 2)

    def test_a_polite_stop_leaves_no_half_typed_word(self):
        self.stop_while_typing(signal.SIGTERM)

    def test_a_kill_leaves_no_half_typed_word(self):
        self.stop_while_typing(signal.SIGKILL)

    def test_a_service_that_comes_and_goes_has_everybody_once(self):
        service = Service(self.folder)
        self.addCleanup(service.stop)
        service.start()
        self.on_event("upload", "--to", service.url)
        comings = self.evening()[:16]
        with virtual_display() as display:
            running = self.kiosk(comings, display, "--service", service.url, after=["wait 3"])
            while running.process.poll() is None:  # there for a moment, away for a moment
                time.sleep(0.4)
                service.stop()
                time.sleep(0.4)
                service.start()
            confirmed = running.wait(300)
        self.assertEqual(len(confirmed), len(comings))
        self.on_event("upload", "--to", service.url)
        here = {row["person"]: row["checked_in_at"] for row in self.attendance()["people"]}
        there = service.get(f"/v1/events/{self.event_id}/attendance")
        self.assertEqual({row["person"]: row["checked_in_at"] for row in there["attendance"]}, here)
        self.assertEqual(there["summary"]["anonymous"], self.attendance()["anonymous"])


if __name__ == "__main__":
    unittest.main()
