// kioskctl attendance, facts, verify, erasures: what is true, what was written, whether it is whole, and what
// of it was erased in time.

#include <iostream>
#include <nlohmann/json.hpp>

#include "kiosk/session/attendance.h"
#include "kiosk/session/rescue.h"
#include "kiosk/session/unlock.h"
#include "tools/kioskctl/command.h"

namespace welcome::tools::kioskctl {

namespace {

Outcome print_attendance(const EventOptions& where, const std::string& format) {
    auto session = open_event(where);
    if (!session) return refuse(session.error());
    const auto& state = (*session)->state();
    std::cout << (format == "csv" ? kiosk::session::attendance_csv(state)
                                  : kiosk::session::attendance_json(state));
    return {};
}

nlohmann::ordered_json fact_json(const sync::Fact& fact) {
    auto body = nlohmann::ordered_json::parse(fact.body, nullptr, false);
    if (body.is_discarded()) body = fact.body;
    return {{"id", fact.id.text()},
            {"device", fact.device.text()},
            {"device_seq", fact.device_seq},
            {"time", {{"wall_ms", fact.time.wall_ms}, {"counter", fact.time.counter}}},
            {"wall", kiosk::session::utc_text(fact.wall)},
            {"kind", fact.kind},
            {"body", std::move(body)}};
}

Outcome print_facts(const EventOptions& where) {
    auto session = open_event(where);
    if (!session) return refuse(session.error());
    const auto read = (*session)->journal().read_from(0, [](const sync::Fact& fact) {
        std::cout << fact_json(fact).dump(-1, ' ', false, nlohmann::json::error_handler_t::replace) << "\n";
    });
    if (!read) return refuse(read.error());
    return {};
}

Outcome name_damage(const sync::DeviceId& device, std::uint64_t seq, const std::string& what) {
    return refuse("device " + device.text() + ", fact " + std::to_string(seq) + ": " + what +
                  "; keep this folder as it is, and save what can be read with `kioskctl rescue`");
}

// A journal that SQLite itself cannot read to its end: its first gap, where something later is still there.
Outcome name_gap(const EventOptions& where, const std::string& otherwise) {
    const auto source = key_source(where);
    if (!source) return tl::unexpected(source.error());
    const auto card = kiosk::session::find_key({where.folder}, *source);
    const auto gaps = card ? kiosk::session::missing_facts({where.folder}, *card)
                           : sync::Result<std::vector<kiosk::session::Missing>>();
    if (!gaps || gaps->empty()) return refuse(otherwise);
    const auto& gap = gaps->front();
    return name_damage(gap.device, gap.first,
                       "it and all up to " + std::to_string(gap.last) + " cannot be read");
}

Outcome verify(const EventOptions& where) {
    auto session = open_event(where);
    if (!session) return name_gap(where, session.error());
    const auto damage = (*session)->journal().verify();
    if (!damage) return refuse(damage.error());
    if (damage->has_value()) return name_damage((*damage)->device, (*damage)->device_seq, (*damage)->what);
    std::cout << "whole: " << (*session)->state().fact_count() << " facts\n";
    return {};
}

// A line a tablet: its id, and when by its own clock it destroyed childcare's key.
Outcome print_erasures(const EventOptions& where) {
    auto session = open_event(where);
    if (!session) return refuse(session.error());
    for (const auto& one : (*session)->state().childcare_erasures())
        std::cout << nlohmann::ordered_json{{"what", "childcare"},
                                            {"device", one.on.text()},
                                            {"at", kiosk::session::utc_text(one.at)}}
                         .dump()
                  << "\n";
    return {};
}

}  // namespace

void add_report_commands(CLI::App& app, Run& run) {
    auto* attendance = app.add_subcommand("attendance", "the folded attendance");
    auto attendance_where = add_event_options(*attendance);
    auto format = std::make_shared<std::string>("json");
    attendance->add_option("--format", *format, "json or csv")->check(CLI::IsMember({"json", "csv"}));
    attendance->callback([=, &run] { run = [=] { return print_attendance(*attendance_where, *format); }; });

    auto* facts = app.add_subcommand("facts", "the facts, one JSON line each");
    auto facts_where = add_event_options(*facts);
    auto facts_format = std::make_shared<std::string>("json");
    facts->add_option("--format", *facts_format, "json")->check(CLI::IsMember({"json"}));
    // The option's place outlives the reading of the line, though there is only one value it may have.
    facts->callback([=, &run, kept = facts_format] { run = [=] { return print_facts(*facts_where); }; });

    auto* erasures = app.add_subcommand("erasures", "which tablets erased childcare's records, and when");
    auto erasures_where = add_event_options(*erasures);
    erasures->callback([=, &run] { run = [=] { return print_erasures(*erasures_where); }; });

    auto* whole = app.add_subcommand("verify", "check every hash, signature and gap");
    auto whole_where = add_event_options(*whole);
    whole->callback([=, &run] { run = [=] { return verify(*whole_where); }; });
}

}  // namespace welcome::tools::kioskctl
