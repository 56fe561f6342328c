"""What the childcare journeys share: an event with a room and a staff, and pieces of robots' scripts."""
from parts import EventTest

CONFIG = """
[[childcare_rooms]]
name = "Room 4"
places = 12
bands = ["2-3", "4-5", "6-9"]
"""
PINS = {"lead": "271828", "childcare": "314159"}


def asks(*children):
    """From the welcome screen: a newcomer asks for childcare; the code is remembered as CODE."""
    script = """tap welcome.new
type Rosa
tap key.done
tap new.next
tap touch.skip
tap needs.childcare
tap needs.done
"""
    for place, (name, allergy) in enumerate(children):
        script += f"tap children.first_name\ntype {name}\ntap key.done\ntap children.age.4-5\n"
        script += f"tap children.allergies\ntype {allergy}\ntap key.done\n" if allergy else "tap children.no_allergies\n"
        script += "tap children.another\n" if place + 1 < len(children) else "tap children.done\n"
    return script + "expect needs.title\ntap needs.done\nexpect done.code\nremember CODE done.code\ntap done.finish\n"


def unlocks(role):
    return f"tap furniture.staff\ntype {PINS[role]}\ntap key.done\n" + ("tap staff.desk\n" if role == "lead" else "")


STAFFED = "expect desk.pick_up\ntap desk.adults.1.more\ntap desk.adults.1.more\n"
BY_CODE = "tap desk.pick_up\ntap pickup.code\ntype $CODE\ntap key.done\n"


class CareTest(EventTest):
    def setUp(self):
        super().setUp()
        file = self.folder / "event.toml"
        file.write_text(CONFIG, encoding="utf-8")
        self.kioskctl("event", "create", "--event", self.event, "--name", "Fall Town Hall", "--starts",
                      "2026-12-03T18:30", "--timezone", "America/New_York", "--config", file)
        for role, pin in PINS.items():
            secret = self.folder / f"{role}.pin"
            secret.write_text(pin + "\n", encoding="utf-8")
            self.on_event("staff", "add", "--name", role.title(), "--role", role, "--pin-file", secret)
