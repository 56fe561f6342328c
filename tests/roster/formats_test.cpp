#include "kiosk/roster/formats.h"

#include <gtest/gtest.h>

using namespace welcome::kiosk::roster;

namespace {

TEST(Formats, AreToldByTheirHeadings) {
    using H = std::vector<std::string>;
    EXPECT_EQ(read_headings(H{"id", "full_name", "phone"}).format, Format::generic);
    EXPECT_EQ(read_headings(H{"Attendee #", "Date", "Last Name", "First Name", "Email", "QTY", "Ticket Type",
                              "Date Attending", "Order #", "Order Type", "Attendee Status"})
                  .format,
              Format::eventbrite);
    EXPECT_EQ(
        read_headings(H{"Attendee no.", "Surname", "First Name", "Order no.", "Total Paid (USD)"}).format,
        Format::eventbrite);
    EXPECT_EQ(read_headings(H{"Buyer Email ", "Prefix", "Last Name", "First Name", "Email", "Ticket Type",
                              "Order #", "Currency"})
                  .format,
              Format::eventbrite);
    EXPECT_EQ(read_headings(H{"first_name", "last_name", "email", "zip_code", "can2_phone"}).format,
              Format::action_network);
    EXPECT_EQ(read_headings(H{"attended", "status", "email_at_signup", "given_name_at_signup"}).format,
              Format::mobilize);
    EXPECT_EQ(read_headings(H{"Order code", "Attendee name", "Product", "Secret"}).format, Format::pretix);
}

TEST(Formats, OfAGoogleFormAreItsQuestions) {
    const auto columns =
        read_headings({"Timestamp", "Email Address", "What is your child's name?", "What is your full name?",
                       "What is the best phone number to text you?", "ZIP code (optional)",
                       "Which language do you speak best?", "How many children will come?"});
    EXPECT_EQ(columns.format, Format::google_forms);
    EXPECT_EQ(columns.of(Field::email), 1U);
    EXPECT_EQ(columns.of(Field::full_name), 3U);
    EXPECT_EQ(columns.of(Field::phone), 4U);
    EXPECT_EQ(columns.of(Field::zip), 5U);
    EXPECT_EQ(columns.of(Field::language), 6U);
    EXPECT_FALSE(columns.of(Field::child));

    const auto spanish = read_headings({"Marca temporal", "¿Cómo se llama?", "Su teléfono",
                                        "Nombre de su hijo o hija", "Correo electrónico"});
    EXPECT_EQ(spanish.format, Format::google_forms);
    EXPECT_EQ(spanish.of(Field::full_name), 1U);
    EXPECT_EQ(spanish.of(Field::phone), 2U);
    EXPECT_EQ(spanish.of(Field::email), 4U);
}

TEST(Formats, CanBeForced) {
    const auto columns = read_headings({"Order #", "Attendee #", "Name"}, Format::generic);
    EXPECT_EQ(columns.format, Format::generic);
    EXPECT_FALSE(columns.of(Field::order));
    EXPECT_EQ(columns.of(Field::full_name), 2U);
}

TEST(Formats, CountWhatTheyDoNotKnow) {
    const auto columns = read_headings({" ID ", "NAME", "T-shirt size", "Shoe size"});
    EXPECT_EQ(columns.of(Field::id), 0U);
    EXPECT_EQ(columns.of(Field::full_name), 1U);
    EXPECT_EQ(columns.unknown, 2U);
    EXPECT_FALSE(read_headings({"id", "shoe"}).has_names());
}

TEST(Formats, PreferTheAttendeesOwnColumns) {
    const auto columns = read_headings({"Order ID", "Email", "Attendee #", "Attendee email", "Buyer Email"});
    EXPECT_EQ(columns.of(Field::email), 3U);
}

TEST(Formats, HaveTheWordsOfTheCommandLine) {
    for (const auto* word :
         {"auto", "generic", "eventbrite", "action-network", "mobilize", "pretix", "google-forms"}) {
        const auto format = read_format(word);
        ASSERT_TRUE(format) << word;
        EXPECT_EQ(text_of(*format), word);
    }
    EXPECT_FALSE(read_format("excel"));
}

}  // namespace
