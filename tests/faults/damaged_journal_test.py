"""A page of the journal gone bad: verify names it, rescue saves the rest, and the evening goes on in the new folder."""
import json
import unittest

from door import Door
from parts import program

PAGE = 4096


class DamagedJournal(Door):
    def setUp(self):
        super().setUp()
        for person, _ in self.people:
            self.on_event("check-in", "--person", person)

    def lose_a_page(self):
        """Zeros where early facts were; SQLite's own files beside it are gone already, everybody having ended."""
        journal = self.event / "journal.sqlite"
        data = bytearray(journal.read_bytes())
        page = next(n for n in range(8, len(data) // PAGE) if data[n * PAGE] == 0x0D)
        data[page * PAGE:(page + 1) * PAGE] = bytes(PAGE)
        journal.write_bytes(data)

    def test_what_can_be_read_is_saved_and_what_is_missing_is_named(self):
        facts = len(self.on_event("facts").stdout.splitlines())
        self.lose_a_page()
        named = self.on_event("verify", code=1).stderr
        self.assertRegex(named, r"device .+, fact \d+: .+kioskctl rescue")

        saved = self.folder / "saved"
        report = json.loads(self.on_event("rescue", "--into", saved).stdout)
        missing = sum(gap["last"] - gap["first"] + 1 for gap in report["missing"])
        self.assertGreater(missing, 0)
        self.assertLess(missing, 25)
        self.assertEqual(report["facts"] + missing, facts)

        card = ["--event", saved, "--card", self.event / "unlock-card.txt"]
        self.assertEqual(program("kioskctl", "verify", *card).returncode, 0)
        attendance = json.loads(program("kioskctl", "attendance", *card).stdout)
        self.assertGreaterEqual(attendance["people_checked_in"], len(self.people) - missing)
        again = program("kioskctl", "rescue", "--event", self.event, "--card", self.event / "unlock-card.txt",
                        "--into", saved)
        self.assertEqual((again.returncode, len(again.stderr.splitlines())), (1, 1))


if __name__ == "__main__":
    unittest.main()
