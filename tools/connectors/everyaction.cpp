// EveryAction / NGP VAN. A signup has a status of its own whose ids differ from event to event, so they are
// asked for; to change one, the whole signup is read and written back (shared/membership.md, finding 4).

#include <nlohmann/json.hpp>

#include "sync/base64.h"
#include "tools/connectors/targets.h"

namespace welcome::tools::connectors {

namespace {

using nlohmann::json;
using Reach = Trouble::Reach;

json person_of(const Record& record) {
    json person = {{"firstName", record.given_name}};
    if (!record.family_name.empty()) person["lastName"] = record.family_name;
    if (!record.email.empty())
        person["emails"] = {
            {{"email", record.email}, {"isSubscribed", record.email_consent == Consent::granted}}};
    if (!record.phone.empty())
        person["phones"] = {{{"phoneNumber", record.phone},
                             {"phoneOptInStatus", record.text_consent == Consent::granted ? "I" : "O"}}};
    if (!record.zip.empty()) person["addresses"] = {{{"zipOrPostalCode", record.zip}}};
    return person;
}

class EveryAction : public Target {
  public:
    EveryAction(Service service, Settings settings)
        : service_(std::move(service)), settings_(std::move(settings)) {}

    [[nodiscard]] std::vector<std::string> steps() const override { return {"person", "attendance"}; }
    [[nodiscard]] bool knows_people_by_email() const override { return true; }
    [[nodiscard]] std::string cannot_take(const Record& record) const override {
        return record.email.empty() && record.phone.empty()
                   ? "EveryAction needs an email, or a first and last name with a phone"
                   : "";
    }

    Attempt<void> prepare() override {
        const auto statuses =
            service_.ask({.path = "/signups/statuses?eventId=" + url_encoded(settings_.event)}, "the event");
        if (!statuses) return tl::unexpected(Trouble{Reach::all, statuses.error().sentence});
        for (const auto& status : *statuses) {
            const auto name = text_in(status, "name");
            if (name == "Completed") completed_ = status;
            if (name == "Walk In") walk_in_ = status;
        }
        if (completed_.is_null())
            return trouble(Reach::all, "this event has no status Completed there; ask who set it up");
        if (walk_in_.is_null()) walk_in_ = completed_;
        return read_signups();
    }

    Attempt<Finding> find(const Record& record) override {
        json asked = {{"firstName", record.given_name}, {"lastName", record.family_name}};
        if (!record.email.empty()) asked["email"] = record.email;
        if (!record.phone.empty()) asked["phoneNumber"] = record.phone;
        const auto answer = service_.call(json_post("/people/find", asked));
        if (!answer) return tl::unexpected(answer.error());
        if (answer->status == 404) return Finding{};
        if (answer->status >= 400)
            return trouble(Reach::later,
                           "looking for the person: it answered " + std::to_string(answer->status));
        const auto id = text_in(json::parse(answer->body, nullptr, false), "vanId");
        if (id.empty()) return Finding{};
        return Finding{.match = Finding::Match::updates, .person = id, .candidates = {}, .why = {}};
    }

    Attempt<void> take(const std::string& step, const Record& record, Progress& progress) override {
        return step == "person" ? save_person(record, progress) : save_attendance(record, progress);
    }

    Attempt<void> undo(const Record&, Progress& progress) override {
        const std::string path = "/signups/" + url_encoded(progress.attendance);
        if (progress.before.empty()) {
            const auto gone = service_.ask({.method = "DELETE", .path = path}, "taking the signup away");
            if (!gone) return tl::unexpected(gone.error());
            return {};
        }
        return set_status(progress.attendance, json::parse(progress.before, nullptr, false), nullptr);
    }

  private:
    Attempt<void> save_person(const Record& record, Progress& progress) {
        if (!progress.person.empty()) return {};
        const auto said =
            service_.ask(json_post("/people/findOrCreate", person_of(record)), "saving the person");
        if (!said) return tl::unexpected(said.error());
        progress.person = text_in(*said, "vanId");
        if (progress.person.empty()) return trouble(Reach::later, "EveryAction said yes and named nobody");
        return {};
    }

    Attempt<void> save_attendance(const Record& record, Progress& progress) {
        const json& status = record.walk_in ? walk_in_ : completed_;
        if (const auto there = signups_.find(progress.person); there != signups_.end()) {
            progress.attendance = there->second;
            return set_status(progress.attendance, status, &progress.before);
        }
        json signup = {{"person", {{"vanId", std::stoll(progress.person)}}},
                       {"event", {{"eventId", std::stoll(settings_.event)}}},
                       {"status", {{"statusId", status["statusId"]}}}};
        const auto add = [&signup](const char* what, const char* id, const std::string& value) {
            if (!value.empty()) signup[what] = {{id, std::stoll(value)}};
        };
        add("shift", "eventShiftId", settings_.shift);
        add("role", "roleId", settings_.role);
        add("location", "locationId", settings_.location);
        const auto said = service_.ask(json_post("/signups", signup), "saving the signup");
        if (!said) return tl::unexpected(said.error());
        if (!said->is_number_integer())
            return trouble(Reach::later, "EveryAction said yes and gave no number");
        progress.attendance = said->dump();  // the whole answer is the number
        signups_[progress.person] = progress.attendance;
        return {};
    }

    Attempt<void> set_status(const std::string& signup, const json& status, std::string* before) {
        auto whole = service_.ask({.path = "/signups/" + url_encoded(signup)}, "reading the signup");
        if (!whole) return tl::unexpected(whole.error());
        const json old = whole->value("status", json::object());
        if (old.value("statusId", json()) == status.value("statusId", json())) return {};
        if (before) *before = old.dump();
        (*whole)["status"] = status;
        auto request = json_post("/signups/" + url_encoded(signup), *whole);
        request.method = "PUT";
        const auto said = service_.ask(std::move(request), "saving the signup's status");
        if (!said) return tl::unexpected(said.error());
        return {};
    }

    // Who is signed up already, page by page.
    Attempt<void> read_signups() {
        constexpr int a_page = 50;
        for (int skip = 0;; skip += a_page) {
            const auto page =
                service_.ask({.path = "/signups?eventId=" + url_encoded(settings_.event) +
                                      "&$top=" + std::to_string(a_page) + "&$skip=" + std::to_string(skip)},
                             "reading who signed up");
            if (!page) return tl::unexpected(page.error());
            const auto items = page->value("items", json::array());
            for (const auto& item : items)
                signups_[text_in(item.value("person", json::object()), "vanId")] =
                    text_in(item, "eventSignupId");
            if (static_cast<int>(items.size()) < a_page) return {};
        }
    }

    Service service_;
    const Settings settings_;
    json completed_, walk_in_;                    // statuses of this event
    std::map<std::string, std::string> signups_;  // vanId → signup
};

bool is_number(const std::string& text) {
    return !text.empty() && text.find_first_not_of("0123456789") == std::string::npos;
}

}  // namespace

tl::expected<std::unique_ptr<Target>, std::string> make_everyaction(const Settings& settings) {
    for (const auto* id : {&settings.event, &settings.shift, &settings.role}) {
        if (!is_number(*id))
            return tl::unexpected<std::string>(
                "EveryAction needs the numbers of `event`, `shift` and `role`");
    }
    if (!settings.location.empty() && !is_number(settings.location))
        return tl::unexpected<std::string>("EveryAction's `location` is a number");
    constexpr double calls_a_second = 5;
    auto service =
        Service::make({.url = settings.url,
                       .headers = {"Authorization: Basic " +
                                   sync::to_base64(settings.user + ":" + settings.key, sync::Base64::usual)},
                       .calls_a_second = settings.calls_a_second.value_or(calls_a_second)});
    if (!service) return tl::unexpected(service.error());
    return std::make_unique<EveryAction>(std::move(*service), settings);
}

}  // namespace welcome::tools::connectors
