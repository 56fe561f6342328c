"""Plates, in the running kiosk: a family says how many of what, the counter hands them out by one touch and by one scan, and
the caterer's numbers come out."""
import json
import unittest

from parts import EventTest, unlock

UNLOCK = "\n".join(unlock("volunteer")) + "\ntap staff.more\ntap more.food\nexpect food.title\n"


def hungry(name, *plates):
    return "\n".join(["tap welcome.new", f"type {name}", "tap key.done", "tap new.next", "tap touch.skip", "tap needs.food",
                      "tap needs.done", "expect meals.title", *plates, "tap meals.ready", "expect done.title",
                      "tap done.finish"]) + "\n"


class Meals(EventTest):
    def setUp(self):
        super().setUp()
        self.make_event()
        self.add_staff("volunteer")

    def test_a_familys_plates_are_handed_out_once_by_touch(self):
        self.kiosk(hungry("Nadia", "tap meals.halal.more", "tap meals.halal.more", "tap meals.any.less") + UNLOCK +
                   "expect food.of.halal 0 / 2\nexpect food.row.1 2 Halal\ntap food.row.1.do\nexpect notice Nadia\n"
                   "expect food.of.halal 2 / 2\nabsent food.row.1\nexpect food.nothing\n"
                   "tap food.search\ntype nadia\ntap key.done\nexpect food.row.1 Has it\nabsent food.row.1.do\n")
        self.assertEqual([fact["plates"] for fact in self.facts("meals_asked")], [[{"diet": "halal", "count": 2}]])
        self.assertEqual([fact["plates"] for fact in self.facts("meals_handed_out")], [[{"diet": "halal", "count": 2}]])

    def test_a_badge_is_good_for_its_plates_once_and_nobody_needs_a_name_to_eat(self):
        rosa = self.person("rosa")
        self.on_event("check-in", "--person", rosa)
        code = "WTP:" + rosa.replace("-", "").upper()
        self.kiosk(UNLOCK + f"wedge {code}\nexpect notice Rosa\nwedge {code}\nexpect notice asked for\n"
                   "tap food.plate.kosher\nexpect food.of.kosher 1 / 0\ntap food.plate.kosher\n"
                   "expect food.of.kosher 2 / 0\n")
        meals = json.loads(self.on_event("meals").stdout)
        self.assertEqual(meals, {"asked": {}, "handed_out": {"any": 1, "kosher": 2}, "waiting": 0})


if __name__ == "__main__":
    unittest.main()
