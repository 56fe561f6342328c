"""The queue of labels in the running kiosk: the power goes before and while a label is printed, another printer takes
over, a tablet without a printer prints on another's."""
import json
import os
import signal
import socket
import subprocess
import tempfile
import threading
import time
import unittest

from care import CareTest, STAFFED, asks, unlocks
from parts import BIN, free_port, virtual_display

PATIENCE = 120


class Zebra:
    """A label printer at TCP 9100 as ZPL's programming guide has it: takes whole formats (^XA … ^XZ), answers ~HS.
    One that is off has its address all the same, so that nobody else gets it."""

    def __init__(self, is_on=True):
        self.jobs, self.lines = [], []
        self.paper_out = self.head_up = False
        self.stalls_at = None  # it never says that this many are out
        self.listener = socket.socket()
        self.listener.bind(("127.0.0.1", 0))
        self.port = self.listener.getsockname()[1]
        if is_on:
            self.turn_on()

    def turn_on(self):
        self.listener.listen()
        threading.Thread(target=self.take_lines, daemon=True).start()

    def take_lines(self):
        while True:
            try:
                line, _ = self.listener.accept()
            except OSError:
                return
            self.lines.append(line)
            threading.Thread(target=self.talk, args=(line,), daemon=True).start()

    def talk(self, line):
        heard = b""
        while True:
            try:
                some = line.recv(65536)
            except OSError:
                return
            if not some:
                return
            heard += some
            while True:
                heard = heard.lstrip(b"\n")
                if heard.startswith(b"~HS"):
                    heard = heard[3:]
                    line.sendall(self.status())
                elif heard.startswith(b"^XA") and b"^XZ" in heard:
                    job, _, heard = heard.partition(b"^XZ")
                    self.jobs.append(job)
                else:
                    break

    def status(self):
        inside = self.stalls_at is not None and len(self.jobs) >= self.stalls_at
        return (f"\x02030,{self.paper_out:d},0,0203,{inside:03d},0,0,0,000,0,0,0\x03\r\n"
                f"\x02000,0,{self.head_up:d},0,1,2,6,0,00000000,1,000\x03\r\n\x021234,0\x03\r\n").encode()

    def close(self):
        self.listener.close()
        for line in self.lines:
            line.close()

    @property
    def uri(self):
        return f"tcp://127.0.0.1:{self.port}"


def wait_for(what, holds, process=None):
    end = time.monotonic() + PATIENCE
    while not holds():
        if time.monotonic() > end or (process and process.poll() is not None):
            raise AssertionError(f"it did not come to that: {what}")
        time.sleep(0.05)


def base45(text):
    """RFC 9285: three letters are two bytes, two are one."""
    letters = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:"
    read = b""
    for at in range(0, len(text), 3):
        some = text[at:at + 3]
        value = sum(letters.index(letter) * 45 ** place for place, letter in enumerate(some))
        read += value.to_bytes(len(some) - 1, "big")
    return read


class Labels(CareTest):
    def outcomes(self, what=None):
        return [body["outcome"] for body in self.facts("label_printed") if what in (None, body["what"])]

    def printer(self, is_on=True):
        printer = Zebra(is_on)
        self.addCleanup(printer.close)
        return printer

    def kiosk_running(self, display, *words, event=None):
        said = tempfile.TemporaryFile("w+", encoding="utf-8")
        kiosk = subprocess.Popen(
            [str(word) for word in (BIN / "kiosk", "--event", event or self.event, "--card",
                                    self.event / "unlock-card.png", "--camera", "none", "--size", "1280x800", *words)],
            env={**os.environ, "DISPLAY": display}, stdout=subprocess.DEVNULL, stderr=said)
        self.addCleanup(self.end, kiosk, said)
        return kiosk

    def end(self, kiosk, said):
        kiosk.kill()
        code = kiosk.wait(30)
        with said:
            said.seek(0)
            self.assertIn(code, (0, 1, -signal.SIGKILL), said.read())  # 1: its display went first

    def plays_until(self, script, holds, *words):
        """The power goes when `holds` is true: nothing of the program runs after that."""
        file = self.folder / "cut.robot"
        file.write_text(script + "wait 600\n", encoding="utf-8")
        with virtual_display() as display:
            kiosk = self.kiosk_running(display, "--robot", file, *words)
            wait_for("the moment of the power cut", holds, kiosk)
            kiosk.kill()
            kiosk.wait(30)

    def test_labels_asked_for_outlive_the_power_and_come_out_once(self):
        marker, printer = self.folder / "dropped.png", self.printer(is_on=False)
        self.plays_until(asks(("Mateo", "Peanuts")) + unlocks("childcare") + STAFFED +
                         f"tap desk.drop_off.1\nexpect wristband.code\nshot {marker}\n", marker.exists,
                         "--printer", printer.uri)
        self.assertEqual([body["what"] for body in self.facts("label_asked")], ["badge", "child", "claim"])
        self.assertEqual(self.outcomes("child") + self.outcomes("claim"), [])
        printer.turn_on()
        self.kiosk(unlocks("childcare") + "expect desk.in.1 Mateo\ntap staff.more\ntap more.labels\n"
                   "expect labels.done.3\nabsent labels.row.1\n", "--printer", printer.uri)
        self.assertEqual(len(printer.jobs), 3)
        self.assertEqual(self.outcomes(), ["printed"] * 3)
        self.kiosk(unlocks("childcare") + "expect desk.in.1 Mateo\n", "--printer", printer.uri)
        self.assertEqual(len(printer.jobs), 3, "started again, it printed again")
        self.on_event("verify")

    def test_a_label_that_was_on_its_way_when_the_power_went_waits_for_somebodys_word(self):
        stalls = self.printer()
        stalls.stalls_at = 3  # the name tag and one of the two childcare labels are out, the other is on its way
        self.plays_until(asks(("Mateo", "")) + unlocks("childcare") + STAFFED + "tap desk.drop_off.1\n",
                         lambda: len(stalls.jobs) == 3, "--printer", stalls.uri)
        printer = self.printer()
        script = (unlocks("childcare") + "expect desk.in.1 Mateo\ntap desk.labels\n"
                  "expect labels.row.1 Look if the label\nabsent labels.row.2\n")
        self.kiosk(script, "--printer", printer.uri)
        self.assertEqual(printer.jobs, [], "a second one came out and nobody had asked for it")
        self.assertEqual(sorted(self.outcomes()), ["doubtful", "printed", "printed"])
        self.kiosk(script + "tap labels.row.1\ntap labels.print_here\nabsent labels.row.1\nexpect labels.done.3\n",
                   "--printer", printer.uri)
        self.assertEqual(len(printer.jobs), 1)
        self.assertEqual(sorted(self.outcomes()), ["doubtful", "printed", "printed", "printed"])
        self.assertEqual(sorted(self.outcomes("child") + self.outcomes("claim")), ["doubtful", "printed", "printed"])

    def test_a_printer_says_what_it_lacks_and_what_to_do(self):
        printer = self.printer()
        printer.paper_out = True
        at_labels = unlocks("lead") + "tap staff.more\ntap more.labels\n"
        with virtual_display() as display:
            file = self.folder / "looks.robot"
            marker, shut = self.folder / "out.png", self.folder / "open.png"
            file.write_text(asks(("Mateo", "")) + at_labels + "expect labels.sentence Put in a new roll\n"
                            f"expect labels.row.1 Waits for the printer\nshot {marker}\n"
                            f"expect labels.sentence Close the lid\nshot {shut}\nexpect labels.sentence is ready\n"
                            "expect labels.done.1 Name tag: Rosa\nabsent labels.row.1\n", encoding="utf-8")
            kiosk = self.kiosk_running(display, "--robot", file, "--printer", printer.uri)
            wait_for("no labels", marker.exists, kiosk)
            printer.head_up = True  # first, so that it is never ready between the two
            printer.paper_out = False
            wait_for("cover open", shut.exists, kiosk)
            printer.head_up = False
            self.assertEqual(kiosk.wait(PATIENCE), 0)
        self.assertEqual(len(printer.jobs), 1)
        self.assertEqual(self.outcomes(), ["printed"])

    def test_a_printer_that_comes_back_makes_what_waited(self):
        printer = self.printer(is_on=False)
        with virtual_display() as display:
            file, marker = self.folder / "waits.robot", self.folder / "waits.png"
            file.write_text(asks(("Mateo", "")) + unlocks("childcare") + STAFFED +
                            "tap desk.drop_off.1\nexpect wristband.code $CODE\ntap wristband.done\n"
                            "tap desk.labels\nexpect labels.sentence does not answer\nexpect labels.row.3\n"
                            "tap labels.retry\nexpect labels.sentence does not answer\n"
                            f"shot {marker}\nexpect labels.sentence is ready\n"
                            "expect labels.done.3\nabsent labels.row.1\n", encoding="utf-8")
            kiosk = self.kiosk_running(display, "--robot", file, "--printer", printer.uri)
            wait_for("labels that wait", marker.exists, kiosk)
            printer.turn_on()
            self.assertEqual(kiosk.wait(PATIENCE), 0)
        self.assertEqual(len(printer.jobs), 3)

    def test_the_second_printer_takes_over(self):
        labels, wanted = self.folder / "labels", self.printer(is_on=False)
        self.kiosk(asks(("Mateo", "")) + unlocks("childcare") + STAFFED + "tap desk.drop_off.1\n"
                   "tap staff.more\ntap more.labels\nexpect labels.done.3\n"
                   "expect labels.sentence does not answer\nexpect labels.takes_over\n",
                   "--printer", wanted.uri, "--printer", f"folder:{labels}")
        self.assertEqual(len(list(labels.glob("*.png"))), 3)

    def claims_of(self, labels):
        """Each claim that came out, oldest first: what a scanner reads, and the four letters in it."""
        read = []
        for picture in sorted(labels.glob("*claim.png")):
            text = subprocess.run(["zbarimg", "-q", "--raw", "-Sdisable", "-Sqrcode.enable", picture], capture_output=True,
                                  text=True, check=True).stdout.rstrip("\n")
            self.assertTrue(text.startswith("WTC:"), text)
            read.append((text, base45(text[4:])[32:36].decode()))
        return read

    def test_labels_printed_again_bear_the_same_code_until_the_claim_is_lost(self):
        labels = self.folder / "labels"
        lost = ("tap child.lost\nexpect child.first\ntype lost on the bus\ntap key.done\ntap child.second\n"
                "type their phone rang\ntap key.done\ntap child.save\nexpect notice\n")
        all_out = "tap staff.more\ntap more.labels\nexpect labels.done.{}\nabsent labels.row.1\n"
        self.kiosk(asks(("Mateo", "Peanuts")) + unlocks("lead") + STAFFED + "tap desk.drop_off.1\nexpect desk.in.1\n"
                   "tap desk.in.1\nexpect child.name\n" + all_out.format(3), "--printer", f"folder:{labels}")
        first, worn = self.claims_of(labels), [p.read_bytes() for p in sorted(labels.glob("*child.png"))]
        self.assertEqual((len(first), len(worn)), (1, 1))

        self.kiosk(unlocks("lead") + "tap desk.in.1\ntap child.reprint\nexpect notice\n" + all_out.format(5),
                   "--printer", f"folder:{labels}")
        again, worn = self.claims_of(labels), [p.read_bytes() for p in sorted(labels.glob("*child.png"))]
        self.assertEqual(again, first * 2)
        self.assertEqual((len(worn), len(set(worn))), (2, 1), "the child's second label is another one")
        self.assertEqual([body.get("again", False) for body in self.facts("label_asked")], [False] * 3 + [True] * 2)

        self.kiosk(unlocks("lead") + "tap desk.in.1\n" + lost + all_out.format(7), "--printer", f"folder:{labels}")
        fresh, worn = self.claims_of(labels), [p.read_bytes() for p in sorted(labels.glob("*child.png"))]
        self.assertEqual(fresh[:2], again)
        self.assertEqual(len(fresh), 3)
        self.assertNotEqual(fresh[2][1], first[0][1])
        self.assertEqual((len(worn), len(set(worn))), (3, 2), "the child wears the dead code still")

    def test_a_tablet_without_a_printer_prints_on_another_tablets(self):
        here, there, labels = free_port(), free_port(), self.folder / "labels"
        with virtual_display() as display:
            other = self.kiosk_running(display, "--printer", f"folder:{labels}", "--tablet-name", "Side door",
                                       "--listen-peers", f"127.0.0.1:{there}", "--peer", f"127.0.0.1:{here}",
                                       event=self.folder / "other")
            self.kiosk(unlocks("lead") + "tap staff.more\ntap more.labels\n"
                       "expect labels.sentence Labels come out at Side door\ntap furniture.lock\n" +
                       asks(("Mateo", "")) + unlocks("childcare") + STAFFED + "tap desk.drop_off.1\n"
                       "expect wristband.lead The label may come late\ntap wristband.done\n"
                       "tap staff.more\ntap more.labels\nexpect labels.done.3\nabsent labels.row.1\n",
                       "--listen-peers", f"127.0.0.1:{here}", "--peer", f"127.0.0.1:{there}")
            wait_for("three labels", lambda: len(list(labels.glob("*.png"))) == 3, other)
        self.assertEqual(sorted(p.name.split("-")[1] for p in labels.glob("*.png")),
                         ["badge.png", "child.png", "claim.png"])

    def test_a_child_who_came_while_the_printers_tablet_was_away_gets_a_label(self):
        here, there, labels = free_port(), free_port(), self.folder / "labels"
        away = ["--event", self.folder / "away", "--card", self.event / "unlock-card.png"]
        prints = ["--printer", f"folder:{labels}", "--tablet-name", "Side door"]
        with virtual_display() as display:
            other = self.kiosk_running(display, *prints, event=self.folder / "away")
            wait_for("a printer that is known", lambda: "printer_told" in self.kioskctl("facts", *away).stdout
                     if (self.folder / "away" / "event.json").exists() else False, other)
            other.kill()
            other.wait(30)
            pack = json.loads(self.kioskctl("pack", *away, "--out", self.folder / "stick").stdout)["file"]
            self.on_event("unpack", pack)
            file, marker = self.folder / "alone.robot", self.folder / "asked.png"
            file.write_text(asks(("Mateo", "")) + unlocks("childcare") + STAFFED + "tap desk.drop_off.1\n"
                            "expect wristband.code $CODE\ntap wristband.done\ntap staff.more\n"
                            "tap more.labels\nexpect labels.row.3 Waits for the printer at Side door\n"
                            f"shot {marker}\nexpect labels.done.3\nabsent labels.row.1\n", encoding="utf-8")
            kiosk = self.kiosk_running(display, "--robot", file, "--listen-peers", f"127.0.0.1:{here}")
            wait_for("labels that wait", marker.exists, kiosk)
            # It meets the children's labels before it has childcare's key.
            self.kiosk_running(display, *prints, "--listen-peers", f"127.0.0.1:{there}", "--peer",
                               f"127.0.0.1:{here}", event=self.folder / "away")
            self.assertEqual(kiosk.wait(PATIENCE), 0)
        self.assertEqual(len(list(labels.glob("*.png"))), 3)


if __name__ == "__main__":
    unittest.main()
