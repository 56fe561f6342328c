"""The room board in the running kiosk: the lead's limit with its amber and red, the chart that is also a sentence, what
people asked for, this tablet's own health; and a closing that does not forget a headset."""
import json
import unittest

from parts import EventTest, unlock

LEAD = "\n".join(unlock("lead")) + "\n"


class RoomBoard(EventTest):
    def setUp(self):
        super().setUp()
        self.make_event()
        self.add_staff("lead", "volunteer")
        for query in ("rosa", "ng"):
            self.on_event("check-in", "--person", self.person(query))

    def test_the_lead_types_the_limit_and_the_board_turns_red_at_it(self):
        tree = self.folder / "rooms.json"
        self.kiosk(LEAD + "tap staff.rooms\nexpect rooms.all 2\nabsent rooms.advice\ntap rooms.set_limit\n"
                   "tap rooms.limit_field\ntype 2\ntap key.done\ntap rooms.save\nexpect notice 2\n"
                   f"expect rooms.advice full\nexpect rooms.tablet.1 This tablet\ntree {tree}\n"
                   "tap rooms.set_limit\nexpect rooms.limit_field 2\ntap rooms.limit_field\ntype 00\ntap key.done\n"
                   "tap rooms.save\nabsent rooms.advice\n")
        nodes = {node["id"]: node for node in json.loads(tree.read_text(encoding="utf-8"))["nodes"]}
        self.assertIn("2 in the last 30 minutes", nodes["rooms.chart"]["value"])
        self.assertEqual([fact["room_limit"] for fact in self.facts("event_opened")[-2:]], [2, 200])

    def test_who_goes_home_is_counted_by_one_tap_and_makes_room(self):
        self.kiosk("tap welcome.just_come_in\nexpect done.title\ntap done.finish\n" + LEAD +
                   "tap staff.rooms\ntap rooms.set_limit\ntap rooms.limit_field\ntype 3\ntap key.done\ntap rooms.save\n"
                   "expect rooms.advice full\nexpect rooms.all 3\n"
                   "tap staff.table\nexpect table.left 0\ntap table.left.more\nexpect table.left 1\ntap table.left.more\n"
                   "expect table.left 2\nexpect table.deed.1 went home\ntap staff.rooms\nexpect rooms.all 1\n"
                   "expect rooms.left 2\nabsent rooms.advice\ntap staff.table\ntap table.left.less\nexpect table.left 1\n"
                   "tap staff.rooms\nexpect rooms.all 2\n"
                   # All who came are counted at the end, and who went.
                   "tap staff.more\ntap more.close\ntap close.next\ntap close.next\ntap close.next\nexpect close.all 3\n"
                   "expect close.left 1\n")
        self.assertEqual(self.attendance()["left_early"], 1)
        self.assertEqual(self.kinds().count("people_left"), 2)
        self.assertEqual(self.kinds().count("people_came_back"), 1)

    def test_a_closing_does_not_forget_a_headset(self):
        self.kiosk(LEAD + "tap staff.more\ntap more.items\ntap items.add\ntap add_items.ready\nexpect notice 1\n"
                   "tap items.number\ntype 1\ntap key.done\ntap items.row.1\ntap item.search\ntype 27\ntap key.done\n"
                   "tap item.by_card\nexpect items.row.1 Card 27\n"
                   "tap staff.more\ntap more.close\nexpect close.verdict No child\ntap close.next\n"
                   "expect close.item.1 Card 27\ntap close.reason\ntype They went home\ntap key.done\n"
                   "tap close.next\nexpect close.title paper\ntap close.back\nexpect close.item.1 Card 27\n"
                   "tap close.item.1.back\nexpect close.verdict Everything\nabsent close.item.1\n")
        self.assertEqual(self.kinds().count("item_returned"), 1)


if __name__ == "__main__":
    unittest.main()
