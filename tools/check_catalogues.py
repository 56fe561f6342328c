#!/usr/bin/python3
"""Compares every catalogue with the English one: check_catalogues.py FOLDER [missing|wrong]. Exit 1 and a line for each fault.

missing: a catalogue must have every message of en.po, none of them empty or fuzzy. wrong: no message that en.po has not, the
same {blanks} in every plural form, the plural rule of its language, and the button's own words wherever a sentence says
"tap Find me". Without a word, both.
"""
import pathlib
import re
import subprocess
import sys

import polib

ONE_OR_MORE = "nplurals=2; plural=(n != 1);"
NONE_AND_ONE_ALIKE = "nplurals=2; plural=(n > 1);"
NO_PLURAL = "nplurals=1; plural=0;"
# As gettext's manual has them, "Plural forms".
PLURALS = {
    "en": ONE_OR_MORE, "es": ONE_OR_MORE, "ht": ONE_OR_MORE, "so": ONE_OR_MORE,
    "fr": NONE_AND_ONE_ALIKE, "pt_BR": NONE_AND_ONE_ALIKE, "tl": NONE_AND_ONE_ALIKE,
    "ko": NO_PLURAL, "vi": NO_PLURAL, "zh_Hans": NO_PLURAL,
    "ru": "nplurals=3; plural=(n%10==1 && n%100!=11 ? 0 : n%10>=2 && n%10<=4 && (n%100<10 || n%100>=20) ? 1 : 2);",
    "ar": "nplurals=6; plural=(n==0 ? 0 : n==1 ? 1 : n==2 ? 2 : n%100>=3 && n%100<=10 ? 3 : n%100>=11 ? 4 : 5);",
}
# Forms that are for one number only, which the word itself may tell: "رمزان" is two codes.
TOLD_BY_THE_WORD = {"ar": {1, 2}}
# What a translator has yet to write, as the faults end.
LACKS = ("is missing", "is fuzzy or obsolete", "is empty")
BLANK = re.compile(r"\{([a-z_]+)\}")


def sentences(entry) -> list[str]:
    return [entry.msgstr_plural[form] for form in sorted(entry.msgstr_plural)] or [entry.msgstr]


def buttons_named(sentence: str, texts: dict[str, list[str]]):
    """The texts that the English sentence tells people to tap: "tap Skip", "Tap Find me or I am new here"."""
    for text in texts:
        if text[:1].isupper() and re.search(rf"\b(?:[Tt]ap|or) {re.escape(text)}(?: or |\.|,|$| to )", sentence):
            yield text


def check_header(language: str, catalogue):
    head = catalogue.metadata
    if head.get("Language") != language:
        yield f"its header says Language: {head.get('Language')}"
    if head.get("Content-Type") != "text/plain; charset=UTF-8":
        yield "its header must say charset=UTF-8"
    if "X-Reviewed-By" not in head:
        yield "its header must have X-Reviewed-By: who read it, or nothing for a draft"
    if language not in PLURALS:
        yield "its plural rule is not in tools/check_catalogues.py"
    elif head.get("Plural-Forms") != PLURALS[language]:
        yield f"Plural-Forms must be {PLURALS[language]}"


def check_messages(language: str, catalogue, english):
    wanted = {entry.msgid: entry for entry in english}
    texts: dict[str, list[str]] = {}
    for entry in english:
        texts.setdefault(entry.msgstr, []).append(entry.msgid)
    found: dict[str, polib.POEntry] = {}
    for entry in catalogue:
        if entry.msgid in found:
            yield entry.msgid, "stands there twice"
        found[entry.msgid] = entry
    forms = int(re.search(r"nplurals=(\d)", PLURALS.get(language, ONE_OR_MORE))[1])
    for key, source in wanted.items():
        if key not in found:
            yield key, "is missing"
            continue
        entry = found[key]
        said = sentences(entry)
        if entry.obsolete or "fuzzy" in entry.flags:
            yield key, "is fuzzy or obsolete"
        if bool(entry.msgid_plural) != bool(source.msgid_plural):
            yield key, "must have a plural as the English has"
        elif entry.msgid_plural and len(said) != forms:
            yield key, f"has {len(said)} plural forms, not {forms}"
        blanks = set(BLANK.findall(sentences(source)[0]))
        for form, text in enumerate(said):
            told = {"n"} if entry.msgid_plural and form in TOLD_BY_THE_WORD.get(language, ()) else set()
            if not text.strip():
                yield key, "is empty"
            elif text != text.strip():
                yield key, "begins or ends with a blank"
            elif set(BLANK.findall(text)) | told != blanks | told:
                yield key, f"must have the blanks {sorted(blanks)}: {text}"
            for label in buttons_named(sentences(source)[0], texts):
                words = [found[other].msgstr for other in texts[label] if other in found]
                if text.strip() and not any(word and word in text for word in words):
                    yield key, f"must name the button as it is written, {' or '.join(words)}: {text}"
    for key in found.keys() - wanted.keys():
        yield key, "is not in en.po"


def check(file: pathlib.Path, english):
    said = subprocess.run(["msgfmt", "--check", "--output-file", "/dev/null", str(file)], capture_output=True, text=True)
    if said.returncode != 0:
        yield f"msgfmt: {said.stderr.strip()}"
        return
    catalogue = polib.pofile(str(file))
    yield from check_header(file.stem, catalogue)
    for key, fault in check_messages(file.stem, catalogue, english):
        yield f"{key} {fault}"


def main() -> int:
    folder = pathlib.Path(sys.argv[1])
    asked = sys.argv[2] if len(sys.argv) > 2 else ""
    english = polib.pofile(str(folder / "en.po"))
    faults = 0
    for file in sorted(folder.glob("*.po")):
        for fault in check(file, english):
            if asked and (asked == "missing") != fault.endswith(LACKS):
                continue
            print(f"{file.name}: {fault}")
            faults += 1
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
