// Action Network (OSDI). It has no "attended": a tag says it (shared/membership.md, finding 1). A 200 may
// have saved nothing, so only a returned identifier counts (finding 2). People are known by email or phone.

#include <nlohmann/json.hpp>

#include "tools/connectors/targets.h"

namespace welcome::tools::connectors {

namespace {

using nlohmann::json;
using Reach = Trouble::Reach;

// A new person without a word is subscribed there (finding 8); one who is known and was not asked stays as
// they are.
void say_consent(json& channel, Consent consent, bool known) {
    if (consent == Consent::granted) channel["status"] = "subscribed";
    if (consent == Consent::refused || (consent == Consent::not_asked && !known))
        channel["status"] = "unsubscribed";
}

// Lists are said to be lists: compilers differ in what one value in braces is.
json person_of(const Record& record, bool known) {
    json person = {{"given_name", record.given_name}};
    if (!record.family_name.empty()) person["family_name"] = record.family_name;
    if (!record.email.empty()) {
        json email = {{"address", record.email}};
        say_consent(email, record.email_consent, known);
        person["email_addresses"] = json::array({email});
    }
    if (!record.phone.empty()) {
        json phone = {{"number", record.phone.substr(1)}};
        say_consent(phone, record.text_consent, known);
        person["phone_numbers"] = json::array({phone});
    }
    if (!record.zip.empty()) person["postal_addresses"] = json::array({json{{"postal_code", record.zip}}});
    if (!record.language.empty()) person["languages_spoken"] = json::array({record.language});
    return person;
}

// "action_network:UUID" among the identifiers; empty where nothing was saved.
std::string saved_id(const json& answer) {
    constexpr std::string_view mark = "action_network:";
    const auto identifiers = answer.find("identifiers");
    if (identifiers == answer.end() || !identifiers->is_array()) return {};
    for (const auto& one : *identifiers) {
        const std::string text = one.is_string() ? one.get<std::string>() : "";
        if (text.starts_with(mark)) return text.substr(mark.size());
    }
    return {};
}

class ActionNetwork : public Target {
  public:
    ActionNetwork(Service service, Settings settings)
        : service_(std::move(service)), settings_(std::move(settings)) {}

    [[nodiscard]] std::vector<std::string> steps() const override {
        if (settings_.tag.empty()) return {"attendance"};
        return {"attendance", "tag"};
    }
    [[nodiscard]] bool knows_people_by_email() const override { return true; }
    [[nodiscard]] std::string cannot_take(const Record& record) const override {
        return record.email.empty() && record.phone.empty() ? "Action Network needs an email or a phone" : "";
    }
    Attempt<void> prepare() override {
        auto event = service_.ask({.path = "/events/" + url_encoded(settings_.event)}, "the event");
        if (!event && event.error().reach == Reach::record)
            return trouble(Reach::all,
                           "Action Network does not know that event; check `event` in the settings");
        if (!event) return tl::unexpected(event.error());
        return {};
    }

    Attempt<Finding> find(const Record& record) override {
        if (record.email.empty())
            return Finding{};  // by phone it matches by itself; only email can be asked for
        std::string quoted;
        for (const char letter : record.email) quoted.append(letter == '\'' ? 2 : 1, letter);
        const auto said =
            service_.ask({.path = "/people?filter=" + url_encoded("email_address eq '" + quoted + "'")},
                         "looking for the person");
        if (!said) return tl::unexpected(said.error());
        const auto people = said->value("/_embedded/osdi:people"_json_pointer, json::array());
        if (people.empty()) return Finding{};
        const auto& first = people.front();
        const Candidate known{saved_id(first),
                              text_in(first, "given_name") + " " + text_in(first, "family_name")};
        const auto given = text_in(first, "given_name");
        if (given.empty() || same_given_name(given, record.given_name))
            return Finding{.match = Finding::Match::updates, .person = known.id, .candidates = {}, .why = {}};
        return Finding{.match = Finding::Match::unclear,
                       .person = {},
                       .candidates = {known},
                       .why = "somebody with another name has this email there"};
    }

    Attempt<void> take(const std::string& step, const Record& record, Progress& progress) override {
        return step == "attendance" ? send_attendance(record, progress) : send_tag(progress);
    }

    Attempt<void> undo(const Record&, Progress& progress) override {
        if (settings_.tag.empty() || progress.before.empty())
            return trouble(Reach::record,
                           "Action Network keeps attendances; remove this one on its own page");
        auto answer = service_.ask(
            {.method = "DELETE",
             .path = "/tags/" + url_encoded(settings_.tag) + "/taggings/" + url_encoded(progress.before)},
            "taking the tag away");
        if (!answer) return tl::unexpected(answer.error());
        return {};
    }

  private:
    Attempt<void> send_attendance(const Record& record, Progress& progress) {
        const json body = {
            {"identifiers", json::array({"welcome-table:" + record.event_id + ":" + record.person})},
            {"action_network:referrer_data", {{"source", "welcome-table"}}},
            {"person", person_of(record, !progress.person.empty())}};
        const auto said =
            service_.ask(json_post("/events/" + url_encoded(settings_.event) + "/attendances", body),
                         "saving the attendance");
        if (!said) return tl::unexpected(said.error());
        progress.attendance = saved_id(*said);
        progress.person = text_in(*said, "action_network:person_id");
        if (progress.attendance.empty())
            return trouble(Reach::later, "Action Network said yes and saved nothing; it is tried again");
        return {};
    }

    // One attendance a person and event, and one tagging a person and tag: sent twice it stays one.
    Attempt<void> send_tag(Progress& progress) {
        if (progress.person.empty())
            return trouble(Reach::record,
                           "Action Network did not say whom it saved; tag the person on its own page");
        const json body = {
            {"_links", {{"osdi:person", {{"href", settings_.url + "/people/" + progress.person}}}}}};
        const auto said = service_.ask(json_post("/tags/" + url_encoded(settings_.tag) + "/taggings", body),
                                       "saving the tag");
        if (!said) return tl::unexpected(said.error());
        progress.before = saved_id(*said);
        if (progress.before.empty()) return trouble(Reach::later, "Action Network said yes and saved no tag");
        return {};
    }

    Service service_;
    const Settings settings_;
};

}  // namespace

tl::expected<std::unique_ptr<Target>, std::string> make_action_network(const Settings& settings) {
    constexpr double calls_a_second = 4;  // recalled, not documented; the pace learns
    auto service = Service::make({.url = settings.url,
                                  .headers = {"OSDI-API-Token: " + settings.key},
                                  .calls_a_second = settings.calls_a_second.value_or(calls_a_second)});
    if (!service) return tl::unexpected(service.error());
    return std::make_unique<ActionNetwork>(std::move(*service), settings);
}

}  // namespace welcome::tools::connectors
