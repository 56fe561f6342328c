"""A disk that takes most of a second for every flush: the kiosk ends well although something is still being written,
and the wheel that turns while a guest waits stands still where nothing shall move."""
import os
import subprocess
import unittest

import parts

SLOW = {"LD_PRELOAD": os.environ.get("WELCOME_SLOW_DISK", ""), "SLOW_DISK_MS": "700"}
FIND_ROSA = "tap welcome.find\nexpect find.letters\ntype ros\ntap key.done\ntype 0143\ntap key.done\nexpect who.yes\n"
CHECK_IN = "tap who.yes\ntap needs.done\nexpect done.title\n"
A_FEW = 5  # the question, the finger on its button, the wheel, the needs, the thanks


class SlowDisk(parts.EventTest):
    def setUp(self):
        super().setUp()
        self.assertTrue(os.path.isfile(SLOW["LD_PRELOAD"]), "CTest says where the slow disk lies")
        self.make_event()

    def pictures_of_the_wait(self, *words):
        """The different pictures on the glass while the disk takes three seconds, as a person in front of it sees them."""
        self.kiosk("expect welcome.find\n")  # its files are made on a disk that is not slow
        script, asked = self.folder / "slow.robot", self.folder / "asked.png"
        script.write_text(f"{FIND_ROSA}shot {asked}\n{CHECK_IN}", encoding="utf-8")
        command = [parts.BIN / "kiosk", "--event", self.event, "--card", self.event / "unlock-card.png", "--camera", "none",
                   "--robot", script, *words]
        seen = set()
        with parts.virtual_display() as display:
            kiosk = subprocess.Popen(list(map(str, command)), env={**os.environ, **SLOW, "SLOW_DISK_MS": "3000",
                                                                   "DISPLAY": display})
            self.addCleanup(kiosk.kill)
            while kiosk.poll() is None:
                glass = subprocess.run(["import", "-window", "root", "-depth", "8", "rgb:-"], capture_output=True, check=True,
                                       env={**os.environ, "DISPLAY": display}, timeout=60).stdout
                if asked.exists() and any(glass):
                    seen.add(glass)
        self.assertEqual(kiosk.returncode, 0)
        return seen

    def test_the_kiosk_ends_well_while_a_label_is_still_written_down(self):
        labels = self.folder / "labels"
        labels.mkdir()
        self.kiosk(FIND_ROSA + CHECK_IN + "wait 0.3\n", "--printer", f"folder:{labels}", environment=SLOW)
        self.assertEqual(self.attendance()["people_checked_in"], 1)
        self.on_event("verify")

    def test_a_wheel_turns_while_a_guest_waits(self):
        self.assertGreater(len(self.pictures_of_the_wait()), A_FEW)

    def test_the_wheel_stands_where_nothing_shall_move(self):
        self.assertLessEqual(len(self.pictures_of_the_wait("--still")), A_FEW)


if __name__ == "__main__":
    unittest.main()
