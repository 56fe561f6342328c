"""Childcare in the running kiosk, by the robot: siblings, a lost code, a person who may not pick up, a printer
that is dead at drop-off, and the power that goes between drop-off and label."""
import os
import subprocess
import unittest

from care import BY_CODE, CareTest, STAFFED, asks, unlocks
from pair import wait_for
from parts import BIN, virtual_display


class Childcare(CareTest):
    def test_two_siblings_one_with_an_allergy_come_and_go_by_one_code(self):
        self.kiosk(asks(("Mateo", "Peanuts"), ("Ana", "")) + unlocks("childcare") + STAFFED +
                   "tap desk.drop_off.1\nexpect wristband.code\ntap wristband.done\n"
                   "tap desk.drop_off.1\nexpect wristband.code\ntap wristband.done\nexpect desk.in.2\n"
                   "tap desk.roll_call\nexpect rollcall.count 0 of 2\ntap rollcall.child.1\n"
                   "expect rollcall.count 1 of 2\ntap furniture.back\n" + BY_CODE +
                   "expect pickup.child.2\ntap pickup.release\nabsent pickup.release\nabsent desk.in.1\n")

    def test_a_lost_code_is_the_leads_and_the_old_one_is_dead(self):
        self.kiosk(asks(("Mateo", "")) + unlocks("lead") + STAFFED +
                   "tap desk.drop_off.1\ntap wristband.done\ntap desk.in.1\nexpect child.name Mateo\n"
                   "tap child.lost\nexpect child.first\ntype lost on the bus\ntap key.done\n"
                   "tap child.second\ntype their phone rang\ntap key.done\ntap child.save\n"
                   "expect wristband.code\nremember FRESH wristband.code\ntap wristband.done\n" + BY_CODE +
                   "expect notice lost\nabsent pickup.release\ntap furniture.back\n"
                   "tap desk.pick_up\ntap pickup.code\ntype $FRESH\ntap key.done\ntap pickup.release\n"
                   "absent pickup.release\nabsent desk.in.1\n")

    def test_who_may_not_pick_up_sees_only_that_a_helper_comes(self):
        self.kiosk(asks(("Mateo", "")) + unlocks("childcare") + STAFFED +
                   "tap desk.drop_off.1\ntap wristband.done\ntap desk.in.1\ntap child.say\nexpect child.first\n"
                   "type Jo\ntap key.done\ntap child.second\ntype Kim\ntap key.done\ntap child.save\n"
                   "expect child.may_not_who Kim\ntap furniture.back\n" + BY_CODE +
                   "expect pickup.may_not Kim\ntap pickup.refuse\nexpect helper.title Please wait\nabsent helper.who\n"
                   "absent pickup.child.1\ntap helper.finish\n" + unlocks("childcare") + "expect desk.in.1 Mateo\n"
                   "absent alert.1\ntap furniture.lock\n" + unlocks("lead") + "expect alert.1 Mateo\ntap alert.1.seen\n"
                   "absent alert.1\nexpect desk.in.1 Mateo\n")

    def test_three_wrong_codes_pause_the_desk_and_the_lead_is_told(self):
        wrong = "tap pickup.code\ntype CCCC\ntap key.done\nexpect notice\ntap furniture.back\ntap desk.pick_up\n"
        self.kiosk(asks(("Mateo", "")) + unlocks("childcare") + STAFFED +
                   "tap desk.drop_off.1\ntap wristband.done\ntap desk.pick_up\n" + wrong * 3 +
                   "expect pickup.paused\nabsent pickup.child.1\ntap furniture.lock\n" + unlocks("lead") +
                   "expect alert.1 Wrong\n")

    def test_wrong_codes_are_counted_on_by_a_tablet_whose_power_goes(self):
        """Neither three more tries nor the pause cut short, however often somebody pulls the plug."""
        dropped = (asks(("Mateo", "")) + unlocks("childcare") + STAFFED + "tap desk.drop_off.1\ntap wristband.done\n"
                   "expect desk.in.1\n")
        wrong = "tap pickup.code\ntype CCCC\ntap key.done\nexpect notice\n"
        self.killed(dropped + "tap desk.pick_up\n" + wrong, tries=1)
        self.killed(unlocks("childcare") + "tap desk.pick_up\nexpect pickup.code\nabsent pickup.paused\n" + wrong, tries=2)
        self.killed(unlocks("childcare") + "tap desk.pick_up\nexpect pickup.code\nabsent pickup.paused\n" + wrong +
                    "expect notice Three\n", tries=3)
        refused = self.facts("claim_refused")
        self.assertEqual([said.get("times", 1) for said in refused], [1, 2, 3])
        self.kiosk(unlocks("lead") + "expect alert.1 Wrong\nabsent alert.2\n")

    def killed(self, script, tries):
        """Plays it, and takes the power away when that many wrong codes are durable."""
        file = self.folder / "tries.robot"
        file.write_text(script + "wait 3600\n", encoding="utf-8")
        with virtual_display() as display:
            kiosk = subprocess.Popen(
                [str(BIN / "kiosk"), "--event", str(self.event), "--card", str(self.event / "unlock-card.png"),
                 "--camera", "none", "--size", "1280x800", "--robot", str(file)],
                env={**os.environ, "DISPLAY": display}, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
            wait_for(lambda: kiosk.poll() is not None or self.kinds().count("claim_refused") >= tries, "no try was written")
            gone = kiosk.poll()
            kiosk.kill()
            kiosk.wait(30)
        self.assertIsNone(gone, f"the robot stopped before try {tries}")

    def test_a_roll_call_stays_ticked_when_somebody_leaves_the_screen_or_the_power_goes(self):
        self.kiosk(asks(("Mateo", "Peanuts"), ("Ana", "")) + unlocks("childcare") + STAFFED +
                   "tap desk.drop_off.1\ntap wristband.done\ntap desk.drop_off.1\ntap wristband.done\n"
                   "tap desk.roll_call\nexpect rollcall.count 0 of 2\ntap rollcall.child.1\nexpect rollcall.count 1 of 2\n"
                   "tap furniture.back\ntap desk.roll_call\nexpect rollcall.count 1 of 2\n")
        self.kiosk(unlocks("childcare") + "tap desk.roll_call\nexpect rollcall.count 1 of 2\nexpect rollcall.child.1 Row 3\n"
                   "tap rollcall.again\nexpect rollcall.question\ntap rollcall.keep\nexpect rollcall.count 1 of 2\n"
                   "tap rollcall.again\ntap rollcall.again_yes\nexpect rollcall.count 0 of 2\n")

    def test_a_dead_printer_does_not_stop_a_drop_off(self):
        self.kiosk(asks(("Mateo", "")) + unlocks("childcare") + STAFFED +
                   "tap desk.drop_off.1\nexpect wristband.code $CODE\ntap wristband.done\n"
                   "expect desk.in.1 Mateo\nexpect desk.labels\n" + BY_CODE + "expect pickup.child.1 Mateo\n",
                   "--printer", "tcp:127.0.0.1:9")

    def test_the_power_that_goes_after_a_drop_off_leaves_the_child_in_sight(self):
        marker = self.folder / "dropped.png"
        file = self.folder / "cut.robot"
        file.write_text(asks(("Mateo", "Peanuts")) + unlocks("childcare") + STAFFED +
                        f"tap desk.drop_off.1\nexpect wristband.code\nshot {marker}\nexpect desk.in.9\n",
                        encoding="utf-8")
        with virtual_display() as display:
            kiosk = subprocess.Popen(
                [str(BIN / "kiosk"), "--event", str(self.event), "--card", str(self.event / "unlock-card.png"),
                 "--camera", "none", "--size", "1280x800", "--robot", str(file), "--printer", "tcp:127.0.0.1:9"],
                env={**os.environ, "DISPLAY": display}, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
            while not marker.exists() and kiosk.poll() is None:
                try:
                    kiosk.wait(0.05)
                except subprocess.TimeoutExpired:
                    pass
            kiosk.kill()  # Nothing of the program runs after this.
            kiosk.wait(30)
        self.assertTrue(marker.exists())
        self.kiosk(unlocks("childcare") + "expect desk.in.1 Mateo\nexpect desk.in.1 Peanuts\ntap desk.roll_call\n"
                   "expect rollcall.count 0 of 1\n")
        self.on_event("verify")


class OnePlace(CareTest):
    CONFIG = """
[[childcare_rooms]]
name = "Room 4"
places = 1
bands = ["4-5"]
"""

    def test_a_full_room_is_told_honestly_and_the_next_family_is_called(self):
        self.kiosk(asks(("Mateo", ""), told="expect done.code_more.1 Room 4\nexpect done.code_more.2 Family\n") +
                   asks(("Kim", ""), told="expect done.code_more.1 number 1 in line\n", code="LATE") +
                   unlocks("childcare") + STAFFED + "tap desk.drop_off.1\ntap wristband.done\n"
                   "expect desk.waiting.1 Kim\nexpect desk.waiting.1 Waits\n" + BY_CODE +
                   "tap pickup.release\nabsent pickup.release\nexpect desk.waiting.1 Paged\ntap desk.drop_off.1\n"
                   "tap wristband.done\nexpect desk.in.1 Kim\n")

    def test_an_age_that_no_room_takes_and_an_adult_whom_nobody_could_find_are_told_at_once(self):
        start = asks(("Mateo", "")).split("tap children.first_name")[0]
        self.kiosk(start + "tap children.first_name\ntype Baby\ntap key.done\ntap children.age.0-1\n"
                   "tap children.no_allergies\ntap children.done\nexpect notice age\ntap children.age.4-5\n"
                   "tap children.done\nexpect reach.where\ntap key.done\ntap reach.done\nexpect notice phone\n"
                   "absent done.code\n")


if __name__ == "__main__":
    unittest.main()
