#!/usr/bin/env python3
"""Checks who may include whom, from the #include lines: check_layers.py ROOT. Exit 1 and a line for each breach.

The table is the house's plan (README, "The house"). Rooms are folders; the longest matching room owns a file.
"""
import pathlib
import re
import sys

# Room → the rooms it may include besides itself.
MAY_INCLUDE = {
    "sync": set(),
    "sync/journal": {"sync"},
    "sync/upload": {"sync", "sync/journal"},
    "sync/exchange": {"sync", "sync/journal"},
    "sync/pack": {"sync", "sync/journal"},
    "printing": set(),
    "kiosk/event": {"sync"},  # and of sync only the headers in EVENT_MAY_SEE
    "kiosk/words": {"sync"},
    "kiosk/ui/platform": {"sync", "kiosk/ui"},
    "kiosk/ui": {"kiosk/ui/platform", "kiosk/words", "sync"},
    "kiosk/scan": {"sync"},
    "kiosk/speech": {"sync"},
    "kiosk/roster": {"kiosk/event", "sync"},
    "kiosk/screens": {"kiosk/event", "kiosk/ui", "sync"},
    "kiosk/screens/samples": {"kiosk/event", "kiosk/screens", "sync"},
    "kiosk/screens/audit": {"kiosk/screens", "kiosk/screens/samples", "kiosk/ui", "kiosk/ui/platform", "sync"},
    "kiosk/labels": {"kiosk/event", "kiosk/words", "printing"},
    "kiosk/session": {"kiosk/event", "kiosk/scan", "sync", "sync/journal", "sync/pack", "printing"},
    "kiosk/app": {"kiosk/labels", "kiosk/words", "kiosk/event", "kiosk/ui", "kiosk/ui/platform", "kiosk/screens", "kiosk/screens/audit", "kiosk/speech", "kiosk/scan", "kiosk/roster",
                  "kiosk/session", "sync", "sync/journal", "sync/upload", "sync/exchange", "sync/pack", "printing"},
}
EVENT_MAY_SEE = {"sync/fact.h", "sync/id.h"}

# A library's header → the only places that may name it.
ONLY_IN = {
    r"imgui|GLFW/|GL/|X11/": ("kiosk/ui/",),
    r"sqlite3\.h": ("sync/journal/",),
    r"qrencode\.h": ("printing/qr",),
    r"pango/|cairo": ("kiosk/ui/", "printing/"),
    r"googlepinyin/": ("kiosk/ui/pinyin",),
    r"espeak-ng/": ("kiosk/speech/",),
    r"alsa/": ("kiosk/speech/",),
    r"curl/": ("sync/upload/",),
    r"avahi-": ("sync/exchange/",),
}

INCLUDE = re.compile(r'^\s*#\s*include\s*([<"])([^>"]+)[>"]')


def room_of(path: str) -> str:
    rooms = [room for room in MAY_INCLUDE if path.startswith(room + "/")]
    return max(rooms, key=len, default=path.split("/")[0])


def breaches(root: pathlib.Path):
    for top in ("sync", "printing", "kiosk", "tools"):
        for file in sorted((root / top).rglob("*")):
            if file.suffix not in (".h", ".cpp"):
                continue
            path = file.relative_to(root).as_posix()
            room = room_of(path)
            for number, line in enumerate(file.read_text(encoding="utf-8").splitlines(), 1):
                match = INCLUDE.match(line)
                if not match:
                    continue
                bracket, target = match.groups()
                where = f"{path}:{number}"
                if bracket == '"' and "/" in target:
                    other = room_of(target)
                    if room in MAY_INCLUDE and other != room and other not in MAY_INCLUDE[room]:
                        yield f"{where}: {room} may not include {other} ({target})"
                    if room == "kiosk/event" and other == "sync" and target not in EVENT_MAY_SEE:
                        yield f"{where}: kiosk/event sees only {sorted(EVENT_MAY_SEE)} of sync ({target})"
                for pattern, places in ONLY_IN.items():
                    if re.match(pattern, target) and not path.startswith(places):
                        yield f"{where}: <{target}> belongs in {' or '.join(places)} only"


def main() -> int:
    found = list(breaches(pathlib.Path(sys.argv[1])))
    print("\n".join(found) if found else "layers: every include keeps to the plan")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
