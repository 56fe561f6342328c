#!/usr/bin/python3
"""Plants faults in small catalogues and expects check_catalogues.py to name each; a whole one must pass."""
import pathlib
import subprocess
import sys
import tempfile

ENGLISH = """msgid ""
msgstr ""
"Language: en\\n"
"Content-Type: text/plain; charset=UTF-8\\n"
"Plural-Forms: nplurals=2; plural=(n != 1);\\n"
"X-Reviewed-By: \\n"

msgid "find.go"
msgstr "Find me"

msgid "find.lead"
msgstr "Hi, {name}. Tap Find me."

msgid "find.people"
msgid_plural "find.people"
msgstr[0] "{n} person"
msgstr[1] "{n} people"
"""
RUSSIAN = """msgid ""
msgstr ""
"Language: ru\\n"
"Content-Type: text/plain; charset=UTF-8\\n"
"Plural-Forms: nplurals=3; plural=(n%10==1 && n%100!=11 ? 0 : n%10>=2 && n%10<=4 && (n%100<10 || n%100>=20) ? 1 : 2);\\n"
"X-Reviewed-By: \\n"

msgid "find.go"
msgstr "Найти меня"

msgid "find.lead"
msgstr "{name}, нажмите «Найти меня»."

msgid "find.people"
msgid_plural "find.people"
msgstr[0] "{n} человек"
msgstr[1] "{n} человека"
msgstr[2] "{n} человек"
"""
# What is changed in the Russian, and what must be said about it.
FAULTS = [
    ('msgid "find.go"\nmsgstr "Найти меня"\n\n', "", "find.go is missing"),
    ('msgid "find.go"', 'msgid "find.gone"\nmsgstr "Было"\n\nmsgid "find.go"', "find.gone is not in en.po"),
    ('msgid "find.go"', '#, fuzzy\nmsgid "find.go"', "find.go is fuzzy"),
    ('msgstr "Найти меня"', 'msgstr ""', "find.go is empty"),
    ("{name}, нажмите", "{nam}, нажмите", "find.lead must have the blanks"),
    ('msgstr[1] "{n} человека"', 'msgstr[1] "люди"', "find.people must have the blanks"),
    ("«Найти меня»", "«Поиск»", "find.lead must name the button"),
    ('msgid_plural "find.people"\nmsgstr[0] "{n} человек"\nmsgstr[1] "{n} человека"\nmsgstr[2]', "msgstr",
     "find.people must have a plural"),
    ('\nmsgstr[2] "{n} человек"', "", "msgfmt"),
    ("n%10==1 &&", "n%10==2 &&", "Plural-Forms must be"),
    ('"X-Reviewed-By: \\n"\n', "", "X-Reviewed-By"),
    ("Language: ru", "Language: uk", "Language: uk"),
]


def answer(check: pathlib.Path, russian: str) -> subprocess.CompletedProcess:
    with tempfile.TemporaryDirectory() as folder:
        (pathlib.Path(folder) / "en.po").write_text(ENGLISH, encoding="utf-8")
        (pathlib.Path(folder) / "ru.po").write_text(russian, encoding="utf-8")
        return subprocess.run([sys.executable, check, folder], capture_output=True, text=True)


def main() -> int:
    check = pathlib.Path(sys.argv[1]) / "tools" / "check_catalogues.py"
    whole = answer(check, RUSSIAN)
    if whole.returncode != 0:
        print("a whole catalogue was refused:", whole.stdout, whole.stderr)
        return 1
    for before, after, fault in FAULTS:
        assert before in RUSSIAN, before
        said = answer(check, RUSSIAN.replace(before, after, 1))
        if said.returncode != 1 or fault not in said.stdout:
            print(f"not seen: {fault}: {said.stdout}{said.stderr}")
            return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
