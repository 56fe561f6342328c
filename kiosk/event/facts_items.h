#pragma once
// What is lent at the table (headsets and other things) and given there (vouchers), and whose need was met.
// Never against a card or a paper of somebody's: who is afraid to leave one goes without
// (shared/field.md, 1.1).

#include "kiosk/event/facts_words.h"

namespace welcome::kiosk::event {

using ItemId = sync::Id<struct ItemTag>;

// A headset says an interpreter's words, `hearing` is an assistive listening device; vouchers and gifts stay
// with whoever got them.
enum class ItemKind { headset, hearing, other, voucher, gift };

struct ItemListed {  // it is there to be lent; the last word on a field counts
    ItemId item;     // by kind and number (item_id): two tablets that list headset 12 mean the same one
    ItemKind kind = ItemKind::headset;
    std::string number;    // as it is written on it
    std::string channel;   // that it is tuned to: "2"
    std::string language;  // BCP 47, of what is heard there; empty: none
    StaffId by;
    bool operator==(const ItemListed&) const = default;
};
struct ItemStruckOff {  // lost, or broken: nobody waits for it any more
    ItemId item;
    StaffId by;
    bool operator==(const ItemStruckOff&) const = default;
};
struct ItemLent {
    ItemId item;
    std::optional<PersonId> to;
    std::string ticket;  // where no person is known: the number on the guest's card
    StaffId by;
    bool operator==(const ItemLent&) const = default;
};
struct ItemReturned {
    ItemId item;
    StaffId by;
    bool operator==(const ItemReturned&) const = default;
};
struct NeedMet {  // a ride was found, a seat was kept
    PersonId person;
    Need need = Need::ride;
    StaffId by;
    bool operator==(const NeedMet&) const = default;
};

}  // namespace welcome::kiosk::event
