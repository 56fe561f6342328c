"""The kiosk prints through a real CUPS: a private cupsd with one queue, whose printer is a socket of the test's own."""
import json
import os
import socket
import subprocess
import threading
import time
import unittest

from pair import wait_for
from parts import BIN, EventTest, free_port, virtual_display


class LabelPrinter:
    """What stands at the other end of the queue: takes each job whole."""

    def __init__(self):
        self.jobs, self.listener = [], socket.create_server(("127.0.0.1", 0))
        self.port = self.listener.getsockname()[1]
        threading.Thread(target=self.take_jobs, daemon=True).start()

    def take_jobs(self):
        while True:
            try:
                line, _ = self.listener.accept()
            except OSError:
                return
            with line, line.makefile("rb") as job:
                if document := job.read():
                    self.jobs.append(document)

    def close(self):
        self.listener.close()


class PrintService:
    """cupsd with everything of its own in `folder`."""

    def __init__(self, folder, printer):
        self.folder, self.port = folder, free_port()
        folder.mkdir(mode=0o755)
        folder.parent.chmod(0o711)  # cupsd's helpers run as a user of their own
        for place in ("root", "cache", "spool", "state"):
            (folder / place).mkdir()
        conf, files = folder / "cupsd.conf", folder / "files.conf"
        conf.write_text(f"Listen 127.0.0.1:{self.port}\nWebInterface No\nBrowsing No\nDefaultAuthType None\n"
                        "<Location />\nOrder allow,deny\nAllow from 127.0.0.1\n</Location>\n"
                        "<Policy default>\n<Limit All>\nOrder allow,deny\nAllow all\n</Limit>\n</Policy>\n",
                        encoding="utf-8")
        files.write_text("".join(f"{word} {folder / place}\n" for word, place in (
            ("ServerRoot", "root"), ("CacheDir", "cache"), ("RequestRoot", "spool"), ("StateDir", "state"),
            ("AccessLog", "access.log"), ("ErrorLog", "error.log"), ("PageLog", "page.log"))), encoding="utf-8")
        with (folder / "said").open("wb") as said:
            self.daemon = subprocess.Popen(["/usr/sbin/cupsd", "-f", "-c", conf, "-s", files], stdout=said,
                                           stderr=subprocess.STDOUT)
        try:
            self.wait_until_it_answers()
            self.command("/usr/sbin/lpadmin", "-p", "labels", "-E", "-v", f"socket://127.0.0.1:{printer.port}",
                         "-m", "raw")
        except BaseException:
            self.stop()
            raise

    def wait_until_it_answers(self):
        for _ in range(600):
            if self.daemon.poll() is not None:
                raise AssertionError((self.folder / "said").read_text(encoding="utf-8"))
            with socket.socket() as probe:
                if probe.connect_ex(("127.0.0.1", self.port)) == 0:
                    return
            time.sleep(0.05)
        raise AssertionError("cupsd does not answer")

    @property
    def environment(self):
        return {"CUPS_SERVER": f"127.0.0.1:{self.port}"}

    def command(self, *words):
        subprocess.run(words, env={**os.environ, **self.environment}, check=True, capture_output=True, timeout=60)

    def stop(self):
        self.daemon.terminate()
        self.daemon.wait(30)


class ThroughCups(EventTest):
    def setUp(self):
        super().setUp()
        self.printer = LabelPrinter()
        self.addCleanup(self.printer.close)
        self.cups = PrintService(self.folder / "cups", self.printer)
        self.addCleanup(self.cups.stop)
        self.make_event()

    def prints(self, script):
        self.kiosk(script, "--printer", "cups:labels", environment=self.cups.environment)

    FIND_NG = ("tap welcome.find\nexpect find.letters\ntype ng\ntap key.done\ntap find.digits\ntype 0177\ntap key.done\n"
               "tap who.yes\nexpect needs.title\ntap needs.done\nexpect done.title\ntap done.finish\n")

    def label_outcomes(self):
        facts = (json.loads(line) for line in self.on_event("facts").stdout.splitlines())
        return [fact["body"]["outcome"] for fact in facts if fact["kind"] == "label_printed"]

    def test_a_badge_comes_out_of_the_queue(self):
        script = self.folder / "badge.robot"
        script.write_text(self.FIND_NG + "expect welcome.title\nwait 3600\n", encoding="utf-8")
        with virtual_display() as display:
            kiosk = subprocess.Popen(
                [BIN / "kiosk", "--event", self.event, "--card", self.event / "unlock-card.png", "--camera", "none", "--size",
                 "1280x800", "--robot", script, "--printer", "cups:labels"],
                env={**os.environ, **self.cups.environment, "DISPLAY": display}, stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL)
            try:
                wait_for(lambda: kiosk.poll() is not None or self.label_outcomes(), "no word of the label")
            finally:
                kiosk.kill()
                kiosk.wait(30)
        self.assertEqual(len(self.printer.jobs), 1)
        self.assertTrue(self.printer.jobs[0].startswith(b"%PDF-"))
        self.assertEqual(self.label_outcomes(), ["printed"])
        picture = self.folder / "badge"
        (self.folder / "badge.pdf").write_bytes(self.printer.jobs[0])
        subprocess.run(["pdftoppm", "-r", "300", "-png", "-singlefile", self.folder / "badge.pdf", picture], check=True)
        size = subprocess.run(["identify", "-format", "%w %h", f"{picture}.png"], capture_output=True, text=True, check=True)
        width, height = map(int, size.stdout.split())
        self.assertAlmostEqual(width / 300 * 25.4, 62, delta=0.5)
        self.assertAlmostEqual(height / 300 * 25.4, 29, delta=0.5)

    def test_a_stopped_queue_holds_up_no_guest(self):
        self.cups.command("/usr/sbin/cupsdisable", "labels")
        self.prints(self.FIND_NG + "expect welcome.title\n")
        self.assertEqual(self.printer.jobs, [])
        self.assertEqual(self.attendance()["people_checked_in"], 1)


if __name__ == "__main__":
    unittest.main()
