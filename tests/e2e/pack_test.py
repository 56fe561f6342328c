"""The evening as a sealed pack: written by one machine, taken in by another that has only the card, twice."""
import json
import unittest

from parts import EventTest, program


class Pack(EventTest):
    def test_a_second_machine_has_the_same_evening_by_a_stick_alone(self):
        self.make_event()
        self.on_event("check-in", "--person", self.person("ng"))
        stick = self.folder / "stick"
        packed = json.loads(self.on_event("pack", "--out", stick).stdout)
        self.assertEqual(len(packed["words"].split()), 8)
        file = stick / f"welcome-table-{'-'.join(packed['words'].split()[:2])}.wtpack"
        self.assertEqual(packed["file"], str(file))
        self.assertNotIn(b"Guerrero", file.read_bytes())

        second = ["--event", self.folder / "second", "--card", self.event / "unlock-card.txt"]
        taken = json.loads(self.kioskctl("unpack", *second, file).stdout)
        self.assertEqual((taken["added"], taken["head"]), (packed["facts"], packed["head"]))
        again = json.loads(self.kioskctl("unpack", *second, file).stdout)
        self.assertEqual((again["added"], again["known"], again["head"]), (0, packed["facts"], packed["head"]))
        self.kioskctl("verify", *second)
        attendance = json.loads(self.kioskctl("attendance", *second).stdout)
        self.assertEqual(attendance["people_checked_in"], 1)

    def test_a_damaged_or_foreign_pack_is_refused_in_one_sentence(self):
        self.make_event()
        packed = json.loads(self.on_event("pack", "--out", self.folder / "stick").stdout)
        mine = self.event
        self.event = self.folder / "other"
        self.make_event(roster=None)
        refused = self.on_event("unpack", packed["file"], code=1).stderr
        self.assertIn("another event", refused)
        with open(packed["file"], "r+b") as pack:
            pack.truncate(200)
        cut = program("kioskctl", "unpack", "--event", mine, "--card", mine / "unlock-card.txt", packed["file"])
        self.assertEqual((cut.returncode, len(cut.stderr.splitlines())), (1, 1))


if __name__ == "__main__":
    unittest.main()
