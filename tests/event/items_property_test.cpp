// What holds for every evening at the lending table (RapidCheck): any order and any repetition of the facts
// give the same list; a thing is with one borrower at most, and no loan is forgotten.

#include <algorithm>
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "kiosk/event/decide_items.h"
#include "tests/event/any_facts.h"

namespace welcome::kiosk::event::test {

namespace {

Body any_deed(int facts) {
    const std::string number = std::to_string(below(4) + 1);
    const auto item = item_id(ItemKind::headset, number);
    const auto by = id_of<StaffId>(1);
    const auto person = person_id(static_cast<std::uint64_t>(below(3)) + 1);
    switch (below(10)) {
        case 0:
        case 1:
            return ItemListed{item, ItemKind::headset, number, std::to_string(below(2)), "es", by};
        case 2:
        case 3:
        case 4:
            return below(3) == 0 ? ItemLent{item, {}, "27", by} : ItemLent{item, person, "", by};
        case 5:
        case 6:
            return ItemReturned{item, by};
        case 7:
            return ItemStruckOff{item, by};
        case 8:
            return PeopleMerged{person, person_id(static_cast<std::uint64_t>(below(3)) + 1)};
        default:
            return FactUndone{id_of<FactId>(static_cast<std::uint64_t>(below(facts)) + 1), "", {}};
    }
}

std::vector<sync::Fact> any_lending() {
    return written_anywhere(any_deed);
}

}  // namespace

RC_GTEST_PROP(ItemsProperty, AnyOrderAndAnyRepetitionGiveTheSameList, ()) {
    const auto facts = any_lending();
    const auto items = fold(facts).items();

    RC_ASSERT(fold(shuffled(some_twice(facts))).items() == items);
    RC_CLASSIFY(!items_out(fold(facts)).empty(), "something is out");
}

RC_GTEST_PROP(ItemsProperty, EveryLoanInEffectIsNowOrBefore, ()) {
    const auto facts = any_lending();
    const auto state = fold(facts);

    std::size_t lent = 0, kept = 0;
    for (const auto& fact : facts) lent += fact.kind == "item_lent" && state.is_effective(fact.id) ? 1 : 0;
    for (const auto& item : state.items()) {
        kept += item.before.size() + (item.loan ? 1 : 0);
        RC_ASSERT(!(item.loan && item.is_struck_off));
        RC_ASSERT(!(item.is_free() && item.loan));
    }
    RC_ASSERT(kept == lent);
}

}  // namespace welcome::kiosk::event::test
