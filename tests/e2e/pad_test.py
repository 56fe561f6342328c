"""Every guest screen by the number pad alone: 9 goes on, 5 presses, 0 goes back. No finger, no keyboard."""
import unittest

import parts


def typed(letters):
    return "".join(f"reach key.{letter}\n" for letter in letters)


class NumberPad(parts.EventTest):
    def setUp(self):
        super().setUp()
        self.make_event()

    def play(self, script, *words):
        verbs = {line.split()[0] for line in script.splitlines() if line.strip() and not line.startswith("#")}
        self.assertLessEqual(verbs, {"reach", "pad", "expect", "absent", "shot", "wait"})
        return self.kiosk(script, *words)

    def test_finds_oneself_asks_for_child_care_and_keeps_the_code(self):
        self.play("reach welcome.find\nexpect find.letters\n" + typed("ros") + "reach key.done\n" + typed("0143")
                  + "reach key.done\nexpect who.title Rosa\nreach who.yes\nexpect needs.title\nreach needs.childcare\n"
                    "reach needs.done\nexpect children.first_name\n" + typed("leo") + "reach key.done\n"
                    "reach children.age.4-5\nreach children.no_allergies\nreach children.photo.no\nreach children.done\n"
                    "expect done.code\nreach done.finish\nexpect welcome.title\n")
        self.assertEqual(self.attendance()["people_checked_in"], 1)

    def test_signs_up_as_somebody_new_and_skips_what_is_optional(self):
        self.play("reach welcome.new\nexpect new.name\n" + typed("ng") + "reach key.done\nreach new.children.more\n"
                  "expect new.children 1\nreach new.next\nexpect touch.phone\nreach touch.skip\nexpect needs.title\n"
                  "reach needs.done\nexpect done.title\nreach done.finish\nexpect welcome.title\n")

    def test_leaves_a_phone_number(self):
        self.play("reach welcome.new\n" + typed("ng") + "reach key.done\nreach new.next\nreach touch.phone\n"
                  + typed("2025550188") + "reach key.done\nreach touch.text_box\nreach touch.next\nexpect needs.title\n")

    def test_just_comes_in(self):
        self.play("reach welcome.just_come_in\nexpect done.title\nreach done.finish\nexpect welcome.title\n")

    def test_goes_to_the_camera_and_back_and_gets_a_helper(self):
        self.play("reach welcome.code\nexpect scan.title\npad 0\nexpect welcome.title\nreach furniture.help\n"
                  "expect helper.title\nreach helper.finish\nexpect welcome.title\n")

    def test_is_not_found_and_goes_on_as_somebody_new(self):
        self.play("reach welcome.find\n" + typed("zzz") + "reach key.done\n" + typed("0000") + "reach key.done\n"
                  "expect find.not_found\nreach find.new\nexpect new.name\n")

    def test_asks_for_help_to_read_with_what_is_typed_kept(self):
        self.play("reach welcome.new\n" + typed("ana") + "reach key.done\nreach furniture.reading\nexpect reading.title\n"
                  "reach reading.bigger\nreach reading.colours\nreach reading.time\nreach reading.aloud\n"
                  "expect reading.loudness 3\nreach reading.loudness.more\nexpect reading.loudness 4\npad -\n"
                  "expect reading.loudness 3\nreach reading.done\nexpect new.name ana\nreach furniture.start_over\n"
                  "expect welcome.title\nreach furniture.reading\nexpect reading.title\nabsent reading.loudness\n",
                  "--sound", "none")

    def test_answers_that_somebody_is_still_here(self):
        self.play("reach welcome.new\nwait 46\nexpect idle.title\nreach idle.yes\nabsent idle.title\nexpect new.name\n")

    def test_changes_the_language(self):
        self.play("reach welcome.find\npad 0\nexpect find.letters\nreach furniture.language.es\n"
                  "expect find.letters nombre\n")


if __name__ == "__main__":
    unittest.main()
