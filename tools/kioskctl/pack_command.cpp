// kioskctl pack, unpack: the evening as a sealed file, for a stick or another machine, and back again.

#include "tools/kioskctl/pack_command.h"

#include <iostream>
#include <nlohmann/json.hpp>

#include "kiosk/session/packing.h"

namespace welcome::tools::kioskctl {

namespace {

std::string joined(const std::vector<std::string>& words) {
    std::string all;
    for (const auto& word : words) all += (all.empty() ? "" : " ") + word;
    return all;
}

Outcome pack(const EventOptions& where, const std::string& folder) {
    auto session = open_event(where);
    if (!session) return refuse(session.error());
    const auto packed =
        kiosk::session::write_pack({(*session)->journal(), (*session)->event_id(), (*session)->key()}, folder,
                                   kiosk::session::wall_clock());
    if (!packed) return refuse(packed.error());
    std::cout << nlohmann::ordered_json({{"file", packed->file.string()},
                                         {"bytes", packed->bytes},
                                         {"facts", packed->head.facts},
                                         {"devices", packed->head.devices},
                                         {"head", sync::hex_of(packed->head)},
                                         {"words", joined(sync::words_of(packed->head))}})
              << "\n";
    return {};
}

Outcome unpack(const EventOptions& where, const std::string& file) {
    auto session = open_event(where);
    if (!session) return refuse(session.error());
    auto& journal = (*session)->journal();
    const auto taken = kiosk::session::take_pack(journal, (*session)->event_id(), (*session)->key(), file);
    if (!taken) return refuse(taken.error());
    const auto head = sync::head_of(journal);
    if (!head) return refuse(head.error());
    std::cout << nlohmann::ordered_json({{"added", taken->added},
                                         {"known", taken->known},
                                         {"refused", taken->refused},
                                         {"facts", head->facts},
                                         {"head", sync::hex_of(*head)},
                                         {"words", joined(sync::words_of(*head))}})
              << "\n";
    if (taken->refused > 0)
        return refuse(std::to_string(taken->refused) +
                      " facts do not fit what is here; take in the earlier packs first");
    return {};
}

}  // namespace

void add_pack_commands(CLI::App& app, Run& run) {
    auto* packing = app.add_subcommand("pack", "the evening as one sealed file, read back and compared");
    auto from = add_event_options(*packing);
    auto folder = std::make_shared<std::string>();
    packing->add_option("--out", *folder, "the folder it goes to: a stick, or one for safe keeping")
        ->required();
    packing->callback([=, &run] { run = [=] { return pack(*from, *folder); }; });

    auto* taking = app.add_subcommand("unpack", "take in a sealed file; what is here already is passed over");
    auto into = add_event_options(*taking);
    auto file = std::make_shared<std::string>();
    taking->add_option("FILE", *file, "a .wtpack file")->required();
    taking->callback([=, &run] { run = [=] { return unpack(*into, *file); }; });
}

}  // namespace welcome::tools::kioskctl
