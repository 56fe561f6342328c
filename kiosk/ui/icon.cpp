#include "kiosk/ui/icon.h"

#include <array>

namespace welcome::kiosk::ui {

namespace {

// In the enum's order: the font's code point of each, as UTF-8.
constexpr std::array<std::string_view, 86> k_glyphs{/* none */ "",
                                                    /* accessible */ "\xEE\xA4\x94",
                                                    /* add */ "\xEE\x85\x85",
                                                    /* add_person */ "\xEE\x9F\xBE",
                                                    /* alarm */ "\xEE\xA1\x95",
                                                    /* arrow_back */ "\xEE\x97\x84",
                                                    /* arrow_forward */ "\xEE\x97\x88",
                                                    /* backspace */ "\xEE\x85\x8A",
                                                    /* badge */ "\xEE\xA9\xA7",
                                                    /* bigger_text */ "\xEE\x89\x85",
                                                    /* block */ "\xEE\x85\x8B",
                                                    /* bus */ "\xEE\x94\xB0",
                                                    /* camera */ "\xEE\x90\x92",
                                                    /* camera_off */ "\xEE\x81\x8C",
                                                    /* car */ "\xEE\x94\xB1",
                                                    /* chart */ "\xEE\x89\xAB",
                                                    /* check */ "\xEE\x97\x8A",
                                                    /* check_circle */ "\xEE\xA1\xAC",
                                                    /* checkbox_empty */ "\xEE\xA0\xB5",
                                                    /* checkbox_ticked */ "\xEE\xA0\xB4",
                                                    /* child */ "\xEE\xAD\x81",
                                                    /* child_face */ "\xEE\xA1\xBC",
                                                    /* close */ "\xEE\x97\x8D",
                                                    /* cloud_done */ "\xEE\x8A\xBF",
                                                    /* cloud_off */ "\xEE\x8B\x81",
                                                    /* contrast */ "\xEE\x90\xA7",
                                                    /* devices */ "\xEE\x86\xB1",
                                                    /* down */ "\xEE\x97\x8F",
                                                    /* edit */ "\xEE\x8F\x89",
                                                    /* error */ "\xEE\x80\x80",
                                                    /* family */ "\xEF\x86\xA2",
                                                    /* food */ "\xEE\x95\xAC",
                                                    /* group */ "\xEE\x9F\xAF",
                                                    /* headset */ "\xEE\x8C\x90",
                                                    /* hearing */ "\xEE\x80\xA3",
                                                    /* help */ "\xEE\xA2\x87",
                                                    /* help_person */ "\xEF\x83\xA2",
                                                    /* history */ "\xEE\xA2\x89",
                                                    /* home */ "\xEE\xA2\x8A",
                                                    /* info */ "\xEE\xA2\x8E",
                                                    /* interpreter */ "\xEE\xA3\xA2",
                                                    /* key */ "\xEE\x83\x9A",
                                                    /* keyboard */ "\xEE\x8C\x92",
                                                    /* language */ "\xEE\xA2\x94",
                                                    /* leaf */ "\xEE\xA8\xB5",
                                                    /* lock */ "\xEE\xA2\x97",
                                                    /* mail */ "\xEE\x85\x98",
                                                    /* meeting_room */ "\xEE\xAD\x8F",
                                                    /* microphone */ "\xEE\x80\xA9",
                                                    /* more */ "\xEE\x97\x93",
                                                    /* mosque */ "\xEE\xAA\xB2",
                                                    /* no_food */ "\xEF\x86\xA7",
                                                    /* no_photo */ "\xEF\x86\xA8",
                                                    /* pause */ "\xEE\x80\xB4",
                                                    /* person */ "\xEE\x9F\xBD",
                                                    /* phone */ "\xEE\x83\x8D",
                                                    /* photo */ "\xEE\x90\x90",
                                                    /* print */ "\xEE\xA2\xAD",
                                                    /* qr_code */ "\xEE\xBD\xAB",
                                                    /* qr_scan */ "\xEF\x88\x86",
                                                    /* question */ "\xEE\x83\x86",
                                                    /* radio_empty */ "\xEE\xA0\xB6",
                                                    /* radio_ticked */ "\xEE\xA0\xB7",
                                                    /* redo */ "\xEE\x85\x9A",
                                                    /* refresh */ "\xEE\x97\x95",
                                                    /* remove */ "\xEE\x85\x9B",
                                                    /* save */ "\xEE\x85\xA1",
                                                    /* search */ "\xEE\xA2\xB6",
                                                    /* seat */ "\xEE\xA4\x83",
                                                    /* send */ "\xEE\x85\xA3",
                                                    /* settings */ "\xEE\xA2\xB8",
                                                    /* shift */ "\xEE\x97\x98",
                                                    /* smile */ "\xEE\x83\xAD",
                                                    /* space_bar */ "\xEE\x89\x96",
                                                    /* speaker */ "\xEE\x81\x90",
                                                    /* star */ "\xEE\xA0\xB8",
                                                    /* start_over */ "\xEF\x81\x93",
                                                    /* sync */ "\xEE\x98\xA7",
                                                    /* synagogue */ "\xEE\xAA\xB0",
                                                    /* time */ "\xEE\xA2\xB5",
                                                    /* undo */ "\xEE\x85\xA6",
                                                    /* up */ "\xEE\x97\x8E",
                                                    /* volunteer */ "\xEE\xA9\xB0",
                                                    /* walk_in */ "\xEE\x94\xB6",
                                                    /* warning */ "\xEE\x80\x82",
                                                    /* wave */ "\xEE\xA8\x9D"};

}  // namespace

std::string_view glyph(Icon icon) {
    return k_glyphs.at(static_cast<std::size_t>(icon));
}

bool points(Icon icon) {
    switch (icon) {
        case Icon::arrow_back:
        case Icon::arrow_forward:
        case Icon::backspace:
        case Icon::redo:
        case Icon::send:
        case Icon::speaker:
        case Icon::undo:
        case Icon::walk_in:
            return true;
        default:
            return false;
    }
}

}  // namespace welcome::kiosk::ui
