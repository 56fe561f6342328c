// The childcare desk's other deeds: paging, notes, rooms; and closing the evening.

#include <algorithm>

#include "kiosk/event/childcare_rules.h"
#include "kiosk/event/decide_items.h"

namespace welcome::kiosk::event {

namespace {

constexpr int k_most_adults = 99;

// What every deed of the desk asks first.
template <typename Make>
Decision at_desk(const State& state, const StayId& id, const Context& context, const Make& make) {
    const auto* staff = who(state, context);
    if (!may_mind_children(staff)) return refuse(Refusal::not_permitted);
    const auto* stay = state.stay(id);
    if (!stay) return refuse(Refusal::unknown_stay);
    return make(*stay, staff->id);
}

std::optional<Refusal> not_waiting(const Stay& stay) {
    if (stay.waits()) return std::nullopt;
    if (stay.state == StayState::dropped_off) return Refusal::already_dropped_off;
    return stay.state == StayState::picked_up ? Refusal::already_picked_up : Refusal::already_left;
}

}  // namespace

Decision decide_withdraw(const State& state, const StayId& id, const std::string& reason,
                         const Context& context) {
    return at_desk(state, id, context, [&](const Stay& stay, const StaffId& by) -> Decision {
        if (const auto fault = not_waiting(stay)) return refuse(*fault);
        return one(context, ChildWithdrawn{id, by, tidy(reason)});
    });
}

Decision decide_turn_away(const State& state, const StayId& id, const std::string& reason,
                          const Context& context) {
    return at_desk(state, id, context, [&](const Stay& stay, const StaffId& by) -> Decision {
        if (const auto fault = not_waiting(stay)) return refuse(*fault);
        if (tidy(reason).empty()) return refuse(Refusal::reason_missing);
        return one(context, ChildTurnedAway{id, by, tidy(reason)});
    });
}

Decision decide_page(const State& state, const StayId& id, const std::string& reason,
                     const Context& context) {
    return at_desk(state, id, context, [&](const Stay& stay, const StaffId& by) -> Decision {
        if (!stay.holds_place()) return refuse(Refusal::not_dropped_off);
        if (tidy(reason).empty()) return refuse(Refusal::reason_missing);
        return one(context, ParentPaged{id, by, tidy(reason), false});
    });
}

Decision decide_page_over(const State& state, const StayId& id, const Context& context) {
    return at_desk(state, id, context, [&](const Stay& stay, const StaffId& by) -> Decision {
        if (!stay.paged) return refuse(Refusal::nothing_new);
        return one(context, ParentPaged{id, by, "", true});
    });
}

Decision decide_note_incident(const State& state, const StayId& id, const std::string& note,
                              const Context& context) {
    return at_desk(state, id, context, [&](const Stay&, const StaffId& by) -> Decision {
        if (tidy(note).empty()) return refuse(Refusal::reason_missing);
        return one(context, IncidentNoted{id, by, tidy(note)});
    });
}

Decision decide_tick_off(const State& state, const StayId& id, bool seen, const Context& context) {
    return at_desk(state, id, context, [&](const Stay&, const StaffId& by) -> Decision {
        return one(context, ChildSeen{id, by, seen});
    });
}

Decision decide_begin_roll_call(const State& state, const Context& context) {
    const auto* staff = who(state, context);
    if (!may_mind_children(staff)) return refuse(Refusal::not_permitted);
    return one(context, RollCallBegun{staff->id});
}

// For the whole family: what the parent says of one child holds for the siblings too.
Decision decide_say_pick_up(const State& state, const StayId& id, const std::string& may,
                            const std::string& may_not, const Context& context) {
    return at_desk(state, id, context, [&](const Stay& stay, const StaffId& by) -> Decision {
        std::vector<sync::Draft> drafts;
        for (const auto* sibling : state.stays_by_code(stay.request.code))
            add(drafts, context, PickUpSaid{sibling->id, by, tidy(may), tidy(may_not)});
        if (drafts.empty()) add(drafts, context, PickUpSaid{id, by, tidy(may), tidy(may_not)});
        return drafts;
    });
}

Decision decide_staff_room(const State& state, const std::string& room, int adults, const Context& context) {
    const auto* staff = who(state, context);
    if (!may_mind_children(staff)) return refuse(Refusal::not_permitted);
    const auto now = state.room(room);
    if (!now) return refuse(Refusal::unknown_room);
    if (now->staffed && now->adults == adults) return refuse(Refusal::nothing_new);
    return one(context, RoomStaffed{room, std::clamp(adults, 0, k_most_adults), staff->id});
}

Decision decide_open_room(const State& state, const std::string& room, const Context& context) {
    const auto* staff = who(state, context);
    if (!may_mind_children(staff)) return refuse(Refusal::not_permitted);
    const auto now = state.room(room);
    if (!now) return refuse(Refusal::unknown_room);
    if (now->open) return refuse(Refusal::nothing_new);
    return one(context, RoomOpened{room, staff->id});
}

Decision decide_close_room(const State& state, const std::string& room, const Context& context) {
    const auto* staff = who(state, context);
    if (!may_mind_children(staff)) return refuse(Refusal::not_permitted);
    const auto now = state.room(room);
    if (!now) return refuse(Refusal::unknown_room);
    if (!now->open) return refuse(Refusal::nothing_new);
    if (now->children > 0) return refuse(Refusal::children_here);
    return one(context, RoomClosed{room, staff->id});
}

Decision decide_languages(const State& state, std::vector<std::string> languages, const Context& context) {
    const auto* staff = who(state, context);
    if (!is_lead(staff)) return refuse(Refusal::not_permitted);
    EventOpened event = state.event();
    if (languages.empty() || languages == event.languages) return refuse(Refusal::nothing_new);
    event.languages = std::move(languages);
    return one(context, std::move(event));
}

Decision decide_room_limit(const State& state, int limit, const Context& context) {
    constexpr int most = 50'000;
    const auto* staff = who(state, context);
    if (!is_lead(staff)) return refuse(Refusal::not_permitted);
    if (limit < 1 || limit > most) return refuse(Refusal::limit_unreadable);
    EventOpened event = state.event();
    if (event.room_limit == limit) return refuse(Refusal::nothing_new);
    event.room_limit = limit;
    return one(context, std::move(event));
}

Decision decide_close_event(const State& state, const std::string& reason, const Context& context,
                            const std::string& items_reason) {
    const auto* staff = who(state, context);
    if (!is_lead(staff)) return refuse(Refusal::not_permitted);
    if (state.is_closed()) return refuse(Refusal::event_closed);
    if (!state.roll_call().empty() && tidy(reason).empty()) return refuse(Refusal::children_here);
    if (!items_out(state).empty() && tidy(items_reason).empty()) return refuse(Refusal::items_are_out);
    std::vector<sync::Draft> drafts;
    if (!state.roll_call().empty()) add(drafts, context, ClosedWithChildren{staff->id, tidy(reason)});
    add(drafts, context, EventClosed{staff->id, "", tidy(items_reason)});
    return drafts;
}

}  // namespace welcome::kiosk::event
