// Which languages guests are offered, how they choose one, and who may change that.

#include "kiosk/screens/languages.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/screens/shown.h"

namespace welcome::kiosk::screens::test {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

Model with(std::vector<Language> languages) {
    Model model;
    model.languages = std::move(languages);
    return model;
}

TEST(OfferedLanguages, AreTheEventsInItsOrderOfThoseThatTheTabletHas) {
    const Model model = with({{"en"}, {"es"}, {"pt-BR"}, {"tl"}, {"zh-Hans"}});
    const event::EventOpened event{.languages = {"es", "pt", "hmn", "fil", "en", "zh_Hans", "es"}};

    EXPECT_THAT(offered_languages(model, event), ElementsAre("es", "pt-BR", "tl", "en", "zh-Hans"));
}

TEST(OfferedLanguages, AreReviewedOnesBesideEnglishAndSpanishWhereNoneIsNamed) {
    const Model model = with({{"ar", true}, {"en", true}, {"es", true}, {"vi", false}});

    EXPECT_THAT(offered_languages(model, event::EventOpened{}), ElementsAre("en", "es", "vi"));
}

TEST(OfferedLanguages, ShowOtherScriptsBeforeTheListIsOpened) {
    EXPECT_EQ(names_of_more({"ht", "vi", "zh-Hans", "ar", "ru", "ko"}), "简体中文 · العربية · Русский");
    EXPECT_EQ(names_of_more({"ht", "vi"}), "Kreyòl ayisyen · Tiếng Việt");
}

TEST(LanguageList, KeepsTheHalfFilledFormUnderIt) {
    Evening evening;
    evening.speak_many();
    evening.act(Intent::open_new);
    evening.act(Intent::edit_name, "Hoa");

    evening.act(Intent::open_languages);
    EXPECT_EQ(evening.model.over, Over::languages);
    evening.act(Intent::set_language, "vi");

    EXPECT_EQ(evening.model.over, Over::nothing);
    EXPECT_EQ(evening.model.language, "vi");
    ASSERT_NE(evening.on<NewName>(), nullptr);
    EXPECT_EQ(evening.on<NewName>()->name, "Hoa");
}

TEST(LanguageList, GoesBackToTheSameScreen) {
    Evening evening;
    evening.speak_many();
    evening.act(Intent::open_new);
    evening.act(Intent::open_languages);

    evening.act(Intent::go_back);

    EXPECT_EQ(evening.model.over, Over::nothing);
    EXPECT_NE(evening.on<NewName>(), nullptr);
}

TEST(LanguageList, IsReachedFromEveryGuestScreen) {
    for (const auto& scene : scenes()) {
        Evening probe;
        scene.set(probe);
        if (is_staff_screen(probe.model.screen) || probe.model.idle_warning ||
            probe.model.over != Over::nothing)
            continue;
        if (std::holds_alternative<TimerBoard>(probe.model.screen)) continue;  // a sign: nobody touches it
        const Scene many{scene.name, [&](Evening& evening) {
                             evening.speak_many();
                             scene.set(evening);
                         }};
        Shown shown(many, "en");
        shown.put_keyboard_away();
        EXPECT_TRUE(shown.screen->tap("furniture.language")) << scene.name;
        ASSERT_EQ(shown.actions.size(), 1U) << scene.name;
        EXPECT_EQ(shown.actions.back().intent, Intent::open_languages) << scene.name;
    }
}

TEST(LanguageList, ShowsNamesInTheirOwnScript) {
    const Scene list{"list", [](Evening& now) {
                         now.speak_many();
                         now.act(Intent::open_languages);
                     }};
    Shown shown(list, "en");

    ASSERT_TRUE(shown.screen->tap("language.ko"));
    ASSERT_FALSE(shown.actions.empty());
    EXPECT_EQ(shown.actions.back().intent, Intent::set_language);
    EXPECT_EQ(shown.actions.back().text, "ko");
    EXPECT_EQ(shown.screen->node("language.ko").label, "한국어");
    EXPECT_EQ(shown.screen->node("language.so").label, "Soomaali");
}

TEST(LanguageBoard, LetsTheLeadOfferALanguage) {
    Evening evening;
    evening.model.languages = {{"en"}, {"es"}, {"vi"}};
    evening.unlock(event::StaffRole::lead);
    evening.act(Intent::open_page, "languages");

    evening.act_and_save(Intent::toggle_language, "vi");
    EXPECT_THAT(offered_languages(evening.model, evening.state.event()), ElementsAre("en", "es", "vi"));
    EXPECT_EQ(evening.state.event().name, "Lincoln School Town Hall");
    EXPECT_NE(evening.on<LanguageBoard>(), nullptr);

    evening.act_and_save(Intent::toggle_language, "es");
    EXPECT_THAT(offered_languages(evening.model, evening.state.event()), ElementsAre("en", "vi"));
    evening.act(Intent::go_back);
    EXPECT_NE(evening.on<More>(), nullptr);
}

TEST(LanguageBoard, LetsNobodyElse) {
    Evening evening;
    evening.model.languages = {{"en"}, {"es"}, {"vi"}};
    evening.unlock(event::StaffRole::volunteer);
    evening.act(Intent::open_page, "languages");
    evening.unsaved.clear();

    evening.act(Intent::toggle_language, "vi");

    EXPECT_THAT(evening.unsaved, IsEmpty());
    EXPECT_EQ(evening.notice(), "refusal.not_permitted");
}

}  // namespace
}  // namespace welcome::kiosk::screens::test
