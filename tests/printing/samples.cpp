// Invented labels of every design, in many languages and with names that are too long.
#include <array>
#include <gtest/gtest.h>
#include <utility>

#include "tests/printing/stage.h"

namespace welcome::printing::test {

namespace {

// As long as a signed claim: base45, so alphanumeric mode.
const char* const k_claim =
    "WTC:6BFOXN*TS0BI$ZD.P9UOL97O4-2HH77HRM3DSPTAU$A%Q6NZ6Q9U:KLHF3H8AVQ3-QOJ.GXO1B9TAXF8OL$QGB7DKUQ3PPQ"
    "OM5L3VG%4KTK/E1B:2RWQ8.HA0J+ZS$N9CD*XU6F7Y-I3PT4MLQ8K1V";

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

Label press(Label badge, std::string word) {
    badge.texts["press"] = std::move(word);
    badge.texts["press_event"] = badge.texts["event"];
    badge.texts.erase("event");
    return badge;
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
            .qr = "WTK:0216FFE494A6771967573AA428876C04",
            .language = std::move(language)};
}

Label claim(std::string language, std::string count, std::string family, std::string rooms,
            std::string sentence) {
    return {.design = "claim",
            .texts = {{"code", "K7RX"},
                      {"count", std::move(count)},
                      {"family", std::move(family)},
                      {"rooms", std::move(rooms)},
                      {"sentence", std::move(sentence)}},
            .qr = k_claim,
            .language = std::move(language)};
}

Label trial(std::string language, std::string title, std::string line) {
    return {.design = "test",
            .texts = {{"title", std::move(title)}, {"line", std::move(line)}},
            .qr = "HTTPS://EXAMPLE.ORG/WELCOME",
            .language = std::move(language)};
}

const char* const k_long = "Wilhelmina Alexandra-Konstantinopoulou Featherstonehaugh Vas";  // 60 letters

Label speaker(std::string language, std::string title, std::string minutes, std::string topic,
              std::string interpreter, std::string name) {
    return {.design = "speaker",
            .texts = {{"title", std::move(title)},
                      {"number", "27"},
                      {"minutes", std::move(minutes)},
                      {"topic", std::move(topic)},
                      {"language", std::move(interpreter)},
                      {"name", std::move(name)}},
            .qr = "WTQ:0216FFE494A6771967573AA428876C04",
            .language = std::move(language)};
}

Label item(std::string language, std::string kind, std::string detail, std::string owner) {
    return {.design = "item",
            .texts = {{"kind", std::move(kind)},
                      {"number", "118"},
                      {"detail", std::move(detail)},
                      {"owner", std::move(owner)}},
            .qr = "WTI:0216FFE494A6771967573AA428876C04",
            .language = std::move(language)};
}

Label card(std::string language, std::string event) {
    return {.design = "card",
            .texts = {{"event", std::move(event)}, {"number", "9042"}},
            .qr = "WTN:9042:00112233445566778899AABBCCDDEEFF",
            .language = std::move(language)};
}

Label sheet(std::string language, std::string title, const std::array<std::string, 6>& said) {
    Label label{.design = "sheet",
                .texts = {},
                .qr = "WTS:0216FFE494A6771967573AA428876C04:12",
                .language = std::move(language)};
    label.texts = {
        {"title", std::move(title)}, {"heading", said[0]}, {"notice", said[1]}, {"sheet", "12"},
        {"name", said[2]},           {"contact", said[3]}, {"adults", said[4]}, {"children", said[5]}};
    for (int row = 1; row <= 16; ++row) label.texts["row_" + std::to_string(row)] = std::to_string(row);
    return label;
}

// `said`: title, room, when, how many, and the five columns; `rows`: name and allergy by turns.
Label rollcall(std::string language, const std::array<std::string, 9>& said,
               const std::vector<std::string>& rows) {
    Label label{.design = "rollcall", .texts = {}, .qr = {}, .language = std::move(language)};
    label.texts = {{"title", said[0]},   {"room", said[1]}, {"as_of", said[2]},
                   {"count", said[3]},   {"name", said[4]}, {"band", said[5]},
                   {"allergy", said[6]}, {"code", said[7]}, {"contact", said[8]}};
    for (std::size_t row = 0; row * 2 < rows.size(); ++row) {
        const std::string n = "_" + std::to_string(row + 1);
        label.texts["name" + n] = rows[row * 2];
        label.texts["allergy" + n] = rows[row * 2 + 1];
        label.texts["band" + n] = "4–5";
        label.texts["code" + n] = "K7RX";
        label.texts["contact" + n] = "(202) 555-0143";
    }
    return label;
}

// English only, as the organiser gets it.
Label receipt() {
    Label label{.design = "receipt",
                .texts = {{"title", "Receipt of an upload"},
                          {"event", "Lincoln Parents Town Hall"},
                          {"to", "To the membership service at https://members.example.org"},
                          {"at", "2026-12-03 22:04:05 -05:00"},
                          {"sum", "312 of 314 accepted"},
                          {"counts_title", "What the service says"},
                          {"differences_title", "What differs"},
                          {"undo", "kioskctl upload --undo --receipt 2026-12-03.json takes it back."},
                          {"head_title", "The journal's head, 1,204 facts"},
                          {"head", "0216 FFE4 94A6 7719 6757 3AA4 2887 6C04 0216 FFE4 94A6 7719 6757 3AA4"}},
                .qr = "0216FFE494A6771967573AA428876C04",
                .language = "en"};
    for (int row = 1; row <= 10; ++row) {
        label.texts["count_" + std::to_string(row)] = "accepted";
        label.texts["number_" + std::to_string(row)] = std::to_string(row * 31);
    }
    for (int row = 1; row <= 14; ++row)
        label.texts["difference_" + std::to_string(row)] = "Ng, row 3: needs a phone or an email";
    return label;
}

std::vector<std::pair<std::string, Label>> sample_labels() {
    return {
        {"badge.en", badge("en", "Maya", "Lincoln Parents Town Hall", "English", "Ask first")},
        {"badge.es", badge("es", "María Guadalupe", "Asamblea de familias Lincoln", "Español", "Pregúnteme")},
        {"badge.ar", badge("ar", "عبد الرحمن", "لقاء أولياء الأمور", "العربية", "اسألني أولاً")},
        {"badge.zh", badge("zh-Hans", "欧阳晓明", "林肯家长大会", "中文", "请先询问")},
        {"badge.vi",
         badge("vi", "Nguyễn Thị Hường", "Buổi họp phụ huynh Lincoln", "Tiếng Việt", "Hãy hỏi trước")},
        {"badge.long", badge("en", k_long, "Lincoln Parents Town Hall", "English", "Ask first")},
        {"press.en", press(badge("en", "Jo", "Lincoln Parents Town Hall", "English", "Ask first"), "Press")},
        {"press.ar",
         press(badge("ar", "عبد الرحمن", "لقاء أولياء الأمور", "العربية", "اسألني أولاً"), "الصحافة")},
        {"press.so",
         press(badge("so", k_long, "Lincoln Parents Town Hall", "Soomaali", "Ask first"), "Saxaafadda")},
        {"child.en", child("en", "Noah", "Room 2 · Library", "Peanuts", "No photos")},
        {"child.es", child("es", "José Ángel", "Sala 2 · Biblioteca", "Cacahuetes", "Sin fotos")},
        {"child.ar", child("ar", "فاطمة", "الغرفة ٢ · المكتبة", "فول سوداني", "بلا صور")},
        {"child.zh", child("zh-Hans", "小雨", "2 号室 · 图书馆", "花生", "请勿拍照")},
        {"child.vi", child("vi", "Phượng", "Phòng 2 · Thư viện", "Đậu phộng", "Không chụp ảnh")},
        {"child.long", child("en", k_long, "Room 2 · Library, upstairs behind the stage",
                             "Peanuts, tree nuts, milk, eggs and bee stings", "No photos")},
        {"claim.en", claim("en", "2 children", "Family 118", "Room 1 · Room 2",
                           "Show this to pick up. No code? Ask a helper.")},
        {"claim.es", claim("es", "2 niños", "Familia 118", "Sala 1 · Sala 2",
                           "Muéstrelo para recoger. ¿Sin código? Pida ayuda.")},
        {"claim.ar", claim("ar", "طفلان", "العائلة 118", "الغرفة ١ · الغرفة ٢",
                           "أظهر هذه البطاقة لاستلام الطفل. لا يوجد رمز؟ اسأل أحد المساعدين.")},
        {"claim.zh", claim("zh-Hans", "2 名儿童", "118号家庭", "1 号室 · 2 号室",
                           "接孩子时请出示此标签。没有代码？请找工作人员。")},
        {"claim.vi", claim("vi", "2 trẻ", "Gia đình 118", "Phòng 1 · Phòng 2",
                           "Đưa nhãn này khi đón trẻ. Không có mã? Hãy hỏi người giúp.")},
        {"claim.long",
         claim("en", "12 children", "Family 118", k_long, "Show this to pick up. No code? Ask a helper.")},
        {"test.en",
         trial("en", "Printer works", "If all four lines of the frame are there, labels sit right.")},
        {"test.es", trial("es", "La impresora funciona", "Si se ven las cuatro líneas, todo está bien.")},
        {"test.ar", trial("ar", "الطابعة تعمل", "إذا ظهرت خطوط الإطار الأربعة فكل شيء في مكانه.")},
        {"test.zh", trial("zh-Hans", "打印机正常", "如果四条边框都在，标签位置正确。")},
        {"test.vi", trial("vi", "Máy in hoạt động", "Nếu thấy đủ bốn cạnh khung, nhãn đã đúng chỗ.")},
        {"test.long", trial("en", k_long, k_long)},
        {"speaker.en", speaker("en", "Speaker", "3 minutes", "School buses", "", "Maya")},
        {"speaker.es", speaker("es", "Turno para hablar", "6 minutos", "Autobuses escolares",
                               "Español → inglés", "María Guadalupe")},
        {"speaker.ar",
         speaker("ar", "دور المتحدث", "٦ دقائق", "حافلات المدرسة", "العربية ← الإنجليزية", "عبد الرحمن")},
        {"speaker.zh", speaker("zh-Hans", "发言号", "6 分钟", "校车", "中文 → 英语", "欧阳晓明")},
        {"speaker.vi", speaker("vi", "Số thứ tự phát biểu", "6 phút", "Xe buýt đưa đón học sinh",
                               "Tiếng Việt → tiếng Anh", "Nguyễn Thị Hường")},
        {"speaker.long", speaker("en", "Speaker", "3 minutes",
                                 "Why the late bus no longer stops at the library", "English", k_long)},
        {"item.en", item("en", "Headset", "Channel 3 · Spanish", "Lincoln Parents")},
        {"item.es", item("es", "Audífonos", "Canal 3 · Español", "Familias Lincoln")},
        {"item.ar", item("ar", "سماعة رأس", "القناة ٣ · العربية", "أولياء أمور لينكولن")},
        {"item.zh", item("zh-Hans", "耳机", "3 号频道 · 中文", "林肯家长会")},
        {"item.vi", item("vi", "Tai nghe phiên dịch", "Kênh 3 · Tiếng Việt", "Phụ huynh Lincoln")},
        {"item.long",
         item("en", "Assistive listening receiver with neck loop", "Channel 3 · Spanish", k_long)},
        {"card.en", card("en", "Lincoln Parents Town Hall")},
        {"card.es", card("es", "Asamblea de familias Lincoln")},
        {"card.ar", card("ar", "لقاء أولياء الأمور")},
        {"card.zh", card("zh-Hans", "林肯家长大会")},
        {"card.vi", card("vi", "Buổi họp phụ huynh Lincoln")},
        {"card.long", card("en", k_long)},
        {"sheet.en", sheet("en", "Lincoln Parents Town Hall",
                           {"Welcome! Please sign in if you like.",
                            "You do not have to write your name. You can just come in.", "Name",
                            "Phone or email, if you like", "Grown-ups with you", "Children"})},
        {"sheet.es", sheet("es", "Asamblea de familias Lincoln",
                           {"¡Le damos la bienvenida! Anótese si quiere.",
                            "No tiene que escribir su nombre. Puede pasar sin más.", "Nombre",
                            "Teléfono o correo, si quiere", "Adultos con usted", "Niños"})},
        {"sheet.ar", sheet("ar", "لقاء أولياء الأمور",
                           {"أهلاً بكم! سجّلوا أسماءكم إن أردتم.", "لا يلزم أن تكتب اسمك. يمكنك الدخول فقط.",
                            "الاسم", "الهاتف أو البريد، إن أردت", "بالغون معك", "أطفال"})},
        {"sheet.zh", sheet("zh-Hans", "林肯家长大会",
                           {"欢迎！愿意的话请签到。", "您不必写名字，可以直接进来。", "姓名",
                            "电话或邮箱（自愿）", "同行的大人", "孩子"})},
        {"sheet.vi",
         sheet("vi", "Buổi họp phụ huynh Lincoln",
               {"Chào mừng! Xin ghi tên nếu quý vị muốn.", "Quý vị không phải ghi tên. Cứ vào tự nhiên.",
                "Tên", "Điện thoại hoặc email, nếu muốn", "Người lớn đi cùng", "Trẻ em"})},
        {"sheet.long", sheet("en", k_long,
                             {"Welcome! Please sign in if you like.",
                              "You do not have to write your name. You can just come in.", "Name",
                              "Phone or email, if you like", "Grown-ups with you", "Children"})},
        {"rollcall.en", rollcall("en",
                                 {"Roll-call", "Room 4", "As of 7:12 pm", "3 children", "Name", "Age",
                                  "Allergy", "Code", "Phone or seat"},
                                 {"Noah", "Peanuts", "Maya", "", "Leo", "Bee stings"})},
        {"rollcall.es", rollcall("es",
                                 {"Lista de niños", "Sala 4", "A las 7:12 p. m.", "2 niños", "Nombre", "Edad",
                                  "Alergia", "Código", "Teléfono o asiento"},
                                 {"José Ángel", "Cacahuetes", "Nuria", ""})},
        {"rollcall.ar", rollcall("ar",
                                 {"قائمة الأطفال", "الغرفة ٤", "الساعة ٧:١٢ مساءً", "طفلان", "الاسم", "العمر",
                                  "حساسية", "الرمز", "الهاتف أو المقعد"},
                                 {"فاطمة", "فول سوداني", "يوسف", ""})},
        {"rollcall.zh", rollcall("zh-Hans",
                                 {"点名单", "4 号室", "截至晚上 7:12", "2 名儿童", "名字", "年龄", "过敏",
                                  "代码", "电话或座位"},
                                 {"小雨", "花生", "明明", ""})},
        {"rollcall.vi", rollcall("vi",
                                 {"Điểm danh trẻ", "Phòng 4", "Lúc 7:12 tối", "2 trẻ", "Tên", "Tuổi",
                                  "Dị ứng", "Mã", "Điện thoại hoặc ghế"},
                                 {"Phượng", "Đậu phộng", "Hường", ""})},
        {"rollcall.long", rollcall("en",
                                   {k_long, "Room 4 · Library, upstairs behind the stage", "As of 7:12 pm",
                                    "18 children", "Name", "Age", "Allergy", "Code", "Phone or seat"},
                                   {k_long, "Peanuts, tree nuts, milk, eggs and bee stings", "Maya", ""})},
        {"receipt.en", receipt()},
    };
}

}  // namespace

std::vector<std::string> sample_names() {
    std::vector<std::string> names;
    for (const auto& [name, label] : sample_labels()) names.push_back(name);
    return names;
}

std::vector<std::string> roll_sample_names() {
    std::vector<std::string> names;
    for (const auto& name : sample_names())
        if (!name.starts_with("sheet.") && !name.starts_with("rollcall.") && !name.starts_with("receipt."))
            names.push_back(name);
    return names;
}

Label sample_label(const std::string& name) {
    for (auto& [sample, label] : sample_labels())
        if (sample == name) return label;
    ADD_FAILURE() << "no sample " << name;
    return {};
}

}  // namespace welcome::printing::test
