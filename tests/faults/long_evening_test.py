"""The memory of a long evening stays flat: guests come in one after another, and what one has left is gone before the
next. WELCOME_GUESTS changes the run; a twelve-hour evening is about 1,000."""
import itertools
import os
import pathlib
import unittest

from door import Door
from parts import virtual_display

GUESTS = int(os.environ.get("WELCOME_GUESTS", "36"))
# Bytes a guest may leave behind: the evening's own facts (about 1 KiB each, a handful a guest) with room for the
# allocator's steps. A picture, a screen or a frame kept for each guest would be hundreds of KiB.
MOST_A_GUEST = 48 * 1024
STEPS = 12 << 20  # what the heap may grow by in steps of its own, whatever the number of guests
NOTHING_KEPT = {"ASAN_OPTIONS": "quarantine_size_mb=0:detect_leaks=0"}  # else AddressSanitizer keeps what was freed


def memory_of(process):
    """Bytes of heap and stacks. Not all private pages: a library's page is private or not as other kiosks come and go."""
    lines = pathlib.Path(f"/proc/{process.pid}/smaps_rollup").read_text(encoding="ascii").splitlines()
    return next(1024 * int(line.split()[1]) for line in lines if line.startswith("Anonymous:"))


class LongEvening(Door):
    def test_memory_stays_flat(self):
        newcomer = ["tap welcome.new", "expect new.name", "type Noor Abadi", "tap key.done", "tap new.next",
                    "expect touch.skip", "tap touch.skip", "expect needs.title", "tap needs.done", "expect done.title",
                    "tap done.finish", "expect welcome.title"]
        # Once everybody of the roster is in, people come by again, or without a name.
        later = (coming for person, _ in self.people for coming in (self.again(person), self.without_a_name()))
        known = itertools.chain(self.evening(), itertools.cycle(later))
        warm, lines = 12, []
        marks = {}
        for guest in range(GUESTS):
            lines += newcomer if guest % 3 == 0 else next(known).lines
            marks[guest] = len(lines)
        with virtual_display() as display:
            running = self.kiosk([], display, after=lines + ["wait 30"], environment=NOTHING_KEPT)
            try:
                self.assertTrue(running.reaches(marks[warm], 600), "".join(running.said[-4:]))
                before = memory_of(running.process)
                self.assertTrue(running.reaches(marks[GUESTS - 1], 600 + 10 * GUESTS), "".join(running.said[-4:]))
                after = memory_of(running.process)
            finally:
                running.kill()
        self.assertLess(after - before, MOST_A_GUEST * (GUESTS - warm) + STEPS)
        print(f"{GUESTS} guests: {before >> 10} KiB after {warm}, {after >> 10} KiB at the end, "
              f"{(after - before) / (GUESTS - warm) / 1024:.1f} KiB a guest")


if __name__ == "__main__":
    unittest.main()
