#include "tests/screens/shown.h"

#include <filesystem>
#include <map>

#include "tests/places.h"

namespace welcome::kiosk::screens::test {

namespace {

const std::filesystem::path& locale_folder() {
    static const std::filesystem::path folder =
        std::filesystem::path(welcome::test::bin_dir()) / ".." / "share" / "welcome-table" / "locale";
    return folder;
}

}  // namespace

std::vector<std::string> languages() {
    return ui::languages_in(locale_folder());
}

const ui::Words& words_of(const std::string& language) {
    static std::map<std::string, ui::Words> loaded;
    const auto found = loaded.find(language);
    if (found != loaded.end()) return found->second;
    auto words = ui::Words::load(locale_folder(), language);
    return loaded.emplace(language, words ? std::move(*words) : ui::Words::none(language)).first->second;
}

Shown::Shown(const Scene& scene, const std::string& language, ui::Frame frame) {
    scene.set(evening);
    evening.model.language = language;
    evening.model.bigger = frame.text_scale > 1;
    frame.language = language;
    frame.words = &words_of(language);
    screen = std::make_unique<ui::test::Headless>(
        [this, &words = words_of(language)](ui::Ui& ui) {
            const Look look{.model = evening.model,
                            .state = evening.state,
                            .words = words,
                            .now = evening.now,
                            .wall = evening.known().context.now};
            if (const auto action = draw_screen(ui, look, {.index = evening.index, .camera = {}}))
                actions.push_back(*action);
        },
        density_of(evening.model), frame);
}

void Shown::put_keyboard_away() {
    screen->ui.stop_editing();
    screen->settle();
}

std::string text_of(const Action& action) {
    static const std::map<Intent, std::string> names = {
        {Intent::go_back, "go_back"},
        {Intent::start_over, "start_over"},
        {Intent::call_helper, "call_helper"},
        {Intent::toggle_bigger, "toggle_bigger"},
        {Intent::open_comfort, "open_comfort"},
        {Intent::close_comfort, "close_comfort"},
        {Intent::toggle_read_aloud, "toggle_read_aloud"},
        {Intent::set_loudness, "set_loudness"},
        {Intent::toggle_strong_colours, "toggle_strong_colours"},
        {Intent::toggle_more_time, "toggle_more_time"},
        {Intent::open_languages, "open_languages"},
        {Intent::set_language, "set_language"},
        {Intent::still_here, "still_here"},
        {Intent::staff_door, "staff_door"},
        {Intent::open_scan, "open_scan"},
        {Intent::open_find, "open_find"},
        {Intent::open_new, "open_new"},
        {Intent::just_come_in, "just_come_in"},
        {Intent::edit_letters, "edit_letters"},
        {Intent::edit_digits, "edit_digits"},
        {Intent::look_me_up, "look_me_up"},
        {Intent::toggle_person, "toggle_person"},
        {Intent::set_adults, "set_adults"},
        {Intent::set_children, "set_children"},
        {Intent::not_me, "not_me"},
        {Intent::confirm_people, "confirm_people"},
        {Intent::edit_name, "edit_name"},
        {Intent::name_ready, "name_ready"},
        {Intent::edit_phone, "edit_phone"},
        {Intent::edit_email, "edit_email"},
        {Intent::toggle_text_ok, "toggle_text_ok"},
        {Intent::toggle_email_ok, "toggle_email_ok"},
        {Intent::touch_ready, "touch_ready"},
        {Intent::touch_skipped, "touch_skipped"},
        {Intent::toggle_need, "toggle_need"},
        {Intent::needs_ready, "needs_ready"},
        {Intent::edit_child_name, "edit_child_name"},
        {Intent::set_band, "set_band"},
        {Intent::edit_allergies, "edit_allergies"},
        {Intent::edit_notes, "edit_notes"},
        {Intent::toggle_no_allergies, "toggle_no_allergies"},
        {Intent::toggle_toilet, "toggle_toilet"},
        {Intent::set_photo, "set_photo"},
        {Intent::another_child, "another_child"},
        {Intent::children_ready, "children_ready"},
        {Intent::edit_contact, "edit_contact"},
        {Intent::reach_ready, "reach_ready"},
        {Intent::open_needs, "open_needs"},
        {Intent::finish, "finish"},
        {Intent::edit_pin, "edit_pin"},
        {Intent::pin_ready, "pin_ready"},
        {Intent::lock, "lock"},
        {Intent::open_table, "open_table"},
        {Intent::open_deeds, "open_deeds"},
        {Intent::open_desk, "open_desk"},
        {Intent::open_pick_up, "open_pick_up"},
        {Intent::open_rooms, "open_rooms"},
        {Intent::open_speakers, "open_speakers"},
        {Intent::set_photo_wish, "set_photo_wish"},
        {Intent::toggle_call, "toggle_call"},
        {Intent::toggle_first_time, "toggle_first_time"},
        {Intent::part_ready, "part_ready"},
        {Intent::part_skipped, "part_skipped"},
        {Intent::follow_up, "follow_up"},
        {Intent::greet, "greet"},
        {Intent::set_guest_role, "set_guest_role"},
        {Intent::edit_prize, "edit_prize"},
        {Intent::edit_word, "edit_word"},
        {Intent::draw_lot, "draw_lot"},
        {Intent::set_plates, "set_plates"},
        {Intent::meals_ready, "meals_ready"},
        {Intent::meals_skipped, "meals_skipped"},
        {Intent::hand_out, "hand_out"},
        {Intent::hand_out_plate, "hand_out_plate"},
        {Intent::meet_need, "meet_need"},
        {Intent::lend_to, "lend_to"},
        {Intent::lend_item, "lend_item"},
        {Intent::lend_to_card, "lend_to_card"},
        {Intent::return_item, "return_item"},
        {Intent::strike_off_item, "strike_off_item"},
        {Intent::open_item, "open_item"},
        {Intent::edit_item_number, "edit_item_number"},
        {Intent::open_add_items, "open_add_items"},
        {Intent::set_item_kind, "set_item_kind"},
        {Intent::set_item_language, "set_item_language"},
        {Intent::edit_first_number, "edit_first_number"},
        {Intent::edit_last_number, "edit_last_number"},
        {Intent::edit_channel, "edit_channel"},
        {Intent::add_items_ready, "add_items_ready"},
        {Intent::add_items_and_print, "add_items_and_print"},
        {Intent::print_item_label, "print_item_label"},
        {Intent::ask_limit, "ask_limit"},
        {Intent::edit_limit, "edit_limit"},
        {Intent::limit_ready, "limit_ready"},

        {Intent::choose_speech, "choose_speech"},
        {Intent::edit_speech, "edit_speech"},
        {Intent::toggle_interpreter, "toggle_interpreter"},
        {Intent::toggle_by_name, "toggle_by_name"},
        {Intent::toggle_read_out, "toggle_read_out"},
        {Intent::speak_ready, "speak_ready"},
        {Intent::speak_skipped, "speak_skipped"},
        {Intent::call_speaker, "call_speaker"},
        {Intent::start_speech, "start_speech"},
        {Intent::stop_speech, "stop_speech"},
        {Intent::extend_speech, "extend_speech"},
        {Intent::end_speech, "end_speech"},
        {Intent::skip_speaker, "skip_speaker"},
        {Intent::withdraw_speech, "withdraw_speech"},
        {Intent::ask_of_speech, "ask_of_speech"},
        {Intent::print_speech, "print_speech"},
        {Intent::open_add_speaker, "open_add_speaker"},
        {Intent::add_speaker_ready, "add_speaker_ready"},
        {Intent::set_speaking_rule, "set_speaking_rule"},
        {Intent::open_questions, "open_questions"},
        {Intent::ask_of_question, "ask_of_question"},
        {Intent::move_question, "move_question"},
        {Intent::put_question, "put_question"},
        {Intent::part_question, "part_question"},
        {Intent::hide_question, "hide_question"},
        {Intent::show_question, "show_question"},
        {Intent::reopen_question, "reopen_question"},
        {Intent::someone_left, "someone_left"},
        {Intent::open_timer, "open_timer"},
        {Intent::leave_timer, "leave_timer"},

        {Intent::open_more, "open_more"},
        {Intent::open_page, "open_page"},
        {Intent::edit_query, "edit_query"},
        {Intent::open_person, "open_person"},
        {Intent::check_in_person, "check_in_person"},
        {Intent::check_in_family, "check_in_family"},
        {Intent::show_phone, "show_phone"},
        {Intent::open_add, "open_add"},
        {Intent::add_ready, "add_ready"},
        {Intent::open_family, "open_family"},
        {Intent::open_same, "open_same"},
        {Intent::pick_person, "pick_person"},
        {Intent::swap_kept, "swap_kept"},
        {Intent::merge_ready, "merge_ready"},
        {Intent::keep_both, "keep_both"},
        {Intent::edit_sheet, "edit_sheet"},
        {Intent::open_sheet, "open_sheet"},
        {Intent::open_row, "open_row"},
        {Intent::row_person, "row_person"},
        {Intent::row_new, "row_new"},
        {Intent::row_empty, "row_empty"},
        {Intent::close_sheet, "close_sheet"},
        {Intent::turn_page, "turn_page"},
        {Intent::ask_undo, "ask_undo"},
        {Intent::undo_because, "undo_because"},
        {Intent::keep_it, "keep_it"},
        {Intent::drop_off, "drop_off"},
        {Intent::edit_code, "edit_code"},
        {Intent::code_ready, "code_ready"},
        {Intent::release, "release"},
        {Intent::refuse_pick_up, "refuse_pick_up"},
        {Intent::set_room_adults, "set_room_adults"},
        {Intent::toggle_room, "toggle_room"},
        {Intent::open_child, "open_child"},
        {Intent::ask_of_child, "ask_of_child"},
        {Intent::edit_child_first, "edit_child_first"},
        {Intent::edit_child_second, "edit_child_second"},
        {Intent::child_ready, "child_ready"},
        {Intent::page_over, "page_over"},
        {Intent::open_roll_call, "open_roll_call"},
        {Intent::tick_off, "tick_off"},
        {Intent::ask_roll_call_again, "ask_roll_call_again"},
        {Intent::begin_roll_call, "begin_roll_call"},
        {Intent::keep_roll_call, "keep_roll_call"},
        {Intent::see_alert, "see_alert"},
        {Intent::toggle_language, "toggle_language"},
        {Intent::helper_seen, "helper_seen"},
        {Intent::ask_lost, "ask_lost"},
        {Intent::lost_yes, "lost_yes"},
        {Intent::open_labels, "open_labels"},
        {Intent::choose_label, "choose_label"},
        {Intent::move_label, "move_label"},
        {Intent::label_came_out, "label_came_out"},
        {Intent::label_not_needed, "label_not_needed"},
        {Intent::label_again, "label_again"},
        {Intent::retry_labels, "retry_labels"},
        {Intent::print_on, "print_on"},
        {Intent::print_roll_call, "print_roll_call"},
        {Intent::reprint, "reprint"},
    };
    const auto found = names.find(action.intent);
    std::string text = found == names.end() ? "an intent without a name" : found->second;
    if (!action.text.empty()) text.append(" ").append(action.text);
    if (action.number != 0) text.append(" ").append(std::to_string(action.number));
    return text;
}

}  // namespace welcome::kiosk::screens::test
