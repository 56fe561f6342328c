"""A disk that fills up in the middle of the evening: whoever was told "you are in" is in, whoever could not be saved is let
in and told that a helper writes their name, and with room again the evening goes on."""
import unittest

from door import Door
from parts import virtual_display

ROOM = 48 * 1024  # for a few more people


class FullDisk(Door):
    def test_nobody_confirmed_is_lost_and_nobody_is_kept_out(self):
        comings = self.evening()[:40]
        with virtual_display() as display:
            most = max(file.stat().st_size for file in self.event.iterdir()) + ROOM
            running = self.kiosk(comings, display, largest_file=most)
            confirmed = running.wait(180)
            self.assertNotEqual(running.process.returncode, 0, "the disk never filled up: no test of anything")
            # What stood on the screen where the robot looked for "you are in".
            self.assertIn("trouble.title", "".join(running.said))
            self.assertGreater(len(confirmed), 0)
            self.assertLess(len(confirmed), len(comings))
            self.on_event("verify")
            people, nameless = self.came_in()
            self.assertLessEqual({coming.person for coming in confirmed if coming.person}, people)
            self.assertEqual(nameless, sum(1 for coming in confirmed if coming.person is None))

            left = [coming for coming in comings if coming.person is None or coming.person not in people][:4]
            again = self.kiosk(left, display)
            self.assertEqual(len(again.wait(120)), len(left))
        self.on_event("verify")


if __name__ == "__main__":
    unittest.main()
