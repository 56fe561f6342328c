// Files, folders and TCP: what arrives, and what is said when it does not.
#include <gtest/gtest.h>
#include <set>
#include <sys/stat.h>

#include "printing/printer.h"
#include "tests/printing/listener.h"
#include "tests/printing/stage.h"

namespace welcome::printing::test {
namespace {

using std::chrono::milliseconds;

const Patience k_short{.connect = milliseconds(2'000),
                       .write = milliseconds(200),
                       .confirm = milliseconds(200),
                       .answer = milliseconds(100),
                       .finish = milliseconds(20'000)};
const Patience k_long{.connect = milliseconds(60'000),
                      .write = milliseconds(60'000),
                      .confirm = milliseconds(60'000),
                      .answer = milliseconds(100),
                      .finish = milliseconds(60'000)};

std::unique_ptr<Printer> opened(const std::string& uri, const Patience& patience = k_short) {
    auto printer = open_printer(uri, patience);
    if (!printer) ADD_FAILURE() << printer.error().detail;
    return *std::move(printer);
}

Page page_of(std::size_t bytes) {
    return {.bytes = std::string(bytes, 'x'), .title = "badge", .size = {62, 29}};
}

std::set<std::string> names_in(const std::filesystem::path& folder) {
    std::set<std::string> names;
    for (const auto& entry : std::filesystem::directory_iterator(folder))
        names.insert(entry.path().filename());
    return names;
}

TEST(PrinterAddress, KnowsTheLanguageByEndingSchemeAndOption) {
    EXPECT_EQ(opened("file:/tmp/a.png")->format().language, Language::png);
    EXPECT_EQ(opened("file:///tmp/a.zpl")->format().language, Language::zpl);
    EXPECT_EQ(opened("file:/tmp/a.brother-ql")->format().language, Language::brother_ql);
    EXPECT_EQ(opened("file:/tmp/device?as=escpos")->format().language, Language::escpos);
    EXPECT_EQ(opened("folder:/tmp/x")->format().language, Language::png);
    EXPECT_EQ(opened("tcp://printer")->format().language, Language::zpl);
    EXPECT_EQ(opened("tcp://printer:9101?as=brother-ql")->format().dpi, 300);
    EXPECT_EQ(opened("tcp://[::1]:9100?dpi=300")->format().dpi, 300);
    EXPECT_EQ(opened("cups:Front_Desk")->format().language, Language::pdf);
    EXPECT_EQ(opened("ipp://printer/ipp/print?stock=50.8x25.4")->format().stock->width, 50.8);
}

TEST(PrinterAddress, RefusesWhatItCannotUse) {
    for (const auto* uri : {"", "png", "usb:1", "file:", "file:/tmp/a.doc", "folder:/tmp/x?as=poem", "tcp://",
                            "tcp://host:0", "tcp://host:port", "tcp://host?dpi=9", "folder:/x?stock=big",
                            "folder:/x?colour=1", "ipp://host/p?as=zpl", "folder:/x?as"}) {
        const auto printer = open_printer(uri);

        ASSERT_FALSE(printer) << uri;
        EXPECT_EQ(printer.error().fault, Fault::unreadable);
    }
}

TEST(FilePrinter, ReplacesTheFileAsAWhole) {
    const OwnFolder folder;
    auto painter = test::painter();
    const auto file = folder.path() / "made" / "label.zpl";
    const auto printer = opened("file:" + file.string());

    ASSERT_TRUE(printer->print(painter, sample_label("badge.en")));
    ASSERT_TRUE(printer->print(painter, sample_label("badge.es")));

    EXPECT_EQ(read_file(file), *painter.encode(sample_label("badge.es"), printer->format()));
    EXPECT_EQ(names_in(file.parent_path()), std::set<std::string>{"label.zpl"});
}

TEST(FilePrinter, SaysThatTheDiskFailed) {
    const OwnFolder folder;
    write_file(folder.path() / "not-a-folder", "");

    const auto sent =
        opened("file:" + (folder.path() / "not-a-folder/label.png").string())->send(page_of(9), {});

    ASSERT_FALSE(sent);
    EXPECT_EQ(sent.error().fault, Fault::disk_failed);
    EXPECT_FALSE(sent.error().may_have_printed);
}

TEST(FolderPrinter, MakesANewFileEachTimeEvenForTwoAtOnceAndCountsOnAfterAStart) {
    const OwnFolder folder;
    const auto one = opened("folder:" + folder.path().string());
    const auto other = opened("folder:" + folder.path().string() + "?as=zpl");
    const auto third = opened("folder:" + folder.path().string());

    ASSERT_TRUE(one->send(page_of(1), {}));
    ASSERT_TRUE(one->send(page_of(2), {}));
    ASSERT_TRUE(other->send(page_of(3), {}));
    ASSERT_TRUE(third->send(page_of(4), {}));

    EXPECT_EQ(names_in(folder.path()), (std::set<std::string>{"0001-badge.png", "0002-badge.png",
                                                              "0003-badge.zpl", "0004-badge.png"}));
    EXPECT_EQ(read_file(folder.path() / "0004-badge.png"), "xxxx");
}

TEST(TcpPrinter, DeliversTheLabelByteForByte) {
    Listener far_end;
    far_end.listen(Manner::reads_all);
    auto painter = test::painter();
    const auto printer = opened(far_end.uri(), k_long);

    const auto printed = printer->print(painter, sample_label("claim.en"));

    ASSERT_TRUE(printed) << printed.error().detail;
    EXPECT_EQ(far_end.received(), "~HS" + *painter.encode(sample_label("claim.en"), printer->format()));
}

TEST(TcpPrinter, DeliversMoreThanTheLineHoldsAtOnce) {
    Listener far_end;
    far_end.listen(Manner::reads_all);
    const Page page = page_of(20'000'000);

    const auto sent = opened(far_end.uri(), k_long)->send(page, {});

    ASSERT_TRUE(sent) << sent.error().detail;
    EXPECT_EQ(far_end.received(), "~HS" + page.bytes);
}

TEST(TcpPrinter, TakesAnAcknowledgedLabelAsPrintedWhereThePrinterHoldsTheLine) {
    Listener far_end;
    far_end.listen(Manner::keeps_open);

    EXPECT_TRUE(opened(far_end.uri())->send(page_of(3'000), {}));
}

TEST(TcpPrinter, SaysThatNobodyIsThere) {
    const Listener nobody;

    const auto sent = opened(nobody.uri())->send(page_of(3'000), {});

    ASSERT_FALSE(sent);
    EXPECT_EQ(sent.error().fault, Fault::printer_missing);
    EXPECT_FALSE(sent.error().may_have_printed);
}

TEST(TcpPrinter, IsSlowAndDoubtfulWhereThePrinterStalls) {
    Listener far_end;
    far_end.listen(Manner::stalls);

    const auto sent = opened(far_end.uri())->send(page_of(20'000'000), {});

    ASSERT_FALSE(sent);
    EXPECT_EQ(sent.error().fault, Fault::slow);
    EXPECT_TRUE(sent.error().may_have_printed);
}

TEST(TcpPrinter, IsDoubtfulWhereThePrinterHangsUp) {
    for (const std::size_t bytes : {3'000U, 20'000'000U}) {
        Listener far_end;
        far_end.listen(Manner::hangs_up);

        const auto sent = opened(far_end.uri(), k_long)->send(page_of(bytes), {});

        ASSERT_FALSE(sent) << bytes;
        EXPECT_TRUE(sent.error().may_have_printed) << bytes;
    }
}

TEST(TcpPrinter, StopsWhenAsked) {
    Listener far_end;
    far_end.listen(Manner::stalls);
    std::stop_source stop;
    std::jthread asker([&] {
        far_end.wait_for_bytes();
        stop.request_stop();
    });

    const auto sent = opened(far_end.uri(), k_long)->send(page_of(20'000'000), stop.get_token());

    ASSERT_FALSE(sent);
    EXPECT_TRUE(sent.error().may_have_printed);
}

}  // namespace
}  // namespace welcome::printing::test
