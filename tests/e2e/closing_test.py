"""Closing the evening in the running kiosk: the lead's wizard from the children to the receipt, the sealed pack in two
places on real disks, and what comes back out of it on another machine."""
import json
import os
import pathlib
import subprocess
import unittest

from parts import EventTest, Service, unlock

LEAD = unlock("lead")


class Closing(EventTest):
    ROSTER = ("id,full_name,phone,email,zip,household,child\n"
              "1,Rosa Guerrero Díaz,(202) 555-0143,rosa@example.org,02139,g,\n"
              "2,Mateo Guerrero,,,02139,g,yes\n"
              "3,Ng,202-555-0177,ng@example.org,00901,,\n"
              "4,Mei Chen,202-555-0166,,,,\n")

    def setUp(self):
        super().setUp()
        self.make_event(self.ROSTER)
        self.add_staff("lead")
        self.stick = self.folder / "BLUE"
        self.stick.mkdir()

    def play(self, *lines, words=()):
        script = [*LEAD, "tap staff.more", "expect more.close", "tap more.close", "expect close.title", *lines]
        self.kiosk("\n".join(script) + "\n", "--stick", self.stick, *words)

    def packs_in(self, folder):
        return sorted(pathlib.Path(folder).glob("*.wtpack"))

    def test_the_evening_is_closed_and_kept_in_two_places_that_open_elsewhere(self):
        self.on_event("check-in", "--person", self.person("ng"))
        self.play("expect close.verdict No child", "tap close.next", "expect close.title paper", "tap close.next",
                  "expect close.verdict Nobody", "tap close.next", "expect close.all 1", "tap close.next",
                  "expect close.title Close", "tap close.now",
                  "expect close.place.1 checked", "expect close.verdict one place", "expect close.place.2 BLUE",
                  "tap close.place.2.save", "expect close.place.2 checked", "expect close.verdict two places",
                  "expect close.head.words", "tap close.next", "expect close.verdict USB", "tap close.done",
                  "expect welcome.title")
        self.assertIn("event_closed", self.kinds())
        own, stick = self.packs_in(self.event / "packs"), self.packs_in(self.stick)
        self.assertEqual((len(own), len(stick)), (1, 1))
        self.assertEqual(own[0].name, stick[0].name)
        second = ["--event", self.folder / "second", "--card", self.event / "unlock-card.txt"]
        taken = json.loads(self.kioskctl("unpack", *second, stick[0]).stdout)
        self.assertEqual(taken["refused"], 0)
        self.assertEqual(json.loads(self.kioskctl("attendance", *second).stdout)["people_checked_in"], 1)

    def test_two_who_are_one_are_made_one_on_the_way_and_the_numbers_follow(self):
        self.on_event("check-in", "--person", self.person("mei chen"))
        self.play("tap staff.table", "tap table.search", "type Mei Chenn", "tap table.add", "expect add.name Mei",
                  "tap add.phone", "type 2025550166", "tap key.done", "tap add.ready", "expect person.undo",
                  "tap staff.more", "tap more.close", "expect close.title", "tap close.next", "expect close.title paper",
                  "tap close.next", "expect close.twins.1 Mei", "expect close.twins.1 phone", "tap close.twins.1",
                  "expect merge.same", "tap merge.same", "expect close.verdict Nobody", "tap close.next",
                  "expect close.all 1")
        self.assertEqual(self.attendance()["people_checked_in"], 1)

    def test_a_full_stick_is_named_and_another_one_serves(self):
        if os.geteuid() != 0:
            self.skipTest("mounting needs root")
        full = self.folder / "TINY"
        full.mkdir()
        mounted = subprocess.run(["mount", "-t", "tmpfs", "-o", "size=4k", "none", str(full)], capture_output=True)
        if mounted.returncode != 0:
            self.skipTest("no mounts here")
        self.addCleanup(subprocess.run, ["umount", str(full)], check=True)
        (full / "photos").write_bytes(bytes(4096))  # all that it holds
        self.play(*["tap close.next", "expect close.title paper", "tap close.next", "expect close.verdict", "tap close.next",
                    "expect close.all", "tap close.next", "expect close.now", "tap close.now", "expect close.place.3 TINY",
                    "tap close.place.3.save", "expect close.place.3 full", "tap close.place.2.save",
                    "expect close.verdict two places"], words=["--stick", full])
        self.assertEqual(len(self.packs_in(self.stick)), 1)
        self.assertEqual([file.name for file in full.iterdir()], ["photos"])

    def test_the_receipt_comes_from_the_service(self):
        service = Service(self.folder)
        self.addCleanup(service.stop)
        service.start()
        self.on_event("upload", "--to", service.url)  # makes the event known there
        self.play("tap close.next", "expect close.title paper", "tap close.next", "expect close.verdict", "tap close.next",
                  "expect close.all", "tap close.next", "expect close.now", "tap close.now",
                  "expect close.place.1 checked", "tap close.next", "expect close.verdict Receipt",
                  words=["--service", service.url])


if __name__ == "__main__":
    unittest.main()
