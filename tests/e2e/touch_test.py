"""Each guest screen by touch, in English."""
import unittest

import parts
from guest_screens import GuestScreens


class ByTouch(GuestScreens, parts.EventTest):
    pass


if __name__ == "__main__":
    unittest.main()
