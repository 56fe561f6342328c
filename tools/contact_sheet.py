#!/usr/bin/env python3
"""Every screen in every language on sheets to look at, in BUILD/contact_sheets: tools/contact_sheet.py

A sheet a language, LANGUAGE.SIZE.SCALE.png, of all its screens; with --by screen a sheet a screen, of all languages. The
pictures are those of `kiosk --audit`, whose findings are told on the way. Prints the sheets' names."""
import argparse
import concurrent.futures
import os
import pathlib
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parent.parent
COLUMNS, CELL = 4, "560x560"
LANGUAGES = [po.stem.replace("_", "-") for po in sorted((ROOT / "assets" / "locale").glob("*.po"))]


def draw(asked, folder, language):
    """The pictures SCREEN.LANGUAGE.SIZE.SCALE.png. True where the audit found nothing wrong on them."""
    command = [asked.build / "bin" / "kiosk", "--audit", folder / language, "--audit-language", language]
    for option, values in (("size", asked.size), ("scale", asked.scale), ("screen", asked.screen)):
        for value in values:
            command += [f"--audit-{option}", value]
    done = subprocess.run([str(word) for word in command], stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True)
    for line in done.stderr.splitlines():
        if not line.startswith("audit: "):
            print(line, file=sys.stderr)
    return done.returncode == 0


def montage(labelled, file, columns):
    words = [word for label, picture in labelled for word in ("-label", label, str(picture))]
    subprocess.run(["montage", "-font", "DejaVu-Sans", "-pointsize", "15", *words, "-resize", CELL, "-tile", f"{columns}x",
                    "-geometry", "+10+8", str(file)], check=True)
    print(file, flush=True)


def sheets(asked, folder, out):
    found = {}  # what a sheet is called: its pictures
    for picture in sorted(folder.glob("*/*.png")):
        screen, language, size, scale = picture.stem.split(".")
        name, label = (language, screen) if asked.by == "language" else (screen, language)
        found.setdefault(f"{name}.{size}.{scale}", []).append((label, picture))
    for name, labelled in found.items():
        montage(labelled, out / f"{name}.png", asked.columns)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--build", type=pathlib.Path, default=ROOT / "build")
    parser.add_argument("--by", choices=("language", "screen"), default="language")
    parser.add_argument("--language", action="append", default=[], help="only this one; may be repeated")
    parser.add_argument("--screen", action="append", default=[], help="only this one; may be repeated")
    parser.add_argument("--size", action="append", default=[], help="a glass of the audit; else 1280x800 and 800x1280")
    parser.add_argument("--scale", action="append", default=[], help="a text size of the audit; else 100")
    parser.add_argument("--columns", type=int, default=COLUMNS)
    asked = parser.parse_args()
    asked.size = asked.size or ["1280x800", "800x1280"]
    asked.scale = asked.scale or ["100"]
    out = asked.build / "contact_sheets"
    out.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix="welcome-sheets-") as holder:
        folder = pathlib.Path(holder)
        with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
            clean = list(pool.map(lambda language: draw(asked, folder, language), asked.language or LANGUAGES))
        sheets(asked, folder, out)
    return 0 if all(clean) else 1


if __name__ == "__main__":
    sys.exit(main())
