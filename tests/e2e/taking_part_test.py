"""Beyond coming in, in the running kiosk: pictures and calls to action with an equal "Not now", who is new, the press
that only the lead hears of, and a raffle that is drawn again with nothing of ours."""
import csv
import hashlib
import io
import json
import unittest

from parts import EventTest, unlock

CONFIG = """
asks_photo = true

[[calls]]
key = "help"
en = "I can help at the next meeting."
es = "Puedo ayudar en la próxima reunión."

[[calls]]
key = "bus"
en = "Tell me about the bus."
"""


def newcomer(name, *part):
    return "\n".join(["tap welcome.new", f"type {name}", "tap key.done", "tap new.next", "tap touch.skip",
                      "tap needs.done", "expect part.not_now", *part, "expect done.title", "tap done.finish"]) + "\n"


def unlocks(role):
    return "\n".join(unlock(role)) + "\n"


class TakingPart(EventTest):
    def setUp(self):
        super().setUp()
        self.make_event(config=CONFIG)
        self.add_staff("lead", "volunteer")

    def test_not_now_is_as_large_as_done_and_writes_nothing(self):
        tree = self.folder / "part.json"
        self.kiosk(newcomer("Nadia", f"tree {tree}", "tap part.not_now") +
                   newcomer("Omar", "tap part.photo.no", "tap part.call.2", "tap part.done"))
        nodes = {node["id"]: node for node in json.loads(tree.read_text(encoding="utf-8"))["nodes"]}
        sizes = [nodes[f"part.{name}"]["rect"][2:] for name in ("not_now", "done")]
        self.assertEqual(sizes[0], sizes[1])
        self.assertNotIn(True, [nodes[f"part.call.{n}"].get("checked") for n in (1, 2)])
        answers = [(answer["call"], answer.get("granted", False)) for answer in self.facts("call_answered")]
        self.assertEqual(answers, [("help", False), ("bus", True)])
        photos = [fact for fact in self.facts("consent_given") if fact["channel"] == "photo"]
        self.assertEqual([fact.get("granted", False) for fact in photos], [False])

    def test_who_is_new_is_followed_up_once(self):
        self.kiosk(newcomer("Nadia", "tap part.not_now") + unlocks("volunteer") +
                   "tap staff.more\ntap more.firsts\nexpect firsts.row.1 Nadia\ntap firsts.row.1.done\n"
                   "absent firsts.row.1.done\ntap furniture.back\nexpect more.title\n")
        rows = list(csv.DictReader(io.StringIO(self.on_event("follow-up").stdout)))
        self.assertEqual([(row["full_name"], row["followed_up"]) for row in rows], [("Nadia", "yes")])

    def test_the_press_is_told_to_the_lead_and_to_nobody_else(self):
        ng = self.person("ng")
        self.kiosk(unlocks("lead") + "tap table.search\ntype ng\ntap table.result.1\ntap person.role.press\n"
                   "expect person.role.press\n")
        self.on_event("check-in", "--person", ng)
        self.kiosk(unlocks("volunteer") + "absent table.noted.1\ntap furniture.lock\n" + unlocks("lead") +
                   "expect table.noted.1 Ng\ntap table.noted.1.seen\nabsent table.noted.1\n")

    def test_the_press_of_a_list_comes_in_unnoticed_by_guests_and_the_helper_sees_the_rules(self):
        listed = self.folder / "press.csv"
        listed.write_text("id,full_name,phone,role\n71,Jo Park,202-555-0191,Media\n72,Sam Lee,,wizard\n", encoding="utf-8")
        said = self.on_event("roster", "import", listed)
        self.assertIn("The role is not known", said.stdout + said.stderr)
        tree = self.folder / "done.json"
        self.kiosk("tap welcome.find\ntype Jo\ntap key.done\ntype 0191\ntap key.done\nexpect who.title Jo\ntap who.yes\n"
                   f"tap needs.done\ntap part.not_now\nexpect done.title\ntree {tree}\ntap done.finish\n" +
                   unlocks("volunteer") + "absent table.noted.1\ntap table.search\ntype jo park\ntap table.result.1\n"
                   "expect person.press_rules picture\ntap furniture.lock\n" + unlocks("lead") +
                   "expect table.noted.1 Jo Park\ntap table.noted.1.seen\nabsent table.noted.1\n")
        self.assertNotIn("Press", tree.read_text(encoding="utf-8"))

    def test_a_helper_adds_somebody_of_the_press_and_the_lead_hears_of_it(self):
        self.kiosk(unlocks("volunteer") + "tap table.add\ntap add.name\ntype Kim Fox\ntap key.done\ntap add.role.press\n"
                   "tap add.ready\nexpect person.name Kim Fox\nexpect person.press_rules\ntap furniture.lock\n" +
                   unlocks("lead") + "expect table.noted.1 Kim Fox\n")
        self.assertEqual([fact["role"] for fact in self.facts("person_tagged")], ["press"])

    def test_a_raffle_is_drawn_again_by_hand_and_has_no_winner_twice(self):
        for query in ("rosa", "ng"):
            self.on_event("check-in", "--person", self.person(query))
        draw = "tap raffle.word\ntype apple\ntap key.done\ntap raffle.draw\nexpect notice\n"
        self.kiosk(unlocks("lead") + "tap staff.more\ntap more.raffle\n" + draw + "expect raffle.row.1\n" + draw +
                   "expect raffle.row.2\n")
        draws = [json.loads(line) for line in self.on_event("raffle").stdout.splitlines()]
        self.assertEqual(len({one["winner"] for one in draws}), 2)
        for one in draws:
            said = f"{one['word']}\n{one['prize']}\n" + "".join(f"{person}\n" for person in one["candidates"])
            number = int.from_bytes(hashlib.sha256(said.encode()).digest()[:8], "big")
            self.assertEqual(one["candidates"][number % len(one["candidates"])], one["winner"])
            self.assertTrue(one["holds"])


if __name__ == "__main__":
    unittest.main()
