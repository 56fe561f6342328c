"""kiosk --audit: needs no display and no event, and writes the report that scripts outside rely on."""
import json
import pathlib
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

    def test_refuses_a_screen_that_is_not_there(self):
        done = self.audit("--audit-screen", "nowhere", code=1)
        self.assertIn("leave --audit-screen out", done.stderr)


if __name__ == "__main__":
    unittest.main()
