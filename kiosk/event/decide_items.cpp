#include "kiosk/event/decide_items.h"

#include <algorithm>
#include <set>

#include "kiosk/event/drafting.h"
#include "kiosk/event/typed_text.h"

namespace welcome::kiosk::event {

namespace {

bool is_same(const Item& item, const NewItems& wanted) {
    return item.channel == wanted.channel && item.language == wanted.language && !item.is_struck_off;
}

// What whoever holds it needed it for.
std::optional<Need> need_for(ItemKind kind) {
    if (kind == ItemKind::headset) return Need::interpretation;
    if (kind == ItemKind::voucher) return Need::ride;
    return std::nullopt;
}

// Whoever has, or had, a thing of the kind that meets their need waits for it no more.
std::set<std::pair<PersonId, Need>> met_by_items(const State& state) {
    std::set<std::pair<PersonId, Need>> met;
    for (const auto& item : state.items()) {
        const auto need = need_for(item.kind);
        if (!need) continue;
        for (const auto& loan : item.before) {
            if (loan.to) met.emplace(*loan.to, *need);
        }
        if (item.loan && item.loan->to) met.emplace(*item.loan->to, *need);
    }
    return met;
}

}  // namespace

Decision decide_list_items(const State& state, const NewItems& wanted, const Context& context) {
    const auto* staff = who(state, context);
    if (!staff) return refuse(Refusal::not_permitted);
    if (wanted.first < 1 || wanted.last < wanted.first || wanted.last - wanted.first >= k_most_items_at_once)
        return refuse(Refusal::numbers_unreadable);
    if (is_too_long(tidy(wanted.channel))) return refuse(Refusal::name_too_long);
    NewItems tidied = wanted;
    tidied.channel = tidy(wanted.channel);
    std::vector<sync::Draft> drafts;
    for (int number = tidied.first; number <= tidied.last; ++number) {
        const std::string text = std::to_string(number);
        const auto id = item_id(tidied.kind, text);
        const auto known = state.item(id);
        if (known && !known->number.empty() && is_same(*known, tidied)) continue;
        add(drafts, context, ItemListed{id, tidied.kind, text, tidied.channel, tidied.language, staff->id});
    }
    if (drafts.empty()) return refuse(Refusal::nothing_new);
    return drafts;
}

Decision decide_lend(const State& state, const ItemId& id, const Borrower& borrower, const Context& context) {
    const auto* staff = who(state, context);
    if (!staff) return refuse(Refusal::not_permitted);
    const auto item = state.item(id);
    if (!item) return refuse(Refusal::unknown_item);
    if (item->loan) return refuse(Refusal::item_is_out);
    ItemLent lent{.item = id, .to = {}, .ticket = {}, .by = staff->id};
    if (borrower.person) {
        const auto* person = state.person(*borrower.person);
        if (!person) return refuse(Refusal::unknown_person);
        lent.to = person->id;
    } else {
        lent.ticket = tidy(borrower.ticket);
        if (lent.ticket.empty()) return refuse(Refusal::nobody_chosen);
        if (is_too_long(lent.ticket)) return refuse(Refusal::name_too_long);
    }
    return one(context, lent);
}

Decision decide_return(const State& state, const ItemId& id, const Context& context) {
    const auto* staff = who(state, context);
    if (!staff) return refuse(Refusal::not_permitted);
    const auto item = state.item(id);
    if (!item) return refuse(Refusal::unknown_item);
    if (!item->loan && !item->is_struck_off) return refuse(Refusal::nothing_new);
    return one(context, ItemReturned{id, staff->id});
}

Decision decide_strike_off(const State& state, const ItemId& id, const Context& context) {
    const auto* staff = who(state, context);
    if (!staff) return refuse(Refusal::not_permitted);
    const auto item = state.item(id);
    if (!item) return refuse(Refusal::unknown_item);
    if (item->is_struck_off) return refuse(Refusal::nothing_new);
    return one(context, ItemStruckOff{id, staff->id});
}

Decision decide_meet_need(const State& state, const PersonId& id, Need need, const Context& context) {
    const auto* staff = who(state, context);
    if (!staff) return refuse(Refusal::not_permitted);
    const auto* person = state.person(id);
    if (!person) return refuse(Refusal::unknown_person);
    if (person->part.met.contains(need)) return refuse(Refusal::nothing_new);
    return one(context, NeedMet{person->id, need, staff->id});
}

std::vector<Item> items_out(const State& state) {
    std::vector<Item> out;
    for (auto& item : state.items()) {
        if (item.loan && !is_given_away(item.kind)) out.push_back(std::move(item));
    }
    std::stable_sort(out.begin(), out.end(),
                     [](const Item& left, const Item& right) { return left.loan->at < right.loan->at; });
    return out;
}

std::vector<Wait> who_waits(const State& state) {
    const auto met = met_by_items(state);
    std::vector<Wait> waits;
    for (const auto* person : state.attending()) {
        for (const auto need : {Need::interpretation, Need::ride, Need::access}) {
            const auto asked = person->part.asked.find(need);
            if (asked == person->part.asked.end() || person->part.met.contains(need)) continue;
            if (!met.contains({person->id, need})) waits.push_back({person, need, asked->second});
        }
    }
    std::stable_sort(waits.begin(), waits.end(),
                     [](const Wait& left, const Wait& right) { return left.since < right.since; });
    return waits;
}

std::vector<Item> items_for(const State& state, ItemKind kind, std::string_view language) {
    std::vector<Item> free, fitting;
    for (const auto& item : state.items()) {
        if (item.kind != kind || !item.is_free()) continue;
        free.push_back(item);
        if (!language.empty() && item.language == language) fitting.push_back(item);
    }
    return fitting.empty() ? free : fitting;
}

}  // namespace welcome::kiosk::event
