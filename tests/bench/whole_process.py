"""The kiosk as a whole process beside a Chromium kiosk with the same welcome screen, in the same run.

Prints the JSON lines of cold_start, memory_pss, idle_cpu and cpu_per_tap (shared names of tools/bench).
"""
import json
import os
import pathlib
import signal
import statistics
import subprocess
import sys
import tempfile
import time

from window import Display, virtual_display

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
BIN = pathlib.Path(os.environ.get("WELCOME_BIN", ROOT / "build" / "bin"))
BACKGROUND = 0xFAF6EF  # the welcome screen's page colour, in both
CORNER = (6, 790)      # a spot of bare background
ROUNDS, TAPS, IDLE_SECONDS = 5, 20, 5


def tree_of(pid):
    """The process and its descendants that are alive now."""
    children = {}
    for entry in pathlib.Path("/proc").iterdir():
        if entry.name.isdigit():
            try:
                fields = (entry / "stat").read_text().rsplit(") ", 1)[1].split()
            except OSError:
                continue
            children.setdefault(int(fields[1]), []).append(int(entry.name))
    found, todo = [], [pid]
    while todo:
        found.append(todo.pop())
        todo += children.get(found[-1], [])
    return found


def cpu_ms(pid):
    ticks = 0
    for process in tree_of(pid):
        try:
            fields = pathlib.Path(f"/proc/{process}/stat").read_text().rsplit(") ", 1)[1].split()
            ticks += int(fields[11]) + int(fields[12])
        except OSError:
            pass
    return ticks * 1000 / os.sysconf("SC_CLK_TCK")


def pss_mb(pid):
    total = 0
    for process in tree_of(pid):
        try:
            for line in pathlib.Path(f"/proc/{process}/smaps_rollup").read_text().splitlines():
                if line.startswith("Pss:"):
                    total += int(line.split()[1])
        except OSError:
            pass
    return total / 1024


class Measured:
    def __init__(self):
        self.cold_ms, self.pss_mb, self.idle_percent, self.tap_ms = [], [], [], []

    def median(self, name):
        return statistics.median(getattr(self, name))


def one_round(command, tap_at, measured):
    with virtual_display() as name:
        screen = Display(name)
        began = time.monotonic()
        process = subprocess.Popen(command, env={**os.environ, "DISPLAY": name}, stdout=subprocess.DEVNULL,
                                   stderr=subprocess.DEVNULL, start_new_session=True)
        try:
            while screen.pixel(*CORNER) != BACKGROUND:
                if time.monotonic() - began > 30 or process.poll() is not None:
                    raise SystemExit(f"bench: {command[0]} showed no welcome screen")
                time.sleep(0.002)
            measured.cold_ms.append((time.monotonic() - began) * 1000)
            time.sleep(3)  # both settle: late start-up work is nobody's tap
            idle = cpu_ms(process.pid)
            time.sleep(IDLE_SECONDS)
            measured.idle_percent.append((cpu_ms(process.pid) - idle) / (IDLE_SECONDS * 10))
            before = cpu_ms(process.pid)
            for tap in range(TAPS):
                screen.tap(*tap_at[tap % len(tap_at)])
                time.sleep(0.25)
            measured.tap_ms.append((cpu_ms(process.pid) - before) / TAPS)
            measured.pss_mb.append(pss_mb(process.pid))
        finally:
            screen.close()
            os.killpg(process.pid, signal.SIGTERM)
            try:
                process.wait(10)
            except subprocess.TimeoutExpired:
                os.killpg(process.pid, signal.SIGKILL)
                process.wait(10)


def kioskctl(*words):
    subprocess.run([str(BIN / "kioskctl"), *map(str, words)], check=True, stdout=subprocess.DEVNULL,
                   stderr=subprocess.DEVNULL)


def kiosk_places(event, card, folder):
    """Where the welcome screen's language buttons are, from the robot's own picture of it: English, then Spanish."""
    script = folder / "where.robot"
    script.write_text(f"expect welcome.language.en\ntree {folder / 'tree.json'}\n", encoding="utf-8")
    with virtual_display() as name:
        subprocess.run([str(BIN / "kiosk"), "--event", event, "--card", card, "--camera", "none", "--robot", script,
                        "--size", "1280x800"], env={**os.environ, "DISPLAY": name}, check=True,
                       stdout=subprocess.DEVNULL)
    nodes = json.loads((folder / "tree.json").read_text(encoding="utf-8"))["nodes"]
    places = []
    for language in ("es", "en"):
        rect = next(node["rect"] for node in nodes if node["id"] == f"welcome.language.{language}")
        places.append((int(rect["x"] + rect["width"] / 2), int(rect["y"] + rect["height"] / 2)))
    return places


def line(name, unit, ours, theirs):
    print(json.dumps({"name": name, "value": round(ours, 2), "unit": unit, "better": "lower",
                      "versus": {"name": "chromium --kiosk", "value": round(theirs, 2)},
                      "ratio": round(ours / theirs, 4) if theirs else None}), flush=True)


def main():
    chromium = next((path for path in ("/usr/bin/chromium", "/usr/bin/chromium-browser") if os.path.exists(path)), None)
    if not chromium:
        raise SystemExit("bench: the peer is missing; install it with: tools/setup bench")
    ours, theirs = Measured(), Measured()
    with tempfile.TemporaryDirectory(prefix="welcome-bench-") as holder:
        folder = pathlib.Path(holder)
        event = folder / "event"
        kioskctl("event", "create", "--event", event, "--name", "Fall Town Hall", "--starts", "2026-12-03T18:30",
                 "--timezone", "America/New_York")
        card = event / "unlock-card.txt"
        kiosk = [str(BIN / "kiosk"), "--event", str(event), "--card", str(card), "--camera", "none", "--size", "1280x800"]
        places = kiosk_places(event, card, folder)
        for number in range(ROUNDS):  # in turn, so that a busy minute hits both
            one_round(kiosk, places, ours)
            web = [chromium, "--kiosk", "--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-quic",
                   "--disable-background-networking", "--disable-component-update", "--disable-sync",
                   "--window-size=1280,800", "--window-position=0,0", f"--user-data-dir={folder / f'profile-{number}'}",
                   (ROOT / "tests" / "bench" / "welcome.html").as_uri()]
            one_round(web, [(400, 400), (900, 400)], theirs)
    line("cold_start", "ms", ours.median("cold_ms"), theirs.median("cold_ms"))
    line("memory_pss", "MB", ours.median("pss_mb"), theirs.median("pss_mb"))
    line("idle_cpu", "percent of a core", ours.median("idle_percent"), theirs.median("idle_percent"))
    line("cpu_per_tap", "ms", ours.median("tap_ms"), theirs.median("tap_ms"))
    return 0


if __name__ == "__main__":
    sys.exit(main())
