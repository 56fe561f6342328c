// Rooms, the line, and who may give away which places and codes.

#include <algorithm>
#include <array>
#include <tuple>

#include "kiosk/event/state_inside.h"

namespace welcome::kiosk::event {

namespace {

constexpr std::array k_all_bands = {AgeBand::under_2, AgeBand::from_2_to_3, AgeBand::from_4_to_5,
                                    AgeBand::from_6_to_9, AgeBand::from_10_to_13};

void add_stays(const std::vector<const Stay*>& stays, RoomNow& now) {
    for (const auto* stay : stays) {
        if (stay->room != now.room.name) continue;
        if (stay->state == StayState::dropped_off) ++now.children;
        if (stay->state == StayState::accepted) ++now.expected;
    }
}

}  // namespace

int children_to_one_adult(AgeBand youngest) {
    constexpr std::array ratios = {4, 6, 10, 12, 15};
    return ratios.at(static_cast<std::size_t>(youngest));
}

int RoomNow::children_to_one() const {
    if (room.ratio > 0) return std::min(room.ratio, k_most_company);
    const auto youngest = std::min_element(room.bands.begin(), room.bands.end());
    return children_to_one_adult(youngest == room.bands.end() ? AgeBand::under_2 : *youngest);
}

int RoomNow::minded_at_most() const {
    return adults < k_least_adults ? 0 : adults * children_to_one();
}

int RoomNow::places_open() const {
    if (!open) return 0;
    const int taken = children + expected;
    const int by_places = room.places - taken;
    return staffed ? std::min(by_places, minded_at_most() - taken) : by_places;
}

std::vector<Room> State::Inside::configured_rooms() const {
    if (!event.childcare_rooms.empty()) return event.childcare_rooms;
    return {{.name = "", .bands = {k_all_bands.begin(), k_all_bands.end()}, .places = k_most_company}};
}

std::vector<RoomNow> State::rooms() const {
    std::vector<RoomNow> all;
    const auto everybody = stays();
    for (auto& room : inside_->configured_rooms()) {
        RoomNow now{.room = std::move(room)};
        inside_->each<RoomStaffed>(inside_->rooms, [&](const RoomStaffed& body, const Record&) {
            if (body.room != now.room.name) return;
            now.staffed = true;
            now.adults = sane(body.adults, k_most_company);
        });
        for (const Place place : inside_->rooms) {
            if (!inside_->records[place].effective) continue;
            inside_->use(place, [&]<typename Kind>(const Kind& body) {
                if constexpr (std::is_same_v<Kind, RoomOpened>)
                    now.open = now.open || body.room == now.room.name;
                if constexpr (std::is_same_v<Kind, RoomClosed>)
                    now.open = now.open && body.room != now.room.name;
            });
        }
        add_stays(everybody, now);
        all.push_back(std::move(now));
    }
    return all;
}

std::optional<RoomNow> State::room(std::string_view name) const {
    for (auto& now : rooms()) {
        if (now.room.name == name) return std::move(now);
    }
    return std::nullopt;
}

bool State::has_room_for(AgeBand band) const {
    const auto rooms = inside_->configured_rooms();
    return std::any_of(rooms.begin(), rooms.end(), [band](const Room& room) {
        return std::find(room.bands.begin(), room.bands.end(), band) != room.bands.end();
    });
}

std::vector<const Stay*> State::roll_call() const {
    auto here = stays();
    std::erase_if(here, [](const Stay* stay) { return stay->state != StayState::dropped_off; });
    std::sort(here.begin(), here.end(), [](const Stay* left, const Stay* right) {
        return std::tie(left->room, left->request.first_name, left->id) <
               std::tie(right->room, right->request.first_name, right->id);
    });
    return here;
}

std::vector<const Stay*> State::waitlist() const {
    auto waiting = stays();
    std::erase_if(waiting, [](const Stay* stay) { return stay->state != StayState::waitlisted; });
    std::sort(waiting.begin(), waiting.end(), [](const Stay* left, const Stay* right) {
        return std::tie(left->asked, left->id) < std::tie(right->asked, right->id);
    });
    return waiting;
}

std::vector<Alert> State::alerts() const {
    std::set<FactId> seen;
    inside_->each<AlertSeen>(inside_->alerts_seen,
                             [&](const AlertSeen& body, const Record&) { seen.insert(body.fact); });
    std::vector<Alert> all;
    for (const Place place : inside_->alerts) {
        const Record& record = inside_->records[place];
        if (!record.effective) continue;
        Alert alert{.fact = record.id, .at = record.wall, .by = {}, .on = record.stamp.device, .stay = {}};
        bool tells = true;
        inside_->use(place, [&]<typename Kind>(const Kind& body) {
            if constexpr (std::is_same_v<Kind, ClaimRefused>) {
                alert.about = body.dead ? Alert::About::dead_code : Alert::About::wrong_code;
                alert.by = body.by;
                alert.times = body.times;
                tells = body.dead || body.times >= k_wrong_claims_at_most;
            } else if constexpr (std::is_same_v<Kind, PickUpRefused>) {
                alert.about = Alert::About::refused_pick_up;
                alert.by = body.by;
                alert.stay = body.stay;
            }
        });
        if (!tells) continue;
        alert.seen = seen.contains(record.id);
        all.push_back(alert);
    }
    return all;
}

WrongClaims State::wrong_claims(const sync::DeviceId& at) const {
    WrongClaims wrong;
    inside_->each<ClaimRefused>(inside_->alerts, [&](const ClaimRefused& body, const Record& record) {
        if (record.stamp.device == at && !body.dead) wrong = {body.times, record.wall};
    });
    return wrong;
}

bool State::is_ticked_off(const Stay& stay) const {
    const auto began = roll_call_began();
    return stay.seen && (!began || began->stamp < stay.seen->stamp);
}

std::optional<State::RollCallStart> State::roll_call_began() const {
    std::optional<RollCallStart> last;
    inside_->each<RollCallBegun>(inside_->roll_calls, [&](const RollCallBegun&, const Record& record) {
        last = {record.stamp, record.wall};
    });
    return last;
}

// By the earliest, whatever became of it: places must not change hands by a later word.
std::optional<sync::DeviceId> State::opener() const {
    if (inside_->openings.empty()) return std::nullopt;
    return inside_->records[inside_->openings.front()].stamp.device;
}

// A tablet alone lessens what it has, by its own facts, which it always knows. So what it believes to have
// is never more than it has, whatever has not reached it yet. A place comes back to the tablet that accepted
// the child, once it hears that the child has left: two tablets that both recorded it bring back one place.
int State::free_places(const sync::DeviceId& device, std::string_view room) const {
    std::int64_t places = 0;
    if (opener() == device) {
        for (const auto& one : inside_->configured_rooms()) {
            if (one.name == room) places += sane(one.places, k_most_company);
        }
    }
    inside_->each<SlotsGranted>(inside_->grants, [&](const SlotsGranted& body, const Record& record) {
        if (body.room != room) return;
        if (body.to == device) places += sane(body.places, k_most_company);
        if (record.stamp.device == device) places -= sane(body.places, k_most_company);
    });
    inside_->each<SlotsReclaimed>(inside_->grants, [&](const SlotsReclaimed& body, const Record& record) {
        if (body.room != room) return;
        if (body.of == device) places -= sane(body.places, k_most_company);
        if (record.stamp.device == device) places += sane(body.places, k_most_company);
    });
    for (const auto* stay : stays()) places -= stay->holds_place_of(device, room) ? 1 : 0;
    return static_cast<int>(std::clamp<std::int64_t>(places, -k_most_company, k_most_company));
}

std::optional<int> State::code_part(const sync::DeviceId& device) const {
    if (opener() == device) return 0;
    std::optional<int> part;
    inside_->each<CodesGranted>(inside_->grants, [&](const CodesGranted& body, const Record& record) {
        if (!part && body.to == device && body.part > 0 && record.stamp.device == opener()) part = body.part;
    });
    return part;
}

std::vector<sync::DeviceId> State::devices() const {
    return {inside_->devices.begin(), inside_->devices.end()};
}

std::vector<State::Asking> State::unanswered() const {
    std::vector<Asking> asking;
    inside_->each<SlotsAsked>(inside_->grants, [&](const SlotsAsked& body, const Record& record) {
        asking.push_back({record.id, record.stamp.device, body});
    });
    inside_->each<SlotsGranted>(inside_->grants, [&](const SlotsGranted& body, const Record&) {
        if (body.asked) std::erase_if(asking, [&](const Asking& one) { return one.fact == *body.asked; });
    });
    return asking;
}

bool State::is_number_known(int number) const {
    const auto all = stays();
    return std::any_of(all.begin(), all.end(),
                       [number](const Stay* stay) { return stay->request.number == number; });
}

std::optional<Instant> State::closed_at() const {
    std::optional<Instant> at;
    inside_->each<EventClosed>(inside_->closings,
                               [&](const EventClosed&, const Record& record) { at = record.wall; });
    return at;
}

// Whatever an undo says: what is destroyed does not come back.
std::vector<State::Erasure> State::childcare_erasures() const {
    std::vector<Erasure> all;
    std::set<sync::DeviceId> seen;
    for (const Place place : inside_->erasures) {
        const Record& record = inside_->records[place];
        if (seen.insert(record.stamp.device).second) all.push_back({record.stamp.device, record.wall});
    }
    return all;
}

bool State::has_incident() const {
    return std::any_of(inside_->stays.begin(), inside_->stays.end(),
                       [](const auto& one) { return !one.second.stay.incidents.empty(); });
}

}  // namespace welcome::kiosk::event
