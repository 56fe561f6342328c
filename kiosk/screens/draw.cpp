#include "kiosk/screens/draw.h"

#include "kiosk/screens/display/timer.h"
#include "kiosk/screens/guest/children.h"
#include "kiosk/screens/guest/comfort.h"
#include "kiosk/screens/guest/done.h"
#include "kiosk/screens/guest/find_me.h"
#include "kiosk/screens/guest/keep_in_touch.h"
#include "kiosk/screens/guest/language_list.h"
#include "kiosk/screens/guest/meals.h"
#include "kiosk/screens/guest/needs.h"
#include "kiosk/screens/guest/new_name.h"
#include "kiosk/screens/guest/part.h"
#include "kiosk/screens/guest/reach.h"
#include "kiosk/screens/guest/speak.h"
#include "kiosk/screens/guest/welcome.h"
#include "kiosk/screens/guest/who_is_here.h"
#include "kiosk/screens/setup/parts.h"
#include "kiosk/screens/staff/add_items.h"
#include "kiosk/screens/staff/add_person.h"
#include "kiosk/screens/staff/add_speaker.h"
#include "kiosk/screens/staff/child_card.h"
#include "kiosk/screens/staff/close.h"
#include "kiosk/screens/staff/cover.h"
#include "kiosk/screens/staff/deeds.h"
#include "kiosk/screens/staff/desk.h"
#include "kiosk/screens/staff/firsts.h"
#include "kiosk/screens/staff/food.h"
#include "kiosk/screens/staff/item_card.h"
#include "kiosk/screens/staff/items.h"
#include "kiosk/screens/staff/label_queue.h"
#include "kiosk/screens/staff/language_board.h"
#include "kiosk/screens/staff/line.h"
#include "kiosk/screens/staff/merge.h"
#include "kiosk/screens/staff/more.h"
#include "kiosk/screens/staff/paper.h"
#include "kiosk/screens/staff/person_card.h"
#include "kiosk/screens/staff/pick.h"
#include "kiosk/screens/staff/pick_up.h"
#include "kiosk/screens/staff/pin.h"
#include "kiosk/screens/staff/questions.h"
#include "kiosk/screens/staff/raffle.h"
#include "kiosk/screens/staff/ready.h"
#include "kiosk/screens/staff/roll_call.h"
#include "kiosk/screens/staff/rooms.h"
#include "kiosk/screens/staff/speakers.h"
#include "kiosk/screens/staff/speaking_rules.h"
#include "kiosk/screens/staff/sync_board.h"
#include "kiosk/screens/staff/table.h"
#include "kiosk/screens/staff/twice.h"
#include "kiosk/screens/staff/waits.h"
#include "kiosk/screens/staff/wristband.h"

namespace welcome::kiosk::screens {

namespace {

struct Drawing {
    ui::Ui& ui;
    const Look& look;
    const Sight& sight;
    using Touched = std::optional<Action>;

    Touched operator()(const Welcome&) const { return draw(ui, welcome_view(look), sight.logo); }
    Touched operator()(const Scan&) const { return draw(ui, scan_view(look), sight.camera); }
    Touched operator()(const FindMe&) const { return draw(ui, find_me_view(look)); }
    Touched operator()(const WhoIsHere&) const { return draw(ui, who_is_here_view(look)); }
    Touched operator()(const NewName&) const { return draw(ui, new_name_view(look)); }
    Touched operator()(const KeepInTouch&) const { return draw(ui, keep_in_touch_view(look)); }
    Touched operator()(const Needs&) const { return draw(ui, needs_view(look)); }
    Touched operator()(const Children&) const { return draw(ui, children_view(look)); }
    Touched operator()(const Reach&) const { return draw(ui, reach_view(look)); }
    Touched operator()(const Speak&) const { return draw(ui, speak_view(look)); }
    Touched operator()(const TakePart&) const { return draw(ui, part_view(look)); }
    Touched operator()(const Done&) const { return draw(ui, done_view(look)); }
    Touched operator()(const HelperComes&) const { return draw(ui, helper_view(look)); }
    Touched operator()(const Trouble&) const { return draw(ui, trouble_view(look)); }
    Touched operator()(const Pin&) const { return draw(ui, pin_view(look)); }
    Touched operator()(const Table&) const { return draw(ui, table_view(look, sight.index)); }
    Touched operator()(const PersonCard&) const { return draw(ui, person_card_view(look)); }
    Touched operator()(const AddPerson&) const { return draw(ui, add_person_view(look)); }
    Touched operator()(const Pick&) const { return draw(ui, pick_view(look, sight.index)); }
    Touched operator()(const Merge&) const { return draw(ui, merge_view(look)); }
    Touched operator()(const Paper&) const { return draw(ui, paper_view(look, sight.index)); }
    Touched operator()(const Deeds&) const { return draw(ui, deeds_view(look)); }
    Touched operator()(const Desk&) const { return draw(ui, desk_view(look)); }
    Touched operator()(const PickUp&) const { return draw(ui, pick_up_view(look)); }
    Touched operator()(const ChildCard&) const { return draw(ui, child_card_view(look)); }
    Touched operator()(const RollCall&) const { return draw(ui, roll_call_view(look)); }
    Touched operator()(const Wristband&) const { return draw(ui, wristband_view(look)); }
    Touched operator()(const SpeakersBoard&) const { return draw(ui, speakers_view(look)); }
    Touched operator()(const QuestionsBoard&) const { return draw(ui, questions_view(look)); }
    Touched operator()(const AddSpeaker&) const { return draw(ui, add_speaker_view(look)); }
    Touched operator()(const SpeakingRulesPage&) const { return draw(ui, speaking_rules_view(look)); }
    Touched operator()(const Firsts&) const { return draw(ui, firsts_view(look)); }
    Touched operator()(const Twice&) const { return draw(ui, twice_view(look)); }
    Touched operator()(const Raffle&) const { return draw(ui, raffle_view(look)); }
    Touched operator()(const TimerBoard&) const { return draw(ui, timer_view(look)); }
    Touched operator()(const RoomBoard&) const { return draw(ui, rooms_view(look)); }
    Touched operator()(const SyncBoard&) const { return draw(ui, sync_board_view(look)); }
    Touched operator()(const LanguageBoard&) const { return draw(ui, language_board_view(look)); }
    Touched operator()(const LabelQueue&) const { return draw(ui, label_queue_view(look)); }
    Touched operator()(const Ready&) const { return draw(ui, ready_view(look)); }
    Touched operator()(const Parts&) const { return draw(ui, parts_view(look), sight.camera); }
    Touched operator()(const LineBoard&) const { return draw(ui, line_view(look)); }
    Touched operator()(const Close&) const { return draw(ui, close_view(look)); }
    Touched operator()(const Meals&) const { return draw(ui, meals_view(look)); }
    Touched operator()(const MealsBoard&) const { return draw(ui, food_view(look, sight.index)); }
    Touched operator()(const WaitsBoard&) const { return draw(ui, waits_view(look)); }
    Touched operator()(const ItemsBoard&) const { return draw(ui, items_view(look)); }
    Touched operator()(const ItemCard&) const { return draw(ui, item_card_view(look, sight.index)); }
    Touched operator()(const AddItems&) const { return draw(ui, add_items_view(look)); }
    Touched operator()(const More&) const { return draw(ui, more_view(look)); }
};

}  // namespace

std::optional<Action> draw_screen(ui::Ui& ui, const Look& look, const Sight& sight) {
    if (look.model.blanked) return draw(ui, cover_view(look));
    if (look.model.over == Over::comfort) return draw(ui, comfort_view(look));
    if (look.model.over == Over::languages) return draw(ui, language_list_view(look));
    return std::visit(Drawing{ui, look, sight}, look.model.screen);
}

ui::Contrast contrast_of(const Model& model) {
    return model.comfort.strong_colours ? ui::Contrast::high : ui::Contrast::normal;
}

float text_scale_of(const Model& model) {
    constexpr float k_bigger = 2;  // WCAG 1.4.4
    return model.bigger ? k_bigger : 1.0F;
}

ui::Density density_of(const Model& model) {
    const bool at_the_door = !is_staff_screen(model.screen) || std::holds_alternative<Pin>(model.screen);
    return at_the_door ? ui::Density::guest : ui::Density::staff;
}

}  // namespace welcome::kiosk::screens
