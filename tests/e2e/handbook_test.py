"""The handbook of assets/help: prints to a page a sheet, with pictures, and speaks of buttons and commands that exist."""
import html.parser
import os
import pathlib
import re
import subprocess
import tempfile
import unittest

from parts import ROOT, program

HELP = ROOT / "assets" / "help"


def messages(language):
    """The catalogue's texts by their ids; of a plural the first form."""
    text = (ROOT / "assets" / "locale" / f"{language}.po").read_text(encoding="utf-8")
    found = re.findall(r'^msgid "(.+)"\n(?:msgid_plural ".*"\n)?msgstr(?:\[0\])? "((?:[^"\\]|\\.)*)"', text, re.M)
    return {name: value.replace('\\"', '"') for name, value in found}


class Page(html.parser.HTMLParser):
    def __init__(self, path):
        super().__init__()
        self.language, self.pictures, self.said, self.codes, self.open = "", [], [], [], []
        self.feed(path.read_text(encoding="utf-8"))

    def handle_starttag(self, tag, attributes):
        told = dict(attributes)
        self.language = told.get("lang", self.language)
        if tag == "img":
            self.pictures.append(told["src"])
        if tag == "code":
            self.codes.append("")
        if "data-text" in told:
            self.said.append([told["data-text"], ""])
            self.open.append(tag)

    def handle_endtag(self, tag):
        if self.open and self.open[-1] == tag:
            self.open.pop()

    def handle_data(self, data):
        if self.open:
            self.said[-1][1] += data
        if self.codes and self.get_starttag_text() and self.get_starttag_text().startswith("<code"):
            self.codes[-1] += data


class Handbook(unittest.TestCase):
    def pages(self):
        return [(path, Page(path)) for path in sorted(HELP.glob("*.html"))]

    def test_buttons_are_called_as_on_the_screen(self):
        for path, page in self.pages():
            known = messages(page.language)
            self.assertGreater(len(page.said), 4, path.name)
            for name, said in page.said:
                self.assertEqual(said.replace("’", "'"), known[name].replace("’", "'"), f"{path.name}: {name}")

    def test_commands_exist(self):
        said = {code.split()[1] for _, page in self.pages() for code in page.codes if code.startswith("kioskctl ")}
        self.assertGreater(len(said), 6)
        for command in said:
            self.assertEqual(program("kioskctl", command, "--help").returncode, 0, command)

    def test_prints_a_page_a_sheet_with_pictures(self):
        with tempfile.TemporaryDirectory(prefix="welcome-handbook-") as folder:
            done = subprocess.run([ROOT / "tools" / "handbook", "--out", folder], capture_output=True, text=True,
                                  timeout=800, env=os.environ)
            self.assertEqual(done.returncode, 0, done.stderr)
            for path, page in self.pages():
                pdf = pathlib.Path(folder) / f"{path.stem}.pdf"
                told = subprocess.run(["pdfinfo", pdf], capture_output=True, text=True, check=True).stdout
                self.assertRegex(told, r"Pages: +1\n", path.name)
                self.assertGreater(len(page.pictures), 1)
                drawn = subprocess.run(["pdfimages", "-list", pdf], capture_output=True, text=True, check=True).stdout
                # The pictures are there, and none is the browser's sign for a missing one (which is tiny).
                wide = [line for line in drawn.splitlines()[2:] if int(line.split()[3]) >= 800]
                self.assertGreaterEqual(len(wide), len(set(page.pictures)), f"{path.name}:\n{drawn}")


if __name__ == "__main__":
    unittest.main()
