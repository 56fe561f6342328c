"""kill -9 of the kiosk at random moments of its evening: whoever was told "you are in" is in, once, for ever.

WELCOME_SEED and WELCOME_KILLS change the run; both are printed.
"""
import os
import random
import time
import unittest

from door import Door
from parts import Service, virtual_display

KILLS = int(os.environ.get("WELCOME_KILLS", "50"))
SEED = int(os.environ.get("WELCOME_SEED", "20261203"))


class KilledKiosk(Door):
    def test_what_was_confirmed_survives(self):
        chance = random.Random(SEED)
        to_come = self.evening()
        confirmed_people, confirmed_nameless, tries_nameless = set(), 1, 0  # the first, below
        with virtual_display() as display:
            longest = max(2.5, 3 * self.seconds_to_the_first(display))
            for kill in range(KILLS):
                running = self.kiosk(to_come, display, "--printer", f"folder:{self.folder / 'labels'}")
                time.sleep(chance.uniform(0, longest))
                confirmed = running.kill()
                confirmed_people |= {coming.person for coming in confirmed if coming.person}
                confirmed_nameless += sum(1 for coming in confirmed if coming.person is None)
                # One more may have become durable in the moment before it would have been said.
                tries_nameless += to_come[len(confirmed)].person is None if len(confirmed) < len(to_come) else False

                self.on_event("verify")
                people, nameless = self.came_in()
                self.assertLessEqual(confirmed_people, people, f"seed {SEED}, kill {kill}: confirmed and lost")
                self.assertGreaterEqual(nameless, confirmed_nameless, f"seed {SEED}, kill {kill}: confirmed and lost")
                self.assertLessEqual(nameless, confirmed_nameless + tries_nameless, f"seed {SEED}, kill {kill}: doubled")
                to_come = [coming for coming in to_come[len(confirmed):] if coming.person not in people]
                if len(to_come) < 8:
                    to_come += [self.without_a_name() for _ in range(20)]

        people, nameless = self.came_in()
        enough = min(KILLS / 4, len(self.people) * 3 / 4)  # after the roster's last only nameless ones come
        self.assertGreater(len(confirmed_people), enough, "the kiosk hardly ever got anywhere: no test of anything")
        there = self.at_the_service()
        self.assertEqual(sorted(row["person"] for row in there["attendance"]), sorted(people))
        here = {row["person"]: row["checked_in_at"] for row in self.attendance()["people"]}
        self.assertEqual({row["person"]: row["checked_in_at"] for row in there["attendance"]}, here)
        print(f"seed {SEED}: {KILLS} kills; confirmed {len(confirmed_people)} people and {confirmed_nameless} without a name; "
              f"in the journal {len(people)} and {nameless}; lost 0, doubled 0")

    def seconds_to_the_first(self, display):
        """From start to the first confirmed person on this machine, as busy as it is."""
        began = time.monotonic()
        running = self.kiosk([self.without_a_name()], display)
        running.wait(120)
        return time.monotonic() - began

    def at_the_service(self):
        service = Service(self.folder)
        self.addCleanup(service.stop)
        service.start()
        self.on_event("upload", "--to", service.url)
        return service.get(f"/v1/events/{self.event_id}/attendance")


if __name__ == "__main__":
    unittest.main()
