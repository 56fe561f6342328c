#include "kiosk/event/items.h"

#include <algorithm>
#include <array>
#include <sodium.h>

namespace welcome::kiosk::event {

namespace {

// "007" → "7"; letters as capitals.
std::string as_number(std::string_view text) {
    std::string number;
    for (const char letter : text)
        number += letter >= 'a' && letter <= 'z' ? static_cast<char>(letter - 'a' + 'A') : letter;
    const auto first = number.find_first_not_of('0');
    return first == std::string::npos ? number.substr(0, 1) : number.substr(first);
}

}  // namespace

bool is_given_away(ItemKind kind) {
    return kind == ItemKind::voucher || kind == ItemKind::gift;
}

ItemId item_id(ItemKind kind, std::string_view number) {
    const std::string said = "item\n" + std::string(text_of(kind)) + "\n" + as_number(number);
    std::array<unsigned char, crypto_hash_sha256_BYTES> hash{};
    crypto_hash_sha256(hash.data(), reinterpret_cast<const unsigned char*>(said.data()), said.size());
    sync::Uuid id;
    std::copy_n(hash.begin(), id.bytes.size(), id.bytes.begin());
    // RFC 9562's version 8: made by a rule of our own.
    id.bytes[6] = static_cast<std::uint8_t>((id.bytes[6] & 0x0FU) | 0x80U);
    id.bytes[8] = static_cast<std::uint8_t>((id.bytes[8] & 0x3FU) | 0x80U);
    return ItemId(id);
}

Item& ItemFold::at(const ItemId& id) {
    Item& item = items_[id];
    item.id = id;
    return item;
}

void ItemFold::take(const ItemListed& body, const FactId&, Instant) {
    Item& item = at(body.item);
    item.kind = body.kind;
    item.number = body.number;
    item.channel = body.channel;
    item.language = body.language;
    item.is_struck_off = false;
}

void ItemFold::take(const ItemStruckOff& body, const FactId&, Instant) {
    Item& item = at(body.item);
    if (item.loan) item.before.push_back(*item.loan);
    item.loan.reset();
    item.is_struck_off = true;
}

// Lent anew, though no return was told: it was in the hand of whoever lent it, so it had come back.
void ItemFold::take(const ItemLent& body, const FactId& fact, Instant when) {
    Item& item = at(body.item);
    if (item.loan) item.before.push_back(*item.loan);
    item.loan = Loan{fact, body.to, body.ticket, when};
    item.is_struck_off = false;
}

void ItemFold::take(const ItemReturned& body, const FactId&, Instant) {
    Item& item = at(body.item);
    if (item.loan) item.before.push_back(*item.loan);
    item.loan.reset();
    item.is_struck_off = false;  // It was found.
}

std::vector<Item> ItemFold::items() const {
    std::vector<Item> all;
    for (const auto& [id, item] : items_) all.push_back(item);
    std::stable_sort(all.begin(), all.end(), [](const Item& left, const Item& right) {
        if (left.kind != right.kind) return left.kind < right.kind;
        if (left.number.size() != right.number.size()) return left.number.size() < right.number.size();
        return left.number < right.number;
    });
    return all;
}

}  // namespace welcome::kiosk::event
