"""Two tablets of one evening as running kiosks with robots, and the wire between them that a test may cut."""
import contextlib
import json
import os
import subprocess
import time

from care import CareTest
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


class TwoTablets(CareTest):
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

    def first(self, name, script, *words):
        return self.begin(name, self.event, script, "--listen-peers", f"127.0.0.1:{self.port}", *words)

    def second(self, name, script):
        return self.begin(name, self.other, script, "--listen-peers", "none", "--peer", f"127.0.0.1:{self.wire.port}")

    def kinds(self, folder):
        """Of every fact there, in order; none yet where a tablet has not joined."""
        if not (folder / "event.json").exists():
            return []
        done = self.kioskctl("facts", "--event", folder, "--card", self.event / "unlock-card.png")
        return [json.loads(line)["kind"] for line in done.stdout.splitlines()]

    def told(self, name):
        return (self.folder / f"{name}.log").read_text(encoding="utf-8")

    def wait_for_kinds(self, folder, kind, count, kiosk, name):
        wait_for(lambda: kiosk.poll() is not None or self.kinds(folder).count(kind) >= count,
                 f"{folder.name} never had {count} of {kind}: {self.told(name)}")
        self.assertIsNone(kiosk.poll(), self.told(name))
