"""An X display as a guest sees and touches it: pixels, taps, and how often anything was drawn."""
import ctypes
import time


class Image(ctypes.Structure):
    """The head of an XImage, as far as its pixels."""
    _fields_ = [("width", ctypes.c_int), ("height", ctypes.c_int), ("xoffset", ctypes.c_int), ("format", ctypes.c_int),
                ("data", ctypes.c_void_p), ("byte_order", ctypes.c_int), ("bitmap_unit", ctypes.c_int),
                ("bitmap_bit_order", ctypes.c_int), ("bitmap_pad", ctypes.c_int), ("depth", ctypes.c_int),
                ("bytes_per_line", ctypes.c_int)]


class Display:
    """A connection to an X server by libX11, libXtst and libXdamage."""

    def __init__(self, name):
        self.x, self.test, self.damage = (ctypes.CDLL(f"lib{library}") for library in
                                          ("X11.so.6", "Xtst.so.6", "Xdamage.so.1"))
        self.x.XOpenDisplay.restype = ctypes.c_void_p
        self.x.XGetImage.restype = ctypes.POINTER(Image)
        self.x.XDefaultRootWindow.restype = ctypes.c_ulong
        self.handle = ctypes.c_void_p(self.x.XOpenDisplay(name.encode()))
        if not self.handle.value:
            raise SystemExit("bench: no X display")
        self.root = ctypes.c_ulong(self.x.XDefaultRootWindow(self.handle))
        self.damaged = None

    def pixels(self, x, y, width, height):
        """The pixels there, as bytes."""
        image = self.x.XGetImage(self.handle, self.root, x, y, width, height, ctypes.c_ulong(0xFFFFFFFF), 2)
        found = ctypes.string_at(image.contents.data, image.contents.bytes_per_line * height)
        self.x.XDestroyImage(image)
        return found

    def pixel(self, x, y):
        return int.from_bytes(self.pixels(x, y, 1, 1), "little") & 0xFFFFFF

    def move(self, x, y):
        self.test.XTestFakeMotionEvent(self.handle, -1, x, y, 0)
        self.x.XSync(self.handle, 0)

    def press(self, is_down):
        self.test.XTestFakeButtonEvent(self.handle, 1, is_down, 0)
        self.x.XFlush(self.handle)

    def seconds_until_change(self, place, do, patience=2.0):
        """From a deed to the first other pixel there; the patience where none changes."""
        before = self.pixels(*place)
        began = time.monotonic()
        do()
        while self.pixels(*place) == before:
            if time.monotonic() - began > patience:
                return patience
            time.sleep(0.0005)
        return time.monotonic() - began

    def draws(self):
        """How many times something was drawn, on any window, since the last call."""
        if self.damaged is None:
            first, error = ctypes.c_int(), ctypes.c_int()
            if not self.damage.XDamageQueryExtension(self.handle, ctypes.byref(first), ctypes.byref(error)):
                raise SystemExit("bench: this X server cannot tell what is drawn")
            self.damage.XDamageCreate(self.handle, self.root, 0)  # every rectangle of every draw
            self.damaged = first.value
        self.x.XSync(self.handle, 0)
        event, count = (ctypes.c_long * 24)(), 0
        while self.x.XPending(self.handle):
            self.x.XNextEvent(self.handle, event)
            count += ctypes.cast(event, ctypes.POINTER(ctypes.c_int))[0] == self.damaged
        return count

    def close(self):
        self.x.XCloseDisplay(self.handle)
