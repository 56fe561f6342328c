// The volunteers' search: real names, as they are typed in a hurry (shared/field.md, 2.6 and E 6).

#include <algorithm>

#include "kiosk/event/find.h"
#include "kiosk/event/fold_text.h"
#include "kiosk/event/similarity.h"
#include "tests/event/support.h"

namespace welcome::kiosk::event::test {

namespace {

class Find : public ::testing::Test {
  protected:
    Find() {
        for (const auto* name : {"Rosa García",
                                 "Ng",
                                 "Jörg Müller",
                                 "Inés Núñez",
                                 "ayşe Yılmaz",
                                 "Иван Иванов",
                                 "علي حسن",
                                 "李小龍",
                                 "Sean O'Brien",
                                 "Juan dela Cruz",
                                 "John De La Doe",
                                 "María José Carreño Quiñones",
                                 "Nguyễn Thị Minh Khai",
                                 "Mary McDonald",
                                 "Jean-Baptiste Pierre",
                                 "Al Green",
                                 "Li Na",
                                 "Anna Kowalski",
                                 "Robert Brown",
                                 "Łucja Ślązak"})
            add(name);
    }
    Person& add(const std::string& name) {
        auto& person = people_.emplace_back();
        person.id = person_id(people_.size());
        person.full_name = name;
        index_.put(person);
        return person;
    }
    std::string first(std::string_view query) {
        const auto found = index_.find(query);
        return found.empty() ? "" : name_of(found.front().person);
    }
    std::string name_of(const PersonId& id) {
        const auto one =
            std::find_if(people_.begin(), people_.end(), [&](const Person& p) { return p.id == id; });
        return one == people_.end() ? "?" : one->full_name;
    }

    std::vector<Person> people_;
    FindIndex index_;
};

}  // namespace

TEST(FoldText, MakesKeysOfAnyScript) {
    EXPECT_EQ(folded("Müller"), "muller");
    EXPECT_EQ(folded("Łucja ØRSTED Straße"), "lucja orsted strasse");
    EXPECT_EQ(folded("AYŞE Yılmaz İnci"), "ayse yilmaz inci");
    EXPECT_EQ(folded("Иванов"), "ivanov");
    EXPECT_EQ(folded("李小龍"), "li xiao long");
    EXPECT_EQ(folded("김민수"), "gim min su");
    EXPECT_EQ(folded("نور الدين"), "nur al din");
    EXPECT_EQ(folded("O’Brien"), folded("O'Brien"));
    EXPECT_EQ(folded("Ｆｕｌｌ　Ｗｉｄｔｈ"), "full width");
    EXPECT_EQ(folded(" --Jean-Baptiste. "), "jean baptiste");
    EXPECT_EQ(folded("\xC3\x28"), folded("\xC3\x28"));  // What is no UTF-8 is no reason to fall over.
    EXPECT_EQ(folded(""), "");
}

TEST(Similarity, IsWinklersOwn) {
    EXPECT_NEAR(jaro_winkler("martha", "marhta"), 0.9611, 0.0001);
    EXPECT_NEAR(jaro_winkler("dixon", "dicksonx"), 0.8133, 0.0001);
    EXPECT_NEAR(jaro_winkler("dwayne", "duane"), 0.84, 0.0001);
    EXPECT_EQ(jaro_winkler("abc", "xyz"), 0);
    EXPECT_EQ(jaro_winkler("", "xyz"), 0);
}

TEST_F(Find, RealNamesAsTheyAreAndAsTheyAreTyped) {
    for (const auto* query : {"Ng", "ng"}) EXPECT_EQ(first(query), "Ng");
    for (const auto* query : {"Müller", "muller", "mueler jorg", "MULLER"})
        EXPECT_EQ(first(query), "Jörg Müller") << query;
    for (const auto* query : {"Núñez", "nunez", "ines nunes", "NÚÑEZ"})
        EXPECT_EQ(first(query), "Inés Núñez") << query;
    for (const auto* query : {"ayşe", "ayse", "AYŞE", "yilmaz"})
        EXPECT_EQ(first(query), "ayşe Yılmaz") << query;
    for (const auto* query : {"Иванов", "ivanov", "иван", "Ivan Ivanof"})
        EXPECT_EQ(first(query), "Иван Иванов") << query;
    for (const auto* query : {"علي", "علي حسن", "حسن"}) EXPECT_EQ(first(query), "علي حسن") << query;
    for (const auto* query : {"李小龍", "li xiaolong", "xiao long", "lixiaolong"})
        EXPECT_EQ(first(query), "李小龍") << query;
    for (const auto* query : {"O'Brien", "obrien", "o brien", "O’Brien", "Sean Obrian"})
        EXPECT_EQ(first(query), "Sean O'Brien") << query;
    for (const auto* query : {"dela Cruz", "de la Cruz", "delacruz", "cruz", "Cruz Juan", "juan delacrus"})
        EXPECT_EQ(first(query), "Juan dela Cruz") << query;
    for (const auto* query : {"mc donald", "mcdonald", "macdonald mary"})
        EXPECT_EQ(first(query), "Mary McDonald") << query;
    for (const auto* query : {"lucja slazak", "slazak"}) EXPECT_EQ(first(query), "Łucja Ślązak") << query;
}

// Each name in its own script, and as others write it down who only heard it.
TEST_F(Find, NamesOfOtherScriptsAsTheySound) {
    const std::vector<std::pair<std::string, std::vector<std::string_view>>> heard = {
        {"فاطمة خوري", {"Fatima Khoury", "fatma khouri"}},
        {"محمد الخطيب", {"Mohammed Al Khatib", "Muhammad Khateeb"}},
        {"عائشة عبد الرحمن", {"Aisha Abdel Rahman", "Aicha Abdulrahman"}},
        {"نور الدين الحسيني", {"Noureddine Husseini", "Nour al-Din al-Hussaini"}},
        {"إبراهيم يوسف", {"Ibrahim Youssef", "Yusuf Ibrahim"}},
        {"Дмитрий Шевченко", {"Dmitri Shevchenko", "shevchenko dmitry"}},
        {"Щербакова Юлия", {"Yulia Shcherbakova", "shcherbakova"}},
        {"김민수", {"Min-su Kim", "Kim Minsu", "kim min su"}},
        {"王小明", {"Xiaoming Wang", "wang xiao ming"}},
        {"Layla Haddad", {"ليلى حداد"}},
        {"Mohammed Saleh", {"محمد صالح"}},
        {"שרה כהן", {"Sarah Cohen"}},
    };
    for (const auto& [name, queries] : heard) add(name);
    for (const auto& [name, queries] : heard)
        for (const auto query : queries) EXPECT_EQ(first(query), name) << query;
}

TEST_F(Find, WordsInAnyOrderMissingOrTooMany) {
    EXPECT_EQ(first("quinones maria"), "María José Carreño Quiñones");
    EXPECT_EQ(first("mariajose carreno"), "María José Carreño Quiñones");
    EXPECT_EQ(first("khai nguyen"), "Nguyễn Thị Minh Khai");
    EXPECT_EQ(first("john doe"), "John De La Doe");
    EXPECT_EQ(first("pierre jean baptiste"), "Jean-Baptiste Pierre");
    EXPECT_EQ(first("Rosa Elena Garcia Lopez"), "Rosa García");
}

TEST_F(Find, AsItIsTyped) {
    for (const auto* query : {"kow", "kowa", "kowals", "anna k", "ann kow"})
        EXPECT_EQ(first(query), "Anna Kowalski") << query;
    for (const auto* query : {"kowalsky", "kowlaski", "kovalski", "ana kowalsk"})
        EXPECT_EQ(first(query), "Anna Kowalski") << query;
    EXPECT_EQ(first("r g"), "Rosa García");
}

TEST_F(Find, TheWholeNameComesBeforeALongerOne) {
    add("Rosa García López");
    add("Rosa Garcia");

    const auto found = index_.find("Rosa García");

    ASSERT_GE(found.size(), 3U);
    EXPECT_EQ(name_of(found[2].person), "Rosa García López");
    EXPECT_DOUBLE_EQ(found[0].score, found[1].score);
    EXPECT_GT(found[1].score, found[2].score);
}

TEST_F(Find, ByTheLastDigitsOfAPhone) {
    auto& rosa = people_[0];
    rosa.phone = "+14045550142";
    index_.put(rosa);

    for (const auto* query : {"0142", "550142", "404-555-0142", "+1 (404) 555-0142"})
        EXPECT_EQ(first(query), "Rosa García") << query;
    EXPECT_EQ(first("0143"), "");
    EXPECT_EQ(first("142"), "");
    EXPECT_EQ(first("rosa 0142"), "Rosa García");
}

TEST_F(Find, ByEmailAndByTicket) {
    auto& rosa = people_[0];
    rosa.email = "R.Garcia@Example.org";
    rosa.tickets = {"EB-77-a"};
    index_.put(rosa);

    for (const auto* query : {"r.garcia@example.org", "R.GARCIA@", "EB-77-a", "eb-77-A "})
        EXPECT_EQ(first(query), "Rosa García") << query;
    EXPECT_EQ(first("eb-77"), "");
}

TEST_F(Find, ByWhatOneIsCalled) {
    people_[0].call_me = "Chayo";
    index_.put(people_[0]);

    EXPECT_EQ(first("chayo"), "Rosa García");
    EXPECT_EQ(first("rosa garcia"), "Rosa García");
}

TEST_F(Find, APersonPutAgainIsFoundUnderTheNewNameOnly) {
    people_[0].full_name = "Guadalupe Fuentes";
    index_.put(people_[0]);
    index_.put(people_[0]);

    EXPECT_EQ(index_.find("guadalupe").size(), 1U);
    EXPECT_NE(first("rosa garcia"), "Guadalupe Fuentes");
}

TEST_F(Find, ARemovedPersonIsNotFound) {
    index_.remove(people_[0].id);
    index_.remove(people_[0].id);

    EXPECT_NE(first("rosa garcia"), "Rosa García");
    for (std::size_t i = 0; i < 1500; ++i) {  // So many that the index tidies itself.
        add("Passing Guest " + std::to_string(i));
        index_.remove(people_.back().id);
    }
    EXPECT_EQ(first("kowalski"), "Anna Kowalski");
    EXPECT_TRUE(index_.find("passing guest").empty());
}

TEST_F(Find, TellsNoMoreThanAskedFor) {
    for (int i = 0; i < 20; ++i) add("Kim Lee");

    EXPECT_EQ(index_.find("kim lee", 3).size(), 3U);
    EXPECT_EQ(index_.find("kim lee").size(), 5U);
    EXPECT_TRUE(index_.find("").empty());
    EXPECT_TRUE(index_.find("  ").empty());
    EXPECT_TRUE(index_.find("zzqx").empty());
    EXPECT_TRUE(index_.find("'%_\\").empty());
}

TEST_F(Find, ScoresAreSharesAndBestComesFirst) {
    for (const auto* query : {"rosa garcia", "ng", "maria", "jean", "li", "ana"}) {
        const auto found = index_.find(query, 10);
        for (const auto& one : found) {
            EXPECT_GT(one.score, 0);
            EXPECT_LE(one.score, 1);
        }
        EXPECT_TRUE(std::is_sorted(found.begin(), found.end(), [](const Found& left, const Found& right) {
            return left.score > right.score;
        }));
    }
}

}  // namespace welcome::kiosk::event::test
