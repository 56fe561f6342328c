#include "tools/membershipd/judge.h"

#include <algorithm>
#include <sodium.h>

namespace welcome::tools::membershipd {
namespace {

using kiosk::event::CheckedIn;
using kiosk::event::Person;
using kiosk::event::PersonId;
using kiosk::event::PersonRegistered;

Answer rejected(const sync::WireFact& one, std::string reason, std::string digest) {
    Answer answer;
    answer.id = one.id_text;
    answer.state = "rejected";
    answer.reason = std::move(reason);
    answer.digest = std::move(digest);
    return answer;
}

std::vector<std::string> ids_of(const Fact& fact, const std::optional<kiosk::event::Body>& body) {
    if (body) {
        if (const auto* check_in = std::get_if<CheckedIn>(&*body))
            return {"attendance:" + check_in->person.text()};
    }
    return {"fact:" + fact.id.text()};
}

// The same fact with less of it: another tablet relays it under stricter rules, or under looser ones.
bool is_the_same_cut_down(const StoredFact& there, const sync::WireFact& here) {
    const auto& a = there.fact;
    const auto& b = here.fact;
    return (there.cut_down || here.cut_down) && a.device == b.device && a.device_seq == b.device_seq &&
           a.time == b.time;
}

bool same_word(std::string_view a, std::string_view b) {
    const auto lower = [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; };
    return std::equal(a.begin(), a.end(), b.begin(), b.end(),
                      [&](char x, char y) { return lower(x) == lower(y); });
}

}  // namespace

std::string digest_of(const sync::WireFact& one) {
    const auto& fact = one.fact;
    const auto text = fact.device.text() + '\n' + std::to_string(fact.device_seq) + '\n' +
                      std::to_string(fact.time.wall_ms) + '\n' + std::to_string(fact.time.counter) + '\n' +
                      std::to_string(fact.wall.time_since_epoch().count()) + '\n' + fact.kind + '\n' +
                      fact.body + '\n' + one.fault + '\n' + one.id_text;
    std::array<unsigned char, 32> hash{};
    crypto_generichash(hash.data(), hash.size(), reinterpret_cast<const unsigned char*>(text.data()),
                       text.size(), nullptr, 0);
    std::string hex(hash.size() * 2 + 1, '\0');
    sodium_bin2hex(hex.data(), hex.size(), hash.data(), hash.size());
    hex.pop_back();
    return hex;
}

std::vector<std::string> ids_of(const Fact& fact) {
    return ids_of(fact, kiosk::event::read_body(fact.kind, fact.body));
}

Result<Answer> Judge::judge(const sync::WireFact& one) {
    auto digest = digest_of(one);
    if (!one.fault.empty()) {
        return rejected(one, one.fault == "foreign-event" ? one.fault : "unreadable: " + one.fault,
                        std::move(digest));
    }
    std::optional<StoredFact> there;
    if (const auto found = in_batch_.find(one.fact.id); found != in_batch_.end()) {
        there = found->second;
    } else if (book_.state().has(one.fact.id)) {
        auto stored = find_(one.fact.id);
        if (!stored) return tl::unexpected(stored.error());
        there = std::move(*stored);
    }
    if (there) {
        if (there->digest != digest && !is_the_same_cut_down(*there, one)) {
            return rejected(one, "id-reused", std::move(digest));
        }
        Answer answer;
        answer.id = one.id_text;
        answer.state = "duplicate";
        answer.ids = ids_of(there->fact);
        answer.digest = std::move(digest);
        return answer;
    }
    auto& kept = in_batch_[one.fact.id];
    kept.fact = one.fact;
    kept.cut_down = one.cut_down;
    kept.digest = digest;
    auto answer = judge_new(one.fact);
    answer.id = one.id_text;
    answer.digest = std::move(digest);
    return answer;
}

Answer Judge::judge_new(const Fact& fact) {
    Answer answer;
    answer.state = "accepted";
    const auto body = kiosk::event::read_body(fact.kind, fact.body);
    answer.ids = ids_of(fact, body);
    if (!body) return answer;  // Tomorrow's version: kept and passed on.
    if (const auto* check_in = std::get_if<CheckedIn>(&*body)) {
        const auto* person = book_.state().person(check_in->person);
        const bool is_new = attending_in_batch_.insert(check_in->person).second;
        if (!is_new || (person && person->attendance)) answer.state = "superseded";
    }
    if (const auto* registered = std::get_if<PersonRegistered>(&*body)) {
        if (const auto twin = twin_of(*registered)) {
            answer.state = "needs_review";
            answer.reason = "possible-duplicate";
            answer.person = registered->person.text();
            answer.candidate = twin->text();
        }
    }
    return answer;
}

// Somebody who signed up at the door with a name and a phone or email that are already there. Phone or
// email alone is no twin: a family shares them.
std::optional<PersonId> Judge::twin_of(const PersonRegistered& registered) const {
    const auto& fields = registered.fields;
    if (registered.source != "door" || !fields.full_name || fields.full_name->empty()) return std::nullopt;
    const auto same = [](const std::optional<std::string>& said, const std::string& known) {
        return said && !said->empty() && same_word(*said, known);
    };
    for (const auto* person : book_.state().people()) {
        if (person->id == registered.person || !same(fields.full_name, person->full_name)) continue;
        if (same(fields.phone, person->phone) || same(fields.email, person->email)) return person->id;
    }
    return std::nullopt;
}

}  // namespace welcome::tools::membershipd
