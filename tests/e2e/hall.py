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


class Tablet:
    def __init__(self, folder, name, card, address):
        self.folder, self.name, self.card, self.address = folder, name, card, address
        self.port, self.process, self.summary, self.frozen = parts.free_port(), None, None, False

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


class Hall:
    def __init__(self, folder, event, tablets, seed):
        self.random = random.Random(seed)
        card = event / "unlock-card.png"
        self.tablets = [Tablet(event if n == 0 else folder / f"tablet{n}", f"tablet {n}", card, f"127.0.0.{n + 1}")
                        for n in range(tablets)]

    def start(self):
        for tablet in self.tablets:
            tablet.start([other for other in self.tablets if other is not tablet])

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
        cut off at random, for about a third of the time; ends with all of them back."""
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
        for tablet in self.tablets:
            if tablet.frozen:
                tablet.freeze(False)
        if failures:
            raise failures[0]

    def stop(self):
        return [tablet.stop() for tablet in self.tablets]

    def kill(self):
        for tablet in self.tablets:
            tablet.kill()
