// Codes and places of this tablet's own, and what it does with them unasked.

#include <algorithm>
#include <array>
#include <set>

#include "kiosk/event/childcare_rules.h"

namespace welcome::kiosk::event {

namespace {

constexpr auto k_base = static_cast<std::uint32_t>(k_claim_alphabet.size());
constexpr std::uint32_t k_all_codes = k_base * k_base * k_base * k_base;
constexpr std::uint32_t k_codes_a_part = k_all_codes / static_cast<std::uint32_t>(k_code_parts);

// Neighbours in a part lie far apart: a code tells nothing of the next. The first sign of a
// product would show its part, as the number of parts and the base have a divisor in common (five of twenty
// signs a tablet); so each sign is moved on by those above it.
std::string spelled(std::uint32_t part, std::uint32_t number) {
    constexpr std::uint64_t stride = 104'729;  // prime, so every code comes once
    auto rest = static_cast<std::uint32_t>(
        (std::uint64_t{number} * static_cast<std::uint32_t>(k_code_parts) + part) * stride % k_all_codes);
    std::array<std::uint32_t, 4> digits{};
    for (auto& digit : digits) {
        digit = rest % k_base;
        rest /= k_base;
    }
    std::string code;
    std::uint32_t moved = 0;
    for (auto digit = digits.rbegin(); digit != digits.rend(); ++digit)
        code += k_claim_alphabet[moved = (moved + *digit) % k_base];
    return code;
}

}  // namespace

std::optional<std::string> new_code(const State& state, const Context& context) {
    const auto part = state.code_part(context.device);
    if (!part || *part < 0 || *part >= k_code_parts) return std::nullopt;
    const auto mine = static_cast<std::uint32_t>(*part);
    std::uint32_t number = context.random_below(k_codes_a_part) % k_codes_a_part;
    // The next free one after the drawn one: it ends though the source of chance were stuck.
    for (std::uint32_t step = 0; step < k_codes_a_part; ++step, number = (number + 1) % k_codes_a_part) {
        const auto code = spelled(mine, number);
        if (!state.is_code_known(code)) return code;
        if (step < 64) number = context.random_below(k_codes_a_part) % k_codes_a_part;
    }
    return std::nullopt;
}

FreePlaces::FreePlaces(const State& state, const sync::DeviceId& device) {
    const bool lost = state.is_lost(device);
    for (auto& now : state.rooms()) {
        int places = now.open && !lost ? state.free_places(device, now.room.name) : 0;
        if (now.staffed) places = std::min(places, now.places_open());
        free_.push_back({std::move(now.room), places});
    }
}

FreePlaces FreePlaces::at_best(const State& state) {
    FreePlaces all;
    for (auto& now : state.rooms()) {
        const int places = now.room.places;
        all.free_.push_back({std::move(now.room), places});
    }
    return all;
}

bool FreePlaces::fits(const Room& room, AgeBand band) {
    return std::find(room.bands.begin(), room.bands.end(), band) != room.bands.end();
}

std::optional<std::vector<std::string>> FreePlaces::take(const std::vector<AgeBand>& bands) {
    const auto count = static_cast<int>(bands.size());
    for (auto& one : free_) {  // Siblings together.
        const bool all =
            std::all_of(bands.begin(), bands.end(), [&](AgeBand band) { return fits(one.room, band); });
        if (!all || one.places < count) continue;
        one.places -= count;
        return std::vector<std::string>(bands.size(), one.room.name);
    }
    const auto before = free_;
    std::vector<std::string> rooms;
    for (const auto band : bands) {
        const auto found = std::find_if(free_.begin(), free_.end(), [&](const Free& one) {
            return one.places > 0 && fits(one.room, band);
        });
        if (found == free_.end()) {
            free_ = before;
            return std::nullopt;
        }
        --found->places;
        rooms.push_back(found->room.name);
    }
    return rooms;
}

std::vector<AgeBand> Family::bands() const {
    std::vector<AgeBand> all;
    for (const auto* stay : stays) all.push_back(stay->request.band);
    return all;
}

// Who could not be held by empty rooms (too many siblings, an age that no room takes) is for the desk to
// settle, and keeps nobody waiting.
std::vector<Family> families_in_line(const State& state) {
    std::vector<Family> all;
    for (const auto* stay : state.waitlist()) {
        auto found = std::find_if(all.begin(), all.end(),
                                  [&](const Family& family) { return family.code == stay->request.code; });
        if (found == all.end()) found = all.insert(all.end(), {stay->request.code, {}});
        found->stays.push_back(stay);
    }
    const auto at_best = FreePlaces::at_best(state);
    std::erase_if(all, [&](const Family& family) { return !FreePlaces(at_best).take(family.bands()); });
    return all;
}

int place_in_line(const State& state, std::string_view code) {
    const auto line = families_in_line(state);
    const auto found =
        std::find_if(line.begin(), line.end(), [&](const Family& family) { return family.code == code; });
    return found == line.end() ? 0 : static_cast<int>(found - line.begin()) + 1;
}

namespace {

// Who came first goes first: a family that does not fit keeps its rooms from those behind it.
void call_next(const State& state, const Context& context, std::vector<sync::Draft>& drafts) {
    FreePlaces places(state, context.device);
    std::set<AgeBand> waiting;
    for (const auto& family : families_in_line(state)) {
        const auto bands = family.bands();
        const bool behind =
            std::any_of(bands.begin(), bands.end(), [&](AgeBand band) { return waiting.contains(band); });
        const auto rooms = behind ? std::nullopt : places.take(bands);
        if (!rooms) {
            waiting.insert(bands.begin(), bands.end());
            continue;
        }
        for (std::size_t i = 0; i < family.stays.size(); ++i) {
            add(drafts, context, ChildAccepted{family.stays[i]->id, (*rooms)[i], context.staff});
            add(drafts, context, ParentPaged{family.stays[i]->id, context.staff, "place_free"});
        }
    }
}

// As many as were asked for, as far as there are any; 0 is an answer too, so that the other asks elsewhere.
void answer_askings(const State& state, const Context& context, std::vector<sync::Draft>& drafts) {
    std::map<std::string, int> free;
    const bool lost = state.is_lost(context.device);
    for (const auto& now : state.rooms())
        free[now.room.name] = lost ? 0 : state.free_places(context.device, now.room.name);
    for (const auto& asking : state.unanswered()) {
        if (asking.what.of != context.device || asking.from == context.device) continue;
        int& mine = free[asking.what.room];
        const int given = std::clamp(std::min(asking.what.places, mine), 0, 1'000);
        mine -= given;
        add(drafts, context, SlotsGranted{asking.what.room, given, asking.from, asking.fact});
    }
}

void give_codes(const State& state, const Context& context, std::vector<sync::Draft>& drafts) {
    if (state.opener() != context.device) return;
    std::set<int> taken;
    const auto devices = state.devices();
    for (const auto& device : devices) {
        if (const auto part = state.code_part(device)) taken.insert(*part);
    }
    for (const auto& device : devices) {
        if (state.code_part(device)) continue;
        int part = 1;
        while (taken.contains(part)) ++part;
        if (part >= k_code_parts) return;
        taken.insert(part);
        add(drafts, context, CodesGranted{device, part});
    }
}

// The peer that seems to have most, and was not asked already.
std::optional<sync::DeviceId> richest_peer(const State& state, const Context& context,
                                           const std::string& room) {
    const auto open = state.unanswered();
    std::optional<sync::DeviceId> richest;
    int most = 0;
    for (const auto& device : state.devices()) {
        const bool gives = device != context.device && !state.is_lost(device);
        const int free = gives ? state.free_places(device, room) : 0;
        const bool asked = std::any_of(open.begin(), open.end(), [&](const State::Asking& one) {
            return one.from == context.device && one.what.room == room && one.what.of == device;
        });
        if (free <= most || asked) continue;
        most = free;
        richest = device;
    }
    return richest;
}

// Only the tablet at which the first family of the line asked seeks places for it, so that two tablets do
// not hand one place to and fro. For a lost one another seeks them.
void ask_for_places(const State& state, const Context& context, std::vector<sync::Draft>& drafts) {
    const auto line = families_in_line(state);
    if (line.empty() || state.is_lost(context.device)) return;
    const auto& asked_at = line.front().stays.front()->asked.device;
    if ((state.is_lost(asked_at) ? state.reclaimer() : asked_at) != context.device) return;
    for (const auto& now : state.rooms()) {
        const auto fits = [&](const Stay* stay) {
            return std::find(now.room.bands.begin(), now.room.bands.end(), stay->request.band) !=
                   now.room.bands.end();
        };
        const auto& stays = line.front().stays;
        const auto needed = static_cast<int>(std::count_if(stays.begin(), stays.end(), fits));
        const int missing = needed - std::max(0, state.free_places(context.device, now.room.name));
        if (!now.open || missing <= 0) continue;
        if (const auto peer = richest_peer(state, context, now.room.name))
            add(drafts, context, SlotsAsked{now.room.name, missing, *peer});
    }
}

}  // namespace

std::vector<sync::Draft> decide_upkeep(const State& state, const Context& context) {
    std::vector<sync::Draft> drafts;
    mind_the_lost(state, context, drafts);
    give_codes(state, context, drafts);
    answer_askings(state, context, drafts);
    if (state.is_closed() || !drafts.empty()) return drafts;  // What is left is for the next time.
    call_next(state, context, drafts);
    if (drafts.empty()) ask_for_places(state, context, drafts);
    return drafts;
}

}  // namespace welcome::kiosk::event
