#include "kiosk/ui/pinyin.h"

#include <algorithm>
#include <array>
#include <glib.h>
#include <googlepinyin/pinyinime.h>
#include <set>

namespace welcome::kiosk::ui {

namespace {

constexpr std::size_t k_most_letters = 24, k_most_characters = 8, k_most_found = 60;

// The hundred commonest of China's 2020 census and their like overseas, for whoever writes a name.
constexpr std::string_view k_families =
    "王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高罗郑梁谢宋唐许韩邓冯曹彭曾肖田董潘袁蔡蒋余于杜叶程魏苏吕丁任"
    "卢姚沈钟姜崔谭陆范汪廖石金韦贾夏付方邹熊白孟秦邱侯江尹薛闫段雷龙黎史陶贺毛郝顾龚邵万覃武钱戴严莫孔"
    "欧温牛樊葛邢安齐伍庄章鲁岳翟殷詹申耿关兰焦俞左柳甘祝包宁尚符舒阮柯纪梅童凌毕单季裴霍涂成苗谷曲盛冉"
    "骆蓝路游辛靳管柴蒙鲍华喻祁房滕屈饶解牟艾尤阳时穆农司卓古吉缪简车项连芦麦褚娄窦戚岑景党宫费卜冷晏席卫"
    "米柏宗瞿桂全佟应臧闵苟邬边卞姬师和仇栾隋商刁沙荣巫寇桑郎甄丛仲虞敖巩明佘池查麻苑迟邝";

bool is_sound_letter(char letter) {
    return (letter >= 'a' && letter <= 'z') || letter == '\'';
}

std::string utf8(const ime_pinyin::char16* text) {
    std::string found;
    gchar* made = g_utf16_to_utf8(text, -1, nullptr, nullptr, nullptr);
    if (made != nullptr) found = made;
    g_free(made);
    return found;
}

bool is_family(const Conversion& one) {
    return g_utf8_strlen(one.text.c_str(), -1) == 1 && k_families.find(one.text) != std::string_view::npos;
}

}  // namespace

std::string_view sounds_before(std::string_view text, std::size_t at) {
    at = std::min(at, text.size());
    std::size_t from = at;
    while (from > 0 && is_sound_letter(text[from - 1])) --from;
    const bool in_latin_word = from > 0 && text[from - 1] >= 'A' && text[from - 1] <= 'Z';
    return in_latin_word ? std::string_view() : text.substr(from, at - from);
}

// A user's dictionary, which would learn names, has no file and is left out.
bool Pinyin::open() {
    if (!is_open_) is_open_ = ime_pinyin::im_open_decoder(WELCOME_PINYIN_DICTIONARY, "");
    return *is_open_;
}

std::vector<Conversion> Pinyin::conversions_of(std::string_view letters, bool begins_name) {
    using namespace ime_pinyin;
    std::vector<Conversion> found;
    if (letters.empty() || letters.size() > k_most_letters || !open()) return found;
    im_set_max_lens(k_most_letters + 1, k_most_characters);
    im_reset_search();
    const std::size_t count = im_search(letters.data(), letters.size());
    const uint16* starts = nullptr;
    const std::size_t sounds = im_get_spl_start_pos(starts);
    std::set<std::string> seen;
    for (std::size_t i = 0; i < count && found.size() < k_most_found; ++i) {
        std::array<char16, k_most_characters + 2> buffer{};
        if (im_get_candidate(i, buffer.data(), buffer.size() - 1) == nullptr) break;
        std::string text = utf8(buffer.data());
        const auto length = static_cast<std::size_t>(g_utf8_strlen(text.c_str(), -1));
        if (length == 0 || length > sounds || !seen.insert(text).second) continue;
        found.push_back({std::move(text), starts[length]});
    }
    if (begins_name) {
        const bool whole_first = !found.empty() && found.front().letters == letters.size() && sounds > 1;
        std::stable_partition(found.begin() + (whole_first ? 1 : 0), found.end(), is_family);
    }
    return found;
}

}  // namespace welcome::kiosk::ui
