"""kioskctl from end to end: what an organiser does before and after the evening, on real files."""
import json
import sqlite3
import subprocess
import unittest

from parts import BIN, EventTest, program


class OrganiserTest(EventTest):
    def test_every_program_tells_its_version_and_its_help(self):
        for name in ("kioskctl", "kiosk", "membershipd"):
            for word in ("--help", "--version"):
                done = program(name, word)
                self.assertEqual(done.returncode, 0, name)
                self.assertTrue(done.stdout.strip())
            self.assertEqual(program(name, "--no-such-option").returncode, 2, name)

    def test_an_event_is_made_once_and_opened_by_either_form_of_its_card(self):
        self.make_event()
        again = self.kioskctl("event", "create", "--event", self.event, "--name", "Other", "--starts",
                              "2026-12-04T18:30", "--timezone", "America/New_York", code=1)
        self.assertIn("already holds an event", again.stderr)
        by_text = self.kioskctl("attendance", "--event", self.event, "--card", self.event / "unlock-card.txt")
        self.assertEqual(json.loads(by_text.stdout)["event"], "Fall Town Hall")

    def test_without_a_key_nothing_is_told(self):
        self.make_event()
        locked = self.kioskctl("attendance", "--event", self.event, code=1)
        self.assertEqual(locked.stdout, "")
        self.assertIn("unlock card", locked.stderr)

    def test_anothers_card_is_refused(self):
        self.make_event()
        other = self.folder / "other"
        self.kioskctl("event", "create", "--event", other, "--name", "Other", "--starts", "2026-12-04T18:30",
                      "--timezone", "America/New_York")
        refused = self.kioskctl("attendance", "--event", self.event, "--card", other / "unlock-card.txt", code=1)
        self.assertIn("another event", refused.stderr)

    def test_a_passphrase_opens_it_too(self):
        secret = self.folder / "passphrase"
        secret.write_text("four quiet gym doors\n", encoding="utf-8")
        self.kioskctl("event", "create", "--event", self.event, "--name", "A", "--starts", "2026-12-03T18:30",
                      "--timezone", "America/New_York", "--passphrase-file", secret)
        self.kioskctl("attendance", "--event", self.event, "--passphrase-file", secret)
        wrong = self.kioskctl("attendance", "--event", self.event, "--passphrase-file", "-", stdin="no\n", code=1)
        self.assertIn("wrong", wrong.stderr)

    def test_importing_twice_changes_nothing(self):
        self.make_event()
        before = self.on_event("facts").stdout
        again = json.loads(self.on_event("roster", "import", self.folder / "roster.csv", "--json").stdout)
        self.assertEqual((again["read"], again["new"], again["changed"], again["unchanged"]), (3, 0, 0, 3))
        self.assertEqual(self.on_event("facts").stdout, before)

    def test_a_dry_run_counts_and_writes_nothing(self):
        self.make_event(roster=None)
        file = self.folder / "roster.csv"
        file.write_text(self.ROSTER + "4,,2025550100,,,,\n", encoding="utf-8")
        before = self.on_event("facts").stdout
        counts = json.loads(self.on_event("roster", "import", file, "--dry-run", "--json").stdout)
        self.assertEqual((counts["read"], counts["new"], len(counts["refused"])), (4, 3, 1))
        self.assertEqual(counts["refused"][0]["line"], 5)
        self.assertTrue(counts["refused"][0]["reason"])
        self.assertEqual(self.on_event("facts").stdout, before)

    def test_an_invitation_is_read_back_and_checks_in_once(self):
        self.make_event()
        out = self.folder / "invitations"
        self.on_event("invite", "--out", out)
        rosa = self.person("Rosa Guerrero")
        picture = out / f"{rosa}.png"
        ours = self.kioskctl("scan", picture).stdout.rstrip("\n").split("\t")[1]
        theirs = subprocess.run(["zbarimg", "-q", "--raw", picture], capture_output=True, text=True).stdout.strip()
        self.assertEqual(ours, theirs)
        self.assertTrue(ours.startswith("WT1:"))
        self.assertIn(ours, (out / "invitations.csv").read_text(encoding="utf-8"))

        self.on_event("check-in", "--ticket", ours, "--at", "2026-12-03T18:04")
        second = self.on_event("check-in", "--ticket", ours)
        self.assertIn("already in", second.stdout)
        attendance = self.attendance()
        self.assertEqual(attendance["people_checked_in"], 1)
        self.assertEqual(attendance["people"][0]["checked_in_at"], "2026-12-03T23:04:00.000Z")

        damaged = self.on_event("check-in", "--ticket", ours[:-3] + ("AAA" if ours[-3:] != "AAA" else "BBB"), code=1)
        self.assertTrue(damaged.stderr)
        self.assertEqual(self.attendance()["people_checked_in"], 1)

    def test_inviting_twice_gives_the_same_tickets(self):
        self.make_event()
        for name in ("a", "b"):
            self.on_event("invite", "--out", self.folder / name)
        first, second = ((self.folder / name / "invitations.csv").read_text(encoding="utf-8") for name in "ab")
        self.assertEqual(first, second)

    def test_no_person_can_be_read_from_the_folders_bytes(self):
        markers = ("Zebedee Quixmarker", "555-0199", "quixmarker@example.org")
        self.make_event(roster="id,full_name,phone,email\n1,Zebedee Quixmarker,202-555-0199,quixmarker@example.org\n")
        self.on_event("check-in", "--person", self.person("Zebedee"))
        for file in self.event.iterdir():
            content = file.read_bytes().lower()
            for marker in (*markers, "+12025550199", "2025550199", "quixmarker"):
                self.assertNotIn(marker.lower().encode(), content, file.name)
                self.assertNotIn(marker.lower().encode("utf-16-le"), content, file.name)

    def test_verify_names_the_first_damage(self):
        self.make_event()
        self.assertIn("whole", self.on_event("verify").stdout)
        journal = sqlite3.connect(self.event / "journal.sqlite")
        table = next(name for (name,) in journal.execute("select name from sqlite_master where type='table'")
                     if "fact" in name)
        last = journal.execute(f"select max(rowid) from {table}").fetchone()[0]
        journal.execute(f"delete from {table} where rowid = ?", (last - 1,))
        journal.commit()
        journal.close()
        damaged = self.on_event("verify", code=1)
        self.assertRegex(damaged.stderr, r"fact \d+")

    def test_a_card_kept_in_the_keyring_opens_until_it_is_forgotten(self):
        self.make_event()
        unlocked = program("kioskctl", "unlock", "--event", self.event, "--card", self.event / "unlock-card.txt")
        if unlocked.returncode != 0:  # A kernel or container without keyrings: the card must be asked for, plainly.
            self.assertIn("--card", unlocked.stderr)
            return
        self.kioskctl("attendance", "--event", self.event)
        self.kioskctl("lock", "--event", self.event)
        self.kioskctl("attendance", "--event", self.event, code=1)

    def test_labels_come_out_in_every_language_a_printer_speaks(self):
        self.make_event()
        rosa = self.person("Rosa")
        starts = {"png": b"\x89PNG", "pdf": b"%PDF", "zpl": b"^XA"}
        for kind, start in starts.items():
            out = self.folder / f"badge.{kind}"
            self.on_event("label", "--what", "badge", "--person", rosa, "--as", kind, "--out", out)
            self.assertTrue(out.read_bytes().startswith(start), kind)
            self.assertNotIn(b"Guerrero", out.read_bytes())

    def test_doctor_reports_on_this_machine(self):
        done = self.kioskctl("doctor")
        for part in ("camera", "display", "keyring", "disk", "clock", "printer"):
            self.assertIn(part, done.stdout)


if __name__ == "__main__":
    unittest.main()
