#include "tests/printing/stage.h"

#include <array>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <gtest/gtest.h>
#include <sstream>
#include <sys/wait.h>
#include <utility>

#include "tests/places.h"

namespace welcome::printing::test {

OwnFolder::OwnFolder() {
    std::string pattern = (std::filesystem::temp_directory_path() / "welcome-printing-XXXXXX").string();
    path_ = ::mkdtemp(pattern.data());
}

OwnFolder::~OwnFolder() {
    std::error_code ignored;
    std::filesystem::remove_all(path_, ignored);
}

std::string output_of(const std::string& command) {
    FILE* pipe = ::popen((command + " 2>/dev/null").c_str(), "r");
    if (pipe == nullptr) return "no shell";
    std::string out;
    std::array<char, 4096> some{};
    while (const std::size_t count = std::fread(some.data(), 1, some.size(), pipe))
        out.append(some.data(), count);
    const int status = ::pclose(pipe);
    return status == 0 ? out : "exit " + std::to_string(WEXITSTATUS(status));
}

void write_file(const std::filesystem::path& file, const std::string& bytes) {
    std::ofstream(file, std::ios::binary) << bytes;
}

std::string read_file(const std::filesystem::path& file) {
    std::ostringstream bytes;
    bytes << std::ifstream(file, std::ios::binary).rdbuf();
    return bytes.str();
}

LabelPainter painter() {
    auto loaded = LabelPainter::load(std::filesystem::path(welcome::test::source_dir()) / "assets/labels");
    if (!loaded) ADD_FAILURE() << loaded.error().detail;
    return *std::move(loaded);
}

namespace {

// As long as a signed invitation: base45, so alphanumeric mode.
const char* const k_code =
    "WT1:6BFOXN*TS0BI$ZD.P9UOL97O4-2HH77HRM3DSPTAU$A%Q6NZ6Q9U:KLHF3H8AVQ3-QOJ.GXO1B9TAXF8OL$QGB7DKUQ3PPQ";

Label badge(std::string language, std::string name, std::string event, std::string word, std::string photo) {
    return {.design = "badge",
            .texts = {{"name", std::move(name)},
                      {"event", std::move(event)},
                      {"language", std::move(word)},
                      {"photo", std::move(photo)},
                      {"photo_mark", "ask"}},
            .qr = "WTP:0216FFE494A6771967573AA428876C04",
            .language = std::move(language)};
}

Label child(std::string language, std::string name, std::string room, std::string allergy,
            std::string photo) {
    return {.design = "child",
            .texts = {{"first_name", std::move(name)},
                      {"room", std::move(room)},
                      {"band", "4–5"},
                      {"allergy", std::move(allergy)},
                      {"photo", std::move(photo)},
                      {"photo_mark", "no"},
                      {"code", "K7RX"}},
            .qr = "WTC:K7RX",
            .language = std::move(language)};
}

Label claim(std::string language, std::string count, std::string rooms, std::string sentence) {
    return {.design = "claim",
            .texts = {{"code", "K7RX"},
                      {"count", std::move(count)},
                      {"rooms", std::move(rooms)},
                      {"sentence", std::move(sentence)}},
            .qr = k_code,
            .language = std::move(language)};
}

Label trial(std::string language, std::string title, std::string line) {
    return {.design = "test",
            .texts = {{"title", std::move(title)}, {"line", std::move(line)}},
            .qr = "HTTPS://EXAMPLE.ORG/WELCOME",
            .language = std::move(language)};
}

const char* const k_long = "Wilhelmina Alexandra-Konstantinopoulou Featherstonehaugh Vas";  // 60 letters

std::vector<std::pair<std::string, Label>> sample_labels() {
    return {
        {"badge.en", badge("en", "Maya", "Lincoln Parents Town Hall", "English", "Ask first")},
        {"badge.es", badge("es", "María Guadalupe", "Asamblea de familias Lincoln", "Español", "Pregúnteme")},
        {"badge.ar", badge("ar", "عبد الرحمن", "لقاء أولياء الأمور", "العربية", "اسألني أولاً")},
        {"badge.zh", badge("zh-Hans", "欧阳晓明", "林肯家长大会", "中文", "请先询问")},
        {"badge.vi",
         badge("vi", "Nguyễn Thị Hường", "Buổi họp phụ huynh Lincoln", "Tiếng Việt", "Hãy hỏi trước")},
        {"badge.long", badge("en", k_long, "Lincoln Parents Town Hall", "English", "Ask first")},
        {"child.en", child("en", "Noah", "Room 2 · Library", "Peanuts", "No photos")},
        {"child.es", child("es", "José Ángel", "Sala 2 · Biblioteca", "Cacahuetes", "Sin fotos")},
        {"child.ar", child("ar", "فاطمة", "الغرفة ٢ · المكتبة", "فول سوداني", "بلا صور")},
        {"child.zh", child("zh-Hans", "小雨", "2 号室 · 图书馆", "花生", "请勿拍照")},
        {"child.vi", child("vi", "Phượng", "Phòng 2 · Thư viện", "Đậu phộng", "Không chụp ảnh")},
        {"child.long", child("en", k_long, "Room 2 · Library, upstairs behind the stage",
                             "Peanuts, tree nuts, milk, eggs and bee stings", "No photos")},
        {"claim.en",
         claim("en", "2 children", "Room 1 · Room 2", "Show this to pick up. No code? Ask a helper.")},
        {"claim.es",
         claim("es", "2 niños", "Sala 1 · Sala 2", "Muéstrelo para recoger. ¿Sin código? Pida ayuda.")},
        {"claim.ar", claim("ar", "طفلان", "الغرفة ١ · الغرفة ٢",
                           "أظهر هذه البطاقة لاستلام الطفل. لا يوجد رمز؟ اسأل أحد المساعدين.")},
        {"claim.zh",
         claim("zh-Hans", "2 名儿童", "1 号室 · 2 号室", "接孩子时请出示此标签。没有代码？请找工作人员。")},
        {"claim.vi", claim("vi", "2 trẻ", "Phòng 1 · Phòng 2",
                           "Đưa nhãn này khi đón trẻ. Không có mã? Hãy hỏi người giúp.")},
        {"claim.long", claim("en", "12 children", k_long, "Show this to pick up. No code? Ask a helper.")},
        {"test.en",
         trial("en", "Printer works", "If all four lines of the frame are there, labels sit right.")},
        {"test.es", trial("es", "La impresora funciona", "Si se ven las cuatro líneas, todo está bien.")},
        {"test.ar", trial("ar", "الطابعة تعمل", "إذا ظهرت خطوط الإطار الأربعة فكل شيء في مكانه.")},
        {"test.zh", trial("zh-Hans", "打印机正常", "如果四条边框都在，标签位置正确。")},
        {"test.vi", trial("vi", "Máy in hoạt động", "Nếu thấy đủ bốn cạnh khung, nhãn đã đúng chỗ.")},
        {"test.long", trial("en", k_long, k_long)},
    };
}

}  // namespace

std::vector<std::string> sample_names() {
    std::vector<std::string> names;
    for (const auto& [name, label] : sample_labels()) names.push_back(name);
    return names;
}

std::string words(const ::testing::TestParamInfo<std::string>& sample) {
    std::string name = sample.param;
    name[name.find('.')] = '_';
    return name;
}

Label sample_label(const std::string& name) {
    for (auto& [sample, label] : sample_labels())
        if (sample == name) return label;
    ADD_FAILURE() << "no sample " << name;
    return {};
}

}  // namespace welcome::printing::test
