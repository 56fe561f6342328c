"""Twenty tablets as processes, two thousand guests, each tablet cut off a third of the time: how soon after the last
reconnect all hold the same facts, beside the budget of two seconds; bytes a fact on the wire, beside a fact sealed on
disk; processor time a tablet."""
import argparse
import json
import os
import pathlib
import sqlite3
import sys
import tempfile
import time

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
sys.path.insert(0, str(ROOT / "tests" / "e2e"))

import hall as halls  # noqa: E402: the folder must be on the path first
import parts  # noqa: E402

BUDGET_SECONDS = 2.0


def line(name, unit, ours, peer, theirs):
    print(json.dumps({"name": name, "value": round(ours, 4), "unit": unit, "better": "lower",
                      "versus": {"name": peer, "value": round(theirs, 4)}, "ratio": round(ours / theirs, 4)}), flush=True)


def stored_bytes_a_fact(tablet):
    journal = sqlite3.connect(f"file:{tablet.folder / 'journal.sqlite'}?mode=ro", uri=True)
    try:
        return journal.execute("SELECT avg(length(sealed)) FROM fact").fetchone()[0]
    finally:
        journal.close()


def check_service(folder, hall, people):
    """A figure for an evening that went wrong is worth nothing: the service has to end with the same attendance."""
    service = parts.Service(folder)
    service.start()
    try:
        last = hall.tablets[-1]
        sent = parts.program("kioskctl", "upload", "--event", last.folder, "--card", last.card, "--to", service.url, "--json")
        if sent.returncode:
            raise AssertionError(sent.stderr)
        event = json.loads((last.folder / "event.json").read_text(encoding="utf-8"))["event"]
        there = service.get(f"/v1/events/{event}/attendance")["attendance"]
    finally:
        service.stop()
    here = last.attendance()["people"]
    if len(there) != len(people) or times_of(there) != times_of(here):
        raise AssertionError(f"{len(people)} guests, {len(here)} on the tablet, {len(there)} at the service")


def times_of(rows):
    return {row["person"]: row["checked_in_at"] for row in rows}


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("name", nargs="?")
    parser.add_argument("--quick", action="store_true")
    options = parser.parse_args()
    tablets = int(os.environ.get("WELCOME_TABLETS", "4" if options.quick else "20"))
    guests = int(os.environ.get("WELCOME_GUESTS", "40" if options.quick else "2000"))
    with tempfile.TemporaryDirectory(prefix="welcome-bench-") as holder:
        folder = pathlib.Path(holder)
        event = folder / "event"
        people = halls.make_event(folder, event, guests, max(2, guests // 32))
        hall = halls.Hall(folder, event, tablets, seed=20, kind=halls.Engine)
        try:
            hall.start()
            joined = hall.wait_to_agree(300)
            begin = time.monotonic()
            hall.evening(hall.open_doors(people[:], 120))
            evening = time.monotonic() - begin
            agreed = hall.wait_to_agree(300)
            care = hall.settle_childcare(120)
            stored = stored_bytes_a_fact(hall.tablets[0])
            summaries = hall.stop()
            check_service(folder, hall, people)
            if care["holding"] > max(2, guests // 32):
                raise AssertionError(f"more children than places: {care}")
        finally:
            hall.kill()
        took_in = sum(summary["facts_in"] for summary in summaries)
        sent = sum(summary["bytes_out"] for summary in summaries)
        print(f"bench: {tablets} tablets, {len(people)} guests; all joined in {joined:.2f} s; an evening of {evening:.0f} s; "
              f"facts taken in {took_in}, sent {sum(s['facts_out'] for s in summaries)}; child care {care}", file=sys.stderr)
        # Reading twenty journals takes a part of a second itself: what is told is no less than the truth.
        line("agree_20_tablets", "s after the last reconnect", max(agreed, 0.001), "budget", BUDGET_SECONDS)
        line("agree_20_tablets_bytes", "bytes on the wire a fact taken in, all talk included", sent / took_in,
             "a sealed fact on disk", stored)
        line("agree_20_tablets_cpu", "s of processor a tablet in the whole evening",
             max(summary["cpu_seconds"] for summary in summaries), "the evening", evening)
    return 0


if __name__ == "__main__":
    sys.exit(main())
