// Lending at the table: by scanning, by number, to somebody who waits; and what the table says of who waits.

#include "kiosk/screens/staff/items.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "kiosk/event/id_code.h"
#include "kiosk/screens/staff/add_items.h"
#include "kiosk/screens/staff/item_card.h"
#include "kiosk/screens/staff/waits.h"
#include "tests/screens/shown.h"

namespace welcome::kiosk::screens::test {
namespace {

using event::ItemKind;
using event::StaffRole;
using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::SizeIs;

class Lending : public ::testing::Test {
  protected:
    void SetUp() override {
        evening.know(event::CheckedIn{evening.rosa});
        evening.unlock(StaffRole::volunteer);
        evening.act(Intent::open_page, "items");
        evening.act(Intent::open_add_items);
        evening.act(Intent::edit_first_number, "1");
        evening.act(Intent::edit_last_number, "12");
        evening.act(Intent::edit_channel, "2");
        evening.act(Intent::set_item_language, "es");
        evening.act_and_save(Intent::add_items_ready);
    }
    static event::ItemId headset(const std::string& number) {
        return event::item_id(ItemKind::headset, number);
    }
    void scan_headset(const std::string& number) {
        evening.scan(event::write_item_code(headset(number)));
        evening.saved();
    }
    std::optional<event::Loan> loan_of(const std::string& number) {
        return evening.state.item(headset(number))->loan;
    }
    Look look() {
        return {.model = evening.model,
                .state = evening.state,
                .words = words_of("en"),
                .now = evening.now,
                .wall = evening.known().context.now};
    }

    Evening evening;
};

}  // namespace

TEST_F(Lending, ListsAsManyAsWereNumbered) {
    EXPECT_THAT(evening.state.items(), SizeIs(12));
    EXPECT_NE(evening.on<ItemsBoard>(), nullptr);
}

TEST_F(Lending, ByTwoScansAndBackByOne) {
    scan_headset("7");
    ASSERT_NE(evening.on<ItemCard>(), nullptr);
    evening.scan(event::write_badge_code(evening.rosa));
    evening.saved();
    ASSERT_TRUE(loan_of("7").has_value());
    EXPECT_EQ(loan_of("7")->to, evening.rosa);

    scan_headset("7");

    EXPECT_FALSE(loan_of("7").has_value());
    EXPECT_NE(evening.on<ItemsBoard>(), nullptr);
}

TEST_F(Lending, TheGuestFirstAndThenTheHeadset) {
    evening.scan(evening.ticket_of(evening.rosa));
    ASSERT_NE(evening.on<ItemsBoard>(), nullptr);
    EXPECT_EQ(evening.on<ItemsBoard>()->borrower, evening.rosa);

    scan_headset("3");

    EXPECT_EQ(loan_of("3")->to, evening.rosa);
}

TEST_F(Lending, OnSomebodysCardGivesToThemAndTakesBackFromThem) {
    evening.act(Intent::open_person, evening.rosa.text());
    scan_headset("3");
    EXPECT_EQ(loan_of("3")->to, evening.rosa);
    EXPECT_NE(evening.on<PersonCard>(), nullptr);

    scan_headset("3");

    EXPECT_FALSE(loan_of("3").has_value());
}

TEST_F(Lending, ToACardsNumberByScanAndByTyping) {
    scan_headset("4");
    evening.scan("WTN:27:00112233445566778899AABBCCDDEEFF");
    evening.saved();
    EXPECT_EQ(loan_of("4")->ticket, "27");

    scan_headset("5");
    evening.act(Intent::edit_query, "31");
    EXPECT_EQ(item_card_view(look(), evening.index).card_number, "31");
    evening.act_and_save(Intent::lend_to_card, "31");
    EXPECT_EQ(loan_of("5")->ticket, "31");
}

TEST_F(Lending, NeverByAStrangersCodeAndNeverAnUnlistedThing) {
    scan_headset("4");
    evening.scan("SOMETHING ELSE");
    EXPECT_THAT(evening.unsaved, IsEmpty());
    ASSERT_TRUE(evening.model.notice.has_value());
    EXPECT_EQ(evening.model.notice->key, "ticket.unknown");

    scan_headset("99");

    EXPECT_EQ(evening.model.notice->key, "refusal.unknown_item");
}

TEST_F(Lending, OnAGuestsScreenAHeadsetsCodeIsNobodysTicket) {
    evening.act(Intent::lock);
    evening.scan(event::write_item_code(headset("4")));

    EXPECT_NE(evening.on<Welcome>(), nullptr);
    EXPECT_EQ(evening.model.notice->key, "ticket.unknown");
}

TEST_F(Lending, PrintsALabelForEachThingThatIsAdded) {
    evening.act(Intent::open_add_items);
    EXPECT_EQ(add_items_view(look()).print, "");  // Nowhere to print.
    evening.with_printer();
    EXPECT_NE(add_items_view(look()).print, "");
    evening.act(Intent::edit_first_number, "21");
    evening.act(Intent::edit_last_number, "23");

    evening.act_and_save(Intent::add_items_and_print);

    EXPECT_THAT(evening.state.items(), SizeIs(15));
    ASSERT_THAT(evening.labels("item"), SizeIs(3));
    EXPECT_EQ(evening.labels("item").front()->subject, headset("21").text());
}

TEST_F(Lending, PrintsOneThingsLabelOnceMore) {
    evening.act(Intent::print_item_label, headset("7").text());
    EXPECT_EQ(evening.notice(), "items.no_printer");
    evening.with_printer();
    evening.act(Intent::open_item, headset("7").text());
    EXPECT_NE(item_card_view(look(), evening.index).print, "");

    evening.act_and_save(Intent::print_item_label, headset("7").text());

    EXPECT_EQ(evening.notice(), "items.label_asked");
    EXPECT_NE(evening.on<ItemCard>(), nullptr);
    EXPECT_THAT(evening.labels("item"), SizeIs(1));
    evening.act(Intent::print_item_label, headset("7").text());
    EXPECT_EQ(evening.notice(), "refusal.label_waits");
}

TEST_F(Lending, FindsAThingByItsNumber) {
    evening.act(Intent::edit_item_number, "1");
    std::vector<std::string> titles;
    for (const auto& row : items_view(look()).rows) titles.push_back(row.title);

    EXPECT_THAT(titles, ElementsAre("Headset 1", "Headset 10", "Headset 11", "Headset 12"));
}

TEST_F(Lending, TheTableTellsWhoWaitsUntilTheyHaveIt) {
    EXPECT_EQ(waits_alarm(look()), "");
    evening.know(event::NeedRaised{evening.rosa, {event::Need::interpretation, event::Need::ride}});
    EXPECT_EQ(waits_alarm(look()), "1 person waits for help");
    evening.act(Intent::open_page, "waits");
    ASSERT_THAT(waits_view(look()).groups, SizeIs(2));

    evening.act(Intent::lend_to, evening.rosa.text());
    scan_headset("2");
    EXPECT_NE(evening.on<WaitsBoard>(), nullptr);
    evening.act_and_save(Intent::meet_need, evening.rosa.text(), static_cast<int>(event::Need::ride));

    EXPECT_THAT(waits_view(look()).groups, IsEmpty());
    EXPECT_EQ(waits_alarm(look()), "");
}

TEST_F(Lending, IsAmongTheDeedsAndCanBeTakenBack) {
    scan_headset("7");
    evening.scan(event::write_badge_code(evening.rosa));
    evening.saved();
    evening.act(Intent::open_table);
    const auto rows = deed_rows(look(), 1);
    ASSERT_THAT(rows, SizeIs(1));
    EXPECT_EQ(rows.front().text, "Rosa García got Headset 7");

    evening.act(Intent::ask_undo, rows.front().fact);
    evening.act_and_save(Intent::undo_because, {}, 2);

    EXPECT_FALSE(loan_of("7").has_value());
}

}  // namespace welcome::kiosk::screens::test
