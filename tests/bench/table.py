"""The budgets of the design as a table in Markdown, out of the lines that tools/bench wrote: python3 table.py FILE…
A budget without a line is in the table too, as not measured."""
import json
import pathlib
import sys

# Name of the line, what it is in a reader's words, and the budget: a word, and the largest ratio, or the smallest (↑).
BUDGETS = (
    ("cold_start", "start to the first frame", "≤ 1/6", 1 / 6),
    ("memory_pss", "memory (PSS)", "≤ 1/10", 1 / 10),
    ("idle_cpu", "idle, of a core", "≤ 1/10, ≤ 0.3 %", 1 / 10),
    ("cpu_per_tap", "processor a tap", "≤ 1/4", 1 / 4),
    ("touch_to_paint", "touch to painted, p95", "≤ 50 ms", None),
    ("touch_to_durable", "touch to durable, p50", "≤ 1.5", 1.5),
    ("touch_to_durable_p99", "touch to durable, p99", "≤ 1.5", 1.5),
    ("group_commit", "durable check-ins, 8 threads", "≥ 20 ↑", -20),
    ("load_100k_facts_cpu", "start with 100,000 facts", "≤ 500 ms", 1),
    ("search_10k", "a letter typed, 10,000 people, p99", "≤ 1 ms", None),
    ("search_1m", "a letter typed, 1,000,000 people, p99", "≤ 16 ms", None),
    ("qr_decode", "a camera's frame, p95", "≤ 10 ms", None),
    ("qr_decode_rate", "codes read", "≥ either alone ↑", -1),
    ("label", "a label, p95, slowest language", "≤ 10 ms", 1),
    ("speech_start", "first sound of a voice, p95", "≤ 300 ms", 1),
    ("upload_budget", "upload into PostgreSQL", "≥ 30,000 facts/s ↑", -1),
    ("upload", "upload into PostgreSQL", "", None),
    ("upload_bytes", "a check-in on the wire", "≤ 45 bytes", None),
    ("attendance_page_1m", "a page of attendance, 1,000,000 facts, p95", "≤ 50 ms", None),
    ("agree_20_tablets", "20 tablets, 2,000 guests: all agree", "≤ 2 s", 1),
)
LIMITS = {"touch_to_paint": 50, "search_10k": 1, "search_1m": 16, "qr_decode": 10, "upload_bytes": 45,
          "attendance_page_1m": 50}  # where the peer is not the limit


def keeps(line, ratio):
    if line["name"] in LIMITS:
        return line["value"] <= LIMITS[line["name"]]
    if ratio is None:
        return None
    return line["ratio"] >= -ratio if ratio < 0 else line["ratio"] <= ratio


def row(what, budget, ratio, line):
    if line is None:
        return f"| {what} | not measured | | | {budget} | |"
    kept = {True: "kept", False: "**missed**", None: ""}[keeps(line, ratio)]
    peer = line["versus"]
    return (f"| {what} | {line['value']:.4g} {line['unit'].split(' (')[0]} | {peer['name']}: {peer['value']:.4g} | "
            f"{line['ratio']:.3g} | {budget} | {kept} |")


def main(files):
    lines = {}
    for file in files:
        for text in pathlib.Path(file).read_text(encoding="utf-8").splitlines():
            if text.startswith("{"):
                line = json.loads(text)
                lines[line["name"]] = line
    print("| what | ours | beside | ratio | budget | |\n|---|---|---|---|---|---|")
    for name, what, budget, ratio in BUDGETS:
        print(row(what, budget, ratio, lines.get(name)))


if __name__ == "__main__":
    main(sys.argv[1:])
