"""The list of what the programs are made of names every library that they load, and the headers compiled in."""
import json
import re
import subprocess
import unittest

from parts import BIN


class Sbom(unittest.TestCase):
    def setUp(self):
        self.bill = json.loads((BIN.parent / "sbom.spdx.json").read_text(encoding="utf-8"))

    def test_every_loaded_library_is_listed_with_its_version(self):
        listed = {package["name"]: package["versionInfo"] for package in self.bill["packages"]}
        for program in ("kiosk", "kioskctl", "membershipd"):
            needed = subprocess.run(["readelf", "-d", BIN / program], capture_output=True, text=True, check=True).stdout
            libraries = re.findall(r"\(NEEDED\).*\[(.+?)\]", needed)
            self.assertGreater(len(libraries), 3)
            for library in libraries:
                owners = subprocess.run(["dpkg-query", "-S", f"*/{library}"], capture_output=True, text=True,
                                        check=True).stdout.splitlines()
                names = {line.split(":")[0] for line in owners}
                self.assertTrue(names & listed.keys(), f"{program}: {library} of {names} is not listed")
        version = subprocess.run(["dpkg-query", "-W", "-f", "${Version}", "libsodium23"], capture_output=True, text=True,
                                 check=True).stdout
        self.assertEqual(listed["libsodium23"], version)

    def test_what_is_compiled_in_is_listed(self):
        listed = {package["name"] for package in self.bill["packages"]}
        self.assertLessEqual({"libimgui-dev", "nlohmann-json3-dev", "libcpp-httplib-dev", "libcli11-dev"}, listed)

    def test_every_relation_speaks_of_what_is_listed(self):
        known = {package["SPDXID"] for package in self.bill["packages"]} | {"SPDXRef-DOCUMENT"}
        for relation in self.bill["relationships"]:
            self.assertLessEqual({relation["spdxElementId"], relation["relatedSpdxElement"]}, known)
        self.assertEqual(len(known) - 1, len(self.bill["packages"]))


if __name__ == "__main__":
    unittest.main()
