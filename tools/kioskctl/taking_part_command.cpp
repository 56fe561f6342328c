// kioskctl raffle and follow-up: every draw drawn again, and who came for the first time.

#include <algorithm>
#include <iostream>
#include <nlohmann/json.hpp>

#include "kiosk/event/decide_taking_part.h"
#include "kiosk/session/attendance.h"
#include "tools/kioskctl/command.h"

namespace welcome::tools::kioskctl {

namespace {

nlohmann::ordered_json draw_json(const event::State& state, const event::RaffleDraw& draw) {
    const auto& body = draw.body;
    const auto& hat = body.candidates;
    const bool holds = !hat.empty() && hat[event::lot_of(body.word, body.prize, hat)] == body.winner;
    const auto* winner = state.person(draw.winner);
    auto candidates = nlohmann::ordered_json::array();
    for (const auto& id : hat) candidates.push_back(id.text());
    return {{"at", kiosk::session::utc_text(draw.at)},
            {"prize", body.prize},
            {"word", body.word},
            {"winner", draw.winner.text()},
            {"full_name", winner ? winner->full_name : ""},
            {"holds", holds},
            {"void", draw.is_void},
            {"candidates", std::move(candidates)}};
}

// One JSON line a draw; a draw that does not come out the same is a failure.
Outcome print_raffle(const EventOptions& where) {
    auto session = open_event(where);
    if (!session) return refuse(session.error());
    const auto& state = (*session)->state();
    bool all_hold = true;
    for (const auto& draw : state.raffle()) {
        const auto line = draw_json(state, draw);
        all_hold = all_hold && line["holds"].get<bool>();
        std::cout << line.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace) << "\n";
    }
    if (!all_hold)
        return refuse("a draw comes out differently when it is drawn again; ask who ran the raffle");
    return {};
}

std::string yes(bool is) {
    return is ? "yes" : "no";
}

bool granted(const event::Person& person, event::Channel channel) {
    const auto said = person.consents.find(channel);
    return said != person.consents.end() && said->second.granted;
}

// Phone and email stand only where they agreed to be written to there.
Outcome print_follow_up(const EventOptions& where) {
    auto session = open_event(where);
    if (!session) return refuse(session.error());
    const auto& state = (*session)->state();
    std::vector<std::vector<std::string>> rows = {
        {"person", "full_name", "language", "phone_e164", "email", "followed_up", "said_yes_to"}};
    for (const auto* person : event::first_timers(state)) {
        std::string calls;
        for (const auto& [call, is] : person->part.calls)
            calls += !is ? "" : (calls.empty() ? "" : " ") + call;
        rows.push_back({person->id.text(), person->full_name, person->language,
                        granted(*person, event::Channel::text) ? person->phone : "",
                        granted(*person, event::Channel::email) ? person->email : "",
                        yes(person->part.followed_up), calls});
    }
    std::cout << kiosk::session::csv_text(rows);
    return {};
}

}  // namespace

void add_taking_part_commands(CLI::App& app, Run& run) {
    auto* raffle = app.add_subcommand("raffle", "every draw, drawn again to see that it holds");
    auto raffle_where = add_event_options(*raffle);
    raffle->callback([=, &run] { run = [=] { return print_raffle(*raffle_where); }; });

    auto* follow_up = app.add_subcommand("follow-up", "who came for the first time, as CSV");
    auto follow_where = add_event_options(*follow_up);
    follow_up->callback([=, &run] { run = [=] { return print_follow_up(*follow_where); }; });
}

}  // namespace welcome::tools::kioskctl
