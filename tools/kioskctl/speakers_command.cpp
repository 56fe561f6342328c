// kioskctl speakers: the line at the microphone and the questions, for the minutes of the meeting.

#include <iostream>
#include <nlohmann/json.hpp>

#include "kiosk/session/attendance.h"
#include "tools/kioskctl/command.h"

namespace welcome::tools::kioskctl {

namespace {

std::string_view text_of(event::SpeechState state) {
    using event::SpeechState;
    switch (state) {
        case SpeechState::waiting:
            return "waiting";
        case SpeechState::called:
            return "called";
        case SpeechState::speaking:
            return "speaking";
        case SpeechState::paused:
            return "paused";
        case SpeechState::skipped:
            return "skipped";
        case SpeechState::spoke:
            return "spoke";
        case SpeechState::withdrawn:
            return "withdrawn";
    }
    return "";
}

nlohmann::ordered_json speech_json(const event::Speech& speech) {
    const auto& request = speech.request;
    return {{"speech", request.speech.text()},
            {"number", request.number},
            {"kind", event::text_of(request.kind)},
            {"name", request.name},
            {"words", request.words},
            {"language", request.language},
            {"interpreter", request.interpreter},
            {"read_out", request.read_out},
            {"asked_at", kiosk::session::utc_text(speech.asked_at)},
            {"late", speech.late},
            {"state", text_of(speech.state)},
            {"seconds_given", speech.seconds},
            {"seconds_used", speech.used},
            {"hidden", speech.is_hidden},
            {"asks_the_same_as", speech.under ? speech.under->text() : ""}};
}

void print_csv(const event::SpeakerLine& line) {
    std::vector<std::vector<std::string>> rows(1);
    const auto nobody = speech_json({});
    for (auto field = nobody.begin(); field != nobody.end(); ++field) rows.front().push_back(field.key());
    for (const auto& speech : line.speeches) {
        std::vector<std::string> row;
        const auto fields = speech_json(speech);
        for (const auto& value : fields)
            row.push_back(value.is_string() ? value.get<std::string>() : value.dump());
        rows.push_back(std::move(row));
    }
    std::cout << kiosk::session::csv_text(rows);
}

Outcome print_speakers(const EventOptions& where, const std::string& format) {
    auto session = open_event(where);
    if (!session) return refuse(session.error());
    const auto line = (*session)->state().speakers();
    if (format == "csv") {
        print_csv(line);
        return {};
    }
    auto speeches = nlohmann::ordered_json::array();
    for (const auto& speech : line.speeches) speeches.push_back(speech_json(speech));
    const nlohmann::ordered_json all = {{"taken", line.rules.has_value()},
                                        {"open", line.rules && line.rules->open},
                                        {"seconds_each", line.tier_seconds(false)},
                                        {"speeches", std::move(speeches)}};
    std::cout << all.dump(2, ' ', false, nlohmann::json::error_handler_t::replace) << "\n";
    return {};
}

}  // namespace

void add_speakers_command(CLI::App& app, Run& run) {
    auto* speakers =
        app.add_subcommand("speakers", "who asked to speak, in their order, and how long they spoke");
    auto where = add_event_options(*speakers);
    auto format = std::make_shared<std::string>("json");
    speakers->add_option("--format", *format, "json or csv")->check(CLI::IsMember({"json", "csv"}));
    speakers->callback([=, &run] { run = [=] { return print_speakers(*where, *format); }; });
}

}  // namespace welcome::tools::kioskctl
