// Taking facts in: once each, undos settled.

#include <algorithm>
#include <cstring>

#include "kiosk/event/state_inside.h"

namespace welcome::kiosk::event {

namespace {

// The same on every machine, which choosing between two facts of one id must be. No secret and no proof:
// signatures are the journal's business.
class Digest {
  public:
    void add(std::uint64_t word) {
        value_ = (value_ ^ word) * 0x9E3779B97F4A7C15ULL;
        value_ ^= value_ >> 29U;
    }
    void add(std::string_view bytes) {
        add(bytes.size());
        for (std::size_t begin = 0; begin < bytes.size(); begin += 8) {
            std::uint64_t word = 0;  // Little-endian, as all that tablets run on.
            std::memcpy(&word, bytes.data() + begin, std::min<std::size_t>(8, bytes.size() - begin));
            add(word);
        }
    }
    [[nodiscard]] std::uint64_t value() const { return value_; }

  private:
    std::uint64_t value_ = 0xCBF29CE484222325ULL;
};

std::uint64_t digest_of(const sync::Fact& fact) {
    Digest digest;
    digest.add(std::string_view(reinterpret_cast<const char*>(fact.device.bytes.data()), 32));
    digest.add(fact.device_seq);
    digest.add(static_cast<std::uint64_t>(fact.time.wall_ms));
    digest.add(std::uint64_t{fact.time.counter});
    digest.add(static_cast<std::uint64_t>(fact.wall.time_since_epoch().count()));
    digest.add(std::string_view(fact.kind));
    digest.add(std::string_view(fact.body));
    return digest.value();
}

// The fact inside, where it is one of this event and no wrapping again.
std::optional<sync::Fact> unwrap(std::optional<Body>& body, const sync::EventId& event) {
    auto* wrapping = body ? std::get_if<FactRelayed>(&*body) : nullptr;
    if (!wrapping) return std::nullopt;
    sync::Fact inner = std::move(wrapping->fact);
    wrapping->fact = {};
    if (inner.kind != "fact_relayed" && (inner.event.is_nil() || inner.event == event)) return inner;
    body.reset();
    return std::nullopt;
}

}  // namespace

void State::Inside::put(const sync::Fact& fact, bool relayed) {
    const auto digest = digest_of(fact);
    devices.insert(fact.device);
    const auto known = place_of(fact.id);
    const Place place = known.value_or(static_cast<Place>(records.size()));
    if (known && records[place].digest == digest && (relayed || !records[place].relayed)) return;

    auto body = read_body(fact.kind, fact.body);
    const auto inner = unwrap(body, fact.event);
    // Of two different facts under one id, what the device itself said stands, else the smaller digest:
    // the same one whoever looks and whichever came first.
    const bool stands = !known || (records[place].relayed && !relayed) ||
                        (records[place].relayed == relayed && digest < records[place].digest);
    if (stands) {
        Record record{fact.id, fact.stamp(), fact.wall, digest, 0, k_unreadable, relayed, false};
        if (body) {
            record.kind = static_cast<std::uint8_t>(body->index());
            record.slot = shelves.put(std::move(*body));
        }
        if (known) {
            detach(place);
            records[place] = record;
        } else {
            records.push_back(record);
            places.put(place, records);
        }
        attach(place);
    }
    if (inner) put(*inner, true);  // Whatever became of the wrapping.
}

std::optional<Place> State::Inside::place_of(const FactId& id) const {
    return places.find(id, records);
}

bool State::Inside::before(Place left, Place right) const {
    const Record& first = records[left];
    const Record& second = records[right];
    const auto order = first.stamp <=> second.stamp;
    return order != 0 ? order < 0 : first.id < second.id;
}

bool State::Inside::insert(Places& some, Place place) const {
    if (some.empty() || before(some.back(), place)) {
        some.push_back(place);
        return true;
    }
    const auto behind = [this](Place left, Place right) { return before(left, right); };
    some.insert(std::upper_bound(some.begin(), some.end(), place, behind), place);
    return false;
}

// An undo counts only where it is later than what it undoes, so no circle of undos can form.
bool State::Inside::is_undone(const Record& record) const {
    const auto named = undos.find(record.id);
    if (named == undos.end()) return false;
    const Place place = *place_of(record.id);
    return std::any_of(named->second.begin(), named->second.end(),
                       [&](Place undo) { return records[undo].effective && before(place, undo); });
}

void State::Inside::attach(Place place) {
    Record& record = records[place];
    record.effective = !is_undone(record);
    if (record.kind == k_unreadable) {
        ++unreadable;
        return;
    }
    enter(place);
    if (record.kind == index_of<FactUndone, Body>) {
        const FactId target = shelves.at<FactUndone>(record.slot).fact;
        undos[target].push_back(place);
        settle(target);
    }
}

void State::Inside::detach(Place place) {
    Record& record = records[place];
    if (record.kind == k_unreadable) {
        --unreadable;
        return;
    }
    if (record.effective) flip(place, false);
    leave(place);
    if (record.kind == index_of<FactUndone, Body>) {
        const FactId target = shelves.at<FactUndone>(record.slot).fact;
        std::erase(undos[target], place);
        settle(target);
    }
}

// Walks from what an undo names to what that undoes in turn, as far as anything changes. Every step needs
// an earlier fact to change, so it ends.
void State::Inside::settle(FactId target) {
    for (auto found = place_of(target); found; found = place_of(target)) {
        const Place place = *found;
        const bool is = !is_undone(records[place]);
        if (is == records[place].effective) return;
        flip(place, is);
        if (records[place].kind != index_of<FactUndone, Body>) return;
        target = shelves.at<FactUndone>(records[place].slot).fact;
    }
}

}  // namespace welcome::kiosk::event
