"""Childcare in the running kiosk, by the robot: siblings, a lost code, a person who may not pick up, a printer
that is dead at drop-off, and the power that goes between drop-off and label."""
import os
import subprocess
import unittest

from care import BY_CODE, CareTest, STAFFED, asks, unlocks
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
                   "expect pickup.may_not Kim\ntap pickup.refuse\nexpect helper.title\nabsent pickup.child.1\n"
                   "tap helper.finish\n" + unlocks("childcare") + "expect desk.in.1 Mateo\n")

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


if __name__ == "__main__":
    unittest.main()
