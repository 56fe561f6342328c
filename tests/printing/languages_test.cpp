// What goes to printers, decoded by readers of the test's own and compared with the picture it came from.
#include <charconv>
#include <gtest/gtest.h>
#include <map>
#include <zlib.h>

#include "printing/qr.h"
#include "tests/printing/stage.h"

namespace welcome::printing::test {
namespace {

class EveryLabel : public ::testing::TestWithParam<std::string> {
  protected:
    LabelPainter painter_ = painter();
    OwnFolder folder_;
    Label label_ = sample_label(GetParam());
    std::string saved(const std::string& name, const std::string& bytes) {
        write_file(folder_.path() / name, bytes);
        return (folder_.path() / name).string();
    }
};

TEST_P(EveryLabel, AsPngIsReadBackByAScanner) {
    for (const int dpi : {203, 300}) {
        const auto png = painter_.encode(label_, {.language = Language::png, .dpi = dpi, .stock = {}});
        ASSERT_TRUE(png);
        const auto file = saved("label.png", *png);

        if (!label_.qr.empty()) {
            EXPECT_EQ(scanned({file}), label_.qr + "\n");
        } else {
            EXPECT_EQ(scanned({file}), "exit 4");  // zbarimg's word for: no code found
        }
    }
}

TEST_P(EveryLabel, AsPdfHasItsTrueSizeAndIsReadBackByAScanner) {
    const auto pdf = painter_.pdf(label_);
    ASSERT_TRUE(pdf);
    const auto file = saved("label.pdf", *pdf);

    const auto said = output_of("pdfinfo " + file);
    EXPECT_NE(said.find("175.748 x 82.2047 pts"), std::string::npos) << said;  // 62 × 29 mm
    EXPECT_NE(said.find("Pages:           1\n"), std::string::npos) << said;
    const auto picture = (folder_.path() / "page").string();
    output_of("pdftoppm -r 300 -png -singlefile " + file + " " + picture);
    if (!label_.qr.empty()) {
        EXPECT_EQ(scanned({picture + ".png"}), label_.qr + "\n");
    }
}

// A reader of PWG Raster, from PWG 5102.4: a header of fixed places, then lines, each a count of repeats and
// runs of pixels.
struct ReadPwg {
    unsigned width = 0, height = 0, dpi = 0, bits = 0;
    std::string pixels;
    std::size_t end = 0;
};

ReadPwg read_pwg(const std::string& bytes, std::size_t page) {
    constexpr std::size_t header_bytes = 1'796;
    const auto byte = [&](std::size_t at) { return static_cast<unsigned char>(bytes.at(at)); };
    const auto number = [&](std::size_t place) {
        const std::size_t at = page + place;
        return static_cast<unsigned>(byte(at)) << 24U | static_cast<unsigned>(byte(at + 1)) << 16U |
               static_cast<unsigned>(byte(at + 2)) << 8U | byte(at + 3);
    };
    ReadPwg read{.width = number(372), .height = number(376), .dpi = number(276), .bits = number(388)};
    std::size_t at = page + header_bytes;
    while (read.pixels.size() < static_cast<std::size_t>(read.width) * read.height) {
        const unsigned times = byte(at++) + 1U;
        std::string line;
        while (line.size() < read.width) {
            const unsigned said = byte(at++);
            if (said < 128) {
                line.append(said + 1, bytes.at(at++));
            } else if (said == 128) {
                line.append(read.width - line.size(), '\xFF');
            } else {
                line.append(bytes, at, 257 - said);
                at += 257 - said;
            }
        }
        for (unsigned i = 0; i < times; ++i) read.pixels += line;
    }
    read.end = at;
    return read;
}

TEST_P(EveryLabel, AsPwgRasterIsThePictureAndSeveralPagesStandBehindOneWord) {
    const PageFormat format{.language = Language::pwg, .dpi = 300, .stock = {}};
    const auto bytes = painter_.encode(std::vector<Label>{label_, label_}, format);
    const auto raster = painter_.raster(label_, 300);
    ASSERT_TRUE(bytes) << bytes.error().detail;
    ASSERT_TRUE(raster);

    ASSERT_TRUE(bytes->starts_with("RaS2"));
    std::size_t at = 4;
    for (int page = 0; page < 2; ++page) {
        const auto read = read_pwg(*bytes, at);
        EXPECT_EQ(read.width, static_cast<unsigned>(raster->width));
        EXPECT_EQ(read.height, static_cast<unsigned>(raster->height));
        EXPECT_EQ(read.dpi, 300U);
        EXPECT_EQ(read.bits, 8U);
        EXPECT_TRUE(read.pixels == std::string(raster->pixels.begin(), raster->pixels.end()));
        at = read.end;
    }
    EXPECT_EQ(at, bytes->size());
}

// A reader of the little ZPL that we write, from the manufacturer's programming guide.
struct ReadZpl {
    int width = 0, height = 0, copies = 0, total = 0, bytes_per_row = 0;
    std::string bits;
    bool crc_holds = false;
};

int number_after(const std::string& zpl, const std::string& command) {
    const auto at = zpl.find(command);
    if (at == std::string::npos) return -1;
    int number = -1;
    std::from_chars(zpl.data() + at + command.size(), zpl.data() + zpl.size(), number);
    return number;
}

std::string from_base64(const std::string& text) {
    const std::string alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    std::string bytes;
    unsigned held = 0;
    int bits = 0;
    for (const char letter : text) {
        if (letter == '=') break;
        held = (held << 6U) | static_cast<unsigned>(alphabet.find(letter));
        bits += 6;
        if (bits < 8) continue;
        bits -= 8;
        bytes += static_cast<char>((held >> static_cast<unsigned>(bits)) & 0xFFU);
    }
    return bytes;
}

// Bit by bit over the message with sixteen zeros after it: the textbook's division, not our table of shifts.
std::string crc_of(const std::string& text) {
    unsigned rest = 0;
    for (const char letter : text + std::string(2, '\0')) {
        for (int bit = 7; bit >= 0; --bit) {
            rest = (rest << 1U) | ((static_cast<unsigned char>(letter) >> static_cast<unsigned>(bit)) & 1U);
            if ((rest & 0x10000U) != 0) rest ^= 0x11021U;
        }
    }
    char hex[5];
    std::snprintf(hex, sizeof hex, "%04X", rest);
    return hex;
}

ReadZpl read_zpl(const std::string& zpl) {
    ReadZpl read{.width = number_after(zpl, "^PW"),
                 .height = number_after(zpl, "^LL"),
                 .copies = number_after(zpl, "^PQ"),
                 .bits = {}};
    const auto field = zpl.find("^GFA,");
    EXPECT_EQ(std::sscanf(zpl.c_str() + field, "^GFA,%d,%*d,%d,", &read.total, &read.bytes_per_row), 2);
    const auto start = zpl.find(":Z64:") + 5;
    const auto colon = zpl.find(':', start);
    const auto letters = zpl.substr(start, colon - start);
    read.crc_holds = zpl.substr(colon + 1, zpl.find("^FS") - colon - 1) == crc_of(letters);
    const auto packed = from_base64(letters);
    read.bits.resize(static_cast<std::size_t>(read.total));
    auto size = static_cast<uLongf>(read.bits.size());
    const int status =
        uncompress(reinterpret_cast<Bytef*>(read.bits.data()), &size,
                   reinterpret_cast<const Bytef*>(packed.data()), static_cast<uLong>(packed.size()));
    EXPECT_EQ(status, Z_OK);
    EXPECT_EQ(size, read.bits.size());
    return read;
}

bool bit_at(const std::string& bits, int bytes_per_row, int x, int y) {
    const auto row = static_cast<std::size_t>(y) * static_cast<std::size_t>(bytes_per_row);
    const auto byte = static_cast<unsigned char>(bits.at(row + static_cast<std::size_t>(x / 8)));
    return ((byte >> static_cast<unsigned>(7 - x % 8)) & 1U) != 0;
}

int differing_dots(const Raster& raster, const std::string& bits, int bytes_per_row) {
    int differing = 0;
    for (int y = 0; y < raster.height; ++y)
        for (int x = 0; x < raster.width; ++x)
            if (bit_at(bits, bytes_per_row, x, y) != raster.ink(x, y)) ++differing;
    return differing;
}

TEST_P(EveryLabel, AsZplIsThePictureDotByDot) {
    for (const int dpi : {203, 300}) {
        const auto raster = painter_.raster(label_, dpi);
        const auto zpl = painter_.encode(label_, {.language = Language::zpl, .dpi = dpi, .stock = {}});
        ASSERT_TRUE(raster && zpl);

        const auto read = read_zpl(*zpl);

        EXPECT_TRUE(zpl->starts_with("^XA") && zpl->ends_with("^XZ\n"));
        EXPECT_EQ(read.width, raster->width);
        EXPECT_EQ(read.height, raster->height);
        EXPECT_EQ(read.copies, 1);
        EXPECT_EQ(read.total, read.bytes_per_row * raster->height);
        EXPECT_TRUE(read.crc_holds);
        EXPECT_EQ(differing_dots(*raster, read.bits, read.bytes_per_row), 0);
    }
}

TEST_P(EveryLabel, AsEscPosIsThePictureDotByDot) {
    const auto raster = painter_.raster(label_, 203);
    const auto bytes = painter_.encode(label_, {.language = Language::escpos, .dpi = 203, .stock = {}});
    ASSERT_TRUE(raster && bytes);
    const auto byte = [&](std::size_t at) {
        return static_cast<int>(static_cast<unsigned char>(bytes->at(at)));
    };

    EXPECT_EQ(bytes->substr(0, 6), std::string("\x1B@\x1Dv0\0", 6));
    const int bytes_per_row = byte(6) + 256 * byte(7);
    EXPECT_EQ(bytes_per_row, (raster->width + 7) / 8);
    EXPECT_EQ(byte(8) + 256 * byte(9), raster->height);
    EXPECT_EQ(differing_dots(*raster, bytes->substr(10), bytes_per_row), 0);
    EXPECT_EQ(bytes->substr(10 + static_cast<std::size_t>(bytes_per_row * raster->height)),
              std::string("\x1B\x64\x03\x1DVB\0", 7));
}

// A reader of Brother QL raster commands, from the manufacturer's command reference.
struct ReadQl {
    std::map<std::string, std::string> settings;
    std::vector<std::string> lines;
    bool printed = false;
    std::string trouble;
};

ReadQl read_ql(const std::string& bytes) {
    const std::map<std::string, std::size_t> lengths{{"\x1B@", 0},  {"\x1Bia", 1}, {"\x1Biz", 10},
                                                     {"\x1BiM", 1}, {"\x1BiA", 1}, {"\x1BiK", 1},
                                                     {"\x1Bid", 2}, {"M", 1}};
    ReadQl read;
    std::size_t at = bytes.find_first_not_of('\0');
    if (at != 200) read.trouble = "does not begin with 200 zeros";
    while (read.trouble.empty() && !read.printed && at < bytes.size()) {
        if (bytes[at] == 'g') {
            const auto length = static_cast<std::size_t>(static_cast<unsigned char>(bytes.at(at + 2)));
            read.lines.push_back(bytes.substr(at + 3, length));
            at += 3 + length;
            continue;
        }
        if (bytes[at] == '\x1A') {
            read.printed = at + 1 == bytes.size();
            break;
        }
        const std::size_t name = bytes[at] == 'M' ? 1 : bytes.at(at + 1) == '@' ? 2 : 3;
        const auto known = lengths.find(bytes.substr(at, name));
        if (known == lengths.end()) {
            read.trouble = "unknown command at " + std::to_string(at);
            break;
        }
        read.settings[known->first] = bytes.substr(at + name, known->second);
        at += name + known->second;
    }
    return read;
}

TEST_P(EveryLabel, AsBrotherQlIsThePictureMirroredOnItsPins) {
    const auto raster = painter_.raster(label_, 300);
    const auto bytes = painter_.encode(label_, {.language = Language::brother_ql, .dpi = 300, .stock = {}});
    ASSERT_TRUE(raster && bytes) << (bytes ? "" : bytes.error().detail);

    auto read = read_ql(*bytes);

    EXPECT_EQ(read.trouble, "");
    EXPECT_TRUE(read.printed);
    EXPECT_EQ(read.settings["\x1Bia"], "\x01");
    const auto& media = read.settings["\x1Biz"];
    EXPECT_EQ(media.substr(1, 3), "\x0B\x3E\x1D");  // pre-cut, 62 mm, 29 mm
    EXPECT_EQ(static_cast<unsigned char>(media[4]) + 256U * static_cast<unsigned char>(media[5]),
              read.lines.size());
    EXPECT_EQ(read.lines.size(), 271U);  // what the reference gives as printable on 62 × 29
    const int left = (raster->width - 696) / 2;
    const int top = (raster->height - 271) / 2;
    int differing = 0;
    for (std::size_t y = 0; y < read.lines.size(); ++y) {
        ASSERT_EQ(read.lines[y].size(), 90U);
        for (int pin = 0; pin < 720; ++pin) {
            const int x = left + (12 + 695 - pin);
            const bool on_paper = pin >= 12 && pin < 708;
            const bool ink = on_paper && raster->ink(x, static_cast<int>(y) + top);
            if (bit_at(read.lines[y], 90, pin, 0) != ink) ++differing;
        }
    }
    EXPECT_EQ(differing, 0);
}

INSTANTIATE_TEST_SUITE_P(Samples, EveryLabel, ::testing::ValuesIn(roll_sample_names()), words);

TEST(BrotherQl, RefusesInkWhereItCannotPrint) {
    Raster raster{.width = 732,
                  .height = 342,
                  .dpi = 300,
                  .pixels = std::vector<std::uint8_t>(std::size_t{732} * 342, 255)};
    EXPECT_TRUE(to_brother_ql(raster));

    raster.pixels[5 * 732 + 300] = 0;

    EXPECT_FALSE(to_brother_ql(raster));
}

TEST(Png, SaysHowLargeItIs) {
    const OwnFolder folder;
    auto painter = test::painter();
    const auto png =
        painter.encode(sample_label("badge.en"), {.language = Language::png, .dpi = 300, .stock = {}});
    ASSERT_TRUE(png);

    const auto at = png->find("pHYs");
    ASSERT_NE(at, std::string::npos);
    EXPECT_EQ(png->substr(at + 4, 9), std::string("\0\0\x2E\x23\0\0\x2E\x23\x01", 9));  // 11,811 dots a metre
}

class QrText : public ::testing::TestWithParam<std::string> {};

TEST_P(QrText, IsReadBackByAScanner) {
    const OwnFolder folder;
    const auto png = qr_png(GetParam(), 4);
    ASSERT_TRUE(png);
    write_file(folder.path() / "code.png", *png);

    EXPECT_EQ(scanned({folder.path() / "code.png"}), GetParam() + "\n");
}

INSTANTIATE_TEST_SUITE_P(Texts, QrText,
                         ::testing::Values("A", "WT1:6BFOXN*TS0BI$ZD.P9UOL97O4-2HH77",
                                           "lower case and, commas", "https://example.org/t/3f2a",
                                           "María Ñandú", "فاطمة الزهراء", "欧阳晓明你好", "Nguyễn Thị Hường",
                                           std::string(1'000, 'Z')));

TEST(Qr, TakesTheDenserModeForBase45) {
    const std::string base45(100, 'K');
    const std::string bytes(100, 'k');

    EXPECT_LT(encode_qr(base45)->size, encode_qr(bytes)->size);
}

TEST(Qr, HasAQuietZoneOfFourModules) {
    const auto matrix = encode_qr("WELCOME");
    const auto raster = qr_raster("WELCOME", 3);
    ASSERT_TRUE(matrix && raster);

    EXPECT_EQ(raster->width, (matrix->size + 8) * 3);
    for (int at = 0; at < raster->width; ++at)
        for (int deep = 0; deep < 12; ++deep) EXPECT_FALSE(raster->ink(at, deep) || raster->ink(deep, at));
    EXPECT_TRUE(raster->ink(12, 12));
}

TEST(Qr, RefusesNothingAndTooMuch) {
    EXPECT_FALSE(encode_qr(""));
    EXPECT_FALSE(encode_qr(std::string(4'000, 'k')));
    EXPECT_FALSE(qr_png("A", 0));
}

}  // namespace
}  // namespace welcome::printing::test
