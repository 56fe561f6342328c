#pragma once
// What may be lent tonight, and what is out: a fold of the facts of facts_items.h in total order. Pure.

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "kiosk/event/facts.h"

namespace welcome::kiosk::event {

struct Loan {
    FactId fact;
    std::optional<PersonId> to;  // as who they are now
    std::string ticket;          // the number on a card, where no person is known
    Instant at{};
    bool operator==(const Loan&) const = default;
};

struct Item {
    ItemId id;
    ItemKind kind = ItemKind::other;
    std::string number, channel, language;  // all empty while the fact that lists it has not come
    bool is_struck_off = false;
    std::optional<Loan> loan;  // it is out
    std::vector<Loan> before;  // that are over, oldest first
    [[nodiscard]] bool is_free() const { return !loan && !is_struck_off && !number.empty(); }
    bool operator==(const Item&) const = default;
};

// Vouchers and gifts are not waited for.
bool is_given_away(ItemKind kind);
// That kind's item of that number, the same id on every tablet and at every event: a label on a headset holds
// for years. "7" and "007" are one number.
ItemId item_id(ItemKind kind, std::string_view number);

class ItemFold {
  public:
    void take(const ItemListed& body, const FactId& fact, Instant at);
    void take(const ItemStruckOff& body, const FactId& fact, Instant at);
    void take(const ItemLent& body, const FactId& fact, Instant at);
    void take(const ItemReturned& body, const FactId& fact, Instant at);
    // By kind, then by number as people count: 2 before 10.
    [[nodiscard]] std::vector<Item> items() const;

  private:
    Item& at(const ItemId& id);
    std::map<ItemId, Item> items_;
};

}  // namespace welcome::kiosk::event
