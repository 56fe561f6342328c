"""A tablet that is started without its card asks for the key in its own window."""
import unittest

from parts import EventTest


class LockedTablet(EventTest):
    def setUp(self):
        super().setUp()
        self.make_event()

    def locked(self, script, event=None, *words, code=0):
        return self.kiosk(script, *words, event=event, card=False, code=code)

    def other_event(self, *words, stdin=None):
        other = self.folder / "other"
        self.kioskctl("event", "create", "--event", other, "--name", "Other Evening", "--starts", "2026-12-04T18:30",
                      "--timezone", "America/New_York", *words, stdin=stdin)
        return other

    def test_it_opens_by_the_card_and_by_no_other_code(self):
        self.on_event("invite", "--out", self.folder / "invitations")
        ticket = next((self.folder / "invitations").glob("*.png"))
        other = self.other_event()
        self.locked(f"expect unlock.title\nabsent unlock.other_way\nscan {ticket}\nexpect notice not an unlock card\n"
                   f"scan none\nscan {other}/unlock-card.png\nexpect notice another event\nscan none\n"
                   f"tap welcome.language.es\nexpect unlock.title bloqueada\ntap welcome.language.en\n"
                   f"scan {self.event}/unlock-card.png\nexpect welcome.title Fall Town Hall\n"
                   "tap welcome.just_come_in\nexpect done.title\n")
        self.assertEqual(self.attendance()["anonymous"], 1)

    def test_a_fresh_tablet_joins_by_a_hand_scanner(self):
        card = (self.event / "unlock-card.txt").read_text(encoding="utf-8").strip()
        fresh = self.folder / "fresh"
        self.locked(f"expect unlock.lead no event yet\nwedge {card}\nexpect parts.title\ntap parts.done\n"
                    "expect welcome.title\n", fresh)
        joined = self.kioskctl("verify", "--event", fresh, "--card", self.event / "unlock-card.txt")
        self.assertIn("whole", joined.stdout + joined.stderr)

    def test_it_opens_by_the_passphrase_that_the_event_was_made_with(self):
        words = self.folder / "passphrase"
        words.write_text("seven blue chairs\n", encoding="utf-8")
        other = self.other_event("--passphrase-file", words)
        self.locked("expect unlock.title\ntap unlock.other_way\ntype seven blue chair\ntap key.done\n"
                   "expect notice not the passphrase\ntap unlock.passphrase\ntype seven blue chairs\ntap key.done\n"
                   "expect welcome.title Other Evening\n", other)

    def test_a_wrong_card_on_the_command_line_is_told_there(self):
        other = self.other_event()
        done = self.locked("expect unlock.title\n", None, "--card", other / "unlock-card.png", code=1)
        self.assertIn("another event", done.stderr)


if __name__ == "__main__":
    unittest.main()
