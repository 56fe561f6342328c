// Shows what /v1/live says. Text is set as text, never as markup.
"use strict";

const at = id => document.getElementById(id);
const all = "all";
let latest = null;

function element(name, text, kind) {
  const one = document.createElement(name);
  if (text !== undefined) one.textContent = text;
  if (kind) one.className = kind;
  return one;
}

// Leaves alone what would look the same, so that a button keeps the focus.
function fill(id, children) {
  const fresh = element(at(id).tagName);
  fresh.append(...children);
  if (fresh.innerHTML !== at(id).innerHTML) at(id).replaceChildren(...fresh.childNodes);
}

function shape(name, members, text) {
  const one = document.createElementNS("http://www.w3.org/2000/svg", name);
  for (const [key, value] of Object.entries(members)) one.setAttribute(key, value);
  if (text !== undefined) one.textContent = text;
  return one;
}

function clock(time, zone) {
  return new Intl.DateTimeFormat([], { hour: "numeric", minute: "2-digit", timeZone: zone }).format(new Date(time));
}

function language(code) {
  try { return new Intl.DisplayNames(["en"], { type: "language" }).of(code); } catch { return code; }
}

function added(events) {
  const sum = { counts: {}, languages: {}, arrivals: {}, rooms: [], tablets: [] };
  for (const event of events) {
    for (const [key, n] of Object.entries(event.counts)) sum.counts[key] = (sum.counts[key] || 0) + n;
    for (const [key, n] of Object.entries(event.languages)) sum.languages[key] = (sum.languages[key] || 0) + n;
    for (const [key, n] of event.arrivals) sum.arrivals[key] = (sum.arrivals[key] || 0) + n;
    sum.rooms.push(...event.rooms.map(room => ({ ...room, of: event.name })));
    sum.tablets.push(...event.tablets);
  }
  return sum;
}

function show_arrivals(arrivals, zone) {
  const five = 300000, times = Object.keys(arrivals).map(Number).sort((a, b) => a - b);
  if (times.length === 0) {
    at("arrivals_words").textContent = "Nobody has checked in by name yet.";
    at("arrivals").replaceChildren();
    return;
  }
  const last = times[times.length - 1], first = Math.max(times[0], last - 47 * five);
  const slots = Math.max(12, (last - first) / five + 1), most = Math.max(...times.map(time => arrivals[time]));
  const busiest = times.find(time => arrivals[time] === most);
  at("arrivals_words").textContent = `Each bar is five minutes. Most came at ${clock(busiest, zone)}: ${most}.`;
  const chart = shape("svg", { viewBox: "0 0 720 170", preserveAspectRatio: "none", role: "img",
    "aria-label": at("arrivals_words").textContent });
  chart.append(shape("line", { x1: 0, x2: 720, y1: 165, y2: 165 }));
  const width = 720 / slots;
  for (let slot = 0; slot < slots; ++slot) {
    const time = first + slot * five, n = arrivals[time] || 0, height = n / most * 150;
    if (n) chart.append(shape("rect", { x: slot * width + 1, y: 165 - height, width: width - 2, height, rx: 2 }));
  }
  const legend = element("p", `${clock(first, zone)} – ${clock(first + slots * five, zone)}`, "quiet");
  at("arrivals").replaceChildren(chart, legend);
}

function show_bars(list, rows, empty) {
  const most = Math.max(1, ...rows.map(row => row.n));
  fill(list, rows.map(row => {
    const line = element("li"), bar = element("progress");
    bar.max = most;
    bar.value = row.n;
    bar.setAttribute("aria-label", row.words);
    line.append(element("span", row.words), element("b", row.shown || row.n), bar);
    return line;
  }));
  if (rows.length === 0) at(list).replaceChildren(element("li", empty, "quiet"));
}

// Asks the service to change something; gives its answer, or its plain sentence as an error.
async function tell(method, path, body) {
  const answer = await fetch(path, { method, headers: { "Content-Type": "application/json" }, body: body && JSON.stringify(body) })
    .catch(() => { throw new Error("The service cannot be reached. Try again."); });
  const said = answer.status === 204 ? {} : await answer.json().catch(() => ({}));
  if (!answer.ok) throw new Error(said.detail || "That did not work. Sign in again.");
  return said;
}

function say(words, kind) {
  at("let_in_words").textContent = words;
  at("let_in_words").className = kind;
}

function button(words, does, kind) {
  const one = element("button", words, kind);
  one.type = "button";
  one.addEventListener("click", async () => {
    one.disabled = true;
    await does().catch(fault => say(fault.message, "late"));
    one.disabled = false;
  });
  return one;
}

function row(title, details, late, ...buttons) {
  const line = element("li"), words = element("div");
  words.append(element("b", title), element("span", details, late ? "late" : "quiet"));
  line.append(words, ...buttons);
  return line;
}

function ago(now, then) {
  const minutes = Math.floor((now - then) / 60000);
  return minutes < 1 ? "just now" : minutes < 60 ? `${minutes} min ago` : `${Math.floor(minutes / 60)} h ago`;
}

// What is known of each tablet: let in at the service, heard in an event, or both.
function known_tablets(heard) {
  const all = new Map();
  for (const one of latest.tablets.devices) all.set(one.device, { ...one, here: 0, missing: 0, heard: 0 });
  for (const one of heard) {
    const known = all.get(one.device) || { device: one.device, name: `Tablet ${one.device.slice(0, 4)}`, here: 0, missing: 0, heard: 0 };
    all.set(one.device, { ...known, here: known.here + one.here, missing: known.missing + one.missing, heard: Math.max(known.heard, one.heard) });
  }
  return [...all.values()];
}

let sure_about = null;  // the tablet whose button was touched once

function tablet_buttons(tablet) {
  const path = `/v1/devices/${tablet.device}`;
  if (tablet.revoked_at) return [button("Let it ask again", () => tell("POST", `${path}/readmission`), "calm")];
  if (!tablet.enrolled_at) return [];
  if (sure_about !== tablet.device) return [button("Shut out", async () => { sure_about = tablet.device; show(); }, "calm")];
  return [button("Keep", async () => { sure_about = null; show(); }, "calm"),
    button("Yes, shut out", () => { sure_about = null; return tell("DELETE", path); }, "danger")];
}

function show_tablets(heard, now) {
  const rows = known_tablets(heard).map(tablet => {
    const parts = [tablet.here ? `${tablet.here} facts here` : "nothing sent yet"];
    if (tablet.missing) parts.push(`${tablet.missing} missing`);
    if (tablet.heard) parts.push(`heard ${ago(now, tablet.heard)}`);
    if (tablet.revoked_at) parts.unshift("shut out");
    return row(tablet.name || `Tablet ${tablet.device.slice(0, 4)}`, parts.join(" · "), tablet.missing || tablet.revoked_at, ...tablet_buttons(tablet));
  });
  if (rows.length === 0) rows.push(element("li", "No tablet has sent anything yet.", "quiet"));
  fill("tablets", rows);
  fill("waiting", latest.tablets.waiting.map(one => row(one.name || "A tablet", `asks to be let in since ${clock(one.asked_at)}`, true,
    button("Turn away", () => tell("DELETE", `/v1/enrolments/${one.device}`), "calm"))));
}

at("let_in").addEventListener("submit", async submitted => {
  submitted.preventDefault();
  try {
    const tablet = await tell("POST", "/v1/enrolments", { code: at("code").value });
    say(`${tablet.name || "The tablet"} is let in. It sends in a few seconds.`, "quiet");
    at("code").value = "";
  } catch (fault) { say(fault.message, "late"); }
});

function show() {
  const choice = at("event").value || all;
  const events = latest.events.filter(event => choice === all || event.event === choice);
  const one = events.length === 1 ? events[0] : null, zone = one ? one.timezone : undefined, sum = added(events);
  at("title").textContent = one ? one.name : latest.events.length ? `Tonight: ${events.length} event${events.length === 1 ? "" : "s"}` : "No event yet";
  at("when").textContent = one ? `${new Date(one.starts).toLocaleDateString([], { dateStyle: "full", timeZone: zone })}, ${clock(one.starts, zone)}` : "";
  for (const id of ["in_the_room", "people", "company", "anonymous", "signed_up"]) at(id).textContent = sum.counts[id] || 0;
  show_arrivals(sum.arrivals, zone);
  show_bars("languages", Object.entries(sum.languages).sort((a, b) => b[1] - a[1])
    .map(([code, n]) => ({ words: language(code), n })), "Nobody's language is known yet.");
  const rooms = sum.rooms.map(room => ({ words: one ? room.room : `${room.room}, ${room.of}`, n: room.here, shown: `${room.here} here, ${room.gone} gone home` }));
  if (rooms.length === 0 && sum.counts.dropped_off) rooms.push({ words: "All rooms", n: sum.counts.dropped_off - sum.counts.picked_up });
  show_bars("rooms", rooms, "No child is known here. Childcare stays at the venue unless its rules say otherwise.");
  show_tablets(sum.tablets, latest.now);
}

function take(news) {
  latest = news;
  const select = at("event"), chosen = select.value;
  const options = news.events.map(event => new Option(event.name, event.event));
  if (options.length !== 1) options.unshift(new Option("All tonight", all));
  if ([...select.options].map(option => option.text).join("\n") !== options.map(option => option.text).join("\n")) {
    select.replaceChildren(...options);
    if (options.some(option => option.value === chosen)) select.value = chosen;
  }
  show();
}

at("event").addEventListener("change", show);
const stream = new EventSource("/v1/live");
stream.onmessage = message => {
  at("state").textContent = "Live";
  at("state").className = "state";
  take(JSON.parse(message.data));
};
stream.onerror = () => {
  at("state").textContent = "Not connected. Trying again …";
  at("state").className = "state broken";
};
