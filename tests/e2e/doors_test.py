"""Before the doors open, in the running kiosk: a new event made in the window, each part tried, the page that says what
is missing, and a rehearsal that leaves no trace in the evening or at the service."""
import json
import pathlib
import subprocess
import unittest
import urllib.error
import urllib.request

from parts import PINS, EventTest, Service, unlock

LEAD = unlock("lead")
READY = [*LEAD, "tap staff.more", "expect more.ready", "tap more.ready", "expect ready.title"]


class FirstRun(EventTest):
    def run_new(self, *lines, words=(), code=0):
        return self.kiosk("\n".join(lines) + "\n", *words, card=False, code=code)

    FORM = ["expect unlock.make", "tap unlock.make", "expect make.title", "tap make.name", "type Fall Town Hall",
            "tap make.lead", "type Lee", "tap make.pin", f"type {PINS['lead']}", "tap key.done"]

    def test_an_event_is_made_in_the_window_and_its_card_opens_it_elsewhere(self):
        picture = self.folder / "card.png"
        self.run_new(*self.FORM, "tap make.create", "expect make.card", f"shot {picture}", "tap make.not_yet",
                     "expect parts.title", "tap parts.done", "expect welcome.title Fall Town Hall",
                     *LEAD, "tap staff.more", "tap more.ready", "expect ready.card still")
        facts = [json.loads(line) for line in self.on_event("facts").stdout.splitlines()]
        self.assertEqual(facts[0]["body"]["name"], "Fall Town Hall")
        self.assertIn("staff_added", [fact["kind"] for fact in facts])
        read = self.kioskctl("scan", picture).stdout  # the card as it stood on the glass
        self.assertIn("WTKEY1:", read)
        self.assertEqual(read.split("\t")[1].strip(), (self.event / "unlock-card.txt").read_text().strip())

    def test_what_is_typed_wrong_is_said_and_nothing_is_made(self):
        self.run_new("tap unlock.make", "expect make.title", "tap make.create", "expect notice called",
                     "tap make.name", "type Hall", "tap key.done", "tap make.create", "expect notice lead",
                     "tap make.lead", "type Lee", "tap key.done", "tap make.pin", "type 777777", "tap key.done",
                     "tap make.create", "expect notice guess")
        self.assertFalse((self.event / "event.json").exists())

    def test_a_card_that_is_safe_leaves_the_tablet(self):
        self.run_new(*self.FORM, "tap make.create", "expect make.card", "tap make.on_paper", "expect parts.title")
        self.assertFalse((self.event / "unlock-card.png").exists())
        self.assertFalse((self.event / "unlock-card.txt").exists())


class Parts(EventTest):
    def setUp(self):
        super().setUp()
        self.make_event()
        self.add_staff("lead")

    def play(self, *lines, words=(), environment=None):
        script = [*READY, "tap ready.parts", "expect parts.title", *lines]
        self.kiosk("\n".join(script) + "\n", *words, environment=environment)

    def sound_file(self):
        """ALSA's own file device as the default one: what would be heard lands in a file."""
        heard, settings = self.folder / "heard.raw", self.folder / "asound.conf"
        settings.write_text("pcm.!default { type file slave.pcm null_device file " + str(heard) +
                            " format raw }\npcm.null_device { type null }\n", encoding="utf-8")
        return heard, {"ALSA_CONFIG_PATH": str(settings)}

    def test_camera_scanner_and_printer_are_tried_and_say_what_they_did(self):
        labels = self.folder / "labels"
        labels.mkdir()
        self.play(f"scan {self.event / 'unlock-card.png'}", "expect parts.camera_row works", "scan none",
                  "wedge ANY-CODE-AT-ALL", "expect parts.scanner 15", "tap parts.printer.try",
                  "expect parts.printer came", "tap parts.done", "expect ready.title",
                  words=["--printer", f"folder:{labels}"])
        self.assertEqual(len(list(labels.iterdir())), 1)
        self.assertNotIn("label_printed", self.on_event("facts").stdout)

    def test_a_printer_that_fails_is_told(self):
        self.play("tap parts.printer.try", "expect parts.printer did not", words=["--printer", "file:/proc/nowhere/label.png"])

    def test_the_sound_is_played_or_it_is_said_that_none_can_be(self):
        heard, environment = self.sound_file()
        self.play("tap parts.sound.try", "expect parts.sound hear", environment=environment)
        samples = heard.read_bytes()
        self.assertGreater(len(samples), 40_000)
        self.assertTrue(any(samples))
        nothing = self.folder / "none.conf"
        nothing.write_text("", encoding="utf-8")
        self.play("tap parts.sound.try", "expect parts.sound loudspeaker", environment={"ALSA_CONFIG_PATH": str(nothing)})

    def test_the_screen_is_measured_with_a_card_and_stays_measured(self):
        self.play("expect parts.screen", "tap parts.screen.try", "expect parts.outline", "tap parts.much_larger",
                  "tap parts.larger", "tap parts.fits", "expect parts.screen Measured")
        kept = json.loads((self.event / "screen.json").read_text())["millimetres_per_pixel"]
        self.assertGreater(kept, 25.4 / 600)
        self.play(f"expect parts.screen {round(25.4 / kept)}")


class ReadyForDoors(EventTest):
    def setUp(self):
        super().setUp()
        self.make_event()
        self.add_staff("lead")

    def play(self, *lines, words=()):
        return self.kiosk("\n".join([*READY, *lines]) + "\n", *words)

    def test_the_card_is_named_and_taken_off_after_the_question(self):
        self.play("expect ready.verdict fixed first", "expect ready.people 3 people", "expect ready.card still",
                  "tap ready.card.away", "expect ready.ask paper", "tap ready.ask.yes", "expect ready.card not on")
        self.assertFalse((self.event / "unlock-card.png").exists())

    def test_a_rehearsal_leaves_no_trace_in_the_evening(self):
        before = self.kinds()
        self.play("tap ready.practise", "expect rehearsal.band", "expect welcome.title", "tap welcome.just_come_in",
                  "expect done.title", "expect rehearsal.band", "tap done.finish", "expect welcome.title", *LEAD,
                  "expect rehearsal.band", "tap table.search", "type rosa", "expect table.result.1 Rosa",
                  "tap table.result.1.check_in", "expect table.result.1 In",
                  "tap staff.more", "expect more.ready", "tap more.ready", "expect ready.practise End",
                  "tap ready.practise", "expect welcome.title", "absent rehearsal.band")
        self.assertEqual(self.attendance()["people_checked_in"], 0)
        self.assertEqual(self.attendance()["anonymous"], 0)
        self.assertEqual([kind for kind in self.kinds() if kind != "staff_unlocked"],
                         [kind for kind in before if kind != "staff_unlocked"])
        self.assertFalse((self.event / "practice").exists())

    def test_no_service_takes_a_rehearsal(self):
        service = Service(self.folder)
        self.addCleanup(service.stop)
        service.start()
        self.on_event("upload", "--to", service.url)
        self.play("tap ready.practise", "expect rehearsal.band", "tap welcome.just_come_in", "expect done.title",
                  "tap done.finish", "expect welcome.title", *LEAD, "tap staff.more", "expect more.sync", "tap more.sync", "expect sync.sentence No service",
                  words=["--service", service.url])
        practice = self.event / "practice"  # the robot ended in the middle of it
        # The helpers' PINs are in there: nothing on the disk opens it.
        self.assertEqual([path.name for path in practice.iterdir() if "card" in path.name], [])
        event = json.loads((practice / "event.json").read_text())["event"]
        asked = urllib.request.Request(
            service.url + "/v1/events", method="POST", headers={"Content-Type": "application/json"},
            data=json.dumps({"event": event, "name": "Practice", "starts": "2026-12-03T18:30:00-05:00",
                             "timezone": "America/New_York"}).encode())
        with self.assertRaises(urllib.error.HTTPError) as answer:
            urllib.request.urlopen(asked, timeout=30)
        self.assertEqual(answer.exception.code, 422)
        answer.exception.close()

    def test_the_line_is_told_while_the_evening_runs(self):
        for name in ("ng", "rosa"):
            self.on_event("check-in", "--person", self.person(name))
        script = [*LEAD, "absent table.line", "tap staff.more", "expect more.line", "tap more.line", "expect line.title",
                  "expect line.lanes 1", *["tap line.count.more"] * 8, "expect line.advice one more", "expect line.note",
                  "tap staff.table", "expect table.line one more"]
        self.kiosk("\n".join(script) + "\n")


class TheEventsOwnLook(EventTest):
    def make(self, config):
        file = self.folder / "look.toml"
        file.write_text(config, encoding="utf-8")
        return ("event", "create", "--event", self.event, "--name", "Fall Town Hall", "--starts", "2026-12-03T18:30",
                "--timezone", "America/New_York", "--config", file)

    def logo(self, size="300x100"):
        subprocess.run(["convert", "-size", size, "xc:#D4A017", str(self.folder / "logo.png")], check=True)

    def test_colour_and_logo_are_on_the_first_screen(self):
        self.logo()
        self.kioskctl(*self.make('colour = "#7A1FA2"\nlogo = "logo.png"\n'))
        picture, tree = self.folder / "welcome.png", self.folder / "welcome.json"
        self.kiosk(f"expect welcome.logo\nshot {picture}\ntree {tree}\n", "--still")
        nodes = {node["id"]: node["rect"] for node in json.loads(tree.read_text(encoding="utf-8"))["nodes"]}
        self.assertLess(nodes["welcome.logo"][0] + nodes["welcome.logo"][2], nodes["welcome.title"][0] + 1)
        colours = subprocess.run(["convert", str(picture), "-unique-colors", "txt:-"], capture_output=True, text=True,
                                 check=True).stdout.upper()
        for wanted in ("#7A1FA2", "#D4A017"):  # the button's ground, the logo's
            self.assertIn(wanted, colours)

    def test_a_pale_colour_is_darkened_until_it_can_be_read_and_what_is_no_picture_is_refused(self):
        self.kioskctl(*self.make('colour = "#FFE066"\n'))
        picture = self.folder / "welcome.png"
        self.kiosk(f"expect welcome.title\nshot {picture}\n")
        colours = subprocess.run(["convert", str(picture), "-unique-colors", "txt:-"], capture_output=True, text=True,
                                 check=True).stdout.upper()
        self.assertNotIn("#FFE066", colours)
        self.event = self.folder / "other"
        (self.folder / "logo.png").write_text("no picture", encoding="utf-8")
        self.assertIn("PNG", self.kioskctl(*self.make('logo = "logo.png"\n'), code=1).stderr)
        self.assertIn("written like", self.kioskctl(*self.make('colour = "purple"\n'), code=1).stderr)


if __name__ == "__main__":
    unittest.main()
