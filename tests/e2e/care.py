"""What the childcare journeys share: an event with a room and a staff, and pieces of robots' scripts."""
from parts import EventTest, unlock

CONFIG = """
[[childcare_rooms]]
name = "Room 4"
places = 12
bands = ["2-3", "4-5", "6-9"]
"""


def asks(*children, seat="Row 3", told="", code="CODE"):
    """From the welcome screen: a newcomer asks for childcare; the code is remembered as CODE. `told`: what the last screen says."""
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
    script += f"expect reach.where\ntype {seat}\ntap key.done\ntap reach.done\n"
    return script + "expect needs.title\ntap needs.done\nexpect done.code\n" + told + f"remember {code} done.code\ntap done.finish\n"


def unlocks(role):
    """To the child care desk, where somebody of the childcare role begins."""
    lines = unlock(role) + ["tap staff.desk"] if role == "lead" else unlock(role)[:-1]
    return "\n".join(lines) + "\n"


STAFFED = "expect desk.pick_up\ntap desk.adults.1.more\ntap desk.adults.1.more\n"
BY_CODE = "tap desk.pick_up\ntap pickup.code\ntype $CODE\ntap key.done\n"


class CareTest(EventTest):
    CONFIG = CONFIG

    def setUp(self):
        super().setUp()
        self.make_event(roster=None, config=self.CONFIG)
        self.add_staff("lead", "childcare")
