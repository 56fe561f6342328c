// kioskctl meals: plates of each kind, asked for and handed out, for the caterer.

#include <iostream>
#include <nlohmann/json.hpp>

#include "kiosk/event/decide_meals.h"
#include "tools/kioskctl/command.h"

namespace welcome::tools::kioskctl {

namespace {

nlohmann::ordered_json plates_json(const event::PlateCount& plates) {
    auto json = nlohmann::ordered_json::object();
    for (const auto& [diet, count] : plates) json[std::string(event::text_of(diet))] = count;
    return json;
}

Outcome print_meals(const EventOptions& where) {
    auto session = open_event(where);
    if (!session) return refuse(session.error());
    const auto meals = event::meals_now((*session)->state());
    const nlohmann::ordered_json all = {{"asked", plates_json(meals.asked)},
                                        {"handed_out", plates_json(meals.given)},
                                        {"waiting", meals.waiting.size()}};
    std::cout << all.dump() << "\n";
    return {};
}

}  // namespace

void add_meals_command(CLI::App& app, Run& run) {
    auto* meals = app.add_subcommand("meals", "plates of each kind, asked for and handed out");
    auto where = add_event_options(*meals);
    meals->callback([=, &run] { run = [=] { return print_meals(*where); }; });
}

}  // namespace welcome::tools::kioskctl
