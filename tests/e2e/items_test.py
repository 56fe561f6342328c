"""Headsets at the table, in the running kiosk: listed, lent by two scans, given back by one, lent to a card's number; and a
guest's wish to hear it in their language that the table sees at once."""
import hashlib
import json
import subprocess
import unittest

from parts import EventTest, unlock


def label(kind, number):
    """What the label on the thing says; by hashlib alone, so that labels of other years still hold."""
    made = bytearray(hashlib.sha256(f"item\n{kind}\n{number}".encode()).digest()[:16])
    made[6], made[8] = made[6] & 0x0F | 0x80, made[8] & 0x3F | 0x80
    return "WTI:" + made.hex().upper()


def badge(person):
    return "WTP:" + person.replace("-", "").upper()


UNLOCK = "\n".join(unlock("volunteer")) + "\n"
OPEN = "tap staff.more\ntap more.items\nexpect items.number\n"
# Twelve headsets on channel 2.
LIST = ("tap items.add\ntap add_items.last\ntype 12\ntap key.done\ntap add_items.channel\ntype 2\ntap key.done\n"
        "tap add_items.language.es\ntap add_items.ready\nexpect notice 12\n")


class Items(EventTest):
    def setUp(self):
        super().setUp()
        self.make_event(config='languages = ["en", "es"]\n')
        self.add_staff("volunteer")

    def items(self):
        lines = [json.loads(line) for line in self.on_event("items").stdout.splitlines()]
        return {(line["kind"], line["number"]): line for line in lines}

    def test_a_headset_is_lent_by_two_scans_and_is_back_by_one(self):
        rosa = self.person("rosa")
        self.on_event("check-in", "--person", rosa)
        self.kiosk(UNLOCK + OPEN + "expect items.nothing\n" + LIST +
                   f"wedge {label('headset', 7)}\nexpect item.name Headset 7\nexpect item.about Channel 2\n"
                   f"wedge {badge(rosa)}\nexpect notice 7\nexpect items.row.1 Rosa\n"
                   f"wedge {label('headset', 7)}\nexpect notice 7\nexpect items.nothing\nabsent items.row.1\n")
        item = self.items()[("headset", "7")]
        self.assertEqual((item["state"], item["loans"], item["code"]), ("here", 1, label("headset", 7)))
        self.assertEqual(len(self.items()), 12)

    def test_labels_are_printed_as_things_are_added_and_once_more_from_a_things_page_and_are_scanned(self):
        labels = self.folder / "labels"
        labels.mkdir()
        self.kiosk(UNLOCK + OPEN + LIST.replace("type 12", "type 3").replace("add_items.ready", "add_items.print")
                   .replace("notice 12", "notice 3") + "tap items.number\ntype 2\ntap key.done\ntap items.row.1\n"
                   "expect item.name Headset 2\ntap item.print\nexpect notice 2\ntap furniture.back\n"
                   "tap staff.more\ntap more.labels\nexpect labels.done.4 Headset\n",
                   "--printer", f"folder:{labels}")
        read = [subprocess.run(["zbarimg", "-q", "--raw", picture], capture_output=True, text=True, check=True).stdout.strip()
                for picture in labels.glob("*.png")]
        self.assertEqual(sorted(read), sorted(label("headset", number) for number in (1, 2, 2, 3)))
        sheet = self.folder / "sheet.pdf"
        self.on_event("item-labels", "--out", sheet)
        subprocess.run(["pdftoppm", "-r", "300", "-png", "-singlefile", sheet, self.folder / "sheet"], check=True)
        found = subprocess.run(["zbarimg", "-q", "--raw", self.folder / "sheet.png"], capture_output=True, text=True,
                               check=True).stdout.split()
        self.assertEqual(sorted(found), sorted(label("headset", number) for number in (1, 2, 3)))
        one = self.folder / "one.png"
        item = self.items()[("headset", "3")]["item"]
        self.on_event("label", "--what", "item", "--person", item, "--as", "png", "--out", one)
        self.kiosk(UNLOCK + OPEN + f"scan {one}\nexpect item.name Headset 3\n")

    def test_a_headset_is_lent_to_the_number_on_a_card_and_stays_on_the_list_of_what_is_out(self):
        self.kiosk(UNLOCK + OPEN + LIST + "tap items.number\ntype 3\ntap key.done\ntap items.row.1\n"
                   "expect item.name Headset 3\ntap item.search\ntype 27\ntap key.done\ntap item.by_card\n"
                   "expect items.row.1 Card 27\n")
        item = self.items()[("headset", "3")]
        self.assertEqual((item["state"], item["card"], item["full_name"]), ("out", "27", ""))

    def test_who_wants_to_hear_it_in_their_language_is_seen_at_the_table_at_once_until_they_have_a_headset(self):
        self.kiosk(UNLOCK + OPEN + LIST + "tap furniture.lock\n"
                   "tap welcome.new\ntype Nadia\ntap key.done\ntap new.next\ntap touch.skip\ntap needs.interpretation\n"
                   "tap needs.ride\ntap needs.done\nexpect done.title\ntap done.finish\n" + UNLOCK +
                   "expect table.waits 1 person\ntap table.waits.open\nexpect waits.headset.1 Nadia\n"
                   "tap waits.headset.1.do\nexpect items.for Nadia\ntap items.row.1.do\nexpect waits.ride.1 Nadia\n"
                   "absent waits.headset.1\ntap waits.ride.1.do\nexpect waits.nobody\n"
                   "tap staff.table\nexpect table.search\nabsent table.waits\n")
        self.assertEqual(self.items()[("headset", "1")]["full_name"], "Nadia")
        self.assertEqual([fact["need"] for fact in self.facts("need_met")], ["ride"])

    def test_the_card_of_who_asked_gives_the_headset_and_comes_back(self):
        self.kiosk(UNLOCK + OPEN + LIST + "tap furniture.lock\n"
                   "tap welcome.new\ntype Nadia\ntap key.done\ntap new.next\ntap touch.skip\ntap needs.interpretation\n"
                   "tap needs.done\nexpect done.title\ntap done.finish\n" + UNLOCK +
                   "tap table.search\ntype nadia\ntap table.result.1\ntap person.lend\nexpect items.for Nadia\n"
                   f"wedge {label('headset', 5)}\nexpect person.name Nadia\nabsent person.lend\n"
                   "tap staff.table\nabsent table.waits\n")
        self.assertEqual(self.items()[("headset", "5")]["full_name"], "Nadia")


if __name__ == "__main__":
    unittest.main()
