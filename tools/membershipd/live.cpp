#include "tools/membershipd/live.h"

#include <nlohmann/json.hpp>

#include "tools/membershipd/answers.h"

namespace welcome::tools::membershipd {
namespace {

using nlohmann::ordered_json;

// [start of five minutes in ms, people], in order.
ordered_json arrivals_of(const std::vector<const kiosk::event::Person*>& attending) {
    constexpr std::int64_t k_five_minutes = 300'000;
    std::map<std::int64_t, int> slots;
    for (const auto* person : attending) {
        const auto& attendance = *person->attendance;
        const auto at = attendance.at.time_since_epoch().count();
        slots[at / k_five_minutes * k_five_minutes] += 1 + attendance.more_adults + attendance.more_children;
    }
    auto list = ordered_json::array();
    for (const auto& [at, people] : slots) list.push_back({at, people});
    return list;
}

ordered_json rooms_of(const kiosk::event::State& state) {
    struct Room {
        int here = 0, gone = 0;
    };
    std::map<std::string, Room> rooms;
    for (const auto* stay : state.stays()) {
        if (stay->state == kiosk::event::StayState::dropped_off) ++rooms[stay->room].here;
        if (stay->state == kiosk::event::StayState::picked_up) ++rooms[stay->room].gone;
    }
    auto list = ordered_json::array();
    for (const auto& [name, room] : rooms)
        list.push_back({{"room", name}, {"here", room.here}, {"gone", room.gone}});
    return list;
}

ordered_json tablets_of(const EventBook& book) {
    auto list = ordered_json::array();
    for (const auto& [device, run] : book.held()) {
        list.push_back({{"device", device.text()},
                        {"here", run.count()},
                        {"missing", run.missing()},
                        {"heard", book.heard(device).time_since_epoch().count()}});
    }
    return list;
}

}  // namespace

ordered_json live_json(const EventRecord& event, const EventBook& book) {
    const auto attending = book.state().attending();
    const auto count = book.state().count();
    std::map<std::string, int> languages;
    for (const auto* person : attending) {
        if (!person->language.empty()) ++languages[person->language];
    }
    return {{"event", event.event.text()},
            {"name", event.name},
            {"starts", instant_text(event.starts)},
            {"timezone", event.time_zone},
            {"counts",
             {{"in_the_room", count.in_the_room()},
              {"people", count.people_checked_in},
              {"company", count.company},
              {"anonymous", count.anonymous},
              {"signed_up", count.signed_up},
              {"dropped_off", count.children_dropped_off},
              {"picked_up", count.children_picked_up}}},
            {"languages", languages},
            {"arrivals", arrivals_of(attending)},
            {"rooms", rooms_of(book.state())},
            {"tablets", tablets_of(book)}};
}

}  // namespace welcome::tools::membershipd
