"""Builds what is to be measured, runs it, and prints one JSON line a figure: the work behind tools/bench."""
import argparse
import json
import os
import pathlib
import subprocess
import sys

import growth

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
WHOLE = ("cold_start", "memory_pss", "idle_cpu", "idle_frames", "cpu_per_tap", "touch_to_paint")
# Each name and the program that measures it. Every program takes a name, and --quick for toy sizes.
PROGRAMS = {
    **{name: "whole_process.py" for name in WHOLE},
    "touch_to_durable": "bench_durable",
    "group_commit": "bench_durable",
    "load_100k_facts": "bench_load",
    "search_10k": "bench_search",
    "search_1m": "bench_search",
    "qr_decode": "bench_qr",
    "label": "bench_label",
    "speech_start": "speech.py",
    "upload": "bench_upload",
    "upload_bytes": "bench_upload_bytes",
    "attendance_page_1m": "bench_attendance_page",
    "agree_20_tablets": "agree.py",
}
EXTENDS = {"upload": ("upload_bytes",)}  # names that only look like more figures of another


def belongs(line_name, name):
    """Whether a line is one of a name's: itself, or itself and a word more."""
    others = EXTENDS.get(name, ())
    return line_name == name or (line_name.startswith(name + "_")
                                 and not any(belongs(line_name, other) for other in others))


def say(sentence):
    print(f"bench: {sentence}", file=sys.stderr, flush=True)


def build(folder):
    for command in (["tools/setup", "bench"], ["cmake", "--preset", "release"], ["cmake", "--build", str(folder), "--target", "bench"]):
        if subprocess.run(command, cwd=ROOT, stdout=sys.stderr).returncode:
            raise SystemExit(f"bench: `{' '.join(command)}` failed; nothing was measured")


def command_of(name, folder, quick):
    program = PROGRAMS[name]
    if program.endswith(".py"):
        # Only those that have toy sizes take the word.
        toys = ["--quick"] if quick and program != "whole_process.py" else []
        return [sys.executable, str(ROOT / "tests" / "bench" / program)] + toys
    found = folder / "bench" / program
    return [str(found), name] + (["--quick"] if quick else []) if found.exists() else None


def lines_of(command):
    """What a program printed, and whether it came to its end."""
    ended = subprocess.run(command, cwd=ROOT, stdout=subprocess.PIPE, text=True)
    return [json.loads(line) for line in ended.stdout.splitlines() if line], ended.returncode == 0


def measure(names, options):
    kept, whole = [], True
    already = {}
    for name in names:
        command = command_of(name, options.build, options.quick)
        if command is None:
            say(f"{name} was not measured: {PROGRAMS[name]} is not built here")
            whole = False
            continue
        key = tuple(command)
        if key not in already:
            say(f"measuring {name}")
            already[key] = lines_of(command)
        lines, ended = already[key]
        own = [line for line in lines if belongs(line["name"], name)]
        if not ended or not own:
            say(f"{name} was not measured, see above")
            whole = False
        for line in own:
            print(json.dumps(line, ensure_ascii=False), flush=True)
        kept += own
    return kept, whole


def main():
    parser = argparse.ArgumentParser(prog="tools/bench", description="Measures the budgets, each beside its peer.")
    parser.add_argument("--only", metavar="NAME", action="append", choices=list(PROGRAMS), help="; ".join(PROGRAMS))
    parser.add_argument("--json", metavar="FILE", type=pathlib.Path, help="keep the lines in a file too")
    parser.add_argument("--growth", metavar="SVG", type=pathlib.Path, help="draw how the figures grow, and nothing else")
    parser.add_argument("--quick", action="store_true", help="toy sizes: only the shape of the lines means anything")
    parser.add_argument("--build", metavar="DIR", type=pathlib.Path, help="measure what was built there, as it is")
    parser.add_argument("--version", action="version", version="tools/bench 0.1.0")
    options = parser.parse_args()
    if options.build is None:
        options.build = ROOT / "build"
        build(options.build)
    os.environ.setdefault("WELCOME_BIN", str(options.build.resolve() / "bin"))
    if options.growth:
        growth.measure(options.build.resolve(), options.growth.resolve(), options.quick)
        return 0
    kept, whole = measure(options.only or list(PROGRAMS), options)
    if options.json:
        options.json.write_text("".join(json.dumps(line, ensure_ascii=False) + "\n" for line in kept), encoding="utf-8")
    return 0 if whole else 1


if __name__ == "__main__":
    sys.exit(main())
