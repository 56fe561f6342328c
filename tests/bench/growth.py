"""How figures grow: people 1,000 to a million (a letter typed at the table), facts 1,000 to a million (a start), tablets 2 to
50 (until all agree), each beside its peer, drawn by gnuplot. The work behind tools/bench --growth."""
import json
import os
import pathlib
import subprocess
import sys

BENCH = pathlib.Path(__file__).resolve().parent
ROOT = BENCH.parent.parent
SIZES = (1_000, 10_000, 100_000, 1_000_000)
TABLETS = (2, 5, 10, 20, 50)
QUICK_SIZES, QUICK_TABLETS = (100, 200), (2, 3)
GUESTS = 500  # of the evening with 2 to 50 tablets; one always agrees with itself
# name, title, axis, the axis of the figure: one panel each
PANELS = (("people", "A letter typed at the table", "people", "ms of processor (p99)"),
          ("facts", "A start, until all is folded", "facts", "ms"),
          ("tablets", f"All tablets agree ({GUESTS} guests)", "tablets", "s after the last reconnect"))


def lines_of(command, environment=None):
    ended = subprocess.run([str(word) for word in command], cwd=ROOT, stdout=subprocess.PIPE, text=True,
                           env={**os.environ, **(environment or {})})
    if ended.returncode:
        raise SystemExit(f"bench: {command[0]} failed; no curve was drawn")
    return [json.loads(line) for line in ended.stdout.splitlines() if line]


def points(build, quick):
    """(panel, size, the bench's line), as soon as each is measured."""
    programs = build / "bench"
    sizes = QUICK_SIZES if quick else SIZES
    for size in sizes:
        name = "search_1m" if size > 100_000 else "search_10k"  # so many names are typed
        yield "people", size, lines_of([programs / "bench_search", name, "--size", size])[0]
    for size in sizes:
        yield "facts", size, lines_of([programs / "bench_load", "load_100k_facts", "--size", size])[0]
    for count in QUICK_TABLETS if quick else TABLETS:
        yield "tablets", count, lines_of([sys.executable, BENCH / "agree.py", "agree_20_tablets"],
                                         {"WELCOME_TABLETS": str(count), "WELCOME_GUESTS": str(GUESTS)})[0]


def script_of(found, picture):
    """What gnuplot is told: three panels, both axes logarithmic, ours in the house's blue and the peer in grey."""
    text = [f'set terminal svg size 1200,460 font "Inter,14" background "#ffffff"; set output "{picture}"',
            "set multiplot layout 1,3 margins 0.075,0.98,0.16,0.74 spacing 0.07", "set logscale xy",
            'set format x "%.0s%c"; set grid lc rgb "#e0e0e0"; set border 3; set tics nomirror; set key at graph 0,1.2 left Left reverse samplen 2']
    for panel, title, across, up in PANELS:
        own = [(size, line) for name, size, line in found if name == panel]
        peer = own[0][1]["versus"]["name"]
        rows = "\n".join(f"{size} {line['value']} {line['versus']['value']}" for size, line in own)
        text += [f"${panel} << END\n{rows}\nEND", f'set title "{title}" font ",16" offset 0,2.6',
                 f'set xlabel "{across}"; set ylabel "{up}" offset 1.5,0',
                 f'plot ${panel} using 1:3 with linespoints lw 2 dt 2 pt 6 lc rgb "#757575" title "{peer}", '
                 f'${panel} using 1:2 with linespoints lw 3 pt 7 lc rgb "#0b57a4" title "Welcome Table"']
    return "\n".join(text + ["unset multiplot"]) + "\n"


def measure(build, picture, quick):
    """Measures, prints a line each, and draws into `picture` (SVG)."""
    found = []
    for panel, size, line in points(build, quick):
        found.append((panel, size, line))
        print(json.dumps({"growth": panel, "size": size, **line}, ensure_ascii=False), flush=True)
    subprocess.run(["gnuplot"], input=script_of(found, picture), text=True, check=True)
