"""Many tablets, one evening: they agree after every separation, a dead one's facts live on, the service gets all.
WELCOME_TABLETS and WELCOME_GUESTS make it as large as a real one (20 and 2,000)."""
import json
import os
import shutil
import socket
import unittest

from hall import Engine, Hall, make_event, roster
from parts import EventTest, Service

TABLETS = int(os.environ.get("WELCOME_TABLETS", "6"))
GUESTS = int(os.environ.get("WELCOME_GUESTS", "120"))
PATIENCE = 60  # how long they take is the bench's question


class TabletsTest(EventTest):
    def hall(self, tablets, seed=7, **kind):
        hall = Hall(self.folder, self.event, tablets, seed, **kind)
        self.addCleanup(hall.kill)
        return hall

    def people(self):
        facts = [json.loads(line) for line in self.on_event("facts", "--format", "json").stdout.splitlines()]
        return [fact["body"]["person"] for fact in facts if fact["kind"] == "person_registered"]

    def assert_same_everywhere(self, hall):
        first = hall.tablets[0].attendance()
        for tablet in hall.tablets:
            self.assertEqual(tablet.attendance(), first, tablet.name)
            self.kioskctl("verify", "--event", tablet.folder, "--card", tablet.card)
        return first

    def upload(self, tablet, service):
        return json.loads(self.kioskctl("upload", "--event", tablet.folder, "--card", tablet.card, "--to", service.url,
                                        "--json").stdout)

    def test_all_agree_after_an_evening_of_separations(self):
        places = max(2, GUESTS // 32)
        people = make_event(self.folder, self.event, GUESTS, places)
        self.event_id = json.loads((self.event / "event.json").read_text(encoding="utf-8"))["event"]
        hall = self.hall(TABLETS, kind=Engine)
        hall.start()
        hall.wait_to_agree(PATIENCE)
        hall.evening(hall.open_doors(people[:], PATIENCE))
        took = hall.wait_to_agree(PATIENCE)
        asked = sum(child != "refused" for tablet in hall.tablets for child in tablet.children)
        self.assertGreater(asked, places, "there was nothing to fall out about")
        care = hall.settle_childcare(PATIENCE)
        self.assertEqual((care["holding"], care["free"], care["waiting"]), (places, 0, asked - places))
        for tablet in hall.tablets[:places]:  # As some go home their places are given again, and no more than those.
            tablet.tell("pick_up")
        care = hall.settle_childcare(PATIENCE)
        self.assertLessEqual(care["holding"], places)
        self.assertEqual(care["holding"] + care["free"], places)
        hall.wait_to_agree(PATIENCE)
        print(f"{TABLETS} tablets, {len(people)} guests: all agreed {took:.2f} s after the last reconnect")
        refused = [sum(summary["refused"][why] for why in ("fact", "forged", "malformed", "other_event", "oversized"))
                   for summary in hall.stop()]
        self.assertEqual(refused, [0] * TABLETS)
        here = self.assert_same_everywhere(hall)
        self.assertEqual(here["people_checked_in"], len(people))

        service = Service(self.folder)
        self.addCleanup(service.stop)
        service.start()
        self.assertEqual(self.upload(hall.tablets[-1], service)["rejected"], 0)
        there = service.get(f"/v1/events/{self.event_id}/attendance")
        self.assertEqual(there["summary"]["people"], len(people))
        times = {row["person"]: row["checked_in_at"] for row in there["attendance"]}
        self.assertEqual(times, {row["person"]: row["checked_in_at"] for row in here["people"]}, "everybody, and when")

    def test_a_dead_tablets_facts_live_on_and_reach_the_service(self):
        self.make_event()
        hall = self.hall(3)
        hall.start()
        hall.wait_to_agree(PATIENCE)
        dead = hall.tablets[1]
        dead.check_in(self.person("Rosa"))
        hall.wait_to_agree(PATIENCE)
        dead.kill()
        shutil.rmtree(dead.folder)
        hall.tablets.remove(dead)
        hall.stop()
        service = Service(self.folder)
        self.addCleanup(service.stop)
        service.start()
        self.upload(hall.tablets[1], service)
        there = service.get(f"/v1/events/{self.event_id}/attendance")
        self.assertEqual([row["full_name"] for row in there["attendance"]], ["Rosa Guerrero Díaz"])

    def test_a_tablet_that_joins_late_has_everything(self):
        self.make_event(roster(GUESTS))
        hall = self.hall(3)
        late = hall.tablets.pop()
        hall.start()
        for person in self.people()[:5]:
            hall.tablets[1].check_in(person)
        hall.wait_to_agree(PATIENCE)
        late.start(hall.tablets[:1])  # it knows one of them, and that one never heard of it
        hall.tablets.append(late)
        hall.wait_to_agree(PATIENCE)
        hall.stop()
        self.assertEqual(self.assert_same_everywhere(hall)["people_checked_in"], 5)

    def test_strangers_at_the_port_are_refused_and_counted(self):
        self.make_event()
        hall = self.hall(2)
        hall.start()
        door = hall.tablets[0]
        for said in (b"GET / HTTP/1.1\r\nHost: x\r\n\r\n", b"\xff" * 200, b"\x00\x00\x00\x35WTEX\x01" + b"x" * 48):
            with socket.create_connection((door.address, door.port), timeout=30) as stranger:
                stranger.sendall(said)
                self.assertEqual(stranger.recv(100), b"", "a tablet says nothing to a stranger")
        hall.wait_to_agree(PATIENCE)
        refused = hall.stop()[0]["refused"]
        self.assertEqual((refused["malformed"], refused["other_event"]), (2, 1))

    def test_wrong_words_are_told_plainly(self):
        self.make_event()
        self.assertIn("HOST:PORT", self.on_event("exchange", "--peer", "nobody", code=1).stderr)
        self.assertIn("PORT", self.on_event("exchange", "--listen", "x:y", code=1).stderr)


if __name__ == "__main__":
    unittest.main()
