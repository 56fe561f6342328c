"""A machine's clock that jumps by a day, both ways, while people come in: everybody is there, in the order in which they came,
the journal is whole, and the membership service takes all of it."""
import itertools
import json
import threading
import unittest

from door import Door
from parts import FAKETIME, Service, preloaded, virtual_display


@unittest.skipUnless(FAKETIME, "faketime is not installed; tools/setup installs it")
class JumpingClock(Door):
    def jump(self, end):
        """The clock is right, a day ahead, right, a day behind, and so on, for as long as nobody says that it is over."""
        for jumps, by in enumerate(itertools.cycle(("+1d", "+0", "-1d", "+0"))):
            part = self.folder / "clock.part"
            part.write_text(by + "\n", encoding="ascii")
            part.rename(self.clock)
            if end.wait(0.35):
                self.jumps = jumps
                return

    def test_everybody_is_there_in_the_order_in_which_they_came(self):
        self.clock = self.folder / "clock"
        self.clock.write_text("+0\n", encoding="ascii")
        comings, end = self.evening()[:14], threading.Event()
        clock = threading.Thread(target=self.jump, args=(end,))
        with virtual_display() as display:
            running = self.kiosk(comings, display, environment=preloaded(
                FAKETIME, FAKETIME_TIMESTAMP_FILE=str(self.clock), FAKETIME_NO_CACHE="1", FAKETIME_DONT_FAKE_MONOTONIC="1"))
            self.addCleanup(lambda: running.process.poll() is None and running.kill())
            clock.start()
            try:
                confirmed = running.wait(200)
            finally:
                end.set()
                clock.join()
        self.assertEqual(running.process.returncode, 0, "".join(running.said[-5:]))
        self.assertEqual(len(confirmed), len(comings))
        self.assertGreater(self.jumps, 8)
        self.on_event("verify")
        facts = [json.loads(line) for line in self.on_event("facts").stdout.splitlines()]
        came = [fact for fact in facts if fact["kind"] == "checked_in"]
        self.assertEqual([fact["body"]["person"] for fact in came],
                         [coming.person for coming in comings if coming.person])
        days = {fact["wall"][:10] for fact in came}
        self.assertGreater(len(days), 1, "the clock did jump under them")
        people, anonymous = self.came_in()
        self.assertEqual(people, {coming.person for coming in comings if coming.person})
        self.assertEqual(anonymous, sum(1 for coming in comings if coming.person is None))

        service = Service(self.folder)
        self.addCleanup(service.stop)
        service.start()
        self.on_event("upload", "--to", service.url)
        there = service.get(f"/v1/events/{self.event_id}/attendance")
        self.assertEqual({row["person"] for row in there["attendance"]}, people)


if __name__ == "__main__":
    unittest.main()
