#include "kiosk/roster/csv_table.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <rapidcheck.h>

using namespace welcome::kiosk::roster;
using testing::ElementsAre;
using testing::IsEmpty;
using testing::SizeIs;

namespace {

using Cells = std::vector<std::string>;

std::string wide(std::u16string_view text, bool little) {
    std::string bytes;
    for (const char16_t unit : text) {
        const char low = static_cast<char>(unit & 0xFF), high = static_cast<char>(unit >> 8);
        bytes += little ? low : high;
        bytes += little ? high : low;
    }
    return bytes;
}

// The text with this mark wherever a bar stands.
std::string with(std::string_view text, std::string_view mark) {
    std::string out;
    for (const char letter : text) letter == '|' ? out.append(mark) : out.append(1, letter);
    return out;
}

constexpr std::u16string_view k_wide = u"id,name\r\n1,Lucía 李\r\n";

TEST(CsvTable, ReadsUtf8WithAndWithoutMark) {
    for (const std::string mark : {"", "\xEF\xBB\xBF"}) {
        const auto table = read_table(mark + "id,name\n1,Lucía 李\n");
        ASSERT_THAT(table.rows, SizeIs(2));
        EXPECT_THAT(table.rows[0].cells, ElementsAre("id", "name"));
        EXPECT_THAT(table.rows[1].cells, ElementsAre("1", "Lucía 李"));
        EXPECT_EQ(table.encoding, "UTF-8");
    }
}

TEST(CsvTable, ReadsUtf16OfBothOrdersWithAndWithoutMark) {
    for (const bool little : {true, false}) {
        for (const std::u16string mark : {u"\uFEFF", u""}) {
            const auto table = read_table(wide(mark + std::u16string(k_wide), little));
            ASSERT_THAT(table.rows, SizeIs(2));
            EXPECT_THAT(table.rows[0].cells, ElementsAre("id", "name"));
            EXPECT_THAT(table.rows[1].cells, ElementsAre("1", "Lucía 李"));
            EXPECT_EQ(table.encoding, little ? "UTF-16LE" : "UTF-16BE");
        }
    }
}

TEST(CsvTable, ReadsWindows1252) {
    const auto table = read_table(
        "id,name\n1,Luc\xED"
        "a Pe\xF1"
        "a\n2,O\x92"
        "Brien\n3,Bj\xF6rk\n");
    ASSERT_THAT(table.rows, SizeIs(4));
    EXPECT_EQ(table.rows[1].cells[1], "Lucía Peña");
    EXPECT_EQ(table.rows[2].cells[1], "O’Brien");
    EXPECT_EQ(table.rows[3].cells[1], "Björk");
    EXPECT_EQ(table.encoding, "windows-1252");
}

TEST(CsvTable, ReadsCyrillicOfAnOldCodePage) {
    std::string bytes = "id,name\n";
    const std::string anna = "\xC8\xE2\xE0\xED\xEE\xE2\xE0 \xC0\xED\xED\xE0";      // Иванова Анна
    const std::string petr = "\xCF\xE5\xF2\xF0\xEE\xE2 \xD1\xE5\xF0\xE3\xE5\xE9";  // Петров Сергей
    const std::string both = "1," + anna + "\n2," + petr + "\n";
    for (int i = 0; i < 10; ++i) bytes += both;
    const auto table = read_table(bytes);
    ASSERT_THAT(table.rows, SizeIs(21));
    EXPECT_EQ(table.rows[1].cells[1], "Иванова Анна");
    EXPECT_EQ(table.rows[2].cells[1], "Петров Сергей");
}

TEST(CsvTable, TellsTheDelimiterFromTheHeadings) {
    for (const char delimiter : {',', ';', '\t'}) {
        const auto table = read_table(with("id|name|zip\n1|\"a,b;c\td\"|02139\n", std::string(1, delimiter)));
        EXPECT_EQ(table.delimiter, delimiter);
        ASSERT_THAT(table.rows, SizeIs(2));
        EXPECT_THAT(table.rows[1].cells, ElementsAre("1", "a,b;c\td", "02139"));
    }
}

TEST(CsvTable, CountsLinesThroughQuotedLineBreaksAndEmptyLines) {
    for (const std::string end : {"\n", "\r\n", "\r"}) {
        const auto table = read_table(with("id,name||1,\"Ana|Ruiz\"|2,Li|", end));
        ASSERT_THAT(table.rows, SizeIs(3));
        EXPECT_EQ(table.rows[1].line, 3U);
        EXPECT_EQ(table.rows[2].line, 5U);
        EXPECT_EQ(table.rows[1].cells[1], "Ana" + end + "Ruiz");
    }
}

TEST(CsvTable, ReadsALastLineWithoutEnding) {
    EXPECT_THAT(read_table("id,name\n1,Ana").rows, SizeIs(2));
    EXPECT_THAT(read_table("id,name\n1,\"Ana\"").rows, SizeIs(2));
    EXPECT_THAT(read_table("").rows, IsEmpty());
    EXPECT_THAT(read_table("\n \r\n").rows, IsEmpty());
}

TEST(CsvTable, RefusesOnlyTheLineWhoseQuoteIsLeftOpen) {
    const auto table = read_table("id,name\n1,\"Rosa\n2,\"Tom\"\n3,Li\n4,\"Bea\n5,Cher\n");
    EXPECT_THAT(table.refused, ElementsAre(Refused{2, "A quotation mark is opened here and not closed."},
                                           Refused{5, "A quotation mark is opened here and not closed."}));
    ASSERT_THAT(table.rows, SizeIs(4));
    EXPECT_THAT(table.rows[1].cells, ElementsAre("2", "Tom"));
    EXPECT_THAT(table.rows[2].cells, ElementsAre("3", "Li"));
    EXPECT_THAT(table.rows[3].cells, ElementsAre("5", "Cher"));
}

TEST(CsvTable, KeepsAStrayQuoteInsideACell) {
    const auto table = read_table("id,name\n1,Robert \"Bob\" Smith\n2,Li");
    EXPECT_THAT(table.refused, IsEmpty());
    ASSERT_THAT(table.rows, SizeIs(3));
    EXPECT_EQ(table.rows[1].cells[1], "Robert \"Bob\" Smith");
    EXPECT_EQ(table.rows[2].line, 3U);
}

TEST(CsvTable, RefusesALineOfEndlessLength) {
    const auto table = read_table("id,name\n" + std::string(1'000'000, '"') + "\n2,Li\n");
    EXPECT_THAT(table.refused, ElementsAre(Refused{2, "The line is too long."}));
    ASSERT_THAT(table.rows, SizeIs(2));
    EXPECT_EQ(table.rows[1].line, 3U);
}

TEST(CsvTable, RefusesLinesThatAreNotText) {
    using namespace std::string_literals;
    const auto table = read_table("id,name\n1,A\0na\n2,B\x1B[1mob\n3,Li\n"s);
    ASSERT_THAT(table.refused, SizeIs(2));
    EXPECT_EQ(table.refused[0].line, 2U);
    EXPECT_EQ(table.refused[1].line, 3U);
    ASSERT_THAT(table.rows, SizeIs(2));
    EXPECT_EQ(table.rows[1].cells[1], "Li");
}

// RFC 4180; outer spaces are quoted, as they are dropped from cells that are not.
std::string written(const std::string& cell, bool always) {
    const bool outer = !cell.empty() && (cell.front() == ' ' || cell.back() == ' ');
    if (!always && !outer && cell.find_first_of(",\"\r\n\t;") == std::string::npos) return cell;
    std::string text = "\"";
    for (const char c : cell) text += c == '"' ? "\"\"" : std::string(1, c);
    return text + '"';
}

TEST(CsvTable, ReadsBackWhateverIsWritten) {
    const bool holds = rc::check("any table written as RFC 4180 is read back identical", [] {
        const auto piece = rc::gen::element<std::string>("a", "Z", "7", " ", ",", ";", "\t", "\"", "\n",
                                                         "\r\n", "=", "-", "é", "李", "м", "🙂", "'");
        const auto cell = rc::gen::map(rc::gen::container<Cells>(piece), [](const Cells& pieces) {
            std::string text;
            for (const auto& one : pieces) text += one;
            return text;
        });
        const auto columns = *rc::gen::inRange<std::size_t>(2, 6);
        const auto rows = *rc::gen::container<std::vector<Cells>>(rc::gen::container<Cells>(columns, cell));
        const bool always = *rc::gen::arbitrary<bool>();
        Cells heading;
        for (std::size_t i = 0; i < columns; ++i)
            heading.push_back(std::string(1, static_cast<char>('a' + i)));
        std::vector<Cells> all{heading};
        all.insert(all.end(), rows.begin(), rows.end());
        std::string text;
        for (const auto& row : all)
            for (std::size_t i = 0; i < row.size(); ++i)
                text += written(row[i], always) + (i + 1 == row.size() ? "\r\n" : ",");
        const auto table = read_table(text);
        RC_ASSERT(table.refused.empty());
        std::vector<Cells> read;
        for (const auto& row : table.rows) read.push_back(row.cells);
        RC_ASSERT(read == all);
    });
    EXPECT_TRUE(holds);
}

}  // namespace
