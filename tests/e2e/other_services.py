"""Services that answer as other people's documentation says, their lies included (shared/membership.md). Nothing here was
ever compared with a live service."""
import base64
import http.server
import json
import re
import threading
import urllib.parse


class OtherService:
    """An HTTP server on a free port; `answer(method, path, query, headers, body)` gives (status, headers, json or None)."""

    def __init__(self):
        self.calls, self.lock = [], threading.Lock()
        service = self

        class Handler(http.server.BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def handle_any(self):
                length = int(self.headers.get("Content-Length") or 0)
                body = self.rfile.read(length).decode()
                url = urllib.parse.urlsplit(self.path)
                with service.lock:
                    service.calls.append((self.command, url.path))
                    status, headers, said = service.answer(self.command, url.path,
                                                           dict(urllib.parse.parse_qsl(url.query)), self.headers, body)
                text = b"" if said is None else json.dumps(said).encode()
                self.send_response(status)
                for name, value in headers.items():
                    self.send_header(name, value)
                self.send_header("Content-Length", str(len(text)))
                self.end_headers()
                self.wfile.write(text)

            do_GET = do_POST = do_PUT = do_DELETE = handle_any

            def log_message(self, *words):
                pass

        self.server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.server.daemon_threads = True
        threading.Thread(target=self.server.serve_forever, daemon=True).start()

    @property
    def url(self):
        return f"http://127.0.0.1:{self.server.server_port}"

    def stop(self):
        self.server.shutdown()
        self.server.server_close()

    def count(self, method, pattern):
        return sum(1 for called, path in self.calls if called == method and re.fullmatch(pattern, path))


class ActionNetwork(OtherService):
    """People by email or phone; one attendance a person and event; a lost POST answers `200 {}`; 429 now and then."""

    EVENT, TAG, KEY = "ev-1", "tag-1", "an-key"

    def __init__(self):
        super().__init__()
        self.people, self.attendances, self.taggings = [], {}, {}
        self.blind_posts = 0    # so many of the next attendance posts save nothing and say 200 {}
        self.too_many = 0       # so many of the next calls are answered 429
        self.failing_tags = 0   # so many of the next taggings are answered 500
        self.unseen = set()     # people whom the filter does not find yet

    def add_person(self, given, family, email, *, unseen=False):
        person = {"id": f"p{len(self.people) + 1}", "given_name": given, "family_name": family, "email": email,
                  "phone": "", "status": "subscribed"}
        self.people.append(person)
        if unseen:
            self.unseen.add(person["id"])
        return person

    def answer(self, method, path, query, headers, body):
        if headers.get("OSDI-API-Token") != self.KEY:
            return 403, {}, {"error": "API key invalid or not present"}
        if self.too_many > 0:
            self.too_many -= 1
            return 429, {"Retry-After": "0"}, {"error": "Too many requests"}
        if method == "GET" and path == "/people":
            return 200, {}, self.found(query.get("filter", ""))
        if method == "GET" and path == f"/events/{self.EVENT}":
            return 200, {}, {"identifiers": [f"action_network:{self.EVENT}"]}
        if method == "POST" and path == f"/events/{self.EVENT}/attendances":
            return 200, {}, self.attend(json.loads(body))
        if path.startswith(f"/tags/{self.TAG}/taggings"):
            return self.tag(method, path, body)
        return 404, {}, {"error": "Resource not found"}

    def found(self, wanted):
        email = re.fullmatch(r"email_address eq '(.*)'", wanted).group(1).replace("''", "'")
        people = [{"identifiers": [f"action_network:{p['id']}"], "given_name": p["given_name"],
                   "family_name": p["family_name"]}
                  for p in self.people if p["email"] == email and p["id"] not in self.unseen]
        # `next` is there even on the last page.
        return {"_links": {"next": {"href": self.url + "/people?page=2"}}, "_embedded": {"osdi:people": people}}

    def attend(self, said):
        if self.blind_posts > 0:
            self.blind_posts -= 1
            return {}
        person = said["person"]
        email = person.get("email_addresses", [{}])[0].get("address", "")
        phone = person.get("phone_numbers", [{}])[0].get("number", "")
        known = next((p for p in self.people if (email and p["email"] == email) or (phone and p["phone"] == phone)), None)
        if known is None:
            known = self.add_person(person.get("given_name", ""), person.get("family_name", ""), email)
            known["status"] = "subscribed"  # the hostile default
            known["phone"] = phone
        said_of = (person.get("email_addresses") or person.get("phone_numbers"))[0]
        known["status"] = said_of.get("status", known["status"])
        attendance = self.attendances.setdefault(known["id"], f"a{len(self.attendances) + 1}")
        return {"identifiers": [f"action_network:{attendance}"] + said["identifiers"], "status": "accepted",
                "action_network:person_id": known["id"]}

    def tag(self, method, path, body):
        if method == "DELETE":
            gone = [person for person, tagging in self.taggings.items() if path.endswith("/" + tagging)]
            for person in gone:
                del self.taggings[person]
            return (200, {}, {"notice": "This tagging was successfully deleted."}) if gone else (404, {}, {"error": "no"})
        if self.failing_tags > 0:
            self.failing_tags -= 1
            return 500, {}, {"error": "Internal error"}
        person = json.loads(body)["_links"]["osdi:person"]["href"].rsplit("/", 1)[1]
        tagging = self.taggings.setdefault(person, f"t{len(self.taggings) + 1}")
        return 200, {}, {"identifiers": [f"action_network:{tagging}"]}


class CiviCrm(OtherService):
    """APIv4 over AJAX: 400 without the web-service header, 500 with a covered text, a `get` that also finds the deleted."""

    KEY = "civi-key"

    def __init__(self):
        super().__init__()
        self.contacts, self.participants = [], []
        self.lost_answers = 0  # so many of the next creations are done and answered 500

    def add_contact(self, first, email, *, deleted=False):
        contact = {"id": len(self.contacts) + 1, "first_name": first, "email_primary.email": email,
                   "display_name": first, "external_identifier": "", "is_deleted": deleted}
        self.contacts.append(contact)
        return contact

    def add_participant(self, contact, status):
        participant = {"id": len(self.participants) + 1, "event_id": 7, "contact_id": contact["id"],
                       "status_id:name": status}
        self.participants.append(participant)
        return participant

    def answer(self, method, path, query, headers, body):
        if method != "POST":
            return 405, {}, {"error_message": "POST only"}
        if headers.get("X-Requested-With") != "XMLHttpRequest":
            return 400, {}, {"error_message": "SECURITY ALERT: Ajax requests can only be issued by javascript clients."}
        if headers.get("X-Civi-Auth") != f"Bearer {self.KEY}":
            return 403, {}, {"error_code": 403, "error_message": "Authorization failed"}
        entity, action = path.rsplit("/", 2)[1:]
        params = json.loads(dict(urllib.parse.parse_qsl(body))["params"])
        return self.act(entity, action, params)

    def act(self, entity, action, params):
        rows = {"Event": [{"id": 7}], "Contact": self.contacts, "Participant": self.participants}[entity]
        if action == "get":
            hits = [row for row in rows if all(row.get(field) == value for field, _, value in params["where"])]
            return 200, {}, {"values": hits[:params.get("limit", 25)], "count": len(hits)}
        if action == "update":
            hits = [row for row in rows if all(row.get(field) == value for field, _, value in params["where"])]
            for row in hits:
                row.update(params["values"])
            return 200, {}, {"values": hits, "count": len(hits)}
        row = {"id": len(rows) + 1, "is_deleted": False, **params["values"]}
        rows.append(row)
        if self.lost_answers > 0:
            self.lost_answers -= 1
            return 500, {}, {"error_message": "Sorry an error occurred. (Error ID: 0a1b)"}
        return 200, {}, {"values": [row], "count": 1}


class EveryAction(OtherService):
    """Statuses differ by event; a new signup answers 201 with a bare number; a change reads and writes the whole signup."""

    EVENT = 501

    def __init__(self):
        super().__init__()
        self.people, self.signups = {}, {}
        self.statuses = [{"statusId": 91, "name": "Scheduled"}, {"statusId": 92, "name": "Completed"},
                         {"statusId": 95, "name": "Walk In"}]

    def person_id(self, said):
        email = said.get("email") or (said.get("emails") or [{}])[0].get("email")
        phone = said.get("phoneNumber") or (said.get("phones") or [{}])[0].get("phoneNumber")
        return (said.get("firstName"), said.get("lastName"), email or phone)

    def add_signup(self, van_id, status):
        number = 14000 + len(self.signups)
        self.signups[number] = {"eventSignupId": number, "person": {"vanId": van_id}, "event": {"eventId": self.EVENT},
                                "status": status, "role": {"roleId": 3}, "notes": "by phone bank"}
        return number

    def answer(self, method, path, query, headers, body):
        expected = "Basic " + base64.b64encode(b"welcome:van-key|1").decode()
        if headers.get("Authorization") != expected:
            return 401, {}, {"errors": [{"code": "UNAUTHORIZED", "text": "The specified credentials are invalid"}]}
        said = json.loads(body) if body else None
        if path == "/signups/statuses":
            return 200, {}, self.statuses
        if path == "/people/find":
            van_id = self.people.get(self.person_id(said))
            return (302, {}, {"vanId": van_id}) if van_id else (404, {}, {"errors": [{"text": "not found"}]})
        if path == "/people/findOrCreate":
            van_id = self.people.setdefault(self.person_id(said), 100 + len(self.people))
            return 201, {}, {"vanId": van_id, "status": "Stored"}
        if path == "/signups" and method == "GET":
            top, skip = int(query["$top"]), int(query["$skip"])
            everybody = list(self.signups.values())
            return 200, {}, {"items": everybody[skip:skip + top], "count": len(everybody)}
        if path == "/signups":
            if missing := {"person", "event", "shift", "role", "status"} - said.keys():
                return 400, {}, {"errors": [{"code": "INVALID_PARAMETER", "text": f"{sorted(missing)[0]} is required"}]}
            number = self.add_signup(said["person"]["vanId"], said["status"])
            return 201, {}, number
        number = int(path.rsplit("/", 1)[1])
        if number not in self.signups:
            return 404, {}, {"errors": [{"text": "not found"}]}
        if method == "PUT":
            self.signups[number] = said
            return 204, {}, None
        if method == "DELETE":
            del self.signups[number]
            return 204, {}, None
        return 200, {}, self.signups[number]
