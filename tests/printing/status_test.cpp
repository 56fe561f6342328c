// What printers say of themselves, and what becomes of a label then: in each language, over TCP and over a
// device file.
#include "printing/status.h"

#include <gtest/gtest.h>

#include "printing/printer.h"
#include "tests/printing/device.h"
#include "tests/printing/listener.h"
#include "tests/printing/stage.h"

namespace welcome::printing::test {
namespace {

using std::chrono::milliseconds;

const Patience k_patient{.connect = milliseconds(60'000),
                         .write = milliseconds(60'000),
                         .confirm = milliseconds(200),
                         .answer = milliseconds(60'000),
                         .finish = milliseconds(60'000)};

struct Told {
    Language language;
    Device::Where where;
};

class TalkingPrinter : public ::testing::TestWithParam<Told> {
  protected:
    Device device_{GetParam().language, GetParam().where};
    LabelPainter painter_ = painter();
    Label label_ = sample_label("claim.en");

    Result<void> prints(const Patience& patience = k_patient) {
        auto printer = open_printer(device_.uri(), patience);
        EXPECT_TRUE(printer) << printer.error().detail;
        return (*printer)->print(painter_, label_);
    }
};

TEST_P(TalkingPrinter, TellsThatTheLabelIsOut) {
    const auto printed = prints();

    ASSERT_TRUE(printed) << printed.error().detail;
    ASSERT_EQ(device_.jobs().size(), 1U);
    auto wanted = *painter_.encode(label_, (*open_printer(device_.uri()))->format());
    while (wanted.ends_with('\n')) wanted.pop_back();
    EXPECT_EQ(device_.jobs().front(), wanted);
}

TEST_P(TalkingPrinter, OutOfLabelsIsGivenNothing) {
    device_.is(Mood::out_of_labels);

    const auto printed = prints();

    ASSERT_FALSE(printed);
    EXPECT_EQ(printed.error().fault, Fault::out_of_paper);
    EXPECT_FALSE(printed.error().may_have_printed);
    EXPECT_TRUE(device_.jobs().empty());
}

TEST_P(TalkingPrinter, WithItsCoverOpenIsGivenNothing) {
    device_.is(Mood::cover_open);

    const auto printed = prints();

    ASSERT_FALSE(printed);
    EXPECT_EQ(printed.error().fault, Fault::cover_open);
    EXPECT_TRUE(device_.jobs().empty());
}

TEST_P(TalkingPrinter, ThatRanOutInTheMiddleLeavesADoubtfulLabel) {
    device_.is(Mood::runs_out);

    const auto printed = prints();

    ASSERT_FALSE(printed);
    EXPECT_EQ(printed.error().fault, Fault::out_of_paper);
    EXPECT_TRUE(printed.error().may_have_printed);
}

TEST_P(TalkingPrinter, ThatNeverEndsLeavesADoubtfulLabel) {
    device_.is(Mood::never_ends);
    Patience short_of_it = k_patient;
    short_of_it.finish = milliseconds(400);

    const auto printed = prints(short_of_it);

    ASSERT_FALSE(printed);
    EXPECT_EQ(printed.error().fault, Fault::slow);
    EXPECT_TRUE(printed.error().may_have_printed);
}

TEST_P(TalkingPrinter, SaysWhetherItIsReadyWithoutPrinting) {
    auto printer = open_printer(device_.uri(), k_patient);
    ASSERT_TRUE(printer);

    EXPECT_TRUE((*printer)->ready({}));
    device_.is(Mood::cover_open);
    EXPECT_EQ((*printer)->ready({}).error().fault, Fault::cover_open);
    EXPECT_TRUE(device_.jobs().empty());
}

TEST_P(TalkingPrinter, IsLeftAtAStopRequest) {
    device_.is(Mood::never_ends);
    std::stop_source stop;
    std::jthread asker([&] {
        device_.wait_for_a_job();
        stop.request_stop();
    });
    auto printer = open_printer(device_.uri(), k_patient);
    ASSERT_TRUE(printer);

    const auto printed = (*printer)->print(painter_, label_, stop.get_token());

    ASSERT_FALSE(printed);
    EXPECT_TRUE(printed.error().may_have_printed);
}

std::string name_of_told(const ::testing::TestParamInfo<Told>& told) {
    std::string name(name_of(told.param.language));
    std::erase(name, '-');
    return name + (told.param.where == Device::Where::tcp ? "_tcp" : "_device");
}

INSTANTIATE_TEST_SUITE_P(Languages, TalkingPrinter,
                         ::testing::Values(Told{Language::zpl, Device::Where::tcp},
                                           Told{Language::escpos, Device::Where::tcp},
                                           Told{Language::brother_ql, Device::Where::tcp},
                                           Told{Language::zpl, Device::Where::device_file},
                                           Told{Language::escpos, Device::Where::device_file},
                                           Told{Language::brother_ql, Device::Where::device_file}),
                         name_of_told);

TEST(DevicePrinter, SaysThatNothingIsPluggedIn) {
    auto printer = open_printer("usb:/dev/usb/no-such-printer");
    ASSERT_TRUE(printer);

    EXPECT_EQ((*printer)->ready({}).error().fault, Fault::printer_missing);
}

TEST(TcpPrinter, IsAskedOnceWhereItSaysNothing) {
    Listener far_end;
    far_end.listen(Manner::reads_all);
    Patience quick = k_patient;
    quick.answer = milliseconds(100);
    auto printer = open_printer(far_end.uri(), quick);
    const Page page{.bytes = std::string(3'000, 'x'), .title = "badge", .size = {62, 29}};

    ASSERT_TRUE((*printer)->send(page, {}));
    EXPECT_EQ(far_end.received(), "~HS" + page.bytes);
    ASSERT_TRUE((*printer)->ready({}));
}

// ---- what single bits mean, one by one ----

std::optional<Fault> brother_fault(unsigned first, unsigned second) {
    std::string frame(32, '\0');
    frame[0] = '\x80';
    frame[1] = '\x20';
    frame[8] = static_cast<char>(first);
    frame[9] = static_cast<char>(second);
    const auto answer = read_status(Language::brother_ql, frame);
    if (!answer || answer->status.can_print) return std::nullopt;
    return answer->status.can_print.error().fault;
}

TEST(BrotherStatus, BitByBit) {
    EXPECT_EQ(brother_fault(0, 0), std::nullopt);
    EXPECT_EQ(brother_fault(0x01, 0), Fault::out_of_paper);
    EXPECT_EQ(brother_fault(0x02, 0), Fault::out_of_paper);
    EXPECT_EQ(brother_fault(0x04, 0), Fault::busy);
    EXPECT_EQ(brother_fault(0, 0x01), Fault::busy);
    EXPECT_EQ(brother_fault(0, 0x10), Fault::cover_open);
    EXPECT_EQ(brother_fault(0, 0x40), Fault::out_of_paper);
    EXPECT_EQ(brother_fault(0, 0x80), Fault::busy);
}

TEST(BrotherStatus, IsWholeWithThirtyTwoBytes) {
    const std::string frame = std::string("\x80\x20", 2) + std::string(30, '\0');

    EXPECT_FALSE(read_status(Language::brother_ql, frame.substr(0, 31)));
    EXPECT_EQ(read_status(Language::brother_ql, std::string(2, '\0') + frame)->bytes,
              34U);  // with what lay before
}

TEST(EscPosStatus, BitByBit) {
    const auto fault = [](const std::string& bytes) -> std::optional<Fault> {
        const auto answer = read_status(Language::escpos, bytes);
        if (!answer || answer->status.can_print) return std::nullopt;
        return answer->status.can_print.error().fault;
    };
    EXPECT_EQ(fault("\x12\x12\x12"), std::nullopt);
    EXPECT_EQ(fault("\x1A\x16\x12"), Fault::cover_open);
    EXPECT_EQ(fault("\x1A\x32\x12"), Fault::out_of_paper);
    EXPECT_EQ(fault("\x12\x12\x72"), Fault::out_of_paper);
    EXPECT_EQ(fault("\x1A\x52\x12"), Fault::busy);
    EXPECT_EQ(fault("\x1A\x12\x12"), Fault::busy);
    EXPECT_EQ(fault("\x12\x12\x1E"), std::nullopt);  // nearly out: it still prints
    EXPECT_FALSE(read_status(Language::escpos, "\x12\x12"));
}

TEST(ZplStatus, FieldByField) {
    const auto said = [](const std::string& first, const std::string& second) {
        return "\x02" + first + "\x03\r\n\x02" + second +
               "\x03\r\n\x02"
               "0000,0\x03\r\n";
    };
    const auto fault = [&](const std::string& first, const std::string& second) -> std::optional<Fault> {
        const auto answer = read_status(Language::zpl, said(first, second));
        if (!answer || answer->status.can_print) return std::nullopt;
        return answer->status.can_print.error().fault;
    };
    const std::string fine_1 = "030,0,0,0203,000,0,0,0,000,0,0,0";
    const std::string fine_2 = "000,0,0,0,1,2,6,0,00000000,1,000";
    EXPECT_EQ(fault(fine_1, fine_2), std::nullopt);
    EXPECT_EQ(fault("030,1,0,0203,000,0,0,0,000,0,0,0", fine_2), Fault::out_of_paper);
    EXPECT_EQ(fault("030,0,1,0203,000,0,0,0,000,0,0,0", fine_2), Fault::busy);
    EXPECT_EQ(fault(fine_1, "000,0,1,0,1,2,6,0,00000000,1,000"), Fault::cover_open);
    EXPECT_EQ(fault(fine_1, "000,0,0,1,1,2,6,0,00000000,1,000"), Fault::busy);
    EXPECT_TRUE(read_status(Language::zpl, said("030,0,0,0203,002,0,0,0,000,0,0,0", fine_2))->status.at_work);
    EXPECT_TRUE(read_status(Language::zpl, said(fine_1, "000,0,0,0,1,2,6,0,00000003,1,000"))->status.at_work);
    EXPECT_FALSE(read_status(Language::zpl, said(fine_1, fine_2).substr(0, 60)));
}

}  // namespace
}  // namespace welcome::printing::test
