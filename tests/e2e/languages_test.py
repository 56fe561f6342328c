"""Newcomers who read no English sign up in the running kiosk, on the on-screen keyboard of their own language."""
import json
import unittest

from parts import EventTest, unlock

LANGUAGES = 'languages = ["en", "es", "ht", "pt-BR", "vi", "zh-Hans", "ar", "ru", "ko", "fr", "so", "tl"]\n'


def key(letter):
    """The id of a key whose letter has no name of its own: its bytes."""
    return "key.u" + letter.encode().hex()


def keys(word):
    return [f"tap {letter if letter == 'key.space' else key(letter)}" for letter in word]


class Languages(EventTest):
    def setUp(self):
        super().setUp()
        self.make_event(roster=None, config=LANGUAGES)

    def play(self, *lines):
        self.kiosk("\n".join(lines) + "\n")

    def rects(self, name):
        tree = json.loads((self.folder / name).read_text(encoding="utf-8"))
        return {node["id"]: node["rect"] for node in tree["nodes"]}

    def test_a_newcomer_signs_up_in_arabic_from_right_to_left(self):
        self.play("expect welcome.title Welcome", f"tree {self.folder / 'en.json'}",
                  "tap furniture.language", "expect languages.title", "tap language.ar",
                  "expect welcome.new", f"tree {self.folder / 'ar.json'}", "tap welcome.new",
                  "expect new.name", *keys("منى"), "tap key.space", *keys("حداد"),
                  "expect new.name منى حداد", "tap key.done", "tap new.adults.more", "tap new.next",
                  "expect touch.phone", "tap touch.email", "type mona@gmial.com", "tap key.done",
                  "expect touch.meant mona@gmail.com", "tap touch.meant", "expect touch.email mona@gmail.com",
                  "tap touch.next", "expect needs.title", "tap needs.done", "expect done.title",
                  "tap done.finish", "expect welcome.title Welcome")  # and the next guest is asked in English

        registered = self.facts("person_registered")
        self.assertEqual([body["fields"]["full_name"] for body in registered], ["منى حداد"])
        self.assertEqual(registered[0]["fields"]["language"], "ar")
        self.assertEqual(registered[0]["fields"]["email"], "mona@gmail.com")
        english, arabic = self.rects("en.json"), self.rects("ar.json")
        width = 1280
        for one in ("welcome.code", "furniture.help"):
            x, y, w, h = english[one]
            mirrored_x, mirrored_y = arabic[one][0], arabic[one][1]
            self.assertEqual(x < width / 2, mirrored_x > width / 2 - w, one)
            self.assertAlmostEqual(y, mirrored_y, delta=60)

    def test_a_newcomer_signs_up_in_vietnamese_with_held_letters(self):
        self.play("expect welcome.title", "tap furniture.language", "tap language.vi", "expect welcome.new",
                  "tap welcome.new", "expect new.name",
                  "tap key.shift", "tap key.h", "tap key.o", "hold key.a", "expect held", "tap held.a_grave",
                  "expect new.name Hoà", "tap key.space",
                  "tap key.shift", "tap key.n", "tap key.g", "tap key.u", "tap key.y", "hold key.e_circumflex",
                  "expect held", "tap held.e_circumflex_tilde", "tap key.n", "expect new.name Hoà Nguyễn",
                  "tap key.done", "tap new.next", "expect touch.skip", "tap touch.skip", "expect needs.title",
                  "tap needs.done", "expect done.title")

        registered = self.facts("person_registered")
        self.assertEqual([body["fields"]["full_name"] for body in registered], ["Hoà Nguyễn"])
        self.assertEqual(registered[0]["fields"]["language"], "vi")

    def test_a_newcomer_writes_her_name_in_korean(self):
        self.play("tap furniture.language", "tap language.ko", "expect welcome.new", "tap welcome.new",
                  "expect new.name", *keys("ㄱㅣㅁㅅㅓㅇㅕㄴ"), "expect new.name 김서연", "tap key.done",
                  "tap new.next", "expect touch.skip", "tap touch.skip", "expect needs.title")

        self.assertEqual([body["fields"]["full_name"] for body in self.facts("person_registered")], ["김서연"])

    def test_a_newcomer_writes_his_name_in_chinese_by_its_sounds(self):
        for size in ("1280x800", "800x1280"):
            with self.subTest(size):
                lines = ["tap furniture.language", "tap language.zh-Hans", "expect welcome.new", "tap welcome.new",
                         "expect new.name", *[f"tap key.{letter}" for letter in "lixiaolong"],
                         "expect choice.1 李小龙", f"shot {self.folder / size}.png", "tap choice.1", "expect new.name 李小龙",
                         "absent choice.1", "tap key.done", "tap new.next", "expect touch.skip", "tap touch.skip",
                         "expect needs.title"]
                self.kiosk("\n".join(lines) + "\n", size=size)
        self.assertEqual([body["fields"]["full_name"] for body in self.facts("person_registered")], ["李小龙"] * 2)

    def test_the_lead_takes_a_draft_away_and_guests_are_not_offered_it(self):
        self.add_staff("lead")
        self.play(*unlock("lead"), "tap staff.more", "tap more.languages", "expect offer.so",
                  "tap offer.so", "tap furniture.lock", "expect welcome.title",
                  "tap furniture.language", "expect language.tl", "absent language.so")

        self.assertNotIn("so", self.facts("event_opened")[-1]["languages"])
        self.assertIn("tl", self.facts("event_opened")[-1]["languages"])

    def test_the_events_first_language_greets_and_comes_back(self):
        config = self.folder / "spanish.toml"
        config.write_text('languages = ["es", "en"]\n', encoding="utf-8")
        event = self.folder / "isla"
        self.kioskctl("event", "create", "--event", event, "--name", "Reunión", "--starts", "2026-12-03T18:30",
                      "--timezone", "America/Puerto_Rico", "--config", config)
        self.kiosk("expect welcome.title Bienvenid\ntap welcome.language.en\nexpect welcome.title Welcome\n"
                   "tap welcome.just_come_in\nexpect done.title\ntap done.finish\nexpect welcome.title Bienvenid\n",
                   event=event)


if __name__ == "__main__":
    unittest.main()
