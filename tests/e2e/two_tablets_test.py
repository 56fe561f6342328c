"""Childcare at two tablets, both running: two siblings are dropped off at one, the network goes, they are picked up
at the other, by the letters and by what was printed, and when it is back the first knows."""
import subprocess
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

    def codes_of(self, labels):
        """What an independent reader finds on each label: the claim's code, and the children's."""
        read = {}
        for picture in sorted(labels.glob("*.png")):
            done = subprocess.run(["zbarimg", "-q", "--raw", "-Sdisable", "-Sqrcode.enable", picture], capture_output=True,
                                  text=True, check=True)
            read[done.stdout.rstrip("\n")] = picture
        return ([(text, picture) for text, picture in read.items() if text.startswith("WTC:")],
                [text for text in read if text.startswith("WTK:")])

    def test_the_printed_claim_is_read_at_the_other_tablet_with_the_network_down_and_a_forged_one_is_not(self):
        labels = self.folder / "labels"
        labels.mkdir()
        first = self.first("door", STAYS)
        early = self.second("early", "tap welcome.just_come_in\nexpect done.title\n" + STAYS)
        self.wait_for_kinds(self.other, "childcare_key_given", 1, early, "early")
        self.end(first)
        first = self.first("door", asks(("Mateo", "Peanuts"), ("Ana", "")) + unlocks("childcare") + STAFFED +
                           "tap desk.drop_off.1\nexpect desk.in.1\ntap desk.drop_off.1\nexpect desk.in.2\n" + STAYS,
                           "--printer", f"folder:{labels}")
        self.wait_for_kinds(self.event, "label_printed", 3, first, "door")
        claims, children = self.codes_of(labels)
        self.assertEqual((len(claims), len(children)), (1, 2))  # one claim a family, one label a child
        self.wait_for_kinds(self.other, "child_dropped_off", 2, early, "early")

        self.wire.cut()
        self.end(early)
        claim, picture = claims[0]
        forged = self.folder / "forged.png"
        subprocess.run(["qrencode", "-o", forged, "-s", "6", claim[:-3] + ("0" if claim[-3] != "0" else "1") + claim[-2:]],
                       check=True)
        gone = self.folder / "picked_up.json"
        late = self.second("room", unlocks("childcare") + "tap desk.pick_up\n"
                           f"scan {forged}\nexpect notice not made here\nabsent pickup.child.1\nscan none\n"
                           f"wedge {children[0]}\nexpect notice claim first\nabsent pickup.child.1\n"
                           f"scan {picture}\nexpect pickup.child.2\nscan none\n"
                           f"wedge {children[1]}\nexpect notice fits this claim\ntap pickup.release\nabsent pickup.release\n"
                           f"absent desk.in.1\ntree {gone}\n" + STAYS)
        wait_for(lambda: late.poll() is not None or gone.exists(), "nobody was picked up")
        self.assertIsNone(late.poll(), self.told("room"))
        self.assertEqual(self.kinds(self.event).count("child_picked_up"), 0, "the network is down")
        self.wire.mend()
        self.wait_for_kinds(self.event, "child_picked_up", 2, first, "door")
        self.end(first)
        self.end(late)
        # At the door it is known now: the claim is for nobody who is here.
        self.kiosk(unlocks("childcare") + f"tap desk.pick_up\nscan {picture}\nexpect notice\nabsent pickup.child.1\n",
                   "--listen-peers", "none")


if __name__ == "__main__":
    unittest.main()
