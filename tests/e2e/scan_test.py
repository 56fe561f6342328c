"""kioskctl scan: a line for each picture, whatever is on it."""
import subprocess
import unittest

from parts import EventTest, program


class Scan(EventTest):
    def setUp(self):
        super().setUp()
        self.make_event()
        self.on_event("invite", "--out", self.folder / "invitations")
        self.pictures = sorted((self.folder / "invitations").glob("*.png"))

    def lines(self, *paths):
        done = program("kioskctl", "scan", *paths)
        self.assertEqual(done.returncode, 0, done.stderr)
        self.assertTrue(done.stdout.endswith("\n"))
        return [line.split("\t") for line in done.stdout.removesuffix("\n").split("\n")]

    def code(self, name, text):
        picture = self.folder / name
        subprocess.run(["qrencode", "-8", "-o", picture, text], check=True)
        return picture

    def test_a_folder_is_read_picture_by_picture(self):
        lines = self.lines(self.folder / "invitations")
        read = {path: text for path, text in lines if path.endswith(".png")}
        self.assertEqual(sorted(read), [str(path) for path in self.pictures])
        self.assertEqual(len(set(read.values())), len(self.pictures))
        self.assertNotIn("", read.values())

    def test_a_picture_without_a_code_has_an_empty_text(self):
        blank = self.folder / "blank.png"
        subprocess.run(["convert", "-size", "640x480", "xc:white", blank], check=True)
        self.assertEqual(self.lines(blank, self.pictures[0])[0], [str(blank), ""])

    def test_a_code_with_tabs_and_line_ends_stays_one_line(self):
        self.assertEqual(self.lines(self.code("odd.png", "one\ttwo\nthree\r")), [[str(self.folder / "odd.png"), r"one\ttwo\nthree\r"]])

    def test_any_script_comes_through(self):
        self.assertEqual(self.lines(self.code("names.png", "Xóchitl 李小龍 علي"))[0][1], "Xóchitl 李小龍 علي")

    def test_what_is_not_there_is_refused_in_one_sentence(self):
        done = program("kioskctl", "scan", self.folder / "nothing.png")
        self.assertEqual(done.returncode, 1)
        self.assertEqual(done.stdout, "")
        self.assertEqual(len(done.stderr.strip().splitlines()), 1)


if __name__ == "__main__":
    unittest.main()
