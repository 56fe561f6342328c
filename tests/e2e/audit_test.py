"""kiosk --audit: needs no display and no event, and writes the report that scripts outside rely on."""
import json
import pathlib
import subprocess
import tempfile
import unittest

import parts

SIZES = ("1280x800", "1920x1080", "800x1280")


class Audit(unittest.TestCase):
    def setUp(self):
        holder = tempfile.TemporaryDirectory(prefix="welcome-audit-")
        self.addCleanup(holder.cleanup)
        self.folder = pathlib.Path(holder.name)

    def audit(self, *words, code=0):
        done = parts.program("kiosk", "--audit", self.folder / "looks", *words)
        self.assertEqual(done.returncode, code, done.stdout + done.stderr)
        return done

    def test_writes_a_picture_and_the_tree_of_each_and_the_report(self):
        self.audit("--audit-screen", "welcome", "--audit-screen", "done_code", "--audit-language", "es")
        looks = self.folder / "looks"
        report = json.loads((looks / "audit.json").read_text(encoding="utf-8"))
        self.assertEqual(report, {"screens": 2, "languages": 1, "findings": []})
        for screen in ("welcome", "done_code"):
            for size in SIZES:
                for scale in ("100", "200"):
                    name = f"{screen}.es.{size}.{scale}"
                    self.assertEqual((looks / f"{name}.png").read_bytes()[:8], b"\x89PNG\r\n\x1a\n", name)
                    tree = json.loads((looks / f"{name}.json").read_text(encoding="utf-8"))
                    self.assertIn(f"{screen.split('_')[0]}.title", [node["id"] for node in tree["nodes"]])
        tree = json.loads((looks / "welcome.es.1920x1080.100.json").read_text(encoding="utf-8"))
        self.assertAlmostEqual(tree["width"] / tree["px_per_mm"], 531, delta=1)  # 24 inches

    def test_looks_at_one_glass_and_one_size_of_text(self):
        self.audit("--audit-screen", "scan", "--audit-language", "ar", "--audit-size", "800x1280", "--audit-scale", "200")
        self.assertEqual(sorted(file.name for file in (self.folder / "looks").iterdir()),
                         ["audit.json", "scan.ar.800x1280.200.json", "scan.ar.800x1280.200.png"])
        self.assertIn("leave --audit-size", self.audit("--audit-size", "1x1", code=1).stderr)

    def test_lays_the_pictures_side_by_side(self):
        build = self.folder / "build"
        build.mkdir()
        (build / "bin").symlink_to(parts.BIN)
        done = subprocess.run([str(parts.ROOT / "tools" / "contact_sheet.py"), "--build", str(build), "--screen", "scan",
                               "--screen", "find", "--language", "ko", "--language", "zh-Hans", "--size", "1280x800"],
                              capture_output=True, text=True, timeout=240)
        self.assertEqual(done.returncode, 0, done.stderr)
        sheets = [build / "contact_sheets" / f"{language}.1280x800.100.png" for language in ("ko", "zh-Hans")]
        self.assertEqual(sorted(done.stdout.split()), [str(sheet) for sheet in sheets])
        for sheet in sheets:
            self.assertEqual(sheet.read_bytes()[:8], b"\x89PNG\r\n\x1a\n")

    def test_refuses_a_screen_that_is_not_there(self):
        done = self.audit("--audit-screen", "nowhere", code=1)
        self.assertIn("leave --audit-screen out", done.stderr)


if __name__ == "__main__":
    unittest.main()
