#pragma once
// "Ready for doors?": one page that says what is missing, in plain words, and how many tablets the evening
// needs.

#include "kiosk/screens/furniture.h"

namespace welcome::kiosk::screens {

struct ReadyView {
    enum class Level { missing, care, good };  // what must be mended comes first
    struct Row {
        std::string id, title, detail;
        Level level = Level::good;
        std::string action_id, action_label;
        Action means{Intent::open_ready};
    };
    FurnitureView furniture;
    std::string title, verdict;
    ui::Notice kind = ui::Notice::success;
    std::vector<Row> rows;
    std::string tablets_title, tablets_label, with_codes, with_few, source;
    std::string with_codes_label, with_few_label;
    std::vector<ui::Option> sizes;
    std::string size;
    std::string parts;     // the button to the tablet's parts
    std::string practise;  // the button to the rehearsal, or back from it
    Action practise_means{Intent::rehearse};
    std::string ask_title, ask_text, ask_yes, ask_no;  // is the card on paper?
};

ReadyView ready_view(const Look& look);
std::optional<Action> draw(ui::Ui& ui, const ReadyView& view);

}  // namespace welcome::kiosk::screens
