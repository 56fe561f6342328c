#!/usr/bin/env python3
"""The demo event on real parts: an event folder, membershipd on SQLite, the kiosk in a window.

With a display, a window to play with. Without one, or with --headless, a robot under Xvfb plays the evening of
assets/demo/evening.robot, and OUT/report.json tells what happened, read back from every part.
"""
import argparse
import collections
import json
import os
import pathlib
import shutil
import subprocess
import sys
import threading
import time

from stage import BIN, ROOT, Service, virtual_display

DEMO = ROOT / "assets" / "demo"
STAFF = (("Dana", "lead", "271828"), ("Sam", "childcare", "314159"), ("Alex", "volunteer", "161803"))
NETWORK_SIGNALS = ("network-down.png", "network-back.png")  # the robot's pictures that tell this script to act
TICKET_HOLDER = "Rosa Guerrero Díaz"  # the family that comes with an invitation


def run(*words, stdin=None):
    done = subprocess.run([str(w) for w in words], input=stdin, capture_output=True, text=True)
    if done.returncode != 0:
        raise SystemExit(f"demo: {pathlib.Path(words[0]).name} said: {done.stderr.strip()}")
    return done.stdout


def kioskctl(*words, stdin=None):
    return run(BIN / "kioskctl", *words, stdin=stdin)


def make_event(out):
    folder = out / "event"
    event = kioskctl("event", "create", "--event", folder, "--name", "Fall Town Hall", "--starts", "2026-12-03T18:30",
                     "--timezone", "America/New_York", "--config", DEMO / "event.toml").strip()
    card = ["--card", folder / "unlock-card.txt"]
    for name, role, pin in STAFF:
        kioskctl("staff", "add", "--event", folder, *card, "--name", name, "--role", role, stdin=pin + "\n")
    kioskctl("roster", "import", "--event", folder, *card, DEMO / "roster.csv")
    kioskctl("invite", "--event", folder, *card, "--out", out / "invitations")
    return folder, event, card


def ticket_of(folder, card, name):
    line = json.loads(kioskctl("find", "--event", folder, *card, name))
    return line["results"][0]["person"]


def kiosk_command(folder, out, service, extra):
    return [str(w) for w in (
        BIN / "kiosk", "--event", folder, "--card", folder / "unlock-card.png", "--service", service.url,
        "--printer", f"folder:{out / 'labels'}", *extra)]


def watch_network(out, service, stop):
    """The network dies when the robot has taken the first of the two signal pictures and is back after the second."""
    down, back = (out / name for name in NETWORK_SIGNALS)
    while not stop.is_set() and not down.exists():
        time.sleep(0.05)
    if not stop.is_set():
        service.stop()
    while not stop.is_set() and not back.exists():
        time.sleep(0.05)
    if not stop.is_set():
        service.start()


def play(folder, out, service, card):
    person = ticket_of(folder, card, TICKET_HOLDER)
    shutil.copy(out / "invitations" / f"{person}.png", out / "invitation.png")
    script = (DEMO / "evening.robot").read_text(encoding="utf-8").replace("OUT/", f"{out}/")
    (out / "evening.robot").write_text(script, encoding="utf-8")
    stop = threading.Event()
    network = threading.Thread(target=watch_network, args=(out, service, stop))
    network.start()
    try:
        with virtual_display() as display:
            done = subprocess.run(
                kiosk_command(folder, out, service, ["--camera", "none", "--size", "1280x800",
                                                     "--robot", out / "evening.robot"]),
                env={**os.environ, "DISPLAY": display}, capture_output=True, text=True, timeout=600)
    finally:
        stop.set()
        network.join()
    (out / "kiosk.log").write_text(done.stderr, encoding="utf-8")
    if done.returncode != 0:
        raise SystemExit(f"demo: the kiosk's robot stopped: {done.stderr.strip().splitlines()[-1:]}")
    return json.loads(done.stdout)


def report(folder, event, out, service, card, played, seconds):
    attendance = json.loads(kioskctl("attendance", "--event", folder, *card))
    facts = kioskctl("facts", "--event", folder, *card).splitlines()
    kioskctl("verify", "--event", folder, *card)
    at_service = service.get(f"/v1/events/{event}/attendance")
    signals = {"invitation.png", *NETWORK_SIGNALS}
    return {
        "event": event,
        "facts": len(facts),
        "people_checked_in": attendance["people_checked_in"],
        "anonymous": attendance["anonymous"],
        "signed_up": attendance["signed_up"],
        "children_dropped_off": attendance["children_dropped_off"],
        "children_picked_up": attendance["children_picked_up"],
        "uploaded": {word: played["uploaded"][word] for word in ("sent", "accepted", "duplicate", "rejected")},
        "attendance_at_service": at_service["summary"]["people"],
        "labels": sorted(f"labels/{p.name}" for p in (out / "labels").glob("*.png")),
        "screens": sorted(p.name for p in out.glob("*.png") if p.name not in signals),
        "seconds": round(seconds, 1),
        "kinds": dict(collections.Counter(json.loads(line)["kind"] for line in facts)),
    }


def fresh(out):
    if out.exists():
        shutil.rmtree(out)
    (out / "labels").mkdir(parents=True)


def main():
    parser = argparse.ArgumentParser(prog="tools/demo", description="Plays the demo event on real parts.")
    parser.add_argument("--headless", action="store_true", help="a robot under Xvfb plays the evening")
    parser.add_argument("--out", type=pathlib.Path, default=ROOT / "build" / "demo", help="where the results go")
    options = parser.parse_args()
    out = options.out.resolve()
    fresh(out)
    began = time.monotonic()
    service = Service(out, tokens=True)
    service.start()
    try:
        folder, event, card = make_event(out)
        kioskctl("enrol", "--event", folder, *card, "--to", service.url, "--organiser-token-file",
                 service.token_file)
        if not options.headless and (os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")):
            print(f"staff PINs: {', '.join(f'{name} ({role}) {pin}' for name, role, pin in STAFF)}", file=sys.stderr)
            print(f"invitations to hold up to the camera: {out / 'invitations'}", file=sys.stderr)
            return subprocess.run(kiosk_command(folder, out, service, [])).returncode
        played = play(folder, out, service, card)
        written = report(folder, event, out, service, card, played, time.monotonic() - began)
    finally:
        service.stop()
    (out / "report.json").write_text(json.dumps(written, indent=2, ensure_ascii=False) + "\n", encoding="utf-8")
    print(json.dumps(written, ensure_ascii=False))
    return 0


if __name__ == "__main__":
    sys.exit(main())
