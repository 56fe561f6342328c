"""The microphone in the running kiosk: a guest asks to speak and another writes a question, a volunteer calls, keeps
the time and ends the turn, the lead closes the line; a second display shows the clock from the same journal."""
import json
import os
import subprocess
import unittest

from parts import BIN, EventTest, unlock, virtual_display

CONFIG = """
[speaking]
minutes = [[1, 3], [0, 1]]
total_minutes = 30
"""


def newcomer(name, *about_speaking):
    lines = ["tap welcome.new", f"type {name}", "tap key.done", "tap new.next", "tap touch.skip", "tap needs.speaking",
             "tap needs.done", *about_speaking, "expect needs.title", "tap needs.done", "expect done.title"]
    return "\n".join(lines) + "\n"


def unlocks(role):
    return "\n".join([*unlock(role), "tap staff.speakers"]) + "\n"


TALK = ["expect speak.talk minutes", "tap speak.talk", "tap speak.words", "type The bus", "tap key.done",
        "tap speak.call_me", "tap speak.ready"]
ASK = ["tap speak.question", "tap speak.words", "type When does the bus come", "tap key.done", "tap speak.read_out",
       "tap speak.ready"]


class Speakers(EventTest):
    def setUp(self):
        super().setUp()
        self.make_event(roster=None, config=CONFIG)
        self.add_staff("lead", "volunteer")

    def test_a_turn_from_the_wish_to_the_last_word(self):
        self.kiosk(newcomer("Rosa", *TALK) + "expect done.speaker\nremember NUMBER done.speaker\ntap done.finish\n" +
                   newcomer("Omar", *ASK) + "absent done.speaker\ntap done.finish\n" + unlocks("volunteer") +
                   "expect speakers.waiting.1 Rosa\nexpect speakers.waiting.1 $NUMBER\nexpect speakers.questions.1 bus\n"
                   "tap speakers.call_next\nexpect speakers.who Rosa\nexpect speakers.time 3:00\n"
                   "expect speakers.light Ready\ntap speakers.start\nexpect speakers.light Please speak\n"
                   "expect speakers.time 2:5\ntap speakers.more_time\nexpect speakers.time 3:5\ntap speakers.stop\n"
                   "expect speakers.light On hold\ntap speakers.end\nexpect speakers.nobody_up\n"
                   "tap speakers.questions.1.do\nabsent speakers.questions.1\n")
        spoke = self.facts("speaker_spoke")
        self.assertEqual(len(spoke), 2)
        self.assertGreaterEqual(spoke[0].get("seconds", 0), 1)
        self.assertEqual(self.facts("speaking_requested")[0]["words"], "The bus")
        line = json.loads(self.on_event("speakers", "--format", "json").stdout)
        self.assertEqual([one["state"] for one in line["speeches"]], ["spoke", "spoke"])
        self.on_event("verify")

    def test_the_moderator_puts_questions_together_hides_one_and_answers_them_all_at_once(self):
        def asks(name, words):
            return newcomer(name, "tap speak.question", "tap speak.words", f"type {words}", "tap key.done",
                            "tap speak.ready") + "tap done.finish\n"

        self.kiosk(asks("Rosa", "When does the bus come") + asks("Omar", "What is for lunch") +
                   asks("Lena", "Is there a late bus") + asks("Max", "You are all wrong") + unlocks("volunteer") +
                   "expect speakers.questions.4 wrong\ntap speakers.sort\nexpect questions.open.4 wrong\n"
                   # The third asks the same as the first.
                   "tap questions.open.3\ntap question.move\nexpect questions.which\nexpect questions.moving late bus\n"
                   "expect questions.choice.1 When\ntap questions.choice.1\nexpect questions.open.1 1 more asks the same\n"
                   "expect questions.open.2 late bus\nabsent questions.open.2.do\n"
                   # One is not read out; by mistake another one too.
                   "tap questions.open.4\ntap question.hide\nexpect questions.hidden.1 wrong\n"
                   "tap questions.open.3\ntap question.hide\nexpect questions.hidden.1 lunch\n"
                   "tap questions.hidden.1\ntap question.show\nexpect questions.open.3 lunch\n"
                   # Answered together, and one of them after all not.
                   "tap questions.open.1.do\nexpect questions.answered.2 late bus\nexpect questions.open.1 lunch\n"
                   "tap questions.answered.2\ntap question.reopen\nexpect questions.open.2 late bus\n"
                   "tap questions.open.2\ntap question.part\nabsent question.part\nexpect questions.open.2.do\n"
                   "tap furniture.back\nexpect speakers.questions.1 lunch\nexpect speakers.questions.2 late bus\n"
                   "absent speakers.questions.3\n")
        self.assertEqual(len(self.facts("speaker_spoke")), 2)
        self.assertEqual([fact.get("hidden", True) for fact in self.facts("question_hidden")], [True, True, False])
        said = json.loads(self.on_event("speakers", "--format", "json").stdout)["speeches"]
        self.assertEqual([one["state"] for one in said], ["spoke", "waiting", "waiting", "waiting"])
        self.assertEqual([one["hidden"] for one in said], [False, False, False, True])
        self.on_event("verify")

    def test_a_ticket_that_is_held_up_calls_its_turn(self):
        labels = self.folder / "labels"
        labels.mkdir()
        self.kiosk(newcomer("Rosa", *TALK) + "expect done.speaker\ntap done.finish\n" + newcomer("Omar", *TALK) +
                   "expect done.speaker\nremember SECOND done.speaker\ntap done.finish\n" + "\n".join(unlock("volunteer")) +
                   "\ntap staff.more\ntap more.labels\nexpect labels.done.2\n", "--printer", f"folder:{labels}")
        first, second = (request["speech"] for request in self.facts("speaking_requested"))
        tickets = {subprocess.run(["zbarimg", "-q", "--raw", picture], capture_output=True, text=True, check=True)
                   .stdout.strip(): picture for picture in labels.glob("*.png")}
        code = {speech: "WTQ:" + speech.replace("-", "").upper() for speech in (first, second)}
        self.assertEqual({text for text in tickets if text.startswith("WTQ:")}, set(code.values()))
        # From the table, out of turn, by the camera; the other one by the hand scanner while somebody is up.
        self.kiosk("\n".join(unlock("volunteer")) + f"\nscan {tickets[code[second]]}\nexpect speech.call\nscan none\n"
                   "tap speech.call\nexpect speakers.who Omar\n"
                   f"wedge {code[first]}\nexpect speech.keep\nabsent speech.call\ntap speech.keep\n"
                   f"wedge {code[second]}\nexpect notice at the microphone\ntap speakers.start\ntap speakers.end\n"
                   f"expect speakers.nobody_up\nwedge {code[second]}\nexpect notice over\n")
        self.assertEqual([said["speech"] for said in self.facts("speaker_called")], [second])

    def test_the_lead_closes_the_line_and_guests_are_not_asked(self):
        self.kiosk(unlocks("lead") + "tap speakers.close\nexpect speakers.closed\ntap furniture.lock\n" +
                   "tap welcome.new\ntype Rosa\ntap key.done\ntap new.next\ntap touch.skip\ntap needs.speaking\n"
                   "tap needs.done\nexpect notice closed\nexpect done.title\nabsent done.speaker\n")
        self.assertEqual(self.facts("speaking_requested"), [])

    def test_longer_lines_have_shorter_turns_and_an_interpreter_doubles(self):
        self.kiosk(unlocks("volunteer") + "tap speakers.add\ntap key.done\ntap add_speaker.ready\n"
                   "expect speakers.waiting.1 3:00\ntap speakers.add\ntap add_speaker.interpreter\n"
                   "tap add_speaker.ready\nexpect speakers.waiting.1 1:00\nexpect speakers.waiting.2 2:00\n")

    def wait_for(self, file, process):
        while not file.exists() and process.poll() is None:
            try:
                process.wait(0.05)
            except subprocess.TimeoutExpired:
                pass
        self.assertTrue(file.exists())

    def test_a_second_display_shows_the_clock_of_the_first(self):
        ready, running = self.folder / "ready.png", self.folder / "running.png"
        script = self.folder / "timer.robot"
        script.write_text(f"expect timer.who No one\nshot {ready}\nexpect timer.time Please speak\n"
                          f"expect timer.who A1\nshot {running}\nexpect timer.who No one\n", encoding="utf-8")
        with virtual_display() as display:
            timer = subprocess.Popen(
                [str(BIN / "kiosk"), "--event", str(self.event), "--card", str(self.event / "unlock-card.png"),
                 "--camera", "none", "--size", "1280x800", "--display", "timer", "--robot", str(script)],
                env={**os.environ, "DISPLAY": display}, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True)
            try:
                self.wait_for(ready, timer)
                self.kiosk(unlocks("volunteer") + "tap speakers.add\ntap key.done\ntap add_speaker.ready\ntap speakers.call_next\n"
                           "tap speakers.start\nexpect speakers.stop\n")
                self.wait_for(running, timer)
                self.kiosk(unlocks("volunteer") + "tap speakers.end\nexpect speakers.nobody_up\n")
                _, said = timer.communicate(timeout=120)
                self.assertEqual(timer.returncode, 0, said)
            finally:
                timer.kill()
                timer.wait(30)


if __name__ == "__main__":
    unittest.main()
