#!/usr/bin/env python3
"""Plants breaches of the include plan in a made-up tree and expects check_layers.py to name each."""
import pathlib
import subprocess
import sys
import tempfile

BREACHES = {
    "sync/fact.cpp": '#include "kiosk/event/state.h"',
    "printing/label.cpp": '#include "sync/fact.h"',
    "kiosk/event/state.cpp": '#include "sync/keys.h"',
    "kiosk/screens/guest/scan_draw.cpp": "#include <imgui.h>",
    "kiosk/app/app.cpp": "#include <sqlite3.h>",
    "kiosk/ui/text.cpp": '#include "kiosk/event/state.h"',
    "printing/pdf.cpp": "#include <qrencode.h>",
}


def run(check: pathlib.Path, root: str) -> subprocess.CompletedProcess:
    return subprocess.run([sys.executable, check, root], capture_output=True, text=True)


def main() -> int:
    check = pathlib.Path(sys.argv[1]) / "tools" / "check_layers.py"
    with tempfile.TemporaryDirectory() as root:
        for path, line in BREACHES.items():
            file = pathlib.Path(root) / path
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text("#pragma once\n" + line + "\n", encoding="utf-8")
        answer = run(check, root)
        missed = [path for path in BREACHES if path + ":2" not in answer.stdout]
        if answer.returncode != 1 or missed:
            print("missed:", missed, answer.stdout)
            return 1
    with tempfile.TemporaryDirectory() as root:
        (pathlib.Path(root) / "sync").mkdir()
        (pathlib.Path(root) / "sync" / "fact.cpp").write_text('#include "sync/fact.h"\n', encoding="utf-8")
        if run(check, root).returncode != 0:
            print("a clean tree was refused")
            return 1
    print("each planted breach was named")
    return 0


if __name__ == "__main__":
    sys.exit(main())
