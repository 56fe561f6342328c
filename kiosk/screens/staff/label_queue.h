#pragma once
// The queue of labels: how the printer stands and what to do, what waits or needs a look, what came out.

#include "kiosk/screens/furniture.h"

namespace welcome::kiosk::screens {

struct LabelQueueView {
    struct Row {
        std::string label, title, detail, time;
        ui::Icon icon = ui::Icon::print;
        bool chosen = false;
    };
    struct Deed {  // what can be done about the chosen one
        std::string id, words;
        ui::Icon icon = ui::Icon::none;
        Action action;
        ui::Look look = ui::Look::secondary;
    };
    FurnitureView furniture;
    std::string title, sentence, takes_over, retry, open_title, nothing_open, done_title, where;
    ui::Notice kind = ui::Notice::info;
    std::vector<ui::Option> places;    // where labels can come out; empty: nothing to choose
    std::vector<std::string> devices;  // of `places`, side by side
    std::string place;                 // the chosen one's id
    std::vector<Row> open, done;
    std::vector<Deed> deeds;
};

LabelQueueView label_queue_view(const Look& look);
std::optional<Action> draw(ui::Ui& ui, const LabelQueueView& view);

}  // namespace welcome::kiosk::screens
