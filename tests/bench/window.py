"""One pixel of an X display at a time, and taps: enough to see a first frame and to touch a screen."""
import contextlib
import ctypes
import os
import subprocess
import time


class Display:
    """A connection to an X server by libX11 and libXtst."""

    def __init__(self, name):
        self.x, self.test = ctypes.CDLL("libX11.so.6"), ctypes.CDLL("libXtst.so.6")
        for function, kind in (("XOpenDisplay", ctypes.c_void_p), ("XGetImage", ctypes.c_void_p),
                               ("XDefaultRootWindow", ctypes.c_ulong), ("XGetPixel", ctypes.c_ulong)):
            getattr(self.x, function).restype = kind
        self.handle = ctypes.c_void_p(self.x.XOpenDisplay(name.encode()))
        if not self.handle.value:
            raise SystemExit("bench: no X display")
        self.root = ctypes.c_ulong(self.x.XDefaultRootWindow(self.handle))

    def pixel(self, x, y):
        image = ctypes.c_void_p(
            self.x.XGetImage(self.handle, self.root, x, y, 1, 1, ctypes.c_ulong(0xFFFFFFFF), 2))
        value = self.x.XGetPixel(image, 0, 0) & 0xFFFFFF
        self.x.XDestroyImage(image)
        return value

    def pixels(self, x, y, width, height):
        """The pixels as bytes: to see whether anything in a region changed."""
        image = ctypes.c_void_p(
            self.x.XGetImage(self.handle, self.root, x, y, width, height, ctypes.c_ulong(0xFFFFFFFF), 2))
        values = tuple(self.x.XGetPixel(image, i % width, i // width) & 0xFFFFFF for i in range(width * height))
        self.x.XDestroyImage(image)
        return values

    def tap(self, x, y):
        self.test.XTestFakeMotionEvent(self.handle, -1, x, y, 0)
        self.test.XTestFakeButtonEvent(self.handle, 1, 1, 0)
        self.x.XSync(self.handle, 0)
        time.sleep(0.05)
        self.test.XTestFakeButtonEvent(self.handle, 1, 0, 0)
        self.x.XSync(self.handle, 0)

    def close(self):
        self.x.XCloseDisplay(self.handle)


@contextlib.contextmanager
def virtual_display(size="1280x800"):
    read, write = os.pipe()
    server = subprocess.Popen(["Xvfb", "-displayfd", str(write), "-screen", "0", f"{size}x24", "-nolisten", "tcp"],
                              pass_fds=[write], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    os.close(write)
    with os.fdopen(read) as told:  # to the line's end: a pipe closed before it would kill the server
        name = ":" + told.readline().strip()
    try:
        yield name
    finally:
        server.terminate()
        server.wait(10)
