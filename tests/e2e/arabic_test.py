"""Each guest screen in Arabic, by touch on its own keyboard: every one of them is mirrored, and says nothing in English."""
import json
import re
import unittest

import parts
from guest_screens import GuestScreens

LATIN = re.compile(r"[A-Za-z]{2}")
ARABIC = re.compile(r"[\u0600-\u06ff]")
OWN = {"Fall Town Hall", "English", "Español", "Kreyòl ayisyen", "Português", "Tiếng Việt", "Français",
       "Soomaali", "Tagalog", "Filipino"}


class InArabic(GuestScreens, parts.EventTest):
    words = ("--language", "ar")
    guest, digits, shown = "منى", "0135", "منى"
    name, child, other_child, topic, allergy = "هند", "سمر", "عمر", "باص", "بيض"
    greeting = "أهلًا"

    def saw(self, page):
        tree = self.folder / f"{len(self.pages)}.{page}.json"
        self.pages.append(tree)
        return [f"tree {tree}"]

    def tearDown(self):
        for file in self.pages:
            if file.exists():  # not where the journey broke off before it
                self.check(file)
        super().tearDown()

    def check(self, file):
        tree = json.loads(file.read_text(encoding="utf-8"))
        nodes = {node["id"]: node for node in tree["nodes"]}
        with self.subTest(page=file.name):
            self.assertTrue(file.name.split(".")[1] in tree["page"], tree["page"])
            middle = tree["width"] / 2
            x, _, width, _ = nodes["furniture.help"]["rect"]
            self.assertLess(x + width, middle)  # on the right in English
            if "furniture.back" in nodes:
                self.assertGreater(nodes["furniture.back"]["rect"][0], middle)
            for node in tree["nodes"]:
                label = node.get("label", "")
                if node["id"] in ("done.code", "done.speaker"):
                    continue
                if node["role"] not in ("key", "page") and LATIN.search(label) and not ARABIC.search(label):
                    self.assertIn(label, OWN, node["id"])


if __name__ == "__main__":
    unittest.main()
