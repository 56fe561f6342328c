#include <fstream>

#include "kiosk/scan/decoder.h"
#include "kiosk/scan/frame_source.h"
#include "kiosk/scan/scan_path.h"
#include "kiosk/scan/y4m.h"
#include "tests/scan/folder.h"
#include "tests/scan/pictures.h"

namespace welcome::kiosk::scan::test {
namespace {

const std::stop_token k_never;

void write(const std::filesystem::path& file, const std::string& bytes) {
    std::ofstream(file, std::ios::binary) << bytes;
}

// A video of grey frames with their colour planes, as 4:2:0.
void write_y4m(const std::filesystem::path& file, const std::vector<Frame>& frames) {
    std::ofstream out(file, std::ios::binary);
    out << "YUV4MPEG2 W" << frames.front().width << " H" << frames.front().height
        << " F15:1 Ip A1:1 C420jpeg\n";
    for (const auto& frame : frames) {
        out << "FRAME\n" << std::string(frame.grey.begin(), frame.grey.end());
        out << std::string(frame.grey.size() / 2, '\x80');
    }
}

// What a source shows in so many turns, blank ones passed over.
std::vector<std::string> texts_of(FrameSource& source, int turns) {
    Decoder decoder;
    std::vector<std::string> texts;
    for (int i = 0; i < turns; ++i) {
        const auto frame = source.next(k_never);
        if (!frame) return texts;
        const auto text = frame->empty() ? std::nullopt : decoder.decode_thoroughly(*frame);
        if (text && (texts.empty() || texts.back() != *text)) texts.push_back(*text);
    }
    return texts;
}

class Source : public FolderTest {};

TEST_F(Source, ShowsAPictureAgainAndAgain) {
    save(code_picture("ONE", Symbol::qr, 6), folder_ / "one.png");

    const auto source = open_frame_source((folder_ / "one.png").string());

    ASSERT_TRUE(source) << source.error().detail;
    for (int i = 0; i < 3; ++i) {
        const auto frame = (*source)->next(k_never);
        ASSERT_TRUE(frame);
        EXPECT_EQ(Decoder().decode_thoroughly(*frame), "ONE");
    }
}

TEST_F(Source, ShowsAFoldersPicturesByNameAndPassesOverWhatIsNone) {
    save(code_picture("SECOND", Symbol::qr, 6), folder_ / "b.jpg");
    save(code_picture("FIRST", Symbol::qr, 6), folder_ / "a.png");
    write(folder_ / "aa-notes.txt", "no picture");

    const auto source = open_frame_source(folder_.string());

    ASSERT_TRUE(source) << source.error().detail;
    EXPECT_EQ(texts_of(**source, 3), (std::vector<std::string>{"FIRST", "SECOND", "FIRST"}));
}

TEST_F(Source, PlaysAPlainVideoAndBeginsAgain) {
    write_y4m(folder_ / "door.y4m", {code_picture("FIRST", Symbol::qr, 6), only_noise(1280, 720, 3),
                                     code_picture("SECOND", Symbol::qr, 6)});

    const auto source = open_frame_source((folder_ / "door.y4m").string());

    ASSERT_TRUE(source) << source.error().detail;
    EXPECT_EQ(texts_of(**source, 6), (std::vector<std::string>{"FIRST", "SECOND", "FIRST", "SECOND"}));
}

TEST_F(Source, PlaysACompressedVideo) {
    write_y4m(folder_ / "door.y4m", std::vector<Frame>(8, code_picture("IN A FILM", Symbol::qr, 6)));
    const std::string command = "ffmpeg -nostdin -loglevel error -i '" + (folder_ / "door.y4m").string() +
                                "' -c:v mpeg4 -q:v 5 '" + (folder_ / "door.mp4").string() + "'";
    ASSERT_EQ(std::system(command.c_str()), 0);
    std::filesystem::remove(folder_ / "door.y4m");

    const auto source = open_frame_source((folder_ / "door.mp4").string());

    ASSERT_TRUE(source) << source.error().detail;
    std::vector<std::string> texts;
    for (int turns = 0; turns < 100 && texts.empty(); ++turns) texts = texts_of(**source, 1);
    EXPECT_EQ(texts, std::vector<std::string>{"IN A FILM"});
}

TEST_F(Source, SaysPlainlyWhatItCannotShow) {
    const auto missing = open_frame_source("/dev/video-that-is-not-there");
    const auto no_camera = open_frame_source("/dev/null");
    const auto no_pictures = open_frame_source(folder_.string());

    ASSERT_FALSE(missing);
    EXPECT_EQ(missing.error().fault, sync::Fault::not_found);
    ASSERT_FALSE(no_camera);
    ASSERT_FALSE(no_pictures);
    EXPECT_EQ(no_pictures.error().fault, sync::Fault::not_found);
    for (const auto& detail : {missing.error().detail, no_camera.error().detail, no_pictures.error().detail})
        EXPECT_FALSE(detail.empty());
}

TEST_F(Source, AFileThatIsNoVideoFailsInsteadOfWaiting) {
    write(folder_ / "notes.txt", "no picture and no video\n");
    const auto source = open_frame_source((folder_ / "notes.txt").string());
    ASSERT_TRUE(source) << source.error().detail;

    auto frame = (*source)->next(k_never);
    for (int turns = 0; turns < 100 && frame; ++turns) frame = (*source)->next(k_never);

    ASSERT_FALSE(frame);
    EXPECT_EQ(frame.error().fault, sync::Fault::unreadable);
}

TEST_F(Source, ADamagedPictureIsAnErrorOfItsOwn) {
    save(code_picture("ONE", Symbol::qr, 6), folder_ / "one.png");
    std::filesystem::resize_file(folder_ / "one.png", 200);

    const auto frame = read_frame(folder_ / "one.png");

    ASSERT_FALSE(frame);
    EXPECT_EQ(frame.error().fault, sync::Fault::unreadable);
}

TEST(Y4m, TakesItsBytesInAnyPieces) {
    const std::string film = "YUV4MPEG2 W4 H2 F15:1 Cmono\nFRAME\nabcdefghFRAME Ip\nijklmnop";
    for (std::size_t piece = 1; piece <= film.size(); ++piece) {
        Y4mReader reader;
        std::string seen;
        for (std::size_t at = 0; at < film.size(); at += piece) {
            reader.take(std::string_view(film).substr(at, piece));
            for (auto frame = reader.next(); frame && !frame->empty(); frame = reader.next())
                seen.append(frame->grey.begin(), frame->grey.end());
        }
        EXPECT_EQ(seen, "abcdefghijklmnop") << piece;
    }
}

TEST(Y4m, RefusesWhatItDoesNotKnow) {
    for (const std::string film :
         {"YUV4MPEG2 W4\nFRAME\n", "YUV4MPEG2 W0 H2\n", "YUV4MPEG2 W4 H2 C420p10\n", "YUV4MPEG2 W99999 H2\n",
          "RIFF W4 H2\n", "YUV4MPEG2 W-4 H2\n", "YUV4MPEG2 W2 H1 Cmono\nnonsense\n"}) {
        Y4mReader reader;
        reader.take(film);
        EXPECT_FALSE(reader.next()) << film;
    }
    Y4mReader reader;
    reader.take(std::string(5000, 'x'));
    EXPECT_FALSE(reader.next());
}

class ScanPath : public FolderTest {};

TEST_F(ScanPath, TellsEachEntryOfAFolderByName) {
    save(code_picture("SECOND", Symbol::qr, 6), folder_ / "b.png");
    save(negative(code_picture("FIRST", Symbol::qr, 6)), folder_ / "a.jpg");
    save(only_noise(320, 240, 1), folder_ / "c.png");
    write(folder_ / "d.txt", "no picture");

    const auto read = scan_path(folder_);

    ASSERT_EQ(read.size(), 4U);
    EXPECT_EQ(read[0].path, folder_ / "a.jpg");
    EXPECT_EQ(read[0].text, "FIRST");
    EXPECT_EQ(read[1].text, "SECOND");
    EXPECT_EQ(read[2].text, "");
    EXPECT_EQ(read[3].text, "");
}

TEST_F(ScanPath, TellsASingleFile) {
    save(code_picture("ONE", Symbol::qr, 6), folder_ / "one.png");

    const auto read = scan_path(folder_ / "one.png");

    ASSERT_EQ(read.size(), 1U);
    EXPECT_EQ(read[0].text, "ONE");
}

}  // namespace
}  // namespace welcome::kiosk::scan::test
