#include "kiosk/event/mail_domain.h"

#include <gtest/gtest.h>

namespace welcome::kiosk::event::test {
namespace {

TEST(MailDomain, OneSlipIsMended) {
    EXPECT_EQ(likely_email("ana@gmial.com"), "ana@gmail.com");
    EXPECT_EQ(likely_email("ana@gmail.con"), "ana@gmail.com");
    EXPECT_EQ(likely_email("ana@gmail.co"), "ana@gmail.com");
    EXPECT_EQ(likely_email("ana@gnail.com"), "ana@gmail.com");
    EXPECT_EQ(likely_email("ana@gmail"), "ana@gmail.com");
    EXPECT_EQ(likely_email("Ana.Ruiz@YAHO.COM"), "Ana.Ruiz@yahoo.com");
    EXPECT_EQ(likely_email("ana@hotmial.con"), "ana@hotmail.com");
    EXPECT_EQ(likely_email("ana@outlok.com"), "ana@outlook.com");
    EXPECT_EQ(likely_email("ana@iclud.com"), "ana@icloud.com");
}

TEST(MailDomain, WhatIsRightOrUnknownStays) {
    for (const auto* typed :
         {"ana@gmail.com", "ana@mail.com", "ana@ymail.com", "ana@yahoo.es", "ana@hotmail.com.br",
          "ana@hotmail.ca", "ana@lincoln-school.org", "ana@school.edu", "ana", "ana@", "@gmial.com", ""}) {
        EXPECT_EQ(likely_email(typed), std::nullopt) << typed;
    }
}

}  // namespace
}  // namespace welcome::kiosk::event::test
