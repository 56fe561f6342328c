"""What is read aloud on one journey, as text: WELCOME_WRITE_GOLDEN=1 accepts a change, then read the difference."""
import os
import pathlib
import unittest

import parts

GOLDEN = pathlib.Path(__file__).resolve().parent / "golden"


class Spoken(parts.EventTest):
    def journey(self, language, script):
        self.make_event()
        said = self.folder / "spoken.txt"
        self.kiosk(script, "--sound", f"wav:{self.folder / 'spoken.wav'}", "--spoken", said, "--language", language)
        text, golden = said.read_text(encoding="utf-8"), GOLDEN / f"spoken_journey.{language}.txt"
        if os.environ.get("WELCOME_WRITE_GOLDEN"):
            golden.write_text(text, encoding="utf-8")
        self.assertEqual(text, golden.read_text(encoding="utf-8"))
        # And it was really sound: eSpeak NG's samples went where the sound card would have been.
        self.assertGreater((self.folder / "spoken.wav").stat().st_size, 44 + 20_000)

    SCRIPT = ("pad *\nwait 1\nreach welcome.new\nexpect new.name\nreach key.n\nreach key.g\nreach key.backspace\n"
              "reach key.g\nreach key.done\nreach new.next\nexpect touch.phone\nreach touch.skip\nexpect needs.title\n"
              "reach needs.food\nreach needs.done\nexpect done.title\nwait 1\n")

    def test_a_new_guest_hears_the_way_in_in_english(self):
        self.journey("en", self.SCRIPT)

    def test_a_new_guest_hears_the_way_in_in_spanish(self):
        self.journey("es", self.SCRIPT)


if __name__ == "__main__":
    unittest.main()
