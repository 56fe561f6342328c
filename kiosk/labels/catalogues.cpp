#include "kiosk/labels/catalogues.h"

namespace welcome::kiosk::labels {

Catalogues::Catalogues(std::filesystem::path folder)
    : folder_(std::move(folder)), languages_(words::languages_in(folder_)) {}

const words::Words& Catalogues::of(std::string_view language) {
    const std::string tag = words::meant_language(languages_, language).value_or("en");
    const auto known = read_.find(tag);
    if (known != read_.end()) return known->second;
    auto read = words::Words::load(folder_, tag);
    return read_.emplace(tag, read ? std::move(*read) : words::Words::none(tag)).first->second;
}

LabelWords Catalogues::label(std::string_view language) {
    const auto& say = of(language);
    return {.language = say.language(),
            .own_name = words::own_name(say.language()),
            .allergy = say("label.allergy"),
            .ages = say("label.ages"),
            .one_child = say("label.one_child"),
            .children = say("label.children"),
            .family = say("wristband.number"),
            .room_unknown = say("label.room_unknown"),
            .claim_sentence = say("label.claim_sentence"),
            .speaker_title = say("label.speaker"),
            .one_minute = say("label.one_minute"),
            .minutes = say("label.minutes"),
            .photo = {say("label.photo_yes"), say("label.photo_ask"), say("label.photo_no")},
            .press = say("card.role_press"),
            .things = {say("label.headset"), say("label.hearing"), say("label.other"), say("label.voucher"),
                       say("label.gift")},
            .channel = say("item.channel"),
            .test_title = say("label.test")};
}

SheetWords Catalogues::sheet(std::string_view language) {
    const auto& say = of(language);
    return {.language = say.language(),
            .heading = say("sheet.heading"),
            .notice = say("sheet.notice"),
            .name = say("sheet.name"),
            .contact = say("sheet.contact"),
            .adults = say("sheet.adults"),
            .children = say("sheet.children")};
}

RollCallWords Catalogues::roll_call(std::string_view language) {
    const auto& say = of(language);
    return {.language = say.language(),
            .title = say("page.rollcall"),
            .as_of = say("page.as_of"),
            .one_child = say("page.one_child"),
            .children = say("page.children"),
            .nobody = say("page.nobody"),
            .name = say("page.name"),
            .band = say("page.band"),
            .allergy = say("page.allergy"),
            .code = say("page.code"),
            .contact = say("page.contact"),
            .page = say("page.number")};
}

}  // namespace welcome::kiosk::labels
