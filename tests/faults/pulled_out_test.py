"""Camera and hand scanner pulled out in the middle of the evening and put back: the screen says so at once, and the next code
is read. The camera is libv4l2's way in; the kiosk is the real one. (Printers: e2e.labels_test.)"""
import os
import subprocess
import unittest

from door import Coming, Door
from parts import preloaded, virtual_display

CAMERA = os.environ.get("WELCOME_PULLED_CAMERA", "")
WIDTH, HEIGHT = 1280, 720


class PulledOut(Door):
    def setUp(self):
        super().setUp()
        self.assertTrue(os.path.isfile(CAMERA), "CTest says where the camera lies")
        self.device, self.sees = self.folder / "video0", self.folder / "seen.grey"
        self.plug_in()
        self.take_away()

    def plug_in(self):
        self.device.symlink_to("/dev/null")  # a device of characters, as a camera's is

    def pull_out(self):
        self.device.unlink()

    def hold_up(self, picture):
        """Before the camera, on a white sheet."""
        held = subprocess.run(["convert", picture, "-resize", f"{HEIGHT - 80}x{HEIGHT - 80}", "-background", "white", "-gravity",
                               "center", "-extent", f"{WIDTH}x{HEIGHT}", "-depth", "8", "gray:-"], capture_output=True,
                              check=True).stdout
        self.show(held)

    def take_away(self):
        self.show(bytes(WIDTH * HEIGHT))

    def show(self, grey):
        self.assertEqual(len(grey), WIDTH * HEIGHT)
        whole = self.folder / "whole.grey"  # never half a picture
        whole.write_bytes(grey)
        whole.rename(self.sees)

    def ticket(self, person):
        return self.folder / "invitations" / f"{person}.png"

    def test_a_camera_that_goes_is_told_at_once_and_the_next_code_is_read(self):
        (first, _), (second, _) = self.people[:2]
        seen = ["tap welcome.code", "expect scan.title", "expect scan.camera", "absent scan.no_camera"]
        greeted = ["expect who.yes", "tap who.yes", "expect needs.title", "tap needs.done", "expect done.title"]
        comings = [Coming(first, seen + greeted),
                   Coming(second, [*seen, "expect scan.no_camera", "absent scan.camera", "expect scan.camera",
                                   "absent scan.no_camera", *greeted])]
        begins = len(comings[0].lines)
        with virtual_display() as display:
            running = self.kiosk(comings, display, camera=self.device,
                                 environment=preloaded(CAMERA, PULLED_CAMERA_SEES=str(self.sees)))
            self.addCleanup(lambda: running.process.poll() is None and running.kill())

            def reaches(line):
                self.assertTrue(running.reaches(line, seconds=120), "".join(running.said[-5:]))
            reaches(len(seen))
            self.hold_up(self.ticket(first))
            reaches(len(seen) + 1)
            self.take_away()
            reaches(begins + len(seen))
            self.pull_out()
            reaches(begins + len(seen) + 2)
            self.plug_in()
            reaches(begins + len(seen) + 4)
            self.hold_up(self.ticket(second))
            confirmed = running.wait(120)
        self.assertEqual([coming.person for coming in confirmed], [first, second], "".join(running.said[-5:]))
        self.assertEqual(running.process.returncode, 0)
        self.assertEqual(self.came_in(), ({first, second}, 0))

    def test_a_scanner_that_goes_in_the_middle_of_a_code_has_said_nothing(self):
        person, _ = self.people[0]
        code = subprocess.run(["zbarimg", "-q", "--raw", self.ticket(person)], capture_output=True, text=True,
                              check=True).stdout.strip()
        coming = Coming(person, ["tap welcome.code", "expect scan.title", f"wedge {code[:len(code) // 2]}", "expect notice",
                                 "absent who.yes", "expect scan.title", f"wedge {code}", "expect who.yes", "tap who.yes",
                                 "expect needs.title", "tap needs.done", "expect done.title"])
        with virtual_display() as display:
            running = self.kiosk([coming], display)
            self.addCleanup(lambda: running.process.poll() is None and running.kill())
            confirmed = running.wait(120)
        self.assertEqual(len(confirmed), 1, "".join(running.said[-5:]))
        self.assertEqual(self.came_in(), ({person}, 0))


if __name__ == "__main__":
    unittest.main()
