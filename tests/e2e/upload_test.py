"""kioskctl and membershipd from end to end: the attendance arrives once, whatever happens on the way."""
import json
import stat
import unittest
import urllib.error

from parts import EventTest, Service


class UploadTest(EventTest):
    def service(self, **options):
        service = Service(self.folder, **options)
        self.addCleanup(service.stop)
        return service.start()

    def upload(self, to, *words, code=0):
        done = self.on_event("upload", "--to", to, "--json", *words, code=code)
        return json.loads(done.stdout) if code == 0 else done.stderr

    def at_service(self, service):
        return service.get(f"/v1/events/{self.event_id}/attendance")

    def assert_same_attendance(self, service):
        here, there = self.attendance(), self.at_service(service)
        self.assertEqual(there["summary"]["people"], here["people_checked_in"])
        self.assertEqual({(row["person"], row["full_name"], row["checked_in_at"]) for row in there["attendance"]},
                         {(row["person"], row["full_name"], row["checked_in_at"]) for row in here["people"]})

    def check_in(self, name):
        self.on_event("check-in", "--person", self.person(name))

    def test_the_attendance_at_the_service_is_the_tablets(self):
        service = self.service()
        self.make_event()
        self.check_in("Rosa")
        self.check_in("Ng")
        counts = self.upload(service.url)
        self.assertEqual((counts["rejected"], counts["duplicate"]), (0, 0))
        self.assertEqual(counts["sent"], counts["accepted"] + counts["superseded"] + counts["needs_review"])
        self.assertEqual(counts["sent"], len(self.on_event("facts").stdout.splitlines()))
        self.assertEqual(self.attendance()["people_checked_in"], 2)
        self.assert_same_attendance(service)

    def test_uploading_twice_counts_nobody_twice(self):
        service = self.service()
        self.make_event()
        self.check_in("Rosa")
        first = self.upload(service.url)
        before = self.at_service(service)
        second = self.upload(service.url)
        self.assertEqual((second["accepted"], second["rejected"]), (0, 0))
        self.assertEqual(second["already_there"] + second["duplicate"], first["sent"])
        self.assertEqual(self.at_service(service), before)
        self.check_in("Ng")
        self.assertEqual(self.upload(service.url)["accepted"], 1)
        self.assert_same_attendance(service)

    def test_a_service_that_was_away_gets_everything_later(self):
        service = self.service()
        self.make_event()
        self.check_in("Rosa")
        self.upload(service.url)
        service.stop()
        self.check_in("Ng")
        self.assertIn("nothing is lost", self.upload(service.url, "--patience", "1", code=1))
        service.start()
        self.assertEqual(self.upload(service.url)["accepted"], 1)
        self.assert_same_attendance(service)

    def test_a_dry_run_keeps_nothing_there(self):
        service = self.service()
        self.make_event()
        facts = len(self.on_event("facts").stdout.splitlines())
        self.assertEqual(self.upload(service.url, "--dry-run")["sent"], facts)
        with self.assertRaises(urllib.error.HTTPError) as unknown:
            self.at_service(service)
        self.assertEqual(unknown.exception.code, 404)
        unknown.exception.close()
        self.upload(service.url)
        self.check_in("Rosa")
        self.assertEqual(self.upload(service.url, "--dry-run")["accepted"], 1)
        self.assertEqual(self.at_service(service)["summary"]["people"], 0)

    def test_two_tablets_of_one_event_agree(self):
        service = self.service()
        self.make_event()
        card = self.event / "unlock-card.txt"
        self.check_in("Rosa")
        self.upload(service.url)
        other = self.folder / "other"
        words = ("--event", other, "--card", card)
        self.kioskctl("upload", *words, "--to", service.url)
        people = json.loads(self.kioskctl("attendance", *words).stdout)
        self.assertEqual([row["full_name"] for row in people["people"]], ["Rosa Guerrero Díaz"])
        ng = json.loads(self.kioskctl("find", *words, "Ng").stdout)["results"][0]["person"]
        self.kioskctl("check-in", *words, "--person", ng)
        self.kioskctl("upload", *words, "--to", service.url)
        self.upload(service.url)
        self.assertEqual(self.attendance()["people_checked_in"], 2)
        self.assert_same_attendance(service)
        facts = self.on_event("facts").stdout
        self.upload(service.url)
        self.assertEqual(self.on_event("facts").stdout, facts)

    def test_a_service_with_tokens_takes_enrolled_tablets_only(self):
        service = self.service(tokens=True)
        self.make_event()
        self.check_in("Rosa")
        self.assertIn("enrol", self.upload(service.url, code=1))
        self.on_event("enrol", "--to", service.url, "--organiser-token-file", service.token_file)
        self.on_event("enrol", "--to", service.url, "--organiser-token-file", service.token_file)
        kept = self.event / "service.token"
        self.assertEqual(stat.S_IMODE(kept.stat().st_mode), 0o600)
        self.assertNotIn(b"127.0.0.1", kept.read_bytes())
        self.upload(service.url)
        self.assert_same_attendance(service)

    def test_a_code_enrols_a_second_tablet_and_a_wrong_one_none(self):
        service = self.service(tokens=True)
        self.make_event()
        self.on_event("enrol", "--to", service.url, "--organiser-token-file", service.token_file)
        self.upload(service.url)
        words = ("--event", self.folder / "other", "--card", self.event / "unlock-card.txt")
        wrong = self.folder / "wrong"
        wrong.write_text("not the code\n", encoding="utf-8")
        refused = self.kioskctl("enrol", *words, "--to", service.url, "--code-file", wrong, code=1)
        self.assertIn("code", refused.stderr)
        self.kioskctl("enrol", *words, "--to", service.url, "--code-file", service.token_file)
        self.kioskctl("upload", *words, "--to", service.url)
        self.assertTrue(self.kioskctl("find", *words, "Rosa").stdout)

    def test_a_file_gets_the_attendance_whole(self):
        self.make_event()
        self.check_in("Rosa")
        out = self.folder / "attendance.csv"
        self.assertEqual(self.upload(f"csv:{out}")["sent"], 1)
        printed = self.on_event("attendance", "--format", "csv").stdout
        self.assertEqual(out.read_text(encoding="utf-8").splitlines(), printed.splitlines())
        self.assertIn("connectors.toml", self.upload("action-network", code=1))
        self.assertIn("no address", self.upload("members.example.org", code=1))


if __name__ == "__main__":
    unittest.main()
