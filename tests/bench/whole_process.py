"""The kiosk as a whole process beside a Chromium kiosk with the same welcome screen, in the same run.

Prints the lines of cold_start, memory_pss, idle_cpu, idle_frames, cpu_per_tap and touch_to_paint.
"""
import json
import os
import pathlib
import shutil
import signal
import statistics
import subprocess
import sys
import tempfile
import time

from processes import cpu_ms, pss_mb
from window import Display

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent.parent / "tools"))

from stage import BIN, ROOT, virtual_display  # noqa: E402: the folder must be on the path first

BACKGROUND = 0xFAF6EF  # the welcome screen's page colour, in both
CORNER = (6, 790)      # a spot of bare background
TITLE = {"kiosk": (230, 212, 500, 48), "web": (40, 90, 500, 70)}  # where the words change with the language
PRESSED = (64, 32)     # of a button, around the finger
ROUNDS, TAPS, IDLE_SECONDS = 5, 20, 20


class Measured:
    def __init__(self):
        self.cold_ms, self.pss_mb, self.idle_percent, self.tap_ms, self.idle_draws = [], [], [], [], []
        self.paint_ms, self.answer_ms = [], []

    def median(self, name):
        return statistics.median(getattr(self, name))

    def p95(self, name):
        return statistics.quantiles(getattr(self, name), n=20)[-1]


def tap(screen, at, title, measured):
    """One tap, as slow as a finger: what the press shows, then what the release answers."""
    screen.move(*at)
    time.sleep(0.1)
    around = (at[0] - PRESSED[0] // 2, at[1] - PRESSED[1] // 2, *PRESSED)
    paint = screen.seconds_until_change(around, lambda: screen.press(1))
    time.sleep(max(0.0, 0.08 - paint))
    answer = screen.seconds_until_change(title, lambda: screen.press(0))
    if max(paint, answer) >= 2:
        raise SystemExit(f"bench: a tap at {at} showed nothing")
    measured.paint_ms.append(paint * 1000)
    measured.answer_ms.append(answer * 1000)
    time.sleep(0.25)


def watch(screen, process, taps, title, measured):
    time.sleep(3)  # late start-up work is nobody's tap
    screen.draws()
    before = cpu_ms(process.pid)
    time.sleep(IDLE_SECONDS)
    measured.idle_percent.append((cpu_ms(process.pid) - before) / (IDLE_SECONDS * 10))
    measured.idle_draws.append(screen.draws())
    before = cpu_ms(process.pid)
    for number in range(TAPS):
        tap(screen, taps[number % len(taps)], title, measured)
    measured.tap_ms.append((cpu_ms(process.pid) - before) / TAPS)
    measured.pss_mb.append(pss_mb(process.pid))
    if screen.draws() == 0:
        raise SystemExit("bench: the count of draws does not count")


def end(process):
    os.killpg(process.pid, signal.SIGTERM)
    try:
        process.wait(10)
    except subprocess.TimeoutExpired:
        os.killpg(process.pid, signal.SIGKILL)
        process.wait(10)


def one_round(command, taps, title, measured):
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
            watch(screen, process, taps, title, measured)
        finally:
            end(process)
            screen.close()


def kiosk_places(kiosk, folder):
    """Where the language buttons are, from the robot's own view of the screen: Spanish, then English."""
    script = folder / "where.robot"
    script.write_text(f"expect welcome.language.en\ntree {folder / 'tree.json'}\n", encoding="utf-8")
    with virtual_display() as name:
        subprocess.run([*kiosk, "--robot", script], env={**os.environ, "DISPLAY": name}, check=True,
                       stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    nodes = {node["id"]: node["rect"] for node in json.loads((folder / "tree.json").read_text(encoding="utf-8"))["nodes"]}
    rects = [nodes[f"welcome.language.{language}"] for language in ("es", "en")]
    return [(int(x + width / 2), int(y + height / 2)) for x, y, width, height in rects]


def web_command(chromium, profile):
    return [chromium, "--kiosk", "--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-quic",
            "--disable-background-networking", "--disable-component-update", "--disable-sync",
            "--window-size=1280,800", "--window-position=0,0", f"--user-data-dir={profile}",
            (ROOT / "tests" / "bench" / "welcome.html").as_uri()]


def line(name, unit, ours, theirs, peer="chromium --kiosk"):
    ratio = ours / theirs if theirs else (1.0 if ours == theirs else None)
    print(json.dumps({"name": name, "value": round(ours, 3), "unit": unit, "better": "lower",
                      "versus": {"name": peer, "value": round(theirs, 3)},
                      "ratio": ratio if ratio is None else round(ratio, 4)}), flush=True)


def tell(ours, theirs):
    line("cold_start", "ms", ours.median("cold_ms"), theirs.median("cold_ms"))
    line("memory_pss", "MB", ours.median("pss_mb"), theirs.median("pss_mb"))
    line("idle_cpu", "percent of a core", ours.median("idle_percent"), theirs.median("idle_percent"))
    line("idle_frames", f"draws in {IDLE_SECONDS} s", max(ours.idle_draws), max(theirs.idle_draws))
    line("cpu_per_tap", "ms", ours.median("tap_ms"), theirs.median("tap_ms"))
    line("touch_to_paint", "ms (p95), press to pressed button", ours.p95("paint_ms"), theirs.p95("paint_ms"))
    line("touch_to_paint_p50", "ms (p50), press to pressed button", ours.median("paint_ms"), theirs.median("paint_ms"))
    line("touch_to_paint_answer", "ms (p95), release to new words", ours.p95("answer_ms"), theirs.p95("answer_ms"))
    line("touch_to_paint_answer_p50", "ms (p50), release to new words", ours.median("answer_ms"),
         theirs.median("answer_ms"))


def main():
    chromium = shutil.which("chromium") or shutil.which("chromium-browser")
    if not chromium:
        raise SystemExit("bench: Chromium, the peer, is missing; install it with: tools/setup bench")
    ours, theirs = Measured(), Measured()
    with tempfile.TemporaryDirectory(prefix="welcome-bench-") as holder:
        folder = pathlib.Path(holder)
        event = folder / "event"
        subprocess.run([BIN / "kioskctl", "event", "create", "--event", event, "--name", "Fall Town Hall", "--starts",
                        "2026-12-03T18:30", "--timezone", "America/New_York"], check=True,
                       stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        kiosk = [str(BIN / "kiosk"), "--event", str(event), "--card", str(event / "unlock-card.txt"), "--camera", "none",
                 "--size", "1280x800"]
        places = kiosk_places(kiosk, folder)
        for number in range(ROUNDS):  # in turn, so that a busy minute hits both
            one_round(kiosk, places, TITLE["kiosk"], ours)
            one_round(web_command(chromium, folder / f"profile-{number}"), [(400, 400), (900, 400)], TITLE["web"], theirs)
    tell(ours, theirs)
    return 0


if __name__ == "__main__":
    sys.exit(main())
