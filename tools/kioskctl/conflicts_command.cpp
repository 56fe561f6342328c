// kioskctl conflicts: what tablets that could not see each other wrote down twice, what was made of it, and
// the longest time that this tablet and each other were apart.

#include <iostream>
#include <nlohmann/json.hpp>

#include "kiosk/event/apart.h"
#include "kiosk/event/conflicts.h"
#include "kiosk/event/words.h"
#include "kiosk/session/attendance.h"
#include "tools/kioskctl/command.h"

namespace welcome::tools::kioskctl {

namespace {

using nlohmann::ordered_json;

ordered_json person_json(const event::Person& person) {
    ordered_json witnesses = ordered_json::array();
    for (const auto& witness : person.attendance->witnesses)
        witnesses.push_back({{"tablet", witness.device.text()},
                             {"at", kiosk::session::utc_text(witness.at)},
                             {"method", event::text_of(witness.method)}});
    return {{"person", person.id.text()},
            {"full_name", person.full_name},
            {"counted_from", kiosk::session::utc_text(person.attendance->at)},
            {"witnesses", std::move(witnesses)}};
}

Outcome print_conflicts(const EventOptions& where) {
    auto session = open_event(where);
    if (!session) return refuse(session.error());
    const auto told = event::conflicts_of((*session)->state());
    ordered_json twice = ordered_json::array(), placed = ordered_json::array(), over = ordered_json::array();
    for (const auto* person : told.recorded_twice) twice.push_back(person_json(*person));
    for (const auto* stay : told.placed_twice)
        placed.push_back(
            {{"stay", stay->id.text()}, {"room", stay->room}, {"places", stay->accepted.size()}});
    for (const auto& now : told.over)
        over.push_back({{"room", now.room.name},
                        {"places", now.room.places},
                        {"children", now.children + now.expected}});
    auto& journal = (*session)->journal();
    event::ApartWatch watch(journal.device());
    if (auto read = journal.read_from(0, [&](const sync::Fact& fact) { watch.take(fact); }); !read)
        return refuse(read.error());
    ordered_json apart = ordered_json::array();
    for (const auto& one : watch.told())
        apart.push_back({{"tablet", one.device.text()},
                         {"longest_seconds", std::int64_t{one.longest.count() / 1000}},
                         {"until", kiosk::session::utc_text(one.until)}});
    std::cout << ordered_json({{"recorded_twice", std::move(twice)},
                               {"placed_twice", std::move(placed)},
                               {"rooms_over", std::move(over)},
                               {"apart", std::move(apart)}})
                     .dump(2, ' ', false, ordered_json::error_handler_t::replace)
              << "\n";
    return {};
}

}  // namespace

void add_conflicts_command(CLI::App& app, Run& run) {
    auto* command =
        app.add_subcommand("conflicts", "what several tablets wrote down twice, and how it counts");
    auto where = add_event_options(*command);
    command->callback([=, &run] { run = [=] { return print_conflicts(*where); }; });
}

}  // namespace welcome::tools::kioskctl
