#include "kiosk/screens/staff/item_words.h"

namespace welcome::kiosk::screens {

std::string_view kind_key(event::ItemKind kind) {
    using event::ItemKind;
    switch (kind) {
        case ItemKind::headset:
            return "item.headset";
        case ItemKind::hearing:
            return "item.hearing";
        case ItemKind::voucher:
            return "item.voucher";
        case ItemKind::gift:
            return "item.gift";
        case ItemKind::other:
            break;
    }
    return "item.other";
}

ui::Icon icon_of(event::ItemKind kind) {
    using event::ItemKind;
    switch (kind) {
        case ItemKind::headset:
            return ui::Icon::headset;
        case ItemKind::hearing:
            return ui::Icon::hearing;
        case ItemKind::voucher:
            return ui::Icon::car;
        case ItemKind::gift:
            return ui::Icon::star;
        case ItemKind::other:
            break;
    }
    return ui::Icon::badge;
}

std::string item_name(const Look& look, const event::Item& item) {
    const std::string number = item.number.empty() ? "?" : item.number;
    return look.words(kind_key(item.kind), {{"number", number}});
}

std::string item_about(const Look& look, const event::Item& item) {
    std::string line;
    if (!item.channel.empty()) line = look.words("item.channel", {{"number", item.channel}});
    if (!item.language.empty()) line += (line.empty() ? "" : " · ") + ui::own_name(item.language);
    return line;
}

std::string borrower_name(const Look& look, const event::Loan& loan) {
    const auto* person = loan.to ? look.state.person(*loan.to) : nullptr;
    if (person) return person->full_name;
    return loan.ticket.empty() ? look.words("deed.somebody")
                               : look.words("item.card", {{"number", loan.ticket}});
}

}  // namespace welcome::kiosk::screens
