"""What is read aloud on one journey, as text: WELCOME_WRITE_GOLDEN=1 accepts a change, then read the difference."""
import array
import os
import pathlib
import unittest
import wave

import parts
from guest_screens import CONFIG, key

GOLDEN = pathlib.Path(__file__).resolve().parent / "golden"
LOUD = 1000  # of 32,767: a voice, not a hiss

# Somebody who sees nothing and asks for time: whatever is told stays until it was heard.
JOURNEY = """expect welcome.title
pad *
reach furniture.reading
expect reading.title
reach reading.time
reach reading.done
reach welcome.new
expect new.name
reach {first}
reach {second}
reach key.backspace
reach {second}
reach key.done
reach new.children.more
reach new.next
expect touch.phone
reach touch.skip
expect needs.title
reach needs.access
reach needs.done
expect part.title
reach part.photo.no
reach part.done
expect done.title
listen
"""


class Spoken(parts.EventTest):
    def journey(self, language, name="ng"):
        self.make_event(roster=None, config=CONFIG)
        said, sound = self.folder / "spoken.txt", self.folder / "spoken.wav"
        self.kiosk(JOURNEY.format(first=key(name[0]), second=key(name[1])), "--sound", f"wav:{sound}", "--spoken", said, "--language", language)
        text, golden = said.read_text(encoding="utf-8"), GOLDEN / f"spoken_journey.{language}.txt"
        if os.environ.get("WELCOME_WRITE_GOLDEN"):
            GOLDEN.mkdir(exist_ok=True)
            golden.write_text(text, encoding="utf-8")
        self.assertEqual(text, golden.read_text(encoding="utf-8"))
        # And it was really sound: eSpeak NG's samples went where the sound card would have been.
        with wave.open(str(sound)) as file:
            samples = array.array("h", file.readframes(file.getnframes()))
            self.assertGreater(sum(abs(one) > LOUD for one in samples), file.getframerate() // 4)

    def test_a_new_guest_hears_the_way_in_in_english(self):
        self.journey("en")

    def test_a_new_guest_hears_the_way_in_in_spanish(self):
        self.journey("es")

    def test_a_new_guest_hears_the_way_in_in_arabic(self):
        self.journey("ar", "من")


if __name__ == "__main__":
    unittest.main()
