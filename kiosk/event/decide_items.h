#pragma once
// Lending and giving at the table, and who waits for what. Pure, as decide.h is.

#include <array>

#include "kiosk/event/decide.h"

namespace welcome::kiosk::event {

inline constexpr int k_most_items_at_once = 200;
inline constexpr std::array k_item_kinds = {ItemKind::headset, ItemKind::hearing, ItemKind::other,
                                            ItemKind::voucher, ItemKind::gift};  // as they are listed

struct NewItems {  // numbered from `first` to `last`
    ItemKind kind = ItemKind::headset;
    int first = 1, last = 1;
    std::string channel, language;
};
Decision decide_list_items(const State&, const NewItems&, const Context&);

struct Borrower {
    std::optional<PersonId> person;
    std::string ticket;  // of a card, where no person is known
};
Decision decide_lend(const State&, const ItemId&, const Borrower&, const Context&);
Decision decide_return(const State&, const ItemId&, const Context&);
Decision decide_strike_off(const State&, const ItemId&, const Context&);

// A ride was found, a seat was kept, somebody interprets.
Decision decide_meet_need(const State&, const PersonId&, Need, const Context&);

// Lent and not back, the longest out first; what was given away is not among them.
std::vector<Item> items_out(const State&);

// What staff at the table see to: a headset, a meal, a ride, a seat. Children have their desk, speakers
// theirs.
struct Wait {
    const Person* person = nullptr;
    Need need = Need::ride;
    Instant since{};
};
// Who is in, asked, and has not got it; whoever asked first stands first.
std::vector<Wait> who_waits(const State&);
// Of those that are free now: in that language where there are some, else all; with `kind` alone.
std::vector<Item> items_for(const State&, ItemKind kind, std::string_view language);

}  // namespace welcome::kiosk::event
