#include "kiosk/labels/labels.h"

#include <algorithm>
#include <filesystem>
#include <gtest/gtest.h>

#include "kiosk/event/claim_code.h"
#include "kiosk/event/id_code.h"
#include "kiosk/labels/catalogues.h"
#include "printing/painter.h"
#include "tests/event/support.h"
#include "tests/places.h"

namespace welcome::kiosk::labels::test {

namespace {

using namespace event;
using event::test::at_minute;
using event::test::id_of;

// A family with everything that no label may say, and two children in care.
class Labels : public event::test::Desk {
  protected:
    void SetUp() override {
        EventOpened opened;
        opened.name = "Fall Town Hall";
        opened.childcare_rooms = {{"Room 4", {AgeBand::from_4_to_5}, 12},
                                  {"Room 6", {AgeBand::from_6_to_9}, 8}};
        says(opened);
        PersonRegistered body{adult, "roster", "7", {}};
        body.fields.full_name = "Rosa Guerrero Díaz";
        body.fields.phone = "+12025550143";
        body.fields.email = "rosa@example.org";
        body.fields.zip = "20009";
        body.fields.language = "es";
        says(body);
        says(CheckedIn{adult, CheckInMethod::ticket, {}, 0, 0});
        mateo = stays("Mateo", AgeBand::from_4_to_5, "Peanuts");
        lucia = stays("Lucía", AgeBand::from_6_to_9, "");
    }
    StayId stays(const std::string& name, AgeBand band, const std::string& allergies) {
        ChildcareRequested body;
        body.stay = id_of<StayId>(++last_id_);
        body.adult = adult;
        body.first_name = name;
        body.band = band;
        body.allergies = allergies;
        body.notes = "custody: ask the lead";
        body.contact = "+12025550199";
        body.code = "7CN4";
        body.number = 118;
        says(body);
        return body.stay;
    }
    static std::string all_words(const printing::Label& label) {
        std::string words = label.qr;
        for (const auto& [key, text] : label.texts) words.append(" ").append(text);
        return words;
    }
    static void holds_none_of(const printing::Label& label, const std::vector<std::string>& secrets) {
        const auto words = all_words(label);
        for (const auto& secret : secrets)
            EXPECT_EQ(words.find(secret), std::string::npos) << secret << ": " << words;
    }

    const PersonId adult = id_of<PersonId>(70);
    Catalogues words{welcome::test::bin_dir() + "/../share/welcome-table/locale"};
    const Signing signing{id_of<sync::EventId>(77), {1, 2, 3}};
    StayId mateo, lucia;
    const std::vector<std::string> never = {"Guerrero", "2025550143", "rosa@",
                                            "20009",    "custody",    "2025550199"};
};

}  // namespace

TEST_F(Labels, ABadgeSaysTheCallNameAndNothingElseOfThePerson) {
    const auto label = badge_label(state_, *state_.person(adult), words.label("es"));
    EXPECT_EQ(label.texts.at("name"), "Rosa");
    EXPECT_EQ(label.texts.at("event"), "Fall Town Hall");
    EXPECT_EQ(read_badge_code(label.qr), adult);
    holds_none_of(label, never);
}

TEST_F(Labels, ThePressIsToldByABandInTheirLanguageThatTheOthersHaveNot) {
    EXPECT_EQ(badge_label(state_, *state_.person(adult), words.label("es")).texts.count("press"), 0U);
    says(PersonTagged{adult, GuestRole::press, {}});

    const auto label = badge_label(state_, *state_.person(adult), words.label("es"));

    EXPECT_EQ(label.texts.at("press"), "Prensa");
    EXPECT_EQ(label.texts.at("press_event"), "Fall Town Hall");
    EXPECT_EQ(label.texts.count("event"), 0U);  // It stands in the band.
    holds_none_of(label, never);
}

TEST_F(Labels, AChildsLabelSaysWhatTheRoomNeeds) {
    const auto label = child_label(state_, *state_.stay(mateo), words.label("en"));
    EXPECT_EQ(label.texts.at("first_name"), "Mateo");
    EXPECT_EQ(label.texts.at("room"), "Room 4");
    EXPECT_EQ(label.texts.at("code"), "7CN4");
    EXPECT_EQ(read_child_code(label.qr), mateo);
    EXPECT_NE(label.texts.at("allergy").find("Peanuts"), std::string::npos);
    holds_none_of(label, never);
}

TEST_F(Labels, AChildWithoutAllergiesHasNoAllergyMark) {
    EXPECT_EQ(child_label(state_, *state_.stay(lucia), words.label("en")).texts.count("allergy"), 0U);
}

TEST_F(Labels, AClaimNamesNoChild) {
    const auto label = claim_label(state_, state_.stays_by_code("7CN4"), words.label("es"), signing);
    EXPECT_EQ(label.texts.at("code"), "7CN4");
    EXPECT_EQ(label.texts.at("count"), "2 niños");
    EXPECT_EQ(label.texts.at("rooms"), "Room 4, Room 6");
    EXPECT_EQ(label.texts.at("family"), "Familia 118");
    const auto read = read_claim(label.qr, signing.event, ticket_public_key(signing.seed));
    ASSERT_TRUE(read && std::holds_alternative<Claim>(*read));
    EXPECT_EQ(std::get<Claim>(*read), (Claim{mateo, "7CN4"}));
    auto secrets = never;
    secrets.insert(secrets.end(), {"Mateo", "Lucía", "Rosa", "Peanuts"});
    holds_none_of(label, secrets);
}

// What a family reads is in its language, and is whole on the smallest roll.
TEST_F(Labels, AreInEveryLanguageThatGuestsAreOffered) {
    auto painter = printing::LabelPainter::load(welcome::test::source_dir() + "/assets/labels");
    ASSERT_TRUE(painter) << painter.error().detail;
    int languages = 0;
    for (const auto& file :
         std::filesystem::directory_iterator(welcome::test::source_dir() + "/assets/locale")) {
        auto language = file.path().stem().string();
        if (file.path().extension() != ".po") continue;
        std::replace(language.begin(), language.end(), '_', '-');
        const auto said = words.label(language);
        EXPECT_EQ(said.language, language);
        for (const auto& label :
             {claim_label(state_, state_.stays_by_code("7CN4"), said, signing),
              child_label(state_, *state_.stay(mateo), said),
              badge_label(state_, *state_.person(adult), said), test_label(state_, said)}) {
            const auto zpl = painter->encode(label, {.language = printing::Language::zpl,
                                                     .dpi = 203,
                                                     .stock = printing::stock_named("zebra-2x1")});
            EXPECT_TRUE(zpl) << language << ": " << zpl.error().detail;
        }
        const auto sheet = sheet_label(state_, sync::EventId{}, 1, words.sheet(language));
        EXPECT_EQ(sheet.language, language);
        const auto pages = roll_call_pages(state_, words.roll_call(language), "7:12");
        EXPECT_EQ(pages.front().language, language);
        const auto paper = painter->pdf_pages(pages);
        EXPECT_TRUE(painter->pdf(sheet) && paper) << language;
        ++languages;
    }
    EXPECT_GE(languages, 12);
    EXPECT_EQ(words.label("es-MX").language, "es");
    EXPECT_EQ(words.label("en").language, "en");
    EXPECT_EQ(words.label("xx").language, "en");
}

TEST_F(Labels, ASpeakersTicketSaysTheNumberAndANameOnlyWhereItIsWanted) {
    auto opened = state_.event();
    opened.speaking = SpeakingRules{.tiers = {{0, 120}}};
    opened.asks_photo = true;
    says(opened);
    says(SpeakingRequested{.speech = id_of<SpeechId>(81), .who = adult, .number = "A7", .interpreter = true});

    const auto line = state_.speakers();
    const auto label = speaker_label(line, line.speeches.front(), words.label("es"));

    EXPECT_EQ(label.texts.at("number"), "A7");
    EXPECT_EQ(label.texts.at("minutes"), "4 minutos");
    holds_none_of(label, {"Rosa", "Guerrero", "555"});
}

TEST_F(Labels, AThingsLabelSaysWhatItIsAndNeverWhoHasIt) {
    const auto id = item_id(ItemKind::headset, "12");
    says(ItemListed{id, ItemKind::headset, "12", "2", "es", {}});
    says(ItemLent{.item = id, .to = adult});

    const auto label = item_label(state_, *state_.item(id), words.label("en"));

    EXPECT_EQ(label.texts.at("kind"), "Headset");
    EXPECT_EQ(label.texts.at("number"), "12");
    EXPECT_EQ(label.texts.at("detail"), "Channel 2 · Español");
    EXPECT_EQ(read_item_code(label.qr), id);
    holds_none_of(label, {"Rosa", "Guerrero", "555"});
    const auto other =
        item_label(state_, Item{.id = id, .kind = ItemKind::gift, .number = "3"}, words.label("es"));
    EXPECT_EQ(other.texts.at("kind"), "Tarjeta de regalo");
}

TEST_F(Labels, ABadgeShowsWhatTheGuestSaidOfPictures) {
    auto opened = state_.event();
    EXPECT_EQ(badge_label(state_, *state_.person(adult), words.label("en")).texts.count("photo_mark"), 0U);
    opened.asks_photo = true;
    says(opened);

    const auto mark = [this] {
        return badge_label(state_, *state_.person(adult), words.label("en")).texts.at("photo_mark");
    };
    EXPECT_EQ(mark(), "ask");
    says(ConsentGiven{adult, Channel::photo, true, "w", "en"});
    EXPECT_EQ(mark(), "yes");
    says(ConsentGiven{adult, Channel::photo, false, "w", "en"});
    EXPECT_EQ(mark(), "no");
}

}  // namespace welcome::kiosk::labels::test
