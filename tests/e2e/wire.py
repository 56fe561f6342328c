"""A wire between two programs that can be cut and mended: a relay of TCP connections on the loopback."""
import contextlib
import socket
import threading


class Wire:
    def __init__(self, to_address, to_port):
        self.to, self.is_cut, self.pairs, self.lock = (to_address, to_port), False, [], threading.Lock()
        self.listener = socket.create_server(("127.0.0.1", 0))
        self.port = self.listener.getsockname()[1]
        threading.Thread(target=self._accept, daemon=True).start()

    def cut(self):
        """Whoever was connected is cut off, and nobody gets through."""
        with self.lock:
            self.is_cut = True
            for pair in self.pairs:
                self._end(pair)
            self.pairs.clear()

    def mend(self):
        with self.lock:
            self.is_cut = False

    def close(self):
        self.cut()
        self.listener.close()

    @staticmethod
    def _end(pair):
        for side in pair:
            with contextlib.suppress(OSError):
                side.shutdown(socket.SHUT_RDWR)
            side.close()

    def _accept(self):
        with contextlib.suppress(OSError):
            while True:
                near, _ = self.listener.accept()
                self._join(near)

    def _join(self, near):
        with self.lock:
            if self.is_cut:
                return near.close()
            try:
                far = socket.create_connection(self.to, timeout=10)
            except OSError:
                return near.close()
            far.settimeout(None)
            self.pairs.append((near, far))
        for one, other in ((near, far), (far, near)):
            threading.Thread(target=self._carry, args=(one, other), daemon=True).start()
        return None

    @staticmethod
    def _carry(one, other):
        with contextlib.suppress(OSError):
            while piece := one.recv(65536):
                other.sendall(piece)
        with contextlib.suppress(OSError):
            other.shutdown(socket.SHUT_WR)
