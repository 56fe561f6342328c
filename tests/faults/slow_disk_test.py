"""A disk that takes most of a second for every flush: the kiosk ends well although something is still being written."""
import os
import unittest

import parts

SLOW = {"LD_PRELOAD": os.environ.get("WELCOME_SLOW_DISK", ""), "SLOW_DISK_MS": "700"}


class SlowDisk(parts.EventTest):
    def setUp(self):
        super().setUp()
        self.assertTrue(os.path.isfile(SLOW["LD_PRELOAD"]), "CTest says where the slow disk lies")
        self.make_event()

    def test_the_kiosk_ends_well_while_a_label_is_still_written_down(self):
        labels = self.folder / "labels"
        labels.mkdir()
        self.kiosk("tap welcome.find\nexpect find.letters\ntype ros\ntap key.done\ntype 0143\ntap key.done\ntap who.yes\n"
                   "tap needs.done\nexpect done.title\nwait 0.3\n", "--printer", f"folder:{labels}", environment=SLOW)
        self.assertEqual(self.attendance()["people_checked_in"], 1)
        self.on_event("verify")


if __name__ == "__main__":
    unittest.main()
