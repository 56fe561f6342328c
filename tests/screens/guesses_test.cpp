// A stranger at the tablet tries a hundred thousand names and numbers. What the guest's look-up shows is the
// same whether a person is here already or not, and a person who asked to be hidden is never there.

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <random>
#include <set>

#include "tests/screens/samples.h"

namespace welcome::kiosk::screens::test {
namespace {

constexpr int k_guesses = 100'000;
constexpr int k_people = 120;  // of the town; every fifth asked to be hidden

std::string letters_of(std::mt19937& chance, int most) {
    std::string letters;
    for (int n = std::uniform_int_distribution(1, most)(chance); n > 0; --n)
        letters += static_cast<char>('a' + std::uniform_int_distribution(0, 25)(chance));
    return letters;
}

std::string digits_of(std::mt19937& chance) {
    std::string digits = std::to_string(std::uniform_int_distribution(0, 9999)(chance));
    return std::string(4 - digits.size(), '0') + digits;
}

// The town, once with nobody in and once with half of it in.
struct Town {
    explicit Town(bool somebody_is_in) {
        std::mt19937 chance(20261128);
        for (int n = 0; n < k_people; ++n) {
            const PersonId person(evening.known().context.new_id());
            event::PersonRegistered body{
                .person = person, .source = "roster", .source_key = std::to_string(n)};
            body.fields.full_name = letters_of(chance, 9) + " " + letters_of(chance, 9);
            body.fields.phone = "+1202555" + digits_of(chance);
            if (n % 5 == 0) {
                body.fields.hidden = true;
                hidden.insert(person);
            }
            evening.know(body);
            if (somebody_is_in && n % 2 == 0) evening.know(event::CheckedIn{.person = person});
        }
    }

    // What the screen tells a guest who tries this, and who was shown.
    std::string answer(const std::string& letters, const std::string& digits) {
        evening.act(Intent::open_find);
        evening.act(Intent::edit_letters, letters);
        evening.act(Intent::edit_digits, digits);
        evening.act(Intent::look_me_up);
        std::string told;
        if (const auto* who = evening.on<WhoIsHere>()) {
            EXPECT_EQ(who->people.size(), 1U);
            found.insert(who->people.front());
            told = "found " + evening.state.person(who->people.front())->full_name;
            told += who->by_code ? " by code" : "";
            told += " " + std::to_string(who->ticked.size()) + evening.notice();
        } else if (const auto* form = evening.on<FindMe>()) {
            told = form->not_found ? "not found" : "?";
        } else if (evening.on<HelperComes>() != nullptr) {
            told = "a helper";
        }
        evening.act(Intent::start_over);
        return told;
    }

    Evening evening;
    std::set<PersonId> hidden, found;
};

TEST(Guesses, TellNobodyWhoIsHere) {
    Town empty(false);
    Town full(true);
    std::mt19937 chance(20261129);
    for (int guess = 0; guess < k_guesses; ++guess) {
        const std::string letters = letters_of(chance, 3), digits = digits_of(chance);
        const std::string told = full.answer(letters, digits);
        ASSERT_TRUE(told == "not found" || told.starts_with("found ")) << told;
        // Every answer, and every tenth "not found", is held against the town where nobody is in.
        if (told != "not found" || guess % 10 == 0) {
            ASSERT_EQ(empty.answer(letters, digits), told) << letters << " " << digits;
        }
    }
    for (const auto& person : full.hidden) EXPECT_FALSE(full.found.contains(person));
    // The town is small and the guesses many: the test has seen both answers.
    EXPECT_FALSE(full.found.empty());
    EXPECT_LT(full.found.size(), static_cast<std::size_t>(k_people));
}

}  // namespace
}  // namespace welcome::kiosk::screens::test
