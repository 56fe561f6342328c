// What holds for every evening at the lending table (RapidCheck): any order and any repetition of the facts
// give the same list; a thing is with one borrower at most, and no loan is forgotten.

#include <algorithm>
#include <gtest/gtest.h>
#include <random>
#include <rapidcheck/gtest.h>

#include "kiosk/event/decide_items.h"
#include "tests/event/any_facts.h"

namespace welcome::kiosk::event::test {

namespace {

int below(int bound) {
    return *rc::gen::inRange(0, bound);
}

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
    const int how_many = below(40) + 1;
    std::vector<sync::Fact> facts;
    std::array<std::uint64_t, 3> seqs{};
    for (int number = 1; number <= how_many; ++number) {
        const auto tablet = static_cast<std::size_t>(below(3));
        const auto written = draft(id_of<FactId>(static_cast<std::uint64_t>(number)), any_deed(how_many));
        facts.push_back({.id = written.id,
                         .device = device_id(static_cast<std::uint8_t>(tablet + 1)),
                         .device_seq = ++seqs[tablet],
                         .time = {below(20), static_cast<std::uint16_t>(below(2))},
                         .wall = at_minute(below(30)),
                         .event = {},
                         .kind = written.kind,
                         .body = written.body});
    }
    return facts;
}

std::vector<sync::Fact> in_any_order(std::vector<sync::Fact> facts) {
    const auto once = facts;
    for (const auto& fact : once) {
        if (below(3) == 0) facts.push_back(fact);
    }
    std::mt19937 order(*rc::gen::arbitrary<std::uint32_t>());
    std::shuffle(facts.begin(), facts.end(), order);
    return facts;
}

}  // namespace

RC_GTEST_PROP(ItemsProperty, AnyOrderAndAnyRepetitionGiveTheSameList, ()) {
    const auto facts = any_lending();
    const auto items = fold(facts).items();

    RC_ASSERT(fold(in_any_order(facts)).items() == items);
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
