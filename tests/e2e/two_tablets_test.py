"""Childcare at two tablets, both running: two siblings are dropped off at one, the network goes, they are picked up
at the other, and when it is back the first knows."""
import contextlib
import json
import os
import subprocess
import time
import unittest

from care import BY_CODE, CareTest, STAFFED, asks, unlocks
from parts import BIN, free_port, virtual_display
from wire import Wire

PATIENCE = 120
STAYS = "wait 3600\n"


def wait_for(what, why):
    until = time.monotonic() + PATIENCE
    while not what():
        if time.monotonic() > until:
            raise AssertionError(why)
        time.sleep(0.2)


def shown(file, widget):
    """What a widget showed in a tree that the robot wrote."""
    todo = [json.loads(file.read_text(encoding="utf-8"))]
    while todo:
        node = todo.pop()
        if isinstance(node, list):
            todo += node
        elif isinstance(node, dict):
            if node.get("id") == widget:
                return node.get("value") or node["label"]
            todo += node.values()
    raise AssertionError(f"{widget} is not in {file}")


class TwoTabletsTest(CareTest):
    def setUp(self):
        super().setUp()
        self.other, self.port = self.folder / "other", free_port()
        self.wire = Wire("127.0.0.1", self.port)
        self.addCleanup(self.wire.close)
        self.displays = contextlib.ExitStack()
        self.addCleanup(self.displays.close)

    def begin(self, name, folder, script, *words):
        """The kiosk, going on while the test does; its robot plays the script."""
        file = self.folder / f"{name}.robot"
        file.write_text(script, encoding="utf-8")
        display = self.displays.enter_context(virtual_display())
        log = self.displays.enter_context((self.folder / f"{name}.log").open("w"))
        kiosk = subprocess.Popen(
            [str(word) for word in (BIN / "kiosk", "--event", folder, "--card", self.event / "unlock-card.png", "--camera",
                                    "none", "--size", "1280x800", "--tablet-name", name, "--robot", file, *words)],
            env={**os.environ, "DISPLAY": display}, stdout=log, stderr=log)
        self.addCleanup(self.end, kiosk)
        return kiosk

    @staticmethod
    def end(kiosk):
        if kiosk.poll() is None:
            kiosk.terminate()
            kiosk.wait(30)

    def first(self, name, script):
        return self.begin(name, self.event, script, "--listen-peers", f"127.0.0.1:{self.port}")

    def second(self, name, script):
        return self.begin(name, self.other, script, "--listen-peers", "none", "--peer", f"127.0.0.1:{self.wire.port}")

    def kinds(self, folder):
        done = self.kioskctl("facts", "--event", folder, "--card", self.event / "unlock-card.png")
        return [json.loads(line)["kind"] for line in done.stdout.splitlines()]

    def told(self, name):
        return (self.folder / f"{name}.log").read_text(encoding="utf-8")

    def wait_for_kinds(self, folder, kind, count, kiosk, name):
        wait_for(lambda: kiosk.poll() is not None or self.kinds(folder).count(kind) >= count,
                 f"{folder.name} never had {count} of {kind}: {self.told(name)}")
        self.assertIsNone(kiosk.poll(), self.told(name))

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
