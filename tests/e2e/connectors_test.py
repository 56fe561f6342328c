"""kioskctl upload to other people's services: what they say they do, and what they really do."""
import csv
import io
import json
import pathlib
import unittest

from other_services import ActionNetwork, CiviCrm, EveryAction
from parts import EventTest

PEOPLE = ("id,full_name,phone,email,zip,household,child\n"
          "1,Rosa Guerrero,(202) 555-0143,rosa@example.org,02139,g,\n"
          "2,Bea O'Neil,,bea.o'neil@example.org,20011,,\n"
          "3,Ng,202-555-0177,,00901,,\n"
          "4,Tomás Guerrero,,rosa@example.org,02139,g,\n"
          "5,Nobody Reachable,,,20001,,\n")


class ConnectorTest(EventTest):
    def begin(self, service, settings):
        self.service = service
        self.addCleanup(service.stop)
        self.make_event(PEOPLE)
        (self.event / "key").write_text(service_key(service) + "\n", encoding="utf-8")
        (self.event / "connectors.toml").write_text(settings.format(url=service.url), encoding="utf-8")
        self.ids = {}
        for name in ("Rosa Guerrero", "Bea O'Neil", "Ng", "Nobody Reachable"):
            self.ids[name] = self.comes_in(name)

    def comes_in(self, name):
        person = next(r["person"] for r in json.loads(self.on_event("find", name).stdout)["results"] if r["full_name"] == name)
        self.on_event("check-in", "--person", person)
        return person

    def upload(self, *words, code=0):
        done = self.on_event("upload", "--to", self.TARGET, "--json", *words, code=code)
        return json.loads(done.stdout)

    def line(self, report, name):
        return next(line for line in report["lines"] if line["full_name"] == name)


def service_key(service):
    return {ActionNetwork: "an-key", CiviCrm: "civi-key", EveryAction: "van-key|1"}[type(service)]


class ToActionNetwork(ConnectorTest):
    TARGET = "action-network"
    SETTINGS = '[action-network]\nurl = "{url}"\nkey_file = "key"\nevent = "ev-1"\ntag = "tag-1"\ncalls_a_second = 500\n'

    def setUp(self):
        super().setUp()
        self.begin(ActionNetwork(), self.SETTINGS)

    def test_the_dry_run_gives_four_numbers_and_writes_nothing(self):
        self.service.add_person("ROSA", "G.", "rosa@example.org")
        report = self.upload("--dry-run")
        self.assertEqual([report[word] for word in ("will_update", "will_create", "needs_review", "cannot_send")],
                         [1, 2, 0, 1])
        self.assertEqual(self.service.count("POST", ".*"), 0)
        self.assertIn("email or a phone", self.line(report, "Nobody Reachable")["why"])

    def test_what_the_target_cannot_keep_is_said_before_anything_is_sent(self):
        done = self.on_event("upload", "--to", self.TARGET, "--json", "--dry-run")
        truth = {row["what"]: row for row in json.loads(done.stdout)["truth"]}
        self.assertEqual(truth["attended"]["kept"], "otherwise")
        self.assertEqual((truth["people without email and phone"]["kept"], truth["people without email and phone"]["people"]),
                         ("lost", 1))
        self.assertEqual(truth["childcare"]["kept"], "lost")
        self.assertIn("Not kept there: people without email and phone (1)", done.stderr)
        self.assertEqual(self.service.count("POST", ".*"), 0)

    def test_the_receipt_names_whom_it_leaves_out_and_why(self):
        report = self.upload()
        with open(report["receipt"]["json"], encoding="utf-8") as file:
            receipt = json.load(file)
        self.assertEqual((receipt["unit"], receipt["in"], receipt["accepted"]), ("people", 4, 3))
        self.assertEqual([one["what"] for one in receipt["differences"]], ["Nobody Reachable"])
        self.assertIn("email or a phone", receipt["differences"][0]["why"])
        self.assertEqual(len(receipt["journal"]["head"]), 64)

    def test_only_a_returned_identifier_counts_as_saved(self):
        self.service.blind_posts = 2
        report = self.upload()
        self.assertEqual(report["sent"], 3)
        self.assertEqual(len(self.service.attendances), 3)
        self.assertEqual(len(self.service.taggings), 3)

    def test_a_post_that_never_saves_is_told_and_the_others_go_on(self):
        self.service.blind_posts = 3
        report = self.upload("--errors", self.folder / "errors.csv")
        self.assertEqual((report["sent"], report["failed"]), (2, 1))
        rows = list(csv.DictReader(io.StringIO((self.folder / "errors.csv").read_text(encoding="utf-8"))))
        self.assertIn("saved nothing", rows[0]["error_text"])
        self.assertEqual(self.upload()["sent"], 1)
        self.assertEqual(len(self.service.attendances), 3)

    def test_person_saved_and_tag_failed_goes_on_at_the_tag(self):
        self.service.failing_tags = 3
        self.assertEqual(self.upload()["failed"], 1)
        posts = self.service.count("POST", "/events/.*")
        self.assertEqual(self.upload()["sent"], 1)
        self.assertEqual(self.service.count("POST", "/events/.*"), posts, "the attendance is not sent again")
        self.assertEqual(len(self.service.taggings), 3)

    def test_sent_twice_it_is_there_once(self):
        self.upload()
        self.assertEqual(self.upload()["already_sent"], 3)
        self.assertEqual(len(self.service.attendances), 3)

    def test_too_many_calls_are_waited_for(self):
        self.service.too_many = 4
        self.assertEqual(self.upload()["sent"], 3)

    def test_nobody_is_subscribed_who_did_not_say_so(self):
        self.upload()
        self.assertEqual({person["status"] for person in self.service.people}, {"unsubscribed"})

    def test_a_subscriber_who_was_not_asked_stays_one(self):
        rosa = self.service.add_person("Rosa", "Guerrero", "rosa@example.org")
        self.upload()
        self.assertEqual(rosa["status"], "subscribed")

    def test_an_email_shared_by_a_family_is_not_one_person(self):
        self.comes_in("Tomás Guerrero")
        report = self.upload()
        self.assertEqual(report["needs_review"], 2)
        self.assertEqual(report["sent"], 2)
        person = self.ids["Rosa Guerrero"]
        self.on_event("review", "--to", self.TARGET, "--person", person, "--different")
        self.assertEqual(self.upload()["sent"], 1)
        self.assertEqual([p["given_name"] for p in self.service.people if p["email"] == "rosa@example.org"], ["Rosa"])

    def test_an_email_known_under_another_name_waits_for_a_human(self):
        known = self.service.add_person("Mario", "G.", "rosa@example.org")
        line = self.line(self.upload(), "Rosa Guerrero")
        self.assertEqual(line["outcome"], "needs_review")
        self.assertEqual(line["candidates"], [{"id": known["id"], "name": "Mario G."}])
        self.on_event("review", "--to", self.TARGET, "--person", self.ids["Rosa Guerrero"], "--skip")
        self.assertEqual(self.line(self.upload(), "Rosa Guerrero")["outcome"], "skipped")

    def test_undo_takes_the_tags_back(self):
        self.upload()
        self.assertEqual(self.upload("--undo")["undone"], 3)
        self.assertEqual(self.service.taggings, {})

    def test_a_wrong_key_stops_the_run_with_a_sentence(self):
        (self.event / "key").write_text("other\n", encoding="utf-8")
        report = self.upload(code=1)
        self.assertIn("does not accept the key", report["stopped"])
        self.assertEqual(self.service.attendances, {})


class ToCiviCrm(ConnectorTest):
    TARGET = "civicrm"
    SETTINGS = '[civicrm]\nurl = "{url}"\nkey_file = "key"\nevent = 7\ncalls_a_second = 500\n'

    def setUp(self):
        super().setUp()
        self.begin(CiviCrm(), self.SETTINGS)

    def attended(self):
        return sorted(p["contact_id"] for p in self.service.participants if p["status_id:name"] == "Attended")

    def test_new_people_come_with_their_own_number_and_consent(self):
        self.assertEqual(self.upload()["sent"], 4)
        self.assertEqual(len(self.attended()), 4)
        rosa = next(c for c in self.service.contacts if c["first_name"] == "Rosa")
        self.assertEqual(rosa["external_identifier"], "welcome:" + self.ids["Rosa Guerrero"])
        self.assertTrue(rosa["is_opt_out"])
        self.assertNotIn("email_primary.email", next(c for c in self.service.contacts if c["first_name"] == "Ng"))

    def test_a_registration_that_is_there_is_marked_and_given_back(self):
        rosa = self.service.add_contact("Rosa", "rosa@example.org")
        registered = self.service.add_participant(rosa, "Registered")
        self.upload()
        self.assertEqual(registered["status_id:name"], "Attended")
        self.upload("--undo")
        self.assertEqual(registered["status_id:name"], "Registered")
        self.assertEqual({p["status_id:name"] for p in self.service.participants if p is not registered}, {"Cancelled"})

    def test_two_contacts_with_one_email_are_never_guessed(self):
        one = self.service.add_contact("Rosa", "rosa@example.org")
        self.service.add_contact("Rosa", "rosa@example.org")
        self.assertEqual(self.line(self.upload(), "Rosa Guerrero")["outcome"], "needs_review")
        self.on_event("review", "--to", self.TARGET, "--person", self.ids["Rosa Guerrero"], "--same", one["id"])
        self.assertEqual(self.line(self.upload(), "Rosa Guerrero")["outcome"], "sent")
        self.assertIn(one["id"], self.attended())

    def test_a_deleted_contact_is_never_attached_to(self):
        gone = self.service.add_contact("Rosa", "rosa@example.org", deleted=True)
        self.upload()
        self.assertNotIn(gone["id"], self.attended())

    def test_a_lost_answer_makes_nobody_twice(self):
        self.service.lost_answers = 2
        self.assertEqual(self.upload()["sent"], 4)
        self.assertEqual(len(self.service.contacts), 4)
        self.assertEqual(len(self.service.participants), 4)

    def test_a_family_of_one_email_are_two_contacts(self):
        self.comes_in("Tomás Guerrero")
        self.assertEqual(self.upload()["sent"] + self.upload()["sent"], 4, "the second of one email waits")
        self.on_event("review", "--to", self.TARGET, "--person", self.person("Tomás Guerrero"), "--different")
        self.upload()
        self.assertEqual(len(self.attended()), 5)


class ToEveryAction(ConnectorTest):
    TARGET = "everyaction"
    SETTINGS = ('[everyaction]\nurl = "{url}"\nkey_file = "key"\nuser = "welcome"\nevent = 501\nshift = 8\nrole = 3\n'
                "calls_a_second = 500\n")

    def setUp(self):
        super().setUp()
        self.begin(EveryAction(), self.SETTINGS)

    def test_statuses_are_asked_for_and_a_bare_number_is_the_answer(self):
        self.assertEqual(self.upload()["sent"], 3)
        self.assertEqual({s["status"]["statusId"] for s in self.service.signups.values()}, {92})
        self.assertEqual(self.upload()["already_sent"], 3)
        self.assertEqual(len(self.service.signups), 3)

    def test_a_signup_that_is_there_keeps_what_else_it_says(self):
        self.service.people[("Rosa", "Guerrero", "rosa@example.org")] = 77
        number = self.service.add_signup(77, {"statusId": 91, "name": "Scheduled"})
        self.upload()
        self.assertEqual(self.service.signups[number]["status"]["statusId"], 92)
        self.assertEqual(self.service.signups[number]["notes"], "by phone bank")
        self.upload("--undo")
        self.assertEqual(self.service.signups[number]["status"]["statusId"], 91)
        self.assertEqual(len(self.service.signups), 1, "what we made is gone again")

    def test_more_signups_than_a_page_are_all_read(self):
        for van_id in range(1000, 1120):
            self.service.add_signup(van_id, {"statusId": 91})
        self.service.people[("Rosa", "Guerrero", "rosa@example.org")] = 1119
        self.upload()
        self.assertEqual(len(self.service.signups), 122)

    def test_an_event_without_the_status_stops_the_run(self):
        self.service.statuses = [{"statusId": 1, "name": "Scheduled"}]
        self.assertIn("no status Completed", self.upload(code=1)["stopped"])
        self.assertEqual(self.service.signups, {})


class ToFiles(EventTest):
    def setUp(self):
        super().setUp()
        self.make_event(PEOPLE)
        for name in ("Rosa Guerrero", "Ng"):
            self.on_event("check-in", "--person", self.person(name), "--at", "2026-12-03T18:04:05-05:00")

    def rows(self, profile):
        file = self.folder / f"{profile}.csv"
        self.on_event("upload", "--to", f"csv:{file}", "--profile", profile)
        return list(csv.DictReader(io.StringIO(file.read_text(encoding="utf-8"))))

    def test_the_generic_file_has_everything_but_childcare(self):
        rosa = next(row for row in self.rows("generic") if row["full_name"] == "Rosa Guerrero")
        self.assertEqual(rosa["checked_in_at"], "2026-12-03T18:04:05-05:00")
        self.assertEqual((rosa["first_name"], rosa["last_name"], rosa["phone_e164"].lstrip("'")),
                         ("Rosa", "Guerrero", "+12025550143"))
        self.assertFalse([heading for heading in rosa if "child" in heading or "allerg" in heading])

    def test_targets_that_know_people_by_email_get_those_and_the_rest_have_a_file(self):
        for profile in ("action-network", "mobilize"):
            self.assertEqual(len(self.rows(profile)), 1, profile)
        self.assertEqual([row["full_name"] for row in self.rows("people-without-email")], ["Ng"])

    def test_every_profile_has_rows_under_its_own_headings(self):
        self.assertEqual(self.rows("civicrm")[0]["Status"], "Attended")
        self.assertEqual(self.rows("everyaction")[0]["EventDate"], "2026-12-03")
        self.assertEqual({row["LastName"] for row in self.rows("salesforce")}, {"Guerrero", "Ng"})

    def test_an_unknown_profile_names_those_that_there_are(self):
        refused = self.on_event("upload", "--to", "csv:x.csv", "--profile", "excel", code=1)
        self.assertIn("people-without-email", refused.stderr)


class FamiliesInFiles(EventTest):
    """Two of one family share an email; the third guest has his own."""
    def setUp(self):
        super().setUp()
        self.make_event("id,full_name,phone,email,zip\n"
                        "1,Rosa Guerrero,+12025550143,home@example.org,02139\n"
                        "2,Luis Guerrero,+12025550144,home@example.org,02139\n"
                        "3,Dan Miller,+12025550145,dan@example.org,02139\n")
        for name in ("Rosa Guerrero", "Luis Guerrero", "Dan Miller"):
            self.on_event("check-in", "--person", self.person(name), "--at", "2026-12-03T18:04:05-05:00")

    def write(self, profile, *more):
        file = self.folder / f"{profile}.csv"
        report = json.loads(self.on_event("upload", "--to", f"csv:{file}", "--profile", profile, "--json", *more).stdout)
        return report, list(csv.DictReader(io.StringIO(file.read_text(encoding="utf-8"))))

    def test_who_shares_an_email_waits_where_people_are_known_by_email_alone(self):
        for profile, column in (("action-network", "first_name"), ("mobilize", "given_name")):
            report, rows = self.write(profile, "--errors", self.folder / "errors.csv")
            self.assertEqual([row[column] for row in rows], ["Dan"], profile)
            self.assertEqual((report["sent"], report["needs_review"], report["left_out"]), (1, 2, 0))
            self.assertEqual({line["full_name"] for line in report["lines"]}, {"Rosa Guerrero", "Luis Guerrero"})
            self.assertEqual({line["outcome"] for line in report["lines"]}, {"needs_review"})
            self.assertIn("share this email", report["lines"][0]["why"])
            self.assertIn("Luis Guerrero", (self.folder / "errors.csv").read_text(encoding="utf-8"))
            receipt = json.loads(pathlib.Path(report["receipt"]["json"]).read_text(encoding="utf-8"))
            self.assertIn("Rosa Guerrero", json.dumps(receipt), "the receipt says who waits")

    def test_a_decision_holds_for_every_file(self):
        self.on_event("review", "--to", "csv", "--person", self.person("Rosa Guerrero"), "--different")
        self.on_event("review", "--to", "csv", "--person", self.person("Luis Guerrero"), "--skip")
        for profile, column in (("action-network", "first_name"), ("mobilize", "given_name")):
            report, rows = self.write(profile)
            self.assertEqual({row[column] for row in rows}, {"Rosa", "Dan"}, profile)
            self.assertEqual((report["needs_review"], report["skipped"]), (0, 1))
        _, rows = self.write("people-without-email")
        self.assertEqual([row["full_name"] for row in rows], ["Luis Guerrero"], "nobody is in no file at all")

    def test_targets_that_know_people_otherwise_get_everybody(self):
        for profile in ("generic", "civicrm", "everyaction", "salesforce"):
            report, rows = self.write(profile)
            self.assertEqual((len(rows), report["needs_review"]), (3, 0), profile)

    def test_a_decision_about_nobody_is_refused(self):
        refused = self.on_event("review", "--to", "csv", "--person", "0192f5c1-7a10-7c3e-9b52-0d5f0f6f3a11", "--skip", code=1)
        self.assertIn("nobody of that id", refused.stderr)


if __name__ == "__main__":
    unittest.main()
