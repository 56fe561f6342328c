// The guests' way to find themselves: one answer at most, and no way to learn who else is there.

#include "kiosk/event/find.h"
#include "tests/event/support.h"

namespace welcome::kiosk::event::test {

namespace {

class FindGuest : public Desk {
  protected:
    std::string found(std::string_view letters, std::string_view last_four) {
        const auto* person = find_guest(state_, letters, last_four);
        return person ? person->full_name : "";
    }
};

}  // namespace

TEST_F(FindGuest, ByFirstLettersAndLastFourDigits) {
    knows(1, "Rosa García", "+14045550142");
    knows(2, "Luis García", "+14045550199");

    EXPECT_EQ(found("ros", "0142"), "Rosa García");
    EXPECT_EQ(found("R", "0142"), "Rosa García");
    EXPECT_EQ(found("ros", "0199"), "");
    EXPECT_EQ(found("gar", "0142"), "");
}

TEST_F(FindGuest, WithOrWithoutMarksAndInAnyScript) {
    knows(1, "Ángel Núñez", "+14045550101");
    knows(2, "ayşe Yılmaz", "+14045550102");
    knows(3, "Иван Иванов", "+14045550103");
    knows(4, "李小龍", "+14045550104");
    knows(5, "علي حسن", "+14045550105");
    knows(6, "Ng", "+14045550106");
    knows(7, "O'Brien", "+14045550107");
    knows(8, "Østen Müller", "+14045550108");

    EXPECT_EQ(found("ang", "0101"), "Ángel Núñez");
    EXPECT_EQ(found("áng", "0101"), "Ángel Núñez");
    EXPECT_EQ(found("AYS", "0102"), "ayşe Yılmaz");
    EXPECT_EQ(found("иван", "0103"), "Иван Иванов");
    EXPECT_EQ(found("iva", "0103"), "Иван Иванов");
    EXPECT_EQ(found("李", "0104"), "李小龍");
    EXPECT_EQ(found("li", "0104"), "李小龍");
    EXPECT_EQ(found("عل", "0105"), "علي حسن");
    EXPECT_EQ(found("ng", "0106"), "Ng");
    EXPECT_EQ(found("o'b", "0107"), "O'Brien");
    EXPECT_EQ(found("obr", "0107"), "O'Brien");
    EXPECT_EQ(found("ost", "0108"), "Østen Müller");
}

TEST_F(FindGuest, ByLatinLettersOfANameInArabicAndTheOtherWayAround) {
    knows(1, "محمد حسن", "+14045550101");
    knows(2, "عمر يوسف", "+14045550102");
    knows(3, "Khadija Ali", "+14045550103");
    knows(4, "Mehmet Demir", "+14045550104");

    for (const char* letters : {"moh", "Muh", "mha", "m"})
        EXPECT_EQ(found(letters, "0101"), "محمد حسن") << letters;
    for (const char* letters : {"oma", "ume", "am"}) EXPECT_EQ(found(letters, "0102"), "عمر يوسف") << letters;
    EXPECT_EQ(found("خدي", "0103"), "Khadija Ali");
    // Both in Latin: vowels count.
    EXPECT_EQ(found("moh", "0104"), "");
    for (const char* letters : {"mar", "has", "ohm"}) EXPECT_EQ(found(letters, "0101"), "") << letters;
}

TEST_F(FindGuest, ByWhatOneIsCalledToo) {
    const auto person = knows(1, "María del Carmen Ruiz", "+14045550142");
    PersonCorrected calls{person, {}, ""};
    calls.fields.call_me = "Menchu";
    says(calls);

    EXPECT_EQ(found("men", "0142"), "María del Carmen Ruiz");
    EXPECT_EQ(found("mar", "0142"), "María del Carmen Ruiz");
}

TEST_F(FindGuest, TwoWhoFitAreNobody) {
    knows(1, "Ana García", "+14045550142");
    knows(2, "Anabel García", "+14045550142");  // One phone in the family.

    EXPECT_EQ(found("ana", "0142"), "");
    EXPECT_EQ(found("anab", "0142"), "Anabel García");
}

TEST_F(FindGuest, TheHiddenAndChildrenAreNobody) {
    for (const std::uint64_t number : {1U, 2U}) {
        PersonRegistered body{person_id(number), "roster", "", {}};
        body.fields.full_name = number == 1 ? "Hidden" : "Child";
        body.fields.phone = "+14045550142";
        if (number == 1) body.fields.hidden = true;
        if (number == 2) body.fields.is_child = true;
        says(body);
    }

    EXPECT_EQ(found("hid", "0142"), "");
    EXPECT_EQ(found("chi", "0142"), "");
}

TEST_F(FindGuest, LessThanAllFourDigitsOrNoLetterIsNothing) {
    knows(1, "Rosa García", "+14045550142");
    knows(2, "Nobody Called");

    for (const auto* digits : {"", "2", "142", "50142", "+142", "01 2", "o142"})
        EXPECT_EQ(found("ros", digits), "") << digits;
    for (const auto* letters : {"", " ", "'", "%", "_"}) EXPECT_EQ(found(letters, "0142"), "") << letters;
}

}  // namespace welcome::kiosk::event::test
