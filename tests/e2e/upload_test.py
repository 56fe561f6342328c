"""kioskctl and membershipd from end to end: the attendance arrives once, whatever happens on the way."""
import contextlib
import json
import os
import pathlib
import re
import shutil
import sqlite3
import stat
import subprocess
import threading
import time
import unittest
import urllib.error
import uuid

from parts import BIN, EventTest, Service, unlock


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

    def approve(self, service, code):
        service.post("/v1/enrolments", {"code": code})

    def code_of(self, service):
        """What the tablet shows, looked up where the service keeps it."""
        for _ in range(600):
            with contextlib.closing(sqlite3.connect(service.folder / "service.sqlite")) as store:
                codes = [row[0] for row in store.execute("SELECT code FROM enrolments WHERE approved_ms = 0")]
            if codes:
                return codes[0]
            time.sleep(0.1)
        self.fail("no tablet asked to be let in")

    def test_a_code_that_the_organiser_types_lets_a_second_tablet_in(self):
        service = self.service(tokens=True)
        self.make_event()
        self.on_event("enrol", "--to", service.url, "--organiser-token-file", service.token_file)
        self.upload(service.url)
        words = ("--event", self.folder / "other", "--card", self.event / "unlock-card.txt")
        asking = subprocess.Popen([BIN / "kioskctl", "enrol", *words, "--to", service.url], stdout=subprocess.PIPE,
                                  stderr=subprocess.PIPE, text=True)
        self.addCleanup(asking.kill)
        said = asking.stderr.readline()
        code = re.search(r"[A-Z]{4}-[A-Z]{4}", said).group()
        self.assertNotIn(code, json.dumps(service.get("/v1/devices")))
        with self.assertRaises(urllib.error.HTTPError) as wrong:
            self.approve(service, "BBBB-BBBB")
        wrong.exception.close()
        self.approve(service, code)
        out, _ = asking.communicate(timeout=60)
        self.assertEqual(asking.returncode, 0)
        device = out.strip()
        self.kioskctl("upload", *words, "--to", service.url)
        self.assertTrue(self.kioskctl("find", *words, "Rosa").stdout)
        service.delete(f"/v1/devices/{device}")
        self.assertIn("does not let this device in",
                      self.kioskctl("upload", *words, "--to", service.url, code=1).stderr)
        self.assertIn("revoked", self.kioskctl("enrol", *words, "--to", service.url, code=1).stderr)

    def test_nobody_types_the_code(self):
        service = self.service(tokens=True)
        self.make_event()
        self.assertIn("nobody typed the code",
                      self.on_event("enrol", "--to", service.url, "--patience", "1", code=1).stderr)

    def test_a_kiosk_shows_its_code_and_sends_as_soon_as_it_is_let_in(self):
        service = self.service(tokens=True)
        self.make_event()
        self.on_event("enrol", "--to", service.url, "--organiser-token-file", service.token_file)
        self.upload(service.url)
        self.check_in("Rosa")
        (self.event / "service.token").unlink()
        self.add_staff("volunteer")
        shot = pathlib.Path(os.environ.get("WELCOME_SHOTS", self.folder)) / "asks_in.png"

        def let_in():
            code = self.code_of(service)
            while not shot.exists():  # The code is on the glass.
                time.sleep(0.1)
            self.approve(service, code)

        organiser = threading.Thread(target=let_in, daemon=True)
        organiser.start()
        self.kiosk("\n".join(unlock()) + "\ntap staff.more\ntap more.sync\nexpect sync.sentence code\n"
                   "expect furniture.status waiting\n"
                   f"shot {shot}\nexpect sync.sentence accepted\n", "--service", service.url)
        organiser.join()
        self.assert_same_attendance(service)
        self.assertTrue((self.event / "service.token").exists())

    def test_the_receipt_says_what_went_in_and_what_came_of_it(self):
        service = self.service()
        self.make_event()
        self.check_in("Rosa")
        done = self.on_event("upload", "--to", service.url, "--json")
        counts = json.loads(done.stdout)
        receipt = json.loads(pathlib.Path(counts["receipt"]["json"]).read_text(encoding="utf-8"))
        facts = [json.loads(line) for line in self.on_event("facts").stdout.splitlines()]
        self.assertEqual((receipt["in"], receipt["accepted"], receipt["all_accepted"]), (len(facts), len(facts), True))
        self.assertEqual(receipt["differences"], [])
        self.assertIn(f"{len(facts)} facts in = {len(facts)} accepted", done.stderr)
        self.assertEqual(stat.S_IMODE(pathlib.Path(counts["receipt"]["pdf"]).stat().st_mode), 0o600)
        picture = self.folder / "receipt"
        subprocess.run(["pdftoppm", "-r", "100", "-png", "-singlefile", counts["receipt"]["pdf"], picture], check=True)
        code = subprocess.run(["zbarimg", "-q", "--raw", f"{picture}.png"], capture_output=True, text=True, check=True).stdout
        self.assertEqual(code.strip(), f"WTHEAD1:{self.event_id.replace('-', '')}:{receipt['journal']['head']}")
        if folder := os.environ.get("WELCOME_SHOTS"):
            shutil.copy(f"{picture}.png", folder)
        self.assertEqual(json.loads(self.on_event("upload", "--to", service.url, "--json").stdout)["sent"], 0)
        again = max((self.event / "receipts").glob("*.json"))
        self.assertEqual(json.loads(again.read_text(encoding="utf-8"))["journal"], receipt["journal"])
        packed = json.loads(self.on_event("pack", "--out", self.folder / "stick").stdout)
        self.assertEqual(packed["head"], receipt["journal"]["head"])
        self.check_in("Ng")
        self.upload(service.url)
        later = max((self.event / "receipts").glob("*.json"))
        self.assertNotEqual(json.loads(later.read_text(encoding="utf-8"))["journal"]["head"], receipt["journal"]["head"])

    def test_an_upload_is_taken_back_by_its_receipt(self):
        service = self.service(tokens=True)
        self.make_event()
        token = ("--organiser-token-file", service.token_file)
        self.on_event("enrol", "--to", service.url, *token)
        self.check_in("Rosa")
        receipt = self.upload(service.url)["receipt"]["json"]
        self.assertEqual(self.at_service(service)["summary"]["people"], 1)
        self.assertIn("token", self.upload(service.url, "--undo", "--receipt", receipt, code=1))
        self.assertIn("dry-run", self.upload(service.url, "--undo", "--dry-run", "--receipt", receipt, *token, code=1))
        other = self.folder / "other.json"
        other.write_text(pathlib.Path(receipt).read_text(encoding="utf-8").replace(self.event_id, str(uuid.uuid4())),
                         encoding="utf-8")
        self.assertIn("another event", self.upload(service.url, "--undo", "--receipt", other, *token, code=1))
        self.assertEqual(self.at_service(service)["summary"]["people"], 1)
        first = self.upload(service.url, "--undo", "--receipt", receipt, *token)
        self.assertEqual(first["undone"], 1)
        self.assertEqual(self.at_service(service)["summary"]["people"], 0)
        second = self.upload(service.url, "--undo", "--receipt", receipt, *token)
        self.assertEqual((second["undone"], second["already_undone"]), (0, 1))

    def test_what_differs_is_on_the_receipt_with_its_reason(self):
        service = self.service()
        self.make_event()
        self.upload(service.url)
        self.check_in("Rosa")
        taken = json.loads(self.on_event("facts").stdout.splitlines()[-1])["id"]
        other = "A" * 43
        service.post(f"/v1/events/{self.event_id}/facts",
                     {"batch": str(uuid.uuid4()), "device": other, "streams": [
                         {"device": other, "from": 1, "at": 1795561451512, "facts": [[taken, 0, 0, 0, "came_in", {}]]}]})
        counts = self.upload(service.url)
        self.assertEqual(counts["rejected"], 1)
        receipt = json.loads(pathlib.Path(counts["receipt"]["json"]).read_text(encoding="utf-8"))
        self.assertFalse(receipt["all_accepted"])
        self.assertEqual(receipt["in"] - receipt["accepted"], 1)
        self.assertEqual([(one["what"], one["state"], one["why"]) for one in receipt["differences"]],
                         [(f"fact {taken}", "rejected", "another fact has this id there already")])

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
