"""Childcare at two tablets, both running: two siblings are dropped off at one, the network goes, they are picked up
at the other, and when it is back the first knows."""
import unittest

from care import BY_CODE, STAFFED, asks, unlocks
from pair import STAYS, TwoTablets, shown, wait_for


class TwoTabletsTest(TwoTablets):
    def test_siblings_dropped_at_one_are_picked_up_at_the_other_with_the_network_down(self):
        tree = self.folder / "wristband.json"
        first = self.first("door", STAYS)
        # Seen once at the door, so that the first gives it a part of the codes and childcare's key.
        early = self.second("early", "tap welcome.just_come_in\nexpect done.title\n" + STAYS)
        self.wait_for_kinds(self.other, "childcare_key_given", 1, early, "early")
        self.end(first)
        first = self.first("door", asks(("Mateo", "Peanuts"), ("Ana", "")) + unlocks("childcare") + STAFFED +
                           "tap desk.drop_off.1\nexpect wristband.code\ntap wristband.done\ntap desk.drop_off.1\n"
                           f"expect wristband.code\ntree {tree}\ntap wristband.done\nexpect desk.in.2\n" + STAYS)
        wait_for(lambda: first.poll() is not None or tree.exists(), "nobody was dropped off")
        self.assertIsNone(first.poll(), self.told("door"))
        self.wait_for_kinds(self.other, "child_dropped_off", 2, early, "early")

        self.wire.cut()
        self.end(early)
        code = shown(tree, "wristband.code")
        tray = self.folder / "picked_up.json"
        late = self.second("room", unlocks("childcare") + "expect desk.in.2\nexpect desk.in.1\ntap desk.roll_call\n"
                           "expect rollcall.count 0 of 2\ntap furniture.back\n" + BY_CODE.replace("$CODE", code) +
                           f"expect pickup.child.2\ntap pickup.release\nabsent pickup.release\nabsent desk.in.1\ntree {tray}\n" +
                           STAYS)
        wait_for(lambda: late.poll() is not None or tray.exists(), "nobody was picked up")
        self.assertIsNone(late.poll(), self.told("room"))
        self.assertEqual(self.kinds(self.other).count("child_picked_up"), 2)
        self.assertEqual(self.kinds(self.event).count("child_picked_up"), 0, "the network is down")

        self.wire.mend()
        self.wait_for_kinds(self.event, "child_picked_up", 2, first, "door")
        self.end(first)
        self.kiosk(unlocks("childcare") + "expect desk.pick_up\nabsent desk.in.1\ntap desk.roll_call\n"
                   "absent rollcall.child.1\n", "--listen-peers", "none")
        self.end(late)
        for folder in (self.event, self.other):
            self.kioskctl("verify", "--event", folder, "--card", self.event / "unlock-card.png")


if __name__ == "__main__":
    unittest.main()
