// What is lent and given at the table, in total order, through the fold of items.h.

#include <algorithm>

#include "kiosk/event/state_inside.h"

namespace welcome::kiosk::event {

std::vector<Item> State::items() const {
    const auto& inside = *inside_;
    ItemFold fold;
    for (const Place place : inside.items) {
        const Record& record = inside.records[place];
        if (!record.effective) continue;
        inside.use(place, [&](const auto& body) {
            if constexpr (requires { fold.take(body, record.id, record.wall); })
                fold.take(body, record.id, record.wall);
        });
    }
    auto all = fold.items();
    for (auto& item : all) {
        const auto now = [&inside](Loan& loan) {
            if (loan.to) loan.to = inside.root_of(*loan.to);
        };
        if (item.loan) now(*item.loan);
        for (auto& loan : item.before) now(loan);
    }
    return all;
}

std::map<Diet, int> State::plates_without_a_name() const {
    std::map<Diet, int> plates;
    inside_->each<PlateHandedOut>(inside_->plates,
                                  [&](const PlateHandedOut& body, const Record&) { ++plates[body.diet]; });
    return plates;
}

std::optional<Item> State::item(const ItemId& id) const {
    auto all = items();
    const auto found = std::find_if(all.begin(), all.end(), [&](const Item& one) { return one.id == id; });
    return found == all.end() ? std::nullopt : std::optional(std::move(*found));
}

}  // namespace welcome::kiosk::event
