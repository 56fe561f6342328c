"""What is said of children is read by nobody once its time has passed: not in the running kiosk, not with the unlock card
and every file of every tablet, not from the pack on the stick. Words that stand nowhere else are planted for it."""
import datetime
import json
import unittest

from care import STAFFED, asks, unlocks
from pair import STAYS, TwoTablets, wait_for
from parts import FAKETIME, preloaded, program

PLANTED = ("Zebulon", "Zucchini", "Zebra row", "Zoltan", "Zoe tripped", "Zachary stays")


def hours_later(hours):
    """The machine's clock for one program; what measures how long something takes goes on as it is."""
    return preloaded(FAKETIME, FAKETIME=f"+{hours}h", FAKETIME_DONT_FAKE_MONOTONIC="1")


def note(choice, *answers):
    """On a child's card: one of its choices, answered."""
    script = f"tap child.{choice}\nexpect child.first\n"
    for field, answer in zip(("first", "second"), answers):
        script += (f"tap child.{field}\n" if field == "second" else "") + f"type {answer}\ntap key.done\n"
    return script + "tap child.save\nexpect notice\n"


@unittest.skipUnless(FAKETIME, "faketime is not installed; tools/setup installs it")
class Erased(TwoTablets):
    def setUp(self):
        super().setUp()
        self.began = datetime.datetime.now(datetime.timezone.utc)
        self.stick = self.folder / "STICK"
        self.stick.mkdir()

    def evening(self, incident):
        """A child with all that may be said of one, at the door; the second tablet has it all; the lead closes."""
        first = self.first("door", STAYS)
        early = self.second("room", "tap welcome.just_come_in\nexpect done.title\n" + STAYS)
        self.wait_for_kinds(self.other, "childcare_key_given", 1, early, "room")
        self.end(first)
        script = asks(("Zebulon", "Zucchini"), seat="Zebra row") + unlocks("lead") + STAFFED
        script += "tap desk.drop_off.1\nexpect wristband.code\ntap wristband.done\ntap desk.in.1\nexpect child.name\n"
        script += note("say", "Zora", "Zoltan")
        if incident:
            script += note("incident", "Zoe tripped")
        script += ("tap staff.more\ntap more.close\nexpect close.reason\ntap close.reason\ntype Zachary stays\ntap key.done\n"
                   "tap close.next\nexpect close.title paper\ntap close.next\nexpect close.verdict\ntap close.next\n"
                   "expect close.all\ntap close.next\nexpect close.now\ntap close.now\nexpect close.place.1 checked\n"
                   "tap close.place.2.save\nexpect close.place.2 checked\n")
        first = self.first("door", script + STAYS, "--stick", self.stick)
        self.wait_for_kinds(self.other, "event_closed", 1, first, "door")
        wait_for(lambda: first.poll() is not None or list(self.stick.glob("*.wtpack")), f"no pack: {self.told('door')}")
        self.end(first)
        self.end(early)

    def desk(self, folder, hours, lines):
        """The lead's child care desk of a tablet that nobody else hears, at that time."""
        self.kiosk(unlocks("lead") + lines, "--listen-peers", "none", "--card", self.event / "unlock-card.png", event=folder,
                   card=False, environment=hours_later(hours))

    def read_with_the_card(self, folder):
        done = program("kioskctl", "facts", "--event", folder, "--card", self.event / "unlock-card.png")
        self.assertEqual(done.returncode, 0, done.stderr)
        return done.stdout

    def bytes_of_all(self):
        return b"".join(file.read_bytes() for file in sorted(self.folder.rglob("*"))
                        if file.is_file() and file.suffix not in (".robot", ".log", ".sock"))

    def assert_gone(self, keys):
        everything = self.bytes_of_all()
        for key in keys:
            self.assertNotIn(key, everything, "childcare's key")
        pack = next(self.stick.glob("*.wtpack"))
        from_stick = self.folder / "from_stick"
        self.kioskctl("unpack", "--event", from_stick, "--card", self.event / "unlock-card.txt", pack)
        table = self.folder / "list.csv"
        table.write_text(self.on_event("attendance", "--format", "csv").stdout, encoding="utf-8")
        told = "".join(self.read_with_the_card(folder) for folder in (self.event, self.other, from_stick))
        told += table.read_text(encoding="utf-8") + everything.decode("latin-1")
        for word in PLANTED:
            self.assertNotIn(word, told)
        for folder in (self.event, self.other, from_stick):
            self.assertFalse((folder / "childcare.key").exists())
            self.kioskctl("verify", "--event", folder, "--card", self.event / "unlock-card.png")

    def assert_recorded(self, hours):
        """Each of the two tablets has written down that it erased, and when, and nothing else; who has both sees both."""
        began = self.began + datetime.timedelta(hours=hours)
        records = []
        for folder in self.both():
            said = [json.loads(line) for line in self.kioskctl("erasures", "--event", folder, "--card",
                                                               self.event / "unlock-card.png").stdout.splitlines()]
            self.assertEqual([one["what"] for one in said], ["childcare"], said)
            at = datetime.datetime.fromisoformat(said[0]["at"])
            self.assertLessEqual(began, at, said)
            self.assertLess(at, began + datetime.timedelta(hours=2), said)
            records += said
        self.assertEqual(len({one["device"] for one in records}), 2, records)
        facts = [json.loads(line) for folder in self.both() for line in self.read_with_the_card(folder).splitlines()]
        own = [fact for fact in facts if fact["kind"] == "childcare_erased"]
        self.assertEqual([fact["body"] for fact in own], [{}, {}])
        self.assertEqual([fact["device"] for fact in own], [one["device"] for one in records])

    def both(self):
        return self.event, self.other

    def test_a_day_after_closing_on_every_tablet_and_in_the_pack(self):
        self.evening(incident=False)
        keys = [(folder / "childcare.key").read_bytes() for folder in self.both()]
        for folder in self.both():
            self.desk(folder, 23, "expect desk.in.1 Zebulon\nexpect desk.in.1 Zucchini\n")
        for folder in self.both():
            self.desk(folder, 25, "expect desk.erased 1\nabsent desk.in.1\n")
        self.assert_gone(keys)
        self.assert_recorded(25)

    def test_three_days_after_closing_where_there_was_an_incident(self):
        self.evening(incident=True)
        keys = [(folder / "childcare.key").read_bytes() for folder in self.both()]
        for folder in self.both():
            self.desk(folder, 71, "expect desk.in.1 Zebulon\ntap desk.in.1\nexpect child.incident.1 Zoe tripped\n")
        for folder in self.both():
            self.desk(folder, 73, "expect desk.erased 1\nabsent desk.in.1\n")
        self.assert_gone(keys)
        self.assert_recorded(73)


if __name__ == "__main__":
    unittest.main()
