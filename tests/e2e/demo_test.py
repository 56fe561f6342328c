"""tools/demo --headless: the whole evening on real parts, and its report held against every part it speaks of."""
import json
import os
import pathlib
import struct
import subprocess
import sys
import tempfile
import unittest

from parts import BIN, ROOT, Service, program

EVENING = ROOT / "tools" / "demo_evening.py"
ASKED = {"facts", "people_checked_in", "anonymous", "signed_up", "children_dropped_off", "children_picked_up",
         "uploaded", "attendance_at_service", "labels", "screens", "seconds"}


def size_of_png(path):
    head = path.read_bytes()[:24]
    return struct.unpack(">II", head[16:24]) if head.startswith(b"\x89PNG\r\n\x1a\n") else None


class DemoEvening(unittest.TestCase):
    """One evening is played for all tests of this file: each looks at another part of what it left."""

    @classmethod
    def setUpClass(cls):
        holder = tempfile.TemporaryDirectory(prefix="welcome-demo-")
        cls.addClassCleanup(holder.cleanup)
        cls.out = pathlib.Path(holder.name) / "out"
        played = subprocess.run([sys.executable, EVENING, "--headless", "--out", cls.out],
                                env={**os.environ, "WELCOME_BIN": str(BIN)}, capture_output=True, text=True,
                                timeout=500)
        if played.returncode != 0:
            raise AssertionError(f"the demo ended with {played.returncode}: {played.stderr}")
        cls.report = json.loads((cls.out / "report.json").read_text(encoding="utf-8"))
        cls.printed = json.loads(played.stdout)
        cls.service = Service(cls.out, tokens=True)
        cls.addClassCleanup(cls.service.stop)
        cls.service.start()

    def of_the_event(self, *words):
        done = program("kioskctl", *words, "--event", self.out / "event", "--card",
                       self.out / "event" / "unlock-card.txt")
        self.assertEqual(done.returncode, 0, done.stderr)
        return done.stdout

    def test_the_report_is_whole_and_the_same_on_standard_output(self):
        self.assertLessEqual(ASKED, self.report.keys())
        self.assertEqual(self.report, self.printed)

    def test_the_evening_was_played(self):
        self.assertGreaterEqual(self.report["people_checked_in"], 4)
        self.assertEqual(self.report["anonymous"], 1)
        self.assertEqual(self.report["signed_up"], 1)
        self.assertEqual(self.report["children_dropped_off"], 1)
        self.assertEqual(self.report["children_picked_up"], 1)
        self.assertGreaterEqual(self.report["kinds"]["fact_undone"], 1)

    def test_the_service_has_exactly_the_attendance_of_the_journal(self):
        here = json.loads(self.of_the_event("attendance"))
        there = self.service.get(f"/v1/events/{self.report['event']}/attendance")
        self.assertEqual(here["people_checked_in"], self.report["people_checked_in"])
        self.assertEqual(there["summary"]["people"], self.report["people_checked_in"])
        self.assertEqual(self.report["attendance_at_service"], self.report["people_checked_in"])

    def test_every_fact_was_accepted_once(self):
        uploaded = self.report["uploaded"]
        self.assertEqual(uploaded["rejected"], 0)
        self.assertEqual(uploaded["sent"], uploaded["accepted"] + uploaded["duplicate"])
        self.assertEqual(uploaded["accepted"], self.report["facts"])
        lines = self.of_the_event("facts").splitlines()
        self.assertEqual(len(lines), self.report["facts"])
        self.assertEqual(sum(self.report["kinds"].values()), self.report["facts"])

    def test_the_journal_is_whole(self):
        self.of_the_event("verify")

    def test_each_screen_is_a_picture_of_the_window(self):
        self.assertGreaterEqual(len(self.report["screens"]), 15)
        for name in self.report["screens"]:
            with self.subTest(screen=name):
                self.assertEqual(size_of_png(self.out / name), (1280, 800))
                colours = subprocess.run(["identify", "-format", "%k", str(self.out / name)], capture_output=True,
                                         text=True, check=True)
                self.assertGreater(int(colours.stdout), 32, "an empty picture")

    def test_every_label_is_read_back_by_a_scanner(self):
        self.assertGreaterEqual({name.split("-", 1)[1] for name in self.report["labels"]},
                                {"badge.png", "child.png", "claim.png"})
        codes = {}
        for name in self.report["labels"]:
            with self.subTest(label=name):
                read = subprocess.run(["zbarimg", "-q", "--raw", "-Sdisable", "-Sqrcode.enable", self.out / name],
                                      capture_output=True, text=True, timeout=60)
                self.assertEqual(read.returncode, 0, "no code was read")
                codes.setdefault(name.split("-", 1)[1], set()).add(read.stdout.strip())
        # The claim is signed; the child's says whose it is, and opens nothing.
        self.assertTrue(all(code.startswith("WTC:") for code in codes["claim.png"]), codes)
        self.assertEqual(len(codes["child.png"]), self.report["children_dropped_off"])
        for code in codes["child.png"]:
            self.assertRegex(code, "^WTK:[0-9A-F]{32}$")
        self.assertTrue(all(code.startswith("WTP:") for code in codes["badge.png"]), codes)

    def test_nothing_is_left_running(self):
        left = []
        for process in pathlib.Path("/proc").glob("[0-9]*"):
            try:
                words = (process / "cmdline").read_bytes().decode(errors="replace")
            except OSError:
                continue
            if f"{self.out}/" in words and int(process.name) not in (os.getpid(), self.service.process.pid):
                left.append(words.replace("\0", " "))
        self.assertEqual(left, [])


if __name__ == "__main__":
    unittest.main()
