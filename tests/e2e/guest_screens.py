"""A journey through each of the guests' twelve screens, for whoever has the hands to play it: test_touch.py and its
neighbours say which ids are pressed how, in which language, and who the guest is."""
import csv

CONFIG = """
languages = ["en", "es", "ht", "pt-BR", "vi", "zh-Hans", "ar", "ru", "ko", "fr", "so", "tl"]
place = "the big room, on your left"
asks_photo = true

[speaking]
minutes = [[10, 3], [20, 2], [0, 1]]
total_minutes = 30

[[calls]]
key = "help"
en = "I can help at the next meeting."
es = "Puedo ayudar en la próxima reunión."
ar = "يمكنني المساعدة في الاجتماع القادم."

[[childcare_rooms]]
name = "Room 4"
places = 12
bands = ["2-3", "4-5", "6-9"]
"""

ROSTER = ("id,full_name,phone,email,zip,household,child\n"
          "1,Rosa Guerrero Díaz,(202) 555-0143,rosa@example.org,02139,g,\n"
          "2,Mateo Guerrero,,,02139,g,yes\n"
          "3,منى حداد,(202) 555-0135,mona@example.org,22206,h,\n"
          "4,سامي حداد,,,22206,h,yes\n")

SIGNS = {" ": "space", "@": "at", ".": "dot"}
PART = ["expect part.not_now", "press part.not_now"]
FINISH = ["see done done.title", "press done.finish", "see welcome welcome.title"]


def key(letter):
    """The id of a letter's key."""
    if letter in SIGNS:
        return "key." + SIGNS[letter]
    return "key." + (letter if letter.isascii() else "u" + letter.encode().hex())


class GuestScreens:
    """Mix it into a parts.EventTest. A line is one of the robot's, or `press ID`, `keys WORD`, `see PAGE ID [TEXT]`."""

    verb = "tap"             # how this guest presses a thing
    words = ()               # for the kiosk's command line
    guest, digits = "ros", "0143"  # of the roster: letters and the phone's last four
    shown = "Rosa"
    name, child, other_child, topic, allergy = "nia", "leo", "ada", "bus", "egg"
    greeting = "Welcome"

    def setUp(self):
        super().setUp()
        self.make_event(roster=ROSTER, config=CONFIG)
        self.pages = []

    def saw(self, page):
        """The robot's lines to keep what a screen looked like; nothing unless somebody looks afterwards."""
        del page
        return []

    def lines(self, journey):
        for line in journey:
            verb, _, rest = line.partition(" ")
            if verb == "press":
                yield f"{self.verb} {rest}"
            elif verb == "keys":
                yield from (f"{self.verb} {key(letter)}" for letter in rest)
            elif verb == "see":
                page, _, what = rest.partition(" ")
                yield f"expect {what}"
                yield from self.saw(page)
            else:
                yield line

    def play(self, *journey, words=()):
        return self.kiosk("\n".join(self.lines(journey)) + "\n", *self.words, *words)

    def invitation(self):
        """The picture of the code that the guest of the roster got by mail."""
        folder = self.folder / "invitations"
        self.on_event("invite", "--out", folder)
        with (folder / "invitations.csv").open(encoding="utf-8") as file:
            for row in csv.DictReader(file):
                if row["full_name"].startswith(self.shown):
                    return folder / row["picture"]
        raise AssertionError(f"no invitation for {self.shown}")

    def comes_in(self):
        """To the needs, by letters and digits."""
        return ["press welcome.find", "expect find.letters", f"keys {self.guest}", "press key.done",
                f"keys {self.digits}", "press key.done", f"expect who.title {self.shown}", "press who.yes",
                "expect needs.title"]

    def signs_up(self):
        """To the needs, as somebody new."""
        return ["press welcome.new", "expect new.name", f"keys {self.name}", "press key.done", "press new.next",
                "expect touch.skip", "press touch.skip", "expect needs.title"]

    def test_welcome(self):
        self.play(f"see welcome welcome.title {self.greeting}", "press welcome.just_come_in", *FINISH)
        self.assertEqual(self.attendance()["anonymous"], 1)

    def test_languages(self):
        self.play("expect welcome.title", "press furniture.language", "see languages languages.title", "press language.ko",
                  "expect welcome.language.ko", "press welcome.just_come_in", "expect done.title", "press done.finish",
                  f"expect welcome.title {self.greeting}")  # The next guest is greeted as the event greets.

    def test_scan(self):
        self.play("press welcome.code", "see scan scan.title", f"scan {self.invitation()}",
                  f"see who who.title {self.shown}", "scan none", "press who.yes", "see needs needs.title",
                  "press needs.done", *PART, *FINISH)
        self.assertEqual(self.attendance()["people_checked_in"], 2)

    def test_find(self):
        self.play("press welcome.find", "see find find.letters", f"keys {self.guest}", "press key.done", "keys 9999",
                  "press key.done", "see find find.not_found", "press find.letters", f"keys {self.guest}",
                  "press key.done", f"keys {self.digits}", "press key.done", f"see who who.title {self.shown}",
                  "absent who.person.1", "press who.yes", "expect needs.title", "press needs.done", *PART, *FINISH)
        self.assertEqual(self.attendance()["people_checked_in"], 1)

    def test_who(self):
        self.play("press welcome.code", "expect scan.title", f"scan {self.invitation()}",
                  f"see who who.title {self.shown}", "scan none", "press who.person.2", "press who.children.more",
                  "press who.children.more", "expect who.children 2", "press who.children.less", "expect who.children 1",
                  "press who.yes", "see needs needs.title", "press needs.done", *PART, *FINISH)
        came = self.facts("checked_in")
        self.assertEqual([one.get("more_children", 0) for one in came], [1])

    def test_new(self):
        self.play("press welcome.new", "see new new.name", f"keys {self.name}", "press key.backspace",
                  f"keys {self.name[-1]}", f"expect new.name {self.name}", "press key.done", "press new.adults.more",
                  "expect new.adults 1", "press new.children.more", "press new.children.less", "expect new.children 0",
                  "press new.next", "see touch touch.phone", "press touch.skip", "expect needs.title", "press needs.done",
                  *PART, *FINISH)
        self.assertEqual(self.facts("person_registered")[-1]["fields"]["full_name"], self.name)

    def test_touch(self):
        self.play("press welcome.new", "expect new.name", f"keys {self.name}", "press key.done", "press new.next",
                  "see touch touch.phone", "press touch.phone", "keys 2025550188", "press key.done", "press touch.text_box",
                  "press touch.email", "keys ana@gmial.com", "press key.done", "expect touch.meant ana@gmail.com",
                  "press touch.meant", "expect touch.email ana@gmail.com", "press touch.email_box", "press touch.next",
                  "see needs needs.title")
        self.assertEqual(self.facts("person_registered")[-1]["fields"]["email"], "ana@gmail.com")
        self.assertEqual({one["channel"] for one in self.facts("consent_given") if one.get("granted")}, {"text", "email"})

    def test_needs(self):
        self.play(*self.signs_up(), "see needs needs.title", "press needs.access", "press needs.ride", "press needs.ride",
                  "press needs.done", *PART, *FINISH)
        self.assertEqual([one["needs"] for one in self.facts("need_raised")], [["access"]])

    def test_children(self):
        self.play(*self.signs_up(), "press needs.childcare", "press needs.done", "see children children.first_name",
                  f"keys {self.child}", "press key.done", "press children.age.4-5", "press children.allergies",
                  f"keys {self.allergy}", "press key.done", "press children.toilet", "press children.photo.yes",
                  "press children.another", f"see children children.ready {self.child}", f"keys {self.other_child}",
                  "press key.done", "press children.age.2-3", "press children.no_allergies", "press children.done",
                  "see reach reach.where", f"keys {self.topic}", "press key.done", "press reach.done",
                  "expect needs.title", "press needs.done", *PART, "expect done.code", *FINISH)
        self.assertEqual(len(self.facts("childcare_requested")), 2)  # what is in them is childcare's to read

    def test_speak(self):
        self.play(*self.signs_up(), "press needs.speaking", "press needs.done", "see speak speak.title",
                  "press speak.talk", "see speak speak.words", "press speak.words", f"keys {self.topic}", "press key.done",
                  "press speak.interpreter", "press speak.ready", "expect needs.title", "press needs.done", *PART,
                  "expect done.speaker", *FINISH)
        asked = self.facts("speaking_requested")
        self.assertEqual([(one.get("words"), one.get("interpreter")) for one in asked], [(self.topic, True)])

    def test_part(self):
        self.play(*self.signs_up(), "press needs.done", "see part part.title", "press part.photo.no", "press part.call.1",
                  "press part.first_time", "press part.done", *FINISH)
        self.assertEqual([one["call"] for one in self.facts("call_answered") if one.get("granted")], ["help"])
        photos = [one for one in self.facts("consent_given") if one["channel"] == "photo"]
        self.assertEqual([one.get("granted", False) for one in photos], [False])

    def test_done(self):
        ticket = self.invitation()
        scanned = ["press welcome.code", "expect scan.title", f"scan {ticket}"]
        self.play(*scanned, "expect who.title", "scan none", "press who.yes", "expect needs.title", "press needs.done",
                  *PART, *FINISH, *scanned, "see done done.more", "scan none", "press done.more", "see needs needs.title",
                  "press needs.access", "press needs.done", *FINISH)
        self.assertEqual([one["needs"] for one in self.facts("need_raised")], [["access"]])

    def test_reading_help_keeps_what_was_typed_and_is_gone_for_the_next_guest(self):
        self.play("press welcome.new", "expect new.name", f"keys {self.name}", "press key.done", "press furniture.reading",
                  "see reading reading.title", "press reading.bigger", "press reading.colours", "press reading.time", "press reading.movement",
                  "press reading.aloud", "expect reading.loudness 3", "press reading.loudness.more",
                  "expect reading.loudness 4", "press reading.done", f"expect new.name {self.name}",
                  "press key.done", "press furniture.start_over", "expect welcome.title", "press furniture.reading", "expect reading.title",
                  "absent reading.loudness", words=("--sound", "none"))
