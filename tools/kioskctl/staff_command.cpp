// kioskctl staff add: a person who may work the volunteer screens, with a personal PIN.

#include <algorithm>
#include <array>
#include <iostream>

#include "tools/kioskctl/command.h"

namespace welcome::tools::kioskctl {

namespace {

struct StaffOptions {
    std::string name, role = "volunteer", pin_file = "-";
};

// shared/field.md, 3.2, 7: at least six digits, and none of the values that everybody tries first.
bool pin_is_weak(const std::string& pin) {
    constexpr std::array common = {"123456", "654321", "123123", "121212", "112233", "012345",
                                   "696969", "159753", "101010", "123321", "131313", "456789"};
    const bool all_same = pin.find_first_not_of(pin.front()) == std::string::npos;
    return all_same || std::find(common.begin(), common.end(), pin) != common.end();
}

tl::expected<event::StaffRole, std::string> role_of(const std::string& word) {
    for (const auto role :
         {event::StaffRole::volunteer, event::StaffRole::childcare, event::StaffRole::lead}) {
        if (event::text_of(role) == word) return role;
    }
    return refuse("a role is volunteer, childcare or lead");
}

Outcome add(const EventOptions& where, const StaffOptions& options) {
    const auto role = role_of(options.role);
    if (!role) return refuse(role.error());
    const auto pin = read_secret(options.pin_file);
    if (!pin) return refuse(pin.error());
    const bool digits_only = pin->find_first_not_of("0123456789") == std::string::npos;
    if (!digits_only || pin->size() < 6) return refuse("a PIN has at least six digits and nothing else");
    if (pin_is_weak(*pin)) return refuse("that PIN is too easy to guess; choose another");
    auto session = open_event(where);
    if (!session) return refuse(session.error());
    auto hash = sync::hash_pin(*pin);
    if (!hash) return refuse(hash.error());
    const event::StaffId id(sync::new_uuid());
    auto added = (*session)->commit(
        {event::draft(sync::FactId(sync::new_uuid()), event::StaffAdded{id, options.name, *role, *hash})});
    if (!added) return refuse(added.error());
    std::cout << id.text() << "\n";
    return {};
}

}  // namespace

void add_staff_command(CLI::App& app, Run& run) {
    auto* staff = app.add_subcommand("staff", "who may work the volunteer screens")->require_subcommand(1);
    auto* command = staff->add_subcommand("add", "add a person with a personal PIN");
    auto where = add_event_options(*command);
    auto options = std::make_shared<StaffOptions>();
    command->add_option("--name", options->name, "the person's name")->required();
    command->add_option("--role", options->role, "volunteer, childcare or lead");
    command->add_option("--pin-file", options->pin_file,
                        "a file with the PIN; - (the default) for standard input");
    command->callback([=, &run] { run = [=] { return add(*where, *options); }; });
}

}  // namespace welcome::tools::kioskctl
