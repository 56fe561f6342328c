"""Reading aloud, from the touch that changes the screen's words to the first sample that is not silence.

The running kiosk speaks to a sound card of ALSA's own that hands on what it is given (its "file" plug-in, which like a real
card begins once its buffer is full) to a pipe; a finger touches the languages in turn. Silence at the head of a saying counts
as the time that it lasts. Prints the lines of speech_start and, for the touch that turns reading aloud on and opens the
voice, speech_start_cold.
"""
import array
import json
import os
import pathlib
import select
import statistics
import subprocess
import sys
import tempfile
import time

from whole_process import CORNER, BACKGROUND, end
from window import Display

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent.parent / "tools"))

from stage import BIN, virtual_display  # noqa: E402: the folder must be on the path first

BUDGET_MS = 300
RATE = 22_050    # eSpeak NG's own
HEARD = 150      # of 32,767: what is below is silence
PATIENCE = 10.0  # seconds
LANGUAGES = ("es", "zh-Hans", "en")

CARD = """</usr/share/alsa/alsa.conf>
pcm.ear {{ type file format raw file "{pipe}" slave.pcm null }}
"""


class Ear:
    def __init__(self, pipe):
        os.mkfifo(pipe)
        self.pipe = os.open(pipe, os.O_RDONLY | os.O_NONBLOCK)

    def more(self, patience):
        """What comes within that time; nothing where nothing does."""
        ready, _, _ = select.select([self.pipe], [], [], patience)
        if not ready:
            return b""
        try:
            return os.read(self.pipe, 1 << 16)
        except BlockingIOError:
            return b""

    def quiet(self):
        """Returns once nothing has come for half a second."""
        last = time.monotonic()
        while time.monotonic() - last < 0.5:
            if self.more(0.05):
                last = time.monotonic()
            else:
                time.sleep(0.02)  # an end of file where nobody writes yet

    def seconds_until_heard(self, began):
        """From then to the first sample that is heard, were the card to play at its own pace."""
        held, first_at = b"", None
        while time.monotonic() - began < PATIENCE:
            came = self.more(0.05)
            if came and first_at is None:
                first_at = time.monotonic()
            held += came
            samples = array.array("h", held[:len(held) // 2 * 2])
            for index, sample in enumerate(samples):
                if abs(sample) > HEARD:
                    return first_at - began + index / RATE
        raise SystemExit("bench: a touch was not followed by a sound")


def places(kiosk, folder):
    """Where things are, by the robot's own view of two screens."""
    script = folder / "where.robot"
    script.write_text(f"expect welcome.title\ntree {folder / 'welcome.json'}\ntap furniture.reading\nexpect reading.title\n"
                      f"tree {folder / 'reading.json'}\n", encoding="utf-8")
    with virtual_display() as name:
        subprocess.run([*kiosk, "--robot", script], env={**os.environ, "DISPLAY": name}, check=True,
                       stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    found = {}
    for page in ("welcome", "reading"):
        for node in json.loads((folder / f"{page}.json").read_text(encoding="utf-8"))["nodes"]:
            x, y, width, height = node["rect"]
            found[node["id"]] = (int(x + width / 2), int(y + height / 2))
    return found


def tap(screen, at):
    """A finger goes down and up there; gives the moment when it went up."""
    screen.move(*at)
    time.sleep(0.1)
    screen.press(1)
    time.sleep(0.08)
    began = time.monotonic()
    screen.press(0)
    return began


def one_round(kiosk, where, folder, number, touches, cold, warm):
    ear = Ear(folder / f"ear-{number}")
    card = folder / f"card-{number}.conf"
    card.write_text(CARD.format(pipe=folder / f"ear-{number}"), encoding="utf-8")
    with virtual_display() as name:
        screen = Display(name)
        process = subprocess.Popen([*kiosk, "--sound", "alsa:ear"], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
                                   env={**os.environ, "DISPLAY": name, "ALSA_CONFIG_PATH": str(card)}, start_new_session=True)
        try:
            began = time.monotonic()
            while screen.pixel(*CORNER) != BACKGROUND:
                if time.monotonic() - began > 30 or process.poll() is not None:
                    raise SystemExit("bench: the kiosk showed no welcome screen")
                time.sleep(0.01)
            time.sleep(1)
            tap(screen, where["furniture.reading"])
            time.sleep(1)
            cold.append(ear.seconds_until_heard(tap(screen, where["reading.aloud"])) * 1000)
            ear.quiet()
            tap(screen, where["reading.done"])
            ear.quiet()
            for touch in range(touches):
                at = where["welcome.language." + LANGUAGES[touch % len(LANGUAGES)]]
                warm.append(ear.seconds_until_heard(tap(screen, at)) * 1000)
                ear.quiet()
        finally:
            end(process)
            screen.close()
            os.close(ear.pipe)


def line(name, unit, value):
    print(json.dumps({"name": name, "value": round(value, 1), "unit": unit, "better": "lower",
                      "versus": {"name": "budget", "value": BUDGET_MS}, "ratio": round(value / BUDGET_MS, 4)}), flush=True)


def main():
    quick = "--quick" in sys.argv[1:]
    rounds, touches = (1, 3) if quick else (5, 12)
    cold, warm = [], []
    with tempfile.TemporaryDirectory(prefix="welcome-bench-") as holder:
        folder = pathlib.Path(holder)
        event, config = folder / "event", folder / "event.toml"
        config.write_text('languages = ["en", "es", "zh-Hans"]\n', encoding="utf-8")
        subprocess.run([BIN / "kioskctl", "event", "create", "--event", event, "--name", "Fall Town Hall", "--starts",
                        "2026-12-03T18:30", "--timezone", "America/New_York", "--config", config], check=True,
                       stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        kiosk = [str(BIN / "kiosk"), "--event", str(event), "--card", str(event / "unlock-card.txt"), "--camera", "none",
                 "--size", "1280x800"]
        where = places(kiosk, folder)
        for number in range(rounds):
            one_round(kiosk, where, folder, number, touches, cold, warm)
    line("speech_start", "ms (p95), touch to the first sound, three languages in turn", statistics.quantiles(warm, n=20)[-1])
    line("speech_start_p50", "ms (p50), touch to the first sound", statistics.median(warm))
    line("speech_start_cold", "ms (worst), with opening the voice", max(cold))
    return 0


if __name__ == "__main__":
    sys.exit(main())
