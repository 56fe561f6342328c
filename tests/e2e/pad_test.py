"""Each guest screen by the number pad alone: 9 goes on, 5 presses, 0 goes back. No finger, no keyboard."""
import unittest

import parts
from guest_screens import GuestScreens


class ByPad(GuestScreens, parts.EventTest):
    verb = "reach"

    def kiosk(self, script, *words, **how):
        # A code is held up to the camera; all else is the pad's.
        allowed = {"reach", "pad", "scan", "expect", "absent", "remember", "wait"}
        self.assertLessEqual({line.split()[0] for line in script.splitlines() if line}, allowed)
        return super().kiosk(script, *words, **how)

    def test_goes_back_and_gets_a_helper(self):
        self.play("press welcome.code", "expect scan.title", "pad 0", "expect welcome.title", "press furniture.help",
                  "expect helper.title", "press helper.finish", "expect welcome.title")

    def test_leaves_a_field_and_changes_the_language_with_the_form_kept(self):
        self.play("press welcome.new", "expect new.name", "keys ng", "pad 0", "expect new.name ng",
                  "press furniture.language", "expect languages.title", "press language.es", "expect new.name ng",
                  "expect new.title llama")

    def test_answers_that_somebody_is_still_here(self):
        # The question comes after 45 s; the robot looks for it from 30 to 60.
        self.play("press welcome.new", "expect new.name", "wait 30", "expect idle.title", "press idle.yes",
                  "absent idle.title", "expect new.name")

    def test_makes_the_voice_louder_from_any_screen(self):
        self.play("pad *", "press welcome.new", "expect new.name", "pad +", "pad 0", "press furniture.reading",
                  "expect reading.loudness 4", "pad -", "expect reading.loudness 3", words=("--sound", "none"))


if __name__ == "__main__":
    unittest.main()
