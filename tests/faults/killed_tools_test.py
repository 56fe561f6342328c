"""kill -9 of the tools in the middle of their work: kioskctl reading a roster or sending the evening, membershipd taking
it. Begun again they end where they would have ended: each person once, here and at the service.

WELCOME_SEED and WELCOME_KILLS change the run; both are printed.
"""
import os
import random
import signal
import subprocess
import time
import unittest

from parts import BIN, EventTest, Service

KILLS = int(os.environ.get("WELCOME_KILLS", "30"))
SEED = int(os.environ.get("WELCOME_SEED", "20261204"))
PEOPLE = max(600, 2 * KILLS)  # two come in between a kill and the next


class KilledTools(EventTest):
    def setUp(self):
        super().setUp()
        self.make_event(roster=None)
        self.chance = random.Random(SEED)
        self.roster = self.folder / "roster.csv"
        self.roster.write_text("id,full_name,phone\n" + "".join(
            f"{n},Parent Number {n},202-555-{n:04}\n" for n in range(PEOPLE)), encoding="utf-8")

    def start(self, *words):
        return subprocess.Popen([str(word) for word in (BIN / "kioskctl", *words, "--event", self.event, "--card",
                                                        self.event / "unlock-card.txt")],
                                stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)

    def kill_at_random(self, process, longest):
        """Whether the process was still at work when it was killed."""
        try:
            process.wait(self.chance.uniform(0, longest))
        except subprocess.TimeoutExpired:
            pass
        process.kill()
        code = process.wait()
        self.assertIn(code, (0, -signal.SIGKILL), "it failed by itself")
        return code != 0

    def test_a_roster_half_read_is_read_on(self):
        cut, longest = 0, 0.3
        for _ in range(KILLS):
            if not self.kill_at_random(self.start("roster", "import", self.roster), longest):
                longest = max(0.05, longest / 2)  # it was done already: look earlier
            else:
                cut += 1
                longest = min(5, longest * 1.2)
            self.on_event("verify")
        self.on_event("roster", "import", self.roster)
        self.assertEqual(self.kinds().count("person_registered"), PEOPLE)
        self.assertGreater(cut, KILLS / 4, "hardly ever killed at work: no test of anything")
        print(f"seed {SEED}: kioskctl reading a roster killed {cut} times; {PEOPLE} people, each once")

    def test_what_is_sent_arrives_once_whoever_is_killed(self):
        self.on_event("roster", "import", self.roster)
        people = [body["person"] for body in self.facts("person_registered")]
        service = Service(self.folder)
        self.addCleanup(service.stop)
        service.start()
        cut = {"kioskctl": 0, "membershipd": 0}
        longest = 0.4
        for turn in range(KILLS):
            for person in people[2 * turn:2 * turn + 2]:
                self.on_event("check-in", "--person", person)
            sender = self.start("upload", "--to", service.url)
            if turn % 2:
                cut["kioskctl"] += self.kill_at_random(sender, longest)
                continue
            time.sleep(self.chance.uniform(0, longest))
            cut["membershipd"] += sender.poll() is None
            service.process.kill()
            service.stop()
            service.start()
            sender.kill()
            sender.wait()
        self.on_event("verify")
        self.on_event("upload", "--to", service.url)
        here = {row["person"]: row["checked_in_at"] for row in self.attendance()["people"]}
        there = service.get(f"/v1/events/{self.event_id}/attendance")["attendance"]
        self.assertEqual(len(here), 2 * KILLS)
        self.assertEqual(len(there), len(here), "somebody is at the service twice, or not at all")
        self.assertEqual({row["person"]: row["checked_in_at"] for row in there}, here)
        self.assertGreater(cut["kioskctl"], 0)
        self.assertGreater(cut["membershipd"], 0)
        print(f"seed {SEED}: in the middle of sending, kioskctl killed {cut['kioskctl']} times and membershipd "
              f"{cut['membershipd']} times; {len(here)} check-ins, lost 0, doubled 0")


if __name__ == "__main__":
    unittest.main()
