// How many hard queries put the right person into the top five: better than the best published simple
// method, 94.2 % among 300 people and 83.2 % among 3,000 (shared/field.md, 2.6). Ties count against.

#include "tests/event/hard_queries.h"

#include <algorithm>
#include <cstdio>
#include <gtest/gtest.h>
#include <map>
#include <set>

#include "kiosk/event/find.h"
#include "kiosk/event/fold_text.h"
#include "kiosk/session/nickname_table.h"
#include "tests/event/support.h"
#include "tests/places.h"

namespace welcome::kiosk::event::test {

namespace {

struct Rates {
    int asked = 0, first = 0, top_five = 0;
    [[nodiscard]] double first_rate() const { return 100.0 * first / asked; }
    [[nodiscard]] double top_rate() const { return 100.0 * top_five / asked; }
};

// The place of the right one, those with the same score before it.
std::size_t place_of(const std::vector<Found>& found, const PersonId& person) {
    const auto right =
        std::find_if(found.begin(), found.end(), [&](const Found& one) { return one.person == person; });
    if (right == found.end()) return found.size() + 1000;
    return static_cast<std::size_t>(std::count_if(
        found.begin(), found.end(), [&](const Found& one) { return one.score >= right->score; }));
}

FindIndex index_of_names(const std::vector<std::string>& roster) {
    FindIndex index(session::read_nicknames(welcome::test::source_dir() + "/assets/nicknames.toml"));
    for (std::size_t i = 0; i < roster.size(); ++i) {
        Person person;
        person.id = person_id(i + 1);
        person.full_name = roster[i];
        index.put(person);
    }
    return index;
}

// The best published simple method: the share of order-free trigrams (Dice), each word on its own.
std::set<std::string> trigrams_of(const std::string& name) {
    std::set<std::string> grams;
    for (const auto& word : words_of(folded(name))) {
        const std::string padded = "  " + word + " ";
        for (std::size_t i = 0; i + 2 < padded.size(); ++i) grams.insert(padded.substr(i, 3));
    }
    return grams;
}
class ByTrigrams {
  public:
    explicit ByTrigrams(const std::vector<std::string>& roster) {
        for (const auto& name : roster) grams_.push_back(trigrams_of(name));
    }
    [[nodiscard]] std::size_t place_of(const std::string& typed, std::size_t right) const {
        const auto grams = trigrams_of(typed);
        const double score = dice(grams, grams_[right]);
        return static_cast<std::size_t>(std::count_if(
            grams_.begin(), grams_.end(), [&](const auto& other) { return dice(grams, other) >= score; }));
    }

  private:
    static double dice(const std::set<std::string>& left, const std::set<std::string>& right) {
        const auto shared =
            std::count_if(left.begin(), left.end(), [&](const auto& gram) { return right.contains(gram); });
        return 2.0 * static_cast<double>(shared) / static_cast<double>(left.size() + right.size());
    }
    std::vector<std::set<std::string>> grams_;
};

struct Measured {
    Rates ours, by_trigrams;
};

Measured measure(std::size_t people, unsigned seed, std::size_t how_many) {
    HardNames names(seed);
    const auto roster = names.roster(people);
    const auto index = index_of_names(roster);
    const ByTrigrams plain(roster);
    Rates all, by_trigrams;
    std::map<Slip, Rates> each;
    for (const auto& query : names.queries(roster, how_many)) {
        const auto place = place_of(index.find(query.typed, 10), person_id(query.person + 1));
        const auto count = [](Rates& rates, std::size_t at) {
            ++rates.asked;
            rates.first += at == 1 ? 1 : 0;
            rates.top_five += at <= 5 ? 1 : 0;
        };
        count(all, place);
        count(each[query.slip], place);
        count(by_trigrams, plain.place_of(query.typed, query.person));
        if (place > 5 && std::getenv("WELCOME_SHOW_MISSES"))
            std::printf("  %s: %s <- %s\n", std::string(name_of(query.slip)).c_str(), query.typed.c_str(),
                        roster[query.person].c_str());
    }
    std::printf("%zu people: first %.1f %%, top five %.1f %%\n", people, all.first_rate(), all.top_rate());
    for (const auto& [slip, rates] : each)
        std::printf("  %-16s first %.1f %%, top five %.1f %% of %d\n", std::string(name_of(slip)).c_str(),
                    rates.first_rate(), rates.top_rate(), rates.asked);
    std::printf("  by trigrams      first %.1f %%, top five %.1f %%\n", by_trigrams.first_rate(),
                by_trigrams.top_rate());
    return {all, by_trigrams};
}

}  // namespace

TEST(HardQueries, AmongThreeHundredPeople) {
    const auto measured = measure(300, 1, 1100);

    EXPECT_GE(measured.ours.top_rate(), 98.5);
    EXPECT_GT(measured.ours.top_rate(), measured.by_trigrams.top_rate());
}

TEST(HardQueries, AmongThreeThousandPeople) {
    const auto measured = measure(3000, 2, 1100);

    EXPECT_GE(measured.ours.top_rate(), 95.0);
    EXPECT_GT(measured.ours.top_rate(), measured.by_trigrams.top_rate());
}

TEST(Nicknames, AreKnownBothWaysAndInAnyScript) {
    const auto nicknames = session::read_nicknames(welcome::test::source_dir() + "/assets/nicknames.toml");
    const auto is_kin = [&](const std::string& one, const std::string& other) {
        const auto& kin = nicknames.kin_of(one);
        return std::any_of(kin.begin(), kin.end(), [&](const auto& known) { return known.word == other; });
    };

    EXPECT_GT(nicknames.size(), 800U);
    for (const auto& [one, other] : std::map<std::string, std::string>{{"liz", "elizabeth"},
                                                                       {"pepe", "jose"},
                                                                       {"chuy", "jesus"},
                                                                       {"lupita", "guadalupe"},
                                                                       {"sasha", "aleksandr"}}) {
        EXPECT_TRUE(is_kin(one, other)) << one;
        EXPECT_TRUE(is_kin(other, one)) << other;
    }
    EXPECT_TRUE(is_kin("liz", "betty"));
    EXPECT_FALSE(is_kin("liz", "maria"));
}

TEST(Nicknames, AMissingTableIsNoReasonToFail) {
    EXPECT_EQ(session::read_nicknames("/nowhere/at/all.toml").size(), 0U);
}

}  // namespace welcome::kiosk::event::test
