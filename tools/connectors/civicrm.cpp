// CiviCRM, APIv4 over HTTP. `save` with `match` makes a new contact where two or more match, so we look first
// and ask (shared/membership.md, finding 6); in an answer of several calls one success hides failures, so
// each call goes alone.

#include <nlohmann/json.hpp>

#include "tools/connectors/targets.h"

namespace welcome::tools::connectors {

namespace {

using nlohmann::json;
using Reach = Trouble::Reach;

std::string external_id(const Record& record) {
    return "welcome:" + record.person;
}

// Blank never erases: what nobody told us is left out.
json contact_of(const Record& record) {
    json values = {{"contact_type", "Individual"},
                   {"first_name", record.given_name},
                   {"external_identifier", external_id(record)},
                   {"is_opt_out", record.email_consent != Consent::granted},
                   {"do_not_sms", record.text_consent != Consent::granted},
                   {"source", "Welcome Table"}};
    if (!record.family_name.empty()) values["last_name"] = record.family_name;
    if (!record.email.empty()) values["email_primary.email"] = record.email;
    if (!record.phone.empty()) values["phone_primary.phone"] = record.phone;
    if (!record.zip.empty()) values["address_primary.postal_code"] = record.zip;
    return values;
}

class CiviCrm : public Target {
  public:
    CiviCrm(Service service, Settings settings)
        : service_(std::move(service)), settings_(std::move(settings)) {}

    [[nodiscard]] std::vector<std::string> steps() const override { return {"person", "attendance"}; }
    [[nodiscard]] bool knows_people_by_email() const override { return false; }
    [[nodiscard]] std::string cannot_take(const Record&) const override { return {}; }

    Attempt<void> prepare() override {
        const auto events =
            values("Event", "get", {{"where", {{"id", "=", event_id()}}}, {"select", {"id"}}}, "the event");
        if (!events) return tl::unexpected(Trouble{Reach::all, events.error().sentence});
        if (events->empty())
            return trouble(Reach::all, "CiviCRM does not know that event; check `event` in the settings");
        return {};
    }

    Attempt<Finding> find(const Record& record) override {
        const auto ours = contacts({{"external_identifier", "=", external_id(record)}});
        if (!ours) return tl::unexpected(ours.error());
        if (ours->size() == 1) return matched(ours->front());
        if (record.email.empty()) return Finding{};
        const auto same_email = contacts({{"email_primary.email", "=", record.email}});
        if (!same_email) return tl::unexpected(same_email.error());
        if (same_email->empty()) return Finding{};
        if (same_email->size() == 1 &&
            same_given_name(text_in(same_email->front(), "first_name"), record.given_name))
            return matched(same_email->front());
        Finding finding{.match = Finding::Match::unclear, .person = {}, .candidates = {}, .why = {}};
        finding.why = same_email->size() == 1 ? "somebody with another name has this email there"
                                              : "several people have this email there";
        for (const auto& contact : *same_email)
            finding.candidates.push_back({text_in(contact, "id"), text_in(contact, "display_name")});
        return finding;
    }

    Attempt<void> take(const std::string& step, const Record& record, Progress& progress) override {
        return step == "person" ? save_person(record, progress) : save_attendance(record, progress);
    }

    Attempt<void> undo(const Record&, Progress& progress) override {
        const std::string status = progress.before.empty() ? "Cancelled" : progress.before;
        const auto changed = values("Participant", "update",
                                    {{"where", {{"id", "=", std::stoll(progress.attendance)}}},
                                     {"values", {{"status_id:name", status}}}},
                                    "taking the attendance back");
        if (!changed) return tl::unexpected(changed.error());
        return {};
    }

  private:
    static Finding matched(const json& contact) {
        return {
            .match = Finding::Match::updates, .person = text_in(contact, "id"), .candidates = {}, .why = {}};
    }

    Attempt<void> save_person(const Record& record, Progress& progress) {
        if (!progress.person.empty())
            return {};  // found before, or named by a human: what is there stays as it is
        const auto ours = contacts({{"external_identifier", "=", external_id(record)}});
        if (!ours) return tl::unexpected(ours.error());
        if (ours->size() == 1) {  // made by a try whose answer was lost
            progress.person = text_in(ours->front(), "id");
            return {};
        }
        const auto made = values("Contact", "create", {{"values", contact_of(record)}}, "saving the person");
        if (!made) return tl::unexpected(made.error());
        progress.person = made->empty() ? "" : text_in(made->front(), "id");
        if (progress.person.empty()) return trouble(Reach::later, "CiviCRM said yes and named no contact");
        return {};
    }

    Attempt<void> save_attendance(const Record& record, Progress& progress) {
        const auto contact = std::stoll(progress.person);
        const auto there = values("Participant", "get",
                                  {{"where", {{"event_id", "=", event_id()}, {"contact_id", "=", contact}}},
                                   {"select", {"id", "status_id:name", "source"}}},
                                  "looking for the registration");
        if (!there) return tl::unexpected(there.error());
        if (there->size() > 1)
            return trouble(Reach::record, "this person is registered there more than once");
        auto saved =
            there->empty() ? create_participant(record, contact) : mark_attended(there->front(), progress);
        if (!saved) return tl::unexpected(saved.error());
        progress.attendance = saved->empty() ? "" : text_in(saved->front(), "id");
        if (progress.attendance.empty())
            return trouble(Reach::later, "CiviCRM said yes and named no participant");
        return {};
    }

    Attempt<json> create_participant(const Record& record, long long contact) {
        return values("Participant", "create",
                      {{"values",
                        {{"event_id", event_id()},
                         {"contact_id", contact},
                         {"status_id:name", "Attended"},
                         {"role_id:name", "Attendee"},
                         {"register_date", local_time(record.at, record.time_zone)},
                         {"source", "Welcome Table"}}}},
                      "saving the attendance");
    }

    Attempt<json> mark_attended(const json& participant, Progress& progress) {
        const auto before = text_in(participant, "status_id:name");
        if (before != "Attended") progress.before = before;
        return values("Participant", "update",
                      {{"where", {{"id", "=", std::stoll(text_in(participant, "id"))}}},
                       {"values", {{"status_id:name", "Attended"}}}},
                      "saving the attendance");
    }

    Attempt<json> contacts(const json& where) {
        json all = where;
        all.push_back({"is_deleted", "=", false});  // never attach to a deleted contact
        return values("Contact", "get",
                      {{"where", all}, {"select", {"id", "first_name", "display_name"}}, {"limit", 5}},
                      "looking for the person");
    }

    Attempt<json> values(const std::string& entity, const std::string& action, const json& params,
                         const std::string& what) {
        const auto text = params.dump(-1, ' ', false, json::error_handler_t::replace);
        const auto said = service_.ask({.method = "POST",
                                        .path = "/civicrm/ajax/api4/" + entity + "/" + action,
                                        .headers = {"Content-Type: application/x-www-form-urlencoded",
                                                    "X-Requested-With: XMLHttpRequest"},
                                        .body = "params=" + url_encoded(text)},
                                       what);
        if (!said) return tl::unexpected(said.error());
        const auto found = said->find("values");
        if (!said->is_object() || found == said->end() || !found->is_array())
            return trouble(Reach::later, what + ": the answer holds no values");
        return *found;
    }

    [[nodiscard]] long long event_id() const { return std::stoll(settings_.event); }

    Service service_;
    const Settings settings_;
};

}  // namespace

tl::expected<std::unique_ptr<Target>, std::string> make_civicrm(const Settings& settings) {
    if (settings.event.empty() || settings.event.find_first_not_of("0123456789") != std::string::npos)
        return tl::unexpected<std::string>("CiviCRM's `event` is a number; see the event's page there");
    constexpr double calls_a_second = 20;  // it has no limit of its own; its web server does
    auto service = Service::make({.url = settings.url,
                                  .headers = {"X-Civi-Auth: Bearer " + settings.key},
                                  .calls_a_second = settings.calls_a_second.value_or(calls_a_second)});
    if (!service) return tl::unexpected(service.error());
    return std::make_unique<CiviCrm>(std::move(*service), settings);
}

}  // namespace welcome::tools::connectors
