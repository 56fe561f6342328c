"""The real parts that the demo, the whole-program tests and the bench put together: programs, a display, a service."""
import contextlib
import json
import os
import pathlib
import signal
import subprocess
import urllib.request

ROOT = pathlib.Path(__file__).resolve().parent.parent
BIN = pathlib.Path(os.environ.get("WELCOME_BIN", ROOT / "build" / "bin"))


@contextlib.contextmanager
def virtual_display(size="1280x800"):
    """A display without a screen; gives its name for DISPLAY."""
    read, write = os.pipe()
    server = subprocess.Popen(["Xvfb", "-displayfd", str(write), "-screen", "0", f"{size}x24", "-nolisten", "tcp",
                               "-noreset"],
                              pass_fds=[write], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    os.close(write)
    with os.fdopen(read) as told:  # to the line's end: a pipe closed before it would kill the server
        number = told.readline().strip()
    try:
        yield f":{number}"
    finally:
        server.terminate()
        try:
            server.wait(10)
        except subprocess.TimeoutExpired:  # rarely it sleeps on: its own signal came as it was about to
            server.kill()
            server.wait()


class Service:
    """membershipd on its embedded SQLite in `folder`; stopped and started again it keeps its port."""

    def __init__(self, folder, *, tokens=False):
        self.folder, self.port, self.process = folder, 0, None
        self.token_file = folder / "service.tokens" if tokens else None

    def start(self):
        words = [BIN / "membershipd", "--listen", f"127.0.0.1:{self.port}", "--store",
                 f"sqlite:{self.folder / 'service.sqlite'}"]
        if self.token_file:
            words += ["--token-file", self.token_file]
        with (self.folder / "service.log").open("ab") as log:
            self.process = subprocess.Popen([str(w) for w in words], stdout=subprocess.PIPE, stderr=log, text=True)
        line = self.process.stdout.readline()
        if not line.startswith("listening on "):
            raise AssertionError((self.folder / "service.log").read_text(encoding="utf-8"))
        self.port = int(line.strip().rsplit(":", 1)[1])
        return self

    def stop(self):
        if self.process:
            self.process.send_signal(signal.SIGTERM)
            self.process.wait(30)
            self.process.stdout.close()
            self.process = None

    @property
    def url(self):
        return f"http://127.0.0.1:{self.port}"

    def organiser_token(self):
        lines = self.token_file.read_text(encoding="utf-8").splitlines()
        return dict(line.split("=", 1) for line in lines)["organiser"]

    def ask(self, method, path, body=None):
        headers = {"Authorization": "Bearer " + self.organiser_token()} if self.token_file else {}
        data = None if body is None else json.dumps(body).encode()
        asked = urllib.request.Request(self.url + path, data=data, headers=headers, method=method)
        with urllib.request.urlopen(asked, timeout=30) as answer:
            return json.loads(answer.read() or b"null")

    def get(self, path):
        return self.ask("GET", path)

    def post(self, path, body):
        return self.ask("POST", path, body)

    def delete(self, path):
        return self.ask("DELETE", path)
