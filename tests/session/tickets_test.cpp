#include "kiosk/session/tickets.h"

#include "tests/session/evening.h"

namespace welcome::kiosk::session::test {

namespace {

class Tickets : public Evening {
  protected:
    static std::string id_in(const Session& session, const std::string& text) {
        const auto read = event::read_ticket(text, session.event_id(), session.ticket_key());
        const auto* ours = std::get_if<event::OurTicket>(&read);
        EXPECT_NE(ours, nullptr) << text;
        return ours ? ours->id : "";
    }
};

}  // namespace

TEST_F(Tickets, EachPersonGetsOneAndTheSameAgain) {
    auto& session = first();
    const auto rosa = knows(session, "Rosa Guerrero");
    const auto bea = knows(session, "Bea Whitfield");

    const auto issued = issue_tickets(session, {rosa, bea});
    ASSERT_TRUE(issued);
    ASSERT_EQ(issued->size(), 2U);
    const auto written = facts_of(session).size();

    EXPECT_EQ(*issue_tickets(session, {rosa, bea}), *issued);
    EXPECT_EQ(facts_of(session).size(), written) << "asking again writes nothing";
    EXPECT_NE(id_in(session, (*issued)[0].second), id_in(session, (*issued)[1].second));
}

TEST_F(Tickets, TheTicketFindsItsPersonAfterARestart) {
    const auto rosa = knows(first(), "Rosa Guerrero");
    const auto text = (*issue_tickets(first(), {rosa}))[0].second;
    const auto folder = first().folder();
    first_.reset();

    const auto again = Session::open(folder, {folder.card_text(), std::nullopt});
    ASSERT_TRUE(again);
    const auto* person = (*again)->state().by_ticket(id_in(**again, text));
    ASSERT_NE(person, nullptr);
    EXPECT_EQ(person->id, rosa);
}

TEST_F(Tickets, AStrangerGetsNone) {
    EXPECT_TRUE(issue_tickets(first(), {event::PersonId(sync::new_uuid())})->empty());
}

TEST_F(Tickets, NoTicketSaysWhoseItIs) {
    const auto rosa = knows(first(), "Rosa Guerrero");
    const auto text = (*issue_tickets(first(), {rosa}))[0].second;
    EXPECT_EQ(text.find("Rosa"), std::string::npos);
    EXPECT_EQ(text.find(rosa.text()), std::string::npos);
}

}  // namespace welcome::kiosk::session::test
