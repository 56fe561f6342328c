"""The volunteers' table in the running kiosk: a search with a typo, one person twice and the way back, a printed paper
sheet entered row by row, a numbered card bound by a scan, and an old deed taken back."""
import json
import subprocess
import unittest

from parts import EventTest, unlock

class StaffTable(EventTest):
    ROSTER = ("id,full_name,phone,email,zip,household,child\n"
              "1,Rosa Guerrero Díaz,(202) 555-0143,rosa@example.org,02139,g,\n"
              "2,Mateo Guerrero,,,02139,g,yes\n"
              "3,Ng,202-555-0177,ng@example.org,00901,,\n"
              "4,Rosa Gerrero,,,,,\n"
              "5,José Luis Peña,202-555-0190,,,,\n")

    def setUp(self):
        super().setUp()
        self.make_event(self.ROSTER)
        self.add_staff("volunteer")

    def play(self, *lines):
        self.kiosk("\n".join([*unlock(), *lines]) + "\n")

    def named(self):
        return {row["full_name"] for row in self.attendance()["people"]}

    def test_a_typo_finds_two_who_are_one_and_are_two_again(self):
        self.play("tap table.search", "type guerero rosa", "expect table.result.1 Rosa",
                  "tap table.result.2.check_in", "expect table.result.2 In",
                  "tap table.result.1", "expect person.same", "tap person.same",
                  "expect pick.result.1 Rosa", "tap pick.result.1",
                  "expect merge.title", "expect merge.result.presence In", "tap merge.same",
                  "expect person.take_apart", "expect person.presence In",
                  "tap person.take_apart", "expect undo.mistake", "tap undo.mistake", "absent person.take_apart",
                  "tap furniture.back", "expect table.deed.1")
        self.assertIn("people_merged", self.kinds())
        self.assertEqual(self.attendance()["people_checked_in"], 1)
        two = json.loads(self.on_event("find", "rosa").stdout)["results"]
        self.assertEqual(len(two), 2)

    def test_a_printed_sheet_is_entered_by_its_code_and_counts_once(self):
        pages = self.folder / "sheets.pdf"
        self.on_event("sheets", "--first", 12, "--count", 1, "--out", pages)
        subprocess.run(["pdftoppm", "-r", "110", "-png", str(pages), str(self.folder / "sheet")], check=True)
        picture = next(self.folder.glob("sheet*.png"))
        rows = [f"scan {picture}", "expect paper.row 1", "scan none",
                "expect paper.name.1", "type hose penna", "expect paper.result.1 Peña", "tap paper.result.1",
                "expect paper.row 2", "type Nadia Petrova", "tap paper.children.more", "tap paper.add",
                "expect paper.row 3", "expect paper.row.2 Nadia",
                # The first row once more: it was in already.
                "tap paper.row.1", "expect paper.name.1 José", "tap paper.result.1", "expect notice once"]
        self.play(*rows)
        attended = self.attendance()
        self.assertEqual(attended["people_checked_in"], 2)
        self.assertEqual(attended["company"], 1)
        self.assertEqual(self.named(), {"José Luis Peña", "Nadia Petrova"})
        self.assertEqual(self.kinds().count("checked_in"), 2)

    def test_a_numbered_card_is_bound_by_a_scan_and_finds_the_person_after(self):
        self.play("tap table.search", "type ng", "expect table.result.1 Ng", "tap table.result.1",
                  "expect person.card_hint", "wedge WTN:42:00112233445566778899AABBCCDDEEFF", "expect notice card",
                  "tap staff.table", "expect table.search", "wedge WTN:42:00112233445566778899AABBCCDDEEFF",
                  "expect person.name Ng", "tap person.check_in", "expect person.undo")
        self.assertEqual(self.named(), {"Ng"})
        ticket = "WTN:42:00112233445566778899AABBCCDDEEFF"
        self.on_event("check-in", "--ticket", ticket)  # the same card at another door
        self.assertEqual(self.attendance()["people_checked_in"], 1)

    def test_a_deed_of_hours_ago_is_taken_back(self):
        ng = self.person("ng")
        self.on_event("check-in", "--person", ng)
        for query in ("rosa guerrero diaz", "mateo", "jose luis"):
            self.on_event("check-in", "--person", self.person(query))
        self.play("tap table.all_deeds", "expect deeds.row.4 Ng", "tap deeds.row.4.undo", "expect undo.wrong_person",
                  "tap undo.wrong_person", "expect notice")
        self.assertNotIn("Ng", self.named())
        self.assertEqual(self.attendance()["people_checked_in"], 3)

    def test_quick_add_is_the_typed_name_and_two_taps(self):
        self.play("tap table.search", "type Nadia Petrova", "tap table.add", "expect add.name Nadia",
                  "tap add.ready", "expect person.undo")
        self.assertEqual(self.named(), {"Nadia Petrova"})


if __name__ == "__main__":
    unittest.main()
