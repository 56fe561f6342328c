"""A hall full of tablets as processes: `kioskctl exchange` for each, check-ins by `kioskctl check-in` into its folder,
and tablets that are cut off for a while. Shared by the end-to-end test and the bench."""
import json
import os
import random
import signal
import sqlite3
import subprocess
import threading
import time

import parts


def roster(guests):
    rows = ["id,full_name,phone,email,zip,household,child"]
    rows += [f"{n},Guest {n:04d} Miller,,guest{n}@example.org,02139,,," for n in range(1, guests + 1)]
    return "\n".join(rows) + "\n"


def make_event(folder, event, guests, places):
    """An evening with a roster of guests, one room for so many children, and a childcare volunteer."""
    def kioskctl(*words):
        done = parts.program("kioskctl", *words)
        if done.returncode:
            raise AssertionError(f"kioskctl {words[0]}: {done.stderr}")
        return done.stdout

    for name, text in (("event.toml", f'[[childcare_rooms]]\nname = "Room 4"\nplaces = {places}\nbands = ["4-5"]\n'),
                       ("care.pin", "314159\n"), ("guests.csv", roster(guests))):
        (folder / name).write_text(text, encoding="utf-8")
    kioskctl("event", "create", "--event", event, "--name", "Fall Town Hall", "--starts", "2026-12-03T18:30", "--timezone",
             "America/New_York", "--config", folder / "event.toml")
    here = ("--event", event, "--card", event / "unlock-card.png")
    kioskctl("staff", "add", *here, "--name", "Cam", "--role", "childcare", "--pin-file", folder / "care.pin")
    kioskctl("roster", "import", *here, folder / "guests.csv")
    facts = [json.loads(one) for one in kioskctl("facts", *here).splitlines()]
    return [fact["body"]["person"] for fact in facts if fact["kind"] == "person_registered"]


class Tablet:
    def __init__(self, folder, name, card, address):
        self.folder, self.name, self.card, self.address = folder, name, card, address
        self.port, self.process, self.summary, self.frozen = parts.free_port(address), None, None, False

    def start(self, peers, look_every=100):
        words = ["exchange", "--event", self.folder, "--card", self.card, "--listen", f"{self.address}:{self.port}", "--name",
                 self.name, "--no-discovery", "--look-every", look_every]
        for peer in peers:
            words += ["--peer", f"{peer.address}:{peer.port}"]
        self.process = subprocess.Popen([str(parts.BIN / "kioskctl"), *map(str, words)], stdout=subprocess.PIPE,
                                        stderr=subprocess.PIPE, text=True)
        line = self.process.stdout.readline()
        if not line.startswith("listening on "):
            raise AssertionError(f"{self.name}: {line}{self.process.stderr.read()}")
        return self

    def freeze(self, frozen):
        self.frozen = frozen
        os.kill(self.process.pid, signal.SIGSTOP if frozen else signal.SIGCONT)

    def check_in(self, person):
        """A tablet that is stopped in the middle of a write holds its journal's lock: whoever is told so tries again."""
        for _ in range(20):
            done = parts.program("kioskctl", "check-in", "--event", self.folder, "--card", self.card, "--person", person)
            if done.returncode == 0:
                return
        raise AssertionError(f"{self.name}: {done.stderr}")

    def held(self):
        """What the journal says of itself, read as any reader may: rows a device."""
        journal = sqlite3.connect(f"file:{self.folder / 'journal.sqlite'}?mode=ro", uri=True, timeout=30)
        try:
            return dict(journal.execute("SELECT hex(device), max(seq) FROM fact GROUP BY device"))
        finally:
            journal.close()

    def attendance(self):
        done = parts.program("kioskctl", "attendance", "--event", self.folder, "--card", self.card)
        return json.loads(done.stdout)

    def stop(self):
        if not self.process:
            return self.summary
        if self.frozen:
            self.freeze(False)
        self.process.send_signal(signal.SIGTERM)
        out, err = self.process.communicate(timeout=60)
        if self.process.returncode != 0:
            raise AssertionError(f"{self.name}: {err}")
        self.process, self.summary = None, json.loads(out.splitlines()[-1])
        return self.summary

    def kill(self):
        if self.process:
            self.process.kill()
            self.process.communicate()
            self.process = None


class Engine(Tablet):
    """The whole tablet but for its screen: it shares, keeps childcare's places, and does what it is told by lines."""

    def start(self, peers):
        words = ["--event", self.folder, "--card", self.card, "--listen", f"{self.address}:{self.port}", "--name", self.name]
        for peer in peers:
            words += ["--peer", f"{peer.address}:{peer.port}"]
        self.talk, self.children = threading.Lock(), []
        self.process = subprocess.Popen([str(parts.BIN / "headless_tablet"), *map(str, words)], stdin=subprocess.PIPE,
                                        stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
        line = self.process.stdout.readline()
        if not line.startswith("listening on "):
            raise AssertionError(f"{self.name}: {line}{self.process.stderr.read()}")
        return self

    def tell(self, line):
        with self.talk:
            self.process.stdin.write(line + "\n")
            self.process.stdin.flush()
            answer = self.process.stdout.readline().rstrip("\n")
        if not answer:
            raise AssertionError(f"{self.name} ended at {line}: {self.process.stderr.read()}")
        return answer

    def freeze(self, frozen):
        """No network; its guests come in all the same."""
        self.frozen = frozen
        self.tell("cut" if frozen else "mend")

    def check_in(self, person):
        answer = self.tell(f"check_in {person}")
        if answer != "checked in":
            raise AssertionError(f"{self.name}: {answer}")
        if int(person[-2:], 16) % 8 == 0:
            self.children.append(self.tell(f"ask {person}"))
            self.tell("drop_off")

    def count(self):
        return json.loads(self.tell("count"))

    def stop(self):
        if self.process:
            self.summary = json.loads(self.tell("quit"))
            self.process.communicate(timeout=60)
            self.process = None
            if self.summary["failed"]:
                raise AssertionError(f"{self.name}: its journal failed")
        return self.summary


class Hall:
    def __init__(self, folder, event, tablets, seed, kind=Tablet):
        self.random = random.Random(seed)
        card = event / "unlock-card.png"
        self.tablets = [kind(event if n == 0 else folder / f"tablet{n}", f"tablet {n}", card, f"127.0.0.{n + 1}")
                        for n in range(tablets)]

    def start(self):
        for tablet in self.tablets:
            tablet.start([other for other in self.tablets if other is not tablet])

    def open_doors(self, people, patience):
        """Each tablet of a hall of engines lets one in; until all may take part in childcare. Who is still to come."""
        for tablet in self.tablets:
            tablet.check_in(people.pop())
        until = time.monotonic() + patience
        while any(tablet.tell("ready") != "yes" for tablet in self.tablets):
            if time.monotonic() > until:
                raise AssertionError([tablet.tell("ready") for tablet in self.tablets])
            time.sleep(0.1)
        self.tablets[0].tell("adults")
        return people

    def settle_childcare(self, patience):
        """Until whoever may have a place has one: what each tablet then counts."""
        until = time.monotonic() + patience
        while True:
            counts = [tablet.count() for tablet in self.tablets]
            same = all(one == counts[0] for one in counts)
            if same and (counts[0]["waiting"] == 0 or counts[0]["free"] == 0):
                return counts[0]
            if time.monotonic() > until:
                raise AssertionError(counts)
            time.sleep(0.1)

    def agree(self):
        first, *others = [tablet.held() for tablet in self.tablets]
        return all(other == first for other in others)

    def wait_to_agree(self, patience):
        begin = time.monotonic()
        while not self.agree():
            if time.monotonic() - begin > patience:
                raise AssertionError([sum(tablet.held().values()) for tablet in self.tablets])
            time.sleep(0.02)
        return time.monotonic() - begin

    def evening(self, people, workers=2):
        """Checks all of them in, each at a random tablet; a tablet that is cut off goes on with its own guests. Each is
        cut off at random, for about a third of the time. The last guests come in while a third are cut off, and it ends
        at the moment when those are back."""
        last, people = people[:len(self.tablets)], people[len(self.tablets):]
        queue, lock, failures = [(person, self.random.choice(self.tablets)) for person in people], threading.Lock(), []

        def work():
            while not failures:
                with lock:
                    if not queue:
                        return
                    person, tablet = queue.pop()
                try:
                    tablet.check_in(person)
                except AssertionError as failure:
                    failures.append(failure)

        threads = [threading.Thread(target=work) for _ in range(workers)]
        for thread in threads:
            thread.start()
        while any(thread.is_alive() for thread in threads):
            for tablet in self.tablets:
                # Of many draws a third find it cut off, whatever it was before.
                if self.random.random() < 0.3:
                    cut_off = self.random.random() < 1 / 3
                    if cut_off != tablet.frozen:
                        tablet.freeze(cut_off)
            threads[0].join(0.3)
        for thread in threads:
            thread.join()
        if failures:
            raise failures[0]
        for number, tablet in enumerate(self.tablets):
            if tablet.frozen != (number % 3 == 0):
                tablet.freeze(number % 3 == 0)
        for person, tablet in zip(last, self.tablets):
            tablet.check_in(person)
        for tablet in self.tablets:
            if tablet.frozen:
                tablet.freeze(False)

    def stop(self):
        return [tablet.stop() for tablet in self.tablets]

    def kill(self):
        for tablet in self.tablets:
            tablet.kill()
