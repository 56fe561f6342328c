#include "kiosk/event/facts.h"

#include <algorithm>
#include <array>

#include "kiosk/event/facts_json.h"
#include "kiosk/event/words.h"

namespace welcome::kiosk::event {

namespace {

constexpr std::array<std::string_view, std::variant_size_v<Body>> k_kinds = {
    // In the order of Body's alternatives.
    "event_opened",
    "person_registered",
    "person_corrected",
    "people_merged",
    "checked_in",
    "came_in",
    "fact_undone",
    "need_raised",
    "signed_up",
    "consent_given",
    "childcare_requested",
    "child_dropped_off",
    "child_picked_up",
    "label_printed",
    "staff_added",
    "staff_unlocked",
    "upload_answered",
    "fact_relayed",
    "event_closed",
    "child_accepted",
    "child_waitlisted",
    "child_turned_away",
    "child_withdrawn",
    "parent_paged",
    "incident_noted",
    "pick_up_said",
    "pick_up_refused",
    "claim_replaced",
    "claim_refused",
    "room_staffed",
    "room_opened",
    "room_closed",
    "slots_asked",
    "slots_granted",
    "codes_granted",
    "childcare_key_asked",
    "childcare_key_given",
    "tablet_lost",
    "slots_reclaimed",
    "speaking_requested",
    "speech_withdrawn",
    "speaker_called",
    "speech_started",
    "speech_stopped",
    "speech_extended",
    "speaker_spoke",
    "speaker_skipped",
    "speaking_ruled",
    "call_answered",
    "first_time_said",
    "followed_up",
    "person_tagged",
    "guest_greeted",
    "raffle_drawn",
    "item_listed",
    "item_struck_off",
    "item_lent",
    "item_returned",
    "need_met",
    "meals_asked",
    "meals_handed_out",
    "plate_handed_out",
    "label_asked",
    "label_moved",
    "label_started",
    "printer_told",
    "child_seen",
    "roll_call_begun",
    "closed_with_children",
    "alert_seen",
    "people_left",
    "people_came_back",
    "question_grouped",
    "question_hidden",
    "question_reopened",
    "childcare_erased"};

// Everything else stays in the venue: childcare, speakers, PINs, what this tablet noted for itself, and kinds
// of tomorrow, of which nobody here knows what they say.
constexpr std::array<std::string_view, 13> k_may_leave = {
    "event_opened", "person_registered", "person_corrected", "people_merged", "checked_in",
    "came_in",      "fact_undone",       "need_raised",      "signed_up",     "consent_given",
    "event_closed", "people_left",       "people_came_back"};

constexpr std::array<std::string_view, 14> k_of_children = {
    "childcare_requested", "child_dropped_off", "child_picked_up", "child_accepted",      "child_waitlisted",
    "child_turned_away",   "child_withdrawn",   "parent_paged",    "incident_noted",      "pick_up_said",
    "pick_up_refused",     "claim_replaced",    "child_seen",      "closed_with_children"};

template <std::size_t Index = 0>
std::optional<Body> read_alternative(std::size_t wanted, const json::Tree& in) {
    if constexpr (Index < std::variant_size_v<Body>) {
        if (wanted != Index) return read_alternative<Index + 1>(wanted, in);
        std::variant_alternative_t<Index, Body> body;
        json::Reader reader(in, 0);
        members(reader, body);
        if (reader.good()) return Body(std::move(body));
    }
    return std::nullopt;
}

}  // namespace

bool is_of_children(std::string_view kind) {
    return std::find(k_of_children.begin(), k_of_children.end(), kind) != k_of_children.end();
}

std::string_view kind_of(const Body& body) {
    return k_kinds[body.index()];
}

sync::Draft draft(FactId id, const Body& body) {
    json::Writer writer;
    std::visit([&](auto copy) { members(writer, copy); }, body);
    return {id, std::string(kind_of(body)),
            writer.take().dump(-1, ' ', false, nlohmann::json::error_handler_t::replace)};
}

std::optional<Body> read_body(std::string_view kind, std::string_view text) {
    const auto known = std::find(k_kinds.begin(), k_kinds.end(), kind);
    if (known == k_kinds.end()) return std::nullopt;
    json::Tree in;
    if (!in.parse(text)) return std::nullopt;
    return read_alternative(static_cast<std::size_t>(known - k_kinds.begin()), in);
}

std::string outbound_body(std::string_view kind, std::string_view text) {
    if (std::find(k_may_leave.begin(), k_may_leave.end(), kind) == k_may_leave.end()) return "{}";
    if (kind != "fact_undone" && kind != "event_closed") return std::string(text);
    // A reason is free text, and what was undone, or left open at closing, may be a child's stay.
    auto body = read_body(kind, text);
    if (!body) return "{}";
    if (auto* undone = std::get_if<FactUndone>(&*body)) undone->reason.clear();
    if (auto* closed = std::get_if<EventClosed>(&*body)) {
        if (closed->reason.empty() && closed->items_reason.empty()) return std::string(text);
        closed->reason.clear();
        closed->items_reason.clear();
    }
    return draft(FactId(), *body).body;
}

}  // namespace welcome::kiosk::event
