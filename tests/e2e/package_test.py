"""The Debian package: what it holds, whether its parts are sound, and whether it runs where it was unpacked."""
import os
import pathlib
import re
import subprocess
import tempfile
import unittest

from parts import BIN, ROOT

BUILD = BIN.parent


def told(*words, **options):
    done = subprocess.run([str(word) for word in words], capture_output=True, text=True, timeout=120, **options)
    return done.returncode, done.stdout + done.stderr


class Package(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        holder = tempfile.TemporaryDirectory(prefix="welcome-package-")
        cls.addClassCleanup(holder.cleanup)
        cls.folder = pathlib.Path(holder.name)
        code, output = told("cpack", "--config", BUILD / "CPackConfig.cmake", "-B", cls.folder)
        if code != 0:
            raise AssertionError(output)
        cls.deb, = cls.folder.glob("*.deb")
        cls.root = cls.folder / "root"
        code, output = told("dpkg-deb", "-x", cls.deb, cls.root)
        if code != 0:
            raise AssertionError(output)

    def run_it(self, name, *words, **options):
        # Nothing of the build's folder may be needed: only what the package brought.
        return told(self.root / "usr" / "bin" / name, *words, cwd=self.folder, **options)

    def test_every_program_tells_its_version_and_has_a_manual(self):
        for name, section in (("kiosk", 1), ("kioskctl", 1), ("membershipd", 8)):
            with self.subTest(program=name):
                code, output = self.run_it(name, "--version")
                self.assertEqual(code, 0, output)
                self.assertRegex(output, r"\d+\.\d+")
                page = self.root / f"usr/share/man/man{section}/{name}.{section}"
                code, output = told("man", "--warnings", "-l", page, env={**os.environ, "MANPAGER": "cat"})
                self.assertEqual(code, 0, output)
                self.assertNotIn("warning", output)
                for heading in ("NAME", "SYNOPSIS", "OPTIONS", "SEE ALSO"):
                    self.assertRegex(output, rf"(?m)^{heading}$")

    def test_an_evening_begins_from_the_unpacked_package(self):
        event = self.folder / "event"
        code, output = self.run_it("kioskctl", "event", "create", "--event", event, "--name", "Fall Town Hall",
                                   "--starts", "2026-12-03T18:30", "--timezone", "America/New_York")
        self.assertEqual(code, 0, output)
        script = self.folder / "come_in.robot"
        script.write_text("expect welcome.title Bienvenid\ntap welcome.just_come_in\nexpect done.title\n",
                          encoding="utf-8")
        conf = self.folder / "kiosk.conf"
        conf.write_text(f"EVENT={event}\nCARD={event}/unlock-card.png\nCAMERA=none\nLANGUAGE_AT_START=es\n"
                        f"PRINTER=folder:{self.folder}\nROBOT={script}\n", encoding="utf-8")
        code, output = told("xvfb-run", "-a", self.root / "usr/lib/welcome-table/kiosk-session", cwd=self.folder,
                            env={**os.environ, "WELCOME_CONF": str(conf),
                                 "PATH": f"{self.root}/usr/bin:{os.environ['PATH']}"})
        self.assertEqual(code, 0, output)
        code, output = self.run_it("kioskctl", "attendance", "--event", event, "--card", event / "unlock-card.txt")
        self.assertEqual(code, 0, output)
        self.assertRegex(output, r'"anonymous":\s*1')

    def test_units_and_what_software_centres_show_are_sound(self):
        for unit in self.root.glob("usr/lib/systemd/system/*.service"):
            with self.subTest(unit=unit.name):
                text = unit.read_text(encoding="utf-8")
                for command in re.findall(r"ExecStart=(\S+)", text):
                    if command != "/usr/bin/cage":  # recommended, not required
                        self.assertTrue((self.root / command.lstrip("/")).exists(), command)
                copy = self.folder / unit.name
                # The programs are looked for where the package unpacked, as it is not installed here.
                copy.write_text(text.replace("/usr/bin/cage", "/bin/true").replace("=/usr/", f"={self.root}/usr/"),
                                encoding="utf-8")
                code, output = told("systemd-analyze", "verify", "--man=no", "--recursive-errors=no", copy)
                self.assertEqual((code, output), (0, ""))
        code, output = told("desktop-file-validate", self.root / "usr/share/applications/org.welcometable.Kiosk.desktop")
        self.assertEqual((code, output), (0, ""))
        code, output = told("appstreamcli", "validate", "--no-net",
                            self.root / "usr/share/metainfo/org.welcometable.Kiosk.metainfo.xml")
        self.assertEqual(code, 0, output)

    def test_the_package_says_what_it_needs(self):
        code, output = told("dpkg-deb", "-f", self.deb, "Depends")
        self.assertEqual(code, 0)
        for needed in ("libsqlite3-0", "libpango-1.0-0", "fonts-noto-core", "fonts-noto-ui-core", "fonts-noto-cjk"):
            self.assertIn(needed, output)

    def test_completion_offers_what_the_program_offers(self):
        offered = subprocess.run(
            ["bash", "-c", f". {ROOT}/assets/package/completion.bash; COMP_WORDS=({self.root}/usr/bin/kioskctl \"$1\"); "
             "COMP_CWORD=1; _welcome_table; printf '%s\\n' \"${COMPREPLY[@]}\"", "-", "ver"],
            capture_output=True, text=True, timeout=60)
        self.assertEqual(offered.stdout.split(), ["verify"])


if __name__ == "__main__":
    unittest.main()
