// Keys as a person, a scanner, or both at once press them: per key one byte for the key, one for the wait.

#include "kiosk/scan/wedge.h"

#include "tests/fuzz/parser.h"

namespace welcome::fuzz {

std::vector<std::string> seeds() {
    std::string scan, person;
    for (const char letter : std::string("WT1:ABCDEF\n")) scan.append(1, letter).append(1, '\x05');
    for (const char letter : std::string("Rosa\tNg\n")) person.append(1, letter).append(1, '\x7f');
    return {scan, person, scan + person};
}

void read(std::string_view bytes) {
    kiosk::scan::Wedge wedge;
    kiosk::scan::Wedge::Time now{};
    std::string typed, given, taken_away;
    const auto keep = [&](const std::vector<kiosk::scan::WedgeOutput>& outputs) {
        for (const auto& output : outputs) {
            if (const auto* text = std::get_if<kiosk::scan::TypedText>(&output)) given += text->text;
            if (const auto* scan = std::get_if<kiosk::scan::ScannedText>(&output)) {
                must(scan->text.size() >= kiosk::scan::Wedge::k_shortest_scan, "a scan is no short word");
                taken_away += scan->text;
            }
            if (std::holds_alternative<kiosk::scan::ScanRefused>(output))
                taken_away.append(typed.size(), '?');
        }
    };
    for (std::size_t i = 0; i + 1 < bytes.size(); i += 2) {
        now += std::chrono::milliseconds(static_cast<unsigned char>(bytes[i + 1]));
        keep(wedge.tick(now));
        switch (bytes[i]) {
            case '\n':
                keep(wedge.enter(now));
                break;
            case '\t':
                keep(wedge.tab(now));
                break;
            case '\b':
                keep(wedge.other_key());
                break;
            default:
                typed += bytes[i];
                keep(wedge.letter(bytes.substr(i, 1), now));
        }
    }
    keep(wedge.tick(now + std::chrono::seconds(1)));
    must(!wedge.holds(), "nothing is held for ever");
    if (taken_away.empty()) must(given == typed, "what was typed arrives whole and in order");
}

}  // namespace welcome::fuzz
