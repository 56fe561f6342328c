#include "kiosk/labels/labels.h"

#include <algorithm>

#include "kiosk/event/claim_code.h"
#include "kiosk/event/decide_taking_part.h"
#include "kiosk/event/id_code.h"
#include "kiosk/words/words.h"

namespace welcome::kiosk::labels {

namespace {

std::string filled(std::string sentence, std::string_view place, const std::string& value) {
    const auto at = sentence.find(place);
    return at == std::string::npos ? sentence : sentence.replace(at, place.size(), value);
}

std::string room_of(const event::Stay& stay, const LabelWords& words) {
    return stay.room.empty() ? words.room_unknown : stay.room;
}

// Each room once, in the order in which the children stand.
std::string rooms_of(const std::vector<const event::Stay*>& stays, const LabelWords& words) {
    std::vector<std::string> rooms;
    for (const auto* stay : stays) {
        const std::string room = room_of(*stay, words);
        if (std::find(rooms.begin(), rooms.end(), room) == rooms.end()) rooms.push_back(room);
    }
    std::string text;
    for (const auto& room : rooms) text.append(text.empty() ? "" : ", ").append(room);
    return text;
}

}  // namespace

printing::Label badge_label(const event::State& state, const event::Person& person, const LabelWords& words) {
    printing::Label label{
        .design = "badge", .texts = {}, .qr = event::write_badge_code(person.id), .language = words.language};
    label.texts["name"] = person.first_name();
    if (person.part.role == event::GuestRole::press) {  // In the band, where the event's line is else.
        label.texts["press"] = words.press;
        label.texts["press_event"] = state.event().name;
    } else {
        label.texts["event"] = state.event().name;
    }
    if (!person.language.empty()) label.texts["language"] = words.own_name;
    if (state.event().asks_photo) {
        const auto wish = event::photo_wish(person);
        label.texts["photo_mark"] = event::text_of(wish);
        label.texts["photo"] = words.photo.at(static_cast<std::size_t>(wish));
    }
    return label;
}

printing::Label child_label(const event::State&, const event::Stay& stay, const LabelWords& words) {
    printing::Label label{
        .design = "child", .texts = {}, .qr = event::write_child_code(stay.id), .language = words.language};
    label.texts["first_name"] = stay.request.first_name;
    label.texts["room"] = room_of(stay, words);
    label.texts["band"] = filled(words.ages, "{band}", std::string(event::text_of(stay.request.band)));
    label.texts["code"] = stay.request.code;
    if (!stay.request.allergies.empty())
        label.texts["allergy"] = filled(words.allergy, "{what}", stay.request.allergies);
    label.texts["photo_mark"] = stay.request.photo_ok ? "yes" : "no";
    return label;
}

printing::Label claim_label(const event::State&, const std::vector<const event::Stay*>& stays,
                            const LabelWords& words, const Signing& signing) {
    const auto& stay = *stays.front();
    const std::string& code = stay.request.code;
    printing::Label label{.design = "claim",
                          .texts = {},
                          .qr = event::write_claim(signing.event, {stay.id, code}, signing.seed),
                          .language = words.language};
    label.texts["code"] = code;
    label.texts["count"] =
        stays.size() == 1 ? words.one_child : filled(words.children, "{n}", std::to_string(stays.size()));
    label.texts["rooms"] = rooms_of(stays, words);
    label.texts["sentence"] = words.claim_sentence;
    if (stay.request.number > 0)
        label.texts["family"] = filled(words.family, "{number}", std::to_string(stay.request.number));
    return label;
}

printing::Label speaker_label(const event::SpeakerLine& line, const event::Speech& speech,
                              const LabelWords& words) {
    const auto& request = speech.request;
    printing::Label label{.design = "speaker",
                          .texts = {},
                          .qr = event::write_speech_code(request.speech),
                          .language = words.language};
    const int minutes = (line.tier_seconds(request.interpreter) + 59) / 60;
    label.texts["title"] = words.speaker_title;
    label.texts["number"] = request.number;
    label.texts["minutes"] =
        minutes == 1 ? words.one_minute : filled(words.minutes, "{n}", std::to_string(minutes));
    label.texts["language"] = words.own_name;
    if (!request.words.empty()) label.texts["topic"] = request.words;
    if (!request.name.empty()) label.texts["name"] = request.name;
    return label;
}

printing::Label item_label(const event::State& state, const event::Item& item, const LabelWords& words) {
    printing::Label label{
        .design = "item", .texts = {}, .qr = event::write_item_code(item.id), .language = words.language};
    label.texts["kind"] = words.things.at(static_cast<std::size_t>(item.kind));
    label.texts["number"] = item.number;
    std::string detail;
    if (!item.channel.empty()) detail = filled(words.channel, "{number}", item.channel);
    if (!item.language.empty())
        detail.append(detail.empty() ? "" : " · ").append(words::own_name(item.language));
    if (!detail.empty()) label.texts["detail"] = detail;
    if (!state.event().name.empty()) label.texts["owner"] = state.event().name;
    return label;
}

printing::Label test_label(const event::State& state, const LabelWords& words) {
    printing::Label label{.design = "test", .texts = {}, .qr = "WT-TEST", .language = words.language};
    label.texts["title"] = words.test_title;
    label.texts["line"] = state.event().name;
    return label;
}

}  // namespace welcome::kiosk::labels
