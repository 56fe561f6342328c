#!/usr/bin/env python3
"""Every screen in every language on sheets to look at: contact_sheet.py [--build DIR] [--glass wide|upright|wide_bigger|
upright_bigger] [--only WORD]. Writes DIR/contact_sheets/LANGUAGE.GLASS.png from the pictures that the screens' own test draws,
and prints their names."""
import argparse
import os
import pathlib
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parent.parent


def draw(build: pathlib.Path, folder: pathlib.Path, only: str) -> None:
    """The pictures SCREEN.LANGUAGE.GLASS.png. What the audit finds is the test's to say; here it is looked at."""
    words = [str(build / "tests" / "test_screens"), f"--gtest_filter=*Looks.*{only}*", "--gtest_brief=1"]
    subprocess.run(words, env={**os.environ, "WELCOME_PICTURES": str(folder)}, stdout=sys.stderr, check=False)


def sheet(pictures: list[pathlib.Path], file: pathlib.Path) -> None:
    labelled = [word for picture in pictures for word in ("-label", picture.name.split(".")[0], str(picture))]
    subprocess.run(["montage", "-font", "DejaVu-Sans", "-pointsize", "15", *labelled, "-resize", "480x480", "-tile", "4x",
                    "-geometry", "+10+8", str(file)], check=True)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--build", type=pathlib.Path, default=ROOT / "build")
    parser.add_argument("--glass", default="wide")
    parser.add_argument("--only", default="", help="screens with this in their name")
    asked = parser.parse_args()
    sheets = asked.build / "contact_sheets"
    sheets.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix="welcome-sheets-") as holder:
        folder = pathlib.Path(holder)
        draw(asked.build, folder, asked.only)
        pictures = sorted(folder.glob(f"*.{asked.glass}.png"))
        for language in sorted({picture.name.split(".")[1] for picture in pictures}):
            own = [picture for picture in pictures if picture.name.split(".")[1] == language]
            file = sheets / f"{language}.{asked.glass}{'.' + asked.only if asked.only else ''}.png"
            sheet(own, file)
            print(file)
    return 0 if pictures else 1


if __name__ == "__main__":
    sys.exit(main())
