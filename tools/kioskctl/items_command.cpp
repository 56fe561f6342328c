// kioskctl items: what is lent and given at the table, and who has it; one JSON line each.

#include <iostream>
#include <nlohmann/json.hpp>

#include "kiosk/event/id_code.h"
#include "kiosk/session/attendance.h"
#include "tools/kioskctl/command.h"

namespace welcome::tools::kioskctl {

namespace {

std::string state_of(const event::Item& item) {
    if (item.is_struck_off) return "lost";
    return item.loan ? "out" : "here";
}

nlohmann::ordered_json item_json(const event::State& state, const event::Item& item) {
    nlohmann::ordered_json line = {{"item", item.id.text()},
                                   {"kind", event::text_of(item.kind)},
                                   {"number", item.number},
                                   {"channel", item.channel},
                                   {"language", item.language},
                                   {"code", event::write_item_code(item.id)},
                                   {"loans", item.before.size() + (item.loan ? 1 : 0)},
                                   {"state", state_of(item)}};
    if (!item.loan) return line;
    const auto* person = item.loan->to ? state.person(*item.loan->to) : nullptr;
    line["since"] = kiosk::session::utc_text(item.loan->at);
    line["full_name"] = person ? person->full_name : "";
    line["card"] = item.loan->ticket;
    return line;
}

Outcome print_items(const EventOptions& where) {
    auto session = open_event(where);
    if (!session) return refuse(session.error());
    const auto& state = (*session)->state();
    for (const auto& item : state.items())
        std::cout << item_json(state, item).dump(-1, ' ', false, nlohmann::json::error_handler_t::replace)
                  << "\n";
    return {};
}

}  // namespace

void add_items_command(CLI::App& app, Run& run) {
    auto* items = app.add_subcommand("items", "what is lent at the table, and who has it");
    auto where = add_event_options(*items);
    items->callback([=, &run] { run = [=] { return print_items(*where); }; });
}

}  // namespace welcome::tools::kioskctl
