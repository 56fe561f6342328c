// kioskctl rescue: all that can be read of a damaged journal, in a fresh folder that goes on with the
// evening.

#include <iostream>
#include <nlohmann/json.hpp>

#include "kiosk/session/rescue.h"
#include "kiosk/session/unlock.h"
#include "tools/kioskctl/command.h"

namespace welcome::tools::kioskctl {

namespace {

Outcome rescue(const EventOptions& damaged, const std::string& into) {
    const auto source = key_source(damaged);
    if (!source) return tl::unexpected(source.error());
    const auto card = kiosk::session::find_key({damaged.folder}, *source);
    if (!card) return refuse(card.error());
    const auto rescued = kiosk::session::rescue({damaged.folder}, {into}, *card);
    if (!rescued) return refuse(rescued.error());
    nlohmann::ordered_json missing = nlohmann::ordered_json::array();
    for (const auto& gap : rescued->missing)
        missing.push_back({{"device", gap.device.text()}, {"first", gap.first}, {"last", gap.last}});
    std::cout << nlohmann::ordered_json({{"facts", rescued->facts},
                                         {"after_a_gap", rescued->after_a_gap},
                                         {"missing", std::move(missing)}})
              << "\n";
    if (!rescued->missing.empty())
        std::cerr
            << "kioskctl: some facts are missing; let this folder share with another tablet that has them\n";
    return {};
}

}  // namespace

void add_rescue_command(CLI::App& app, Run& run) {
    auto* command =
        app.add_subcommand("rescue", "save what can be read of a damaged event folder into a new one");
    auto damaged = add_event_options(*command);
    auto into = std::make_shared<std::string>();
    command->add_option("--into", *into, "a new folder, which the tablet goes on with")->required();
    command->callback([=, &run] { run = [=] { return rescue(*damaged, *into); }; });
}

}  // namespace welcome::tools::kioskctl
