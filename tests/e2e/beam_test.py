"""The evening by pictures alone: shown by one machine, filmed by another, with a receipt back."""
import json
import shutil
import unittest

from parts import EventTest, Service


class BeamTest(EventTest):
    def setUp(self):
        super().setUp()
        self.make_event()
        self.other, self.pictures = self.folder / "other", self.folder / "pictures"
        self.card = self.event / "unlock-card.png"
        self.on_event("check-in", "--person", self.person("Rosa"))

    def on_other(self, *words, code=0):
        return self.kioskctl(*words, "--event", self.other, "--card", self.card, code=code)

    def receive(self, *words, code=0):
        return self.on_other("receive", "--from", self.pictures, *words, code=code)

    def test_all_arrives_though_a_third_of_the_pictures_is_missed_and_the_receipt_says_so(self):
        shown = json.loads(self.on_event("beam", "--out", self.pictures).stdout)
        frames = sorted(self.pictures.iterdir())
        self.assertEqual(len(frames), shown["shown"])
        for frame in frames[::3]:
            frame.unlink()
        receipt = self.folder / "receipt.png"

        taken = json.loads(self.receive("--receipt", receipt).stdout)

        self.assertEqual((taken["added"], taken["facts"], taken["head"], taken["words"]),
                         (shown["facts"], shown["facts"], shown["head"], shown["words"]))
        self.assertEqual(json.loads(self.on_other("attendance").stdout)["people_checked_in"], 1)
        self.on_other("verify")
        for said in (receipt, taken["receipt"]):
            self.assertIn(f"all {shown['facts']} facts", self.on_event("receipt", said).stdout)
        again = json.loads(self.receive().stdout)
        self.assertEqual((again["added"], again["known"]), (0, shown["facts"]))

    def test_a_receipt_for_less_is_told(self):
        self.on_event("beam", "--out", self.pictures)
        receipt = json.loads(self.receive().stdout)["receipt"]
        self.on_event("check-in", "--person", self.person("Ng"))
        self.assertIn("once more", self.on_event("receipt", receipt, code=1).stderr)
        self.assertIn("no receipt", self.on_event("receipt", "WTR1:NONSENSE", code=1).stderr)

    def test_too_few_pictures_are_told_and_nothing_is_taken_in(self):
        self.on_event("beam", "--out", self.pictures, "--frames", 2)
        self.assertIn("pieces", self.receive("--within", 3, code=1).stderr)
        self.assertEqual(self.on_other("facts").stdout, "")

    def test_another_events_pictures_are_refused(self):
        self.on_event("beam", "--out", self.pictures)
        foreign = self.folder / "foreign"
        self.kioskctl("event", "create", "--event", foreign, "--name", "Other", "--starts", "2026-12-03T18:30",
                      "--timezone", "America/New_York")
        self.kioskctl("receive", "--event", foreign, "--card", foreign / "unlock-card.png", "--from", self.pictures, code=1)

    def test_what_was_filmed_goes_to_the_service_once(self):
        self.on_event("beam", "--out", self.pictures)
        self.receive()
        service = Service(self.folder)
        self.addCleanup(service.stop)
        service.start()
        for _ in range(2):
            self.on_other("upload", "--to", service.url)
        self.on_event("upload", "--to", service.url)
        there = service.get(f"/v1/events/{self.event_id}/attendance")
        self.assertEqual([row["full_name"] for row in there["attendance"]], ["Rosa Guerrero Díaz"])


if __name__ == "__main__":
    unittest.main()
