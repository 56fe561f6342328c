"""What no other front door does, each as one journey in the running kiosk. tests/README.md says which other tests belong
to which of them."""
import csv
import io
import json
import subprocess
import unittest

from hall import Hall
from parts import EventTest, unlock

PATIENCE = 120
LANGUAGES = 'languages = ["en", "es", "ar"]\n'
FAMILY = ("id,full_name,phone,email,zip,household,child\n"
          "1,Rosa Guerrero Díaz,(202) 555-0143,rosa@example.org,02139,g,\n"
          "2,Mateo Guerrero,,,02139,g,yes\n"
          "3,Luis Guerrero,,rosa@example.org,02139,g,\n"
          "4,Ng,202-555-0177,ng@example.org,00901,,\n")


def without_network():
    """The words that run a program where there is no network at all, if this machine lets us."""
    words = ["unshare", "--net"]
    return words if subprocess.run([*words, "true"], stderr=subprocess.DEVNULL, check=False).returncode == 0 else []


class OnlyHere(EventTest):
    def open_event(self, roster=FAMILY, config=LANGUAGES):
        self.make_event(roster, config)
        self.add_staff("volunteer", "lead")

    def play(self, *lines, words=(), before=()):
        return self.kiosk("\n".join(lines) + "\n", *words, before=before)

    def invitation(self, name):
        folder = self.folder / "invitations"
        self.on_event("invite", "--out", folder)
        with (folder / "invitations.csv").open(encoding="utf-8") as file:
            return next(folder / row["picture"] for row in csv.DictReader(file) if row["full_name"].startswith(name))

    def words_of(self, tree):
        """All that stands on a screen, by the tree that the robot kept of it."""
        return tree.read_text(encoding="utf-8")

    def test_a_tablet_left_alone_without_network_lets_families_in_and_lists_nobody(self):
        self.open_event()
        trees = [self.folder / f"{name}.json" for name in ("start", "wrong", "found", "code", "in")]
        self.play(f"tree {trees[0]}", "tap welcome.find", "type ros", "tap key.done", "type 9999", "tap key.done",
                  "expect find.not_found", f"tree {trees[1]}",
                  "tap find.letters", "type ros", "tap key.done", "type 0143", "tap key.done", "expect who.title Rosa",
                  "absent who.person.1", f"tree {trees[2]}", "tap furniture.start_over", "tap welcome.code",
                  f"scan {self.invitation('Rosa')}", "expect who.person.3", f"tree {trees[3]}", "scan none", "tap who.yes",
                  "tap needs.done", "expect done.title", f"tree {trees[4]}", before=without_network())
        self.assertEqual(self.attendance()["people_checked_in"], 3)
        for tree in trees:
            self.assertNotIn("Ng", self.words_of(tree))
        for tree in trees[:3]:  # Letters and digits can be guessed: the family is told to the code alone.
            self.assertNotIn("Mateo", self.words_of(tree))
            self.assertNotIn("Luis", self.words_of(tree))
        self.assertNotIn("Rosa", self.words_of(trees[1]))

    def test_three_wrong_tries_call_a_helper_and_tell_nothing(self):
        self.open_event()
        tries = []
        for digits in ("0001", "0002", "0003"):
            tries += ["tap find.letters", "type ros", "tap key.done", f"type {digits}", "tap key.done"]
        self.play("tap welcome.find", *tries, "expect helper.title", "tap helper.finish", *unlock("volunteer"),
                  "expect table.helper")
        self.assertNotIn("checked_in", self.kinds())

    def test_two_tablets_that_were_apart_tell_what_they_wrote_down_twice(self):
        self.open_event()
        rosa, other = self.person("rosa"), Hall(self.folder, self.event, 2, seed=7)
        self.addCleanup(other.kill)
        for _ in range(2):  # They meet, both let Rosa in while they are apart, and they meet again.
            other.start()
            other.wait_to_agree(PATIENCE)
            other.stop()
            if "checked_in" not in self.kinds():
                for tablet in other.tablets:
                    tablet.check_in(rosa)
        conflicts = json.loads(self.on_event("conflicts").stdout)
        self.assertEqual(conflicts["apart"], [], "some seconds are no time apart")
        told = conflicts["recorded_twice"]
        self.assertEqual([one["full_name"] for one in told], ["Rosa Guerrero Díaz"])
        witnesses = told[0]["witnesses"]
        self.assertEqual(len({witness["tablet"] for witness in witnesses}), 2)
        self.assertEqual(told[0]["counted_from"], min(witness["at"] for witness in witnesses))
        self.assertEqual(self.attendance()["people_checked_in"], 1)
        # The lead reads the same on a tablet; one written down at the other door by hand becomes one with her.
        self.play(*unlock("volunteer"), "tap staff.more", "absent more.twice")
        self.play(*unlock("lead"), "tap table.search", "type Rosa Guerrero Diaz", "tap table.add", "tap add.ready",
                  "tap staff.more", "tap more.twice", "expect twice.in.1 Rosa Guerrero Díaz", "expect twice.twins.1",
                  "absent twice.place", "tap twice.twins.1", "tap merge.same", "absent twice.twins.1",
                  "expect twice.in.1 Rosa Guerrero Díaz", "tap twice.in.1", "expect person.name Rosa")
        self.assertEqual(self.attendance()["people_checked_in"], 1)

    def test_names_that_other_searches_lose_are_found_as_people_type_them(self):
        names = {"Ng": "ng", "Li": "li", "Jürgen Müller": "muller", "Ana Núñez": "nunez", "Ayşe Yılmaz": "ayse yilmaz",
                 "Дмитрий Иванов": "ivanov", "علي حسن": "علي", "李小龍": "li xiaolong", "Robert O'Brien": "obrien bob",
                 "Maria de la Cruz": "delacruz"}
        rows = "".join(f"{number},{name},,,,,\n" for number, name in enumerate(names, 1))
        crowd = "".join(f"{number},Guest {number} Lee,,,,,\n" for number in range(100, 160))
        self.open_event(roster="id,full_name,phone,email,zip,household,child\n" + rows + crowd)
        lines = list(unlock("volunteer"))
        for name, typed in names.items():
            lines += ["tap table.search", f"type {typed}", f"expect table.result.1 {name}", "tap staff.more", "tap staff.table"]
        self.play(*lines)

    def test_a_language_once_chosen_is_on_the_label_and_greets_at_the_next_event(self):
        self.open_event()
        labels = self.folder / "labels"
        labels.mkdir()
        self.play("tap welcome.language.es", "tap welcome.find", "type ros", "tap key.done", "type 0143",
                  "tap key.done", "expect who.title Rosa", "tap who.yes", "tap needs.interpretation", "tap needs.done",
                  "expect done.title", "tap done.finish", "expect welcome.title Welcome",
                  *unlock("volunteer"), "expect table.waits",  # Who asked for a headset waits at the table.
                  words=["--printer", f"folder:{labels}"])
        rows = list(csv.DictReader(io.StringIO(self.on_event("attendance", "--format", "csv").stdout)))
        self.assertEqual([row["language"] for row in rows if row["full_name"].startswith("Rosa")], ["es"])
        self.assertTrue(list(labels.iterdir()))
        # The next event has the list of this one.
        self.event = self.folder / "spring"
        self.make_event(roster="id,full_name,phone,language\n1,Rosa Guerrero Díaz,(202) 555-0143,es\n", config=LANGUAGES)
        self.play("expect welcome.title Welcome", "tap welcome.code", f"scan {self.invitation('Rosa')}",
                  "expect who.title Hola", "scan none", "tap furniture.start_over", "expect welcome.title Welcome")

    def test_a_family_comes_in_parts_and_a_shared_address_makes_nobody_one(self):
        # Two: whose code it is stands first, the others in no order that a robot could know.
        self.open_event(FAMILY.replace("2,Mateo Guerrero,,,02139,g,yes\n", ""))
        code = self.invitation("Rosa")
        self.play("tap welcome.code", f"scan {code}", "expect who.person.2 Luis", "tap who.person.2", "scan none", "tap who.yes",
                  "tap needs.done", "expect done.title", "tap done.finish",
                  # Later the second parent holds up the family's code.
                  "tap welcome.code", f"scan {code}", "expect who.person.2 Luis", "tap who.person.2", "scan none", "tap who.yes",
                  "tap needs.done", "expect done.title", "tap done.finish")
        came = {row["full_name"] for row in self.attendance()["people"]}
        self.assertEqual(came, {"Rosa Guerrero Díaz", "Luis Guerrero"})
        self.assertEqual(self.kinds().count("checked_in"), 2)

    def test_what_guests_agree_to_is_kept_with_its_words_and_refused_unless_they_say_so(self):
        self.open_event()
        form = ["tap new.name", "type Nadia", "tap key.done", "tap new.next", "tap touch.phone", "type 2025550188",
                "tap key.done", "tap touch.email", "type nadia", "tap key.at_gmail", "tap key.done"]
        self.play("tap welcome.language.es", "tap welcome.new", *form, "tap touch.text_box", "tap touch.next",
                  "tap needs.done", "expect done.title")
        said = {fact["channel"]: fact for fact in self.facts("consent_given")}
        self.assertEqual(said["text"].get("granted", False), True)
        self.assertEqual(said["email"].get("granted", False), False)
        for fact in said.values():
            self.assertEqual(fact["language"], "es")
            self.assertTrue(fact["wording"])


if __name__ == "__main__":
    unittest.main()
