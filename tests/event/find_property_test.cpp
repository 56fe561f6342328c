#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "kiosk/event/find.h"
#include "kiosk/event/similarity.h"
#include "tests/event/support.h"

namespace welcome::kiosk::event::test {

namespace {

std::string any_name() {
    return *rc::gen::element<std::string>("Ana Ruiz", "Anabel Ruiz", "Luis Ng", "ana", "Иван", "Li Na", "");
}

}  // namespace

// Whatever is typed, the answer is the only one who fits, or nobody.
RC_GTEST_PROP(FindGuestProperty, NeverAnswersWhereTwoFit, ()) {
    Tablet tablet(1);
    State state;
    const int how_many = *rc::gen::inRange(0, 8);
    for (int i = 0; i < how_many; ++i) {
        PersonRegistered body{person_id(static_cast<std::uint64_t>(i) + 1), "roster", "", {}};
        body.fields.full_name = any_name();
        body.fields.phone = *rc::gen::element<std::string>("", "+14045550142", "+14045550143");
        body.fields.hidden = *rc::gen::element(false, false, true);
        body.fields.is_child = *rc::gen::element(false, false, true);
        state.apply(tablet.says(body, i));
    }
    const std::string letters = *rc::gen::element<std::string>("a", "an", "ana", "l", "i", "");
    const std::string digits = *rc::gen::element<std::string>("0142", "0143", "142", "");

    const auto* answer = find_guest(state, letters, digits);

    const std::map<std::string, std::string> first_words = {{"Ana Ruiz", "ana"},
                                                            {"Anabel Ruiz", "anabel"},
                                                            {"Luis Ng", "luis"},
                                                            {"ana", "ana"},
                                                            {"Иван", "ivan"},
                                                            {"Li Na", "li"},
                                                            {"", ""}};
    std::vector<const Person*> fit;
    for (const auto* person : state.people()) {
        const bool by_name = !letters.empty() && first_words.at(person->full_name).starts_with(letters);
        const bool by_phone = digits.size() == 4 && person->phone.ends_with(digits);
        if (by_name && by_phone && !person->hidden && !person->is_child) fit.push_back(person);
    }
    RC_ASSERT(answer == (fit.size() == 1 ? fit.front() : nullptr));
}

RC_GTEST_PROP(FindIndexProperty, WhoIsThereIsFoundByTheWholeName, (const std::vector<std::string>& others)) {
    FindIndex index;
    Person person;
    person.id = person_id(1);
    person.full_name = "Rosa García";
    index.put(person);
    for (const auto& other : others) {
        Person another;
        another.id = person_id(*rc::gen::inRange<std::uint64_t>(2, 9));
        another.full_name = other;
        index.put(another);
        if (*rc::gen::arbitrary<bool>()) index.remove(another.id);
    }

    const auto found = index.find("garcia rosa");

    RC_ASSERT(!found.empty());
    RC_ASSERT(found.front().person == person.id);
}

RC_GTEST_PROP(SimilarityProperty, IsAShare, ()) {
    const auto word = [] { return *rc::gen::container<std::string>(rc::gen::element('a', 'b', 'c')); };
    const auto left = word();
    const auto right = word();

    RC_ASSERT(jaro_winkler(left, right) >= 0);
    RC_ASSERT(jaro_winkler(left, right) <= 1);
    RC_ASSERT((jaro_winkler(left, right) == 1) == (left == right));
    RC_ASSERT(word_fit(left, right) >= 0 && word_fit(left, right) <= 1);
}

}  // namespace welcome::kiosk::event::test
