#include "kiosk/labels/sheets.h"

#include "kiosk/event/card_code.h"

namespace welcome::kiosk::labels {

printing::Label sheet_label(const event::State& state, const sync::EventId& event, int number,
                            const SheetWords& words) {
    printing::Label label{.design = "sheet",
                          .texts = {},
                          .qr = event::write_sheet_code(event, number),
                          .language = words.language};
    label.texts = {{"title", state.event().name},     {"heading", words.heading},  {"notice", words.notice},
                   {"sheet", std::to_string(number)}, {"name", words.name},        {"contact", words.contact},
                   {"adults", words.adults},          {"children", words.children}};
    for (int row = 1; row <= event::k_sheet_rows; ++row)
        label.texts["row_" + std::to_string(row)] = std::to_string(row);
    return label;
}

printing::Label card_label(const event::State& state, int number, std::string_view secret) {
    const std::string text = std::to_string(number);
    printing::Label label{
        .design = "card", .texts = {}, .qr = event::write_card_code(number, secret), .language = "en"};
    label.texts = {{"event", state.event().name}, {"number", text}};
    return label;
}

}  // namespace welcome::kiosk::labels
