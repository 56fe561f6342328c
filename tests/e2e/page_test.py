"""The organiser's page in a real browser: sign-in, what it shows live, a phone's width, and its policy."""
import json
import os
import pathlib
import re
import subprocess
import unittest
import urllib.error
import urllib.request
import uuid

from browser import Browser
from parts import BIN, EventTest, Service


class PageTest(EventTest):
    def setUp(self):
        super().setUp()
        self.service = Service(self.folder, tokens=True)
        self.addCleanup(self.service.stop)
        self.service.start()
        self.event_id = str(uuid.uuid4())
        self.token = self.service.organiser_token()

    def put_arrivals(self, first, people):
        """One tablet's check-ins, as they come over the wire."""
        device = "A" * 43
        facts = [[f"0192f5c1-8000-7000-8000-{first + i:012d}", 0, 0, 0, "checked_in",
                  {"person": f"0192f5c1-8000-7000-9000-{first + i:012d}", "method": "ticket"}] for i in range(people)]
        body = {"batch": f"0192f5c1-8000-7000-a000-{first:012d}", "device": device,
                "streams": [{"device": device, "from": first, "at": 1795561451512, "facts": facts}]}
        self.post(f"/v1/events/{self.event_id}/facts", body)

    def post(self, path, body):
        request = urllib.request.Request(self.service.url + path, json.dumps(body).encode(),
                                         {"Authorization": "Bearer " + self.token})
        with urllib.request.urlopen(request, timeout=30) as answer:
            return json.load(answer)

    def make_event_at_service(self, name):
        self.post("/v1/events", {"event": self.event_id, "name": name, "starts": "2026-12-03T23:30:00Z",
                                 "timezone": "America/New_York"})

    def signed_in(self, browser):
        browser.open(self.service.url + "/")
        browser.run(f"document.querySelector('#token').value = {json.dumps(self.token)};"
                    "document.querySelector('button').click()")
        browser.until("document.querySelector('#state')?.textContent === 'Live'")

    def look_at(self, browser, name):
        if folder := os.environ.get("WELCOME_SHOTS"):
            browser.picture(pathlib.Path(folder) / name)

    def test_the_page_follows_the_evening_without_a_reload(self):
        self.make_event_at_service("Fall <b>Town</b> Hall")
        self.put_arrivals(1, 3)
        with Browser(390, 844) as browser:
            self.signed_in(browser)
            self.assertEqual(browser.run("document.querySelector('#title').textContent"), "Fall <b>Town</b> Hall")
            browser.until("document.querySelector('#people').textContent === '3'")
            browser.run("window.same_page = true")
            self.put_arrivals(4, 2)
            browser.until("document.querySelector('#people').textContent === '5'")
            self.assertTrue(browser.run("window.same_page"))
            self.assertEqual(browser.run("document.documentElement.scrollWidth"), 390)
            self.assertEqual(browser.run("document.querySelectorAll('#tablets li').length"), 1)
            self.assertEqual([word for word in browser.complaints() if "401" not in word], [])
            self.assertEqual(browser.run("document.cookie"), "")  # no script reads the session
            self.service.stop()  # returns although a page watches
            browser.until("document.querySelector('#state').className === 'state broken'")
            self.service.start()
            browser.until("document.querySelector('#state').textContent === 'Live'", 60)

    def test_a_tablet_is_let_in_by_its_code_and_shut_out_at_a_touch(self):
        self.make_event()
        self.on_event("enrol", "--to", self.service.url, "--organiser-token-file", self.service.token_file)
        self.on_event("upload", "--to", self.service.url)
        other = ("--event", self.folder / "other", "--card", self.event / "unlock-card.txt", "--to", self.service.url)
        asking = subprocess.Popen([str(word) for word in (BIN / "kioskctl", "enrol", *other)], stdout=subprocess.PIPE,
                                  stderr=subprocess.PIPE, text=True)
        self.addCleanup(asking.kill)
        code = re.search(r"[A-Z]{4}-[A-Z]{4}", asking.stderr.readline()).group()
        with Browser(390, 844) as browser:
            def type_code(text):
                browser.run(f"document.querySelector('#code').value = {json.dumps(text)};"
                            "document.querySelector('#let_in button').click()")

            self.signed_in(browser)
            browser.until("document.querySelectorAll('#waiting li').length === 1")
            self.assertNotIn(code, browser.run("document.body.innerText"))
            type_code("bbbb bbbb")
            browser.until("document.querySelector('#let_in_words').textContent.includes('No tablet shows this code')")
            self.look_at(browser, "waiting.png")
            type_code(code.lower())
            browser.until("document.querySelectorAll('#waiting li').length === 0")
            out, _ = asking.communicate(timeout=60)
            device = out.strip()
            self.kioskctl("upload", *other)
            browser.until("document.querySelectorAll('#tablets .calm').length === 2")
            rows = "[...document.querySelectorAll('#tablets li')].map(row => row.innerText)"
            # Both tablets are of this machine and so of one name: the one that has sent next to nothing is the other.
            place = browser.run(f"latest.tablets.devices.findIndex(one => one.device === {json.dumps(device)})")
            touch = f"document.querySelectorAll('#tablets li')[{place}].querySelector('button:last-child').click()"
            browser.run(touch)
            browser.until("document.querySelector('#tablets .danger') !== null")
            self.assertEqual(browser.run("document.documentElement.scrollWidth"), 390)
            browser.run(touch)
            browser.until(f"{rows}[{place}].includes('shut out')")
            self.look_at(browser, "shut_out.png")
            self.kioskctl("upload", *other, code=1)
            browser.run(touch)
            browser.until(f"!{rows}[{place}].includes('shut out')")
            # 401, 403 and 404 are said by the page in words; nothing else may go wrong.
            self.assertEqual([word for word in browser.complaints() if "status of 40" not in word], [])

    def test_a_wrong_token_leads_back_to_the_form(self):
        with Browser(390, 844) as browser:
            browser.open(self.service.url + "/")
            browser.run("document.querySelector('#token').value = 'wrong'; document.querySelector('button').click()")
            browser.until("location.pathname === '/session' && document.querySelector('#token') !== null")

    def test_scripts_from_elsewhere_do_not_run(self):
        self.make_event_at_service("Fall Town Hall")
        with Browser(1280, 900) as browser:
            self.signed_in(browser)
            browser.run("const s = document.createElement('script'); s.textContent = 'window.ran = true';"
                        "document.body.append(s)")
            self.assertIsNone(browser.run("window.ran"))

    def test_what_the_page_shows_is_for_those_who_signed_in(self):
        for path in ("/", "/v1/live"):
            with self.assertRaises(urllib.error.HTTPError) as refused:
                urllib.request.urlopen(self.service.url + path, timeout=30)
            self.assertEqual(refused.exception.code, 401)


if __name__ == "__main__":
    unittest.main()
