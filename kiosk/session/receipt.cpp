#include "kiosk/session/receipt.h"

#include <algorithm>
#include <sodium.h>

#include "kiosk/event/ticket.h"
#include "sync/bytes.h"

namespace welcome::kiosk::session {

namespace {

constexpr std::string_view k_mark = "WTR1:";
constexpr std::size_t k_event = 16, k_device = 32, k_head = 32, k_count = 8, k_signature = 64;
constexpr std::size_t k_said = k_event + k_device + k_head + k_count;

std::string signed_text(std::string_view said) {
    return "welcome-table receipt 1 " + std::string(said);
}

}  // namespace

std::string write_receipt(const sync::EventId& event, const sync::Head& head, const sync::DeviceKey& by) {
    std::string said;
    sync::put_bytes(said, event.bytes);
    sync::put_bytes(said, by.id().bytes);
    sync::put_bytes(said, head.hash);
    sync::put_number(said, head.facts);
    const auto signature = by.sign(signed_text(said));
    sync::put_bytes(said, signature);
    return std::string(k_mark) + event::base45(said);
}

std::optional<Receipt> read_receipt(std::string_view text) {
    if (!text.starts_with(k_mark) || text.size() > 400) return std::nullopt;
    const auto bytes = event::from_base45(text.substr(k_mark.size()));
    if (!bytes || bytes->size() != k_said + k_signature) return std::nullopt;
    Receipt receipt;
    auto at = bytes->begin();
    const auto take = [&at](auto& into) {
        for (auto& byte : into) byte = static_cast<std::uint8_t>(*at++);
    };
    take(receipt.event.bytes);
    take(receipt.by.bytes);
    take(receipt.head);
    for (std::size_t i = 0; i < k_count; ++i)
        receipt.facts = receipt.facts << 8U | static_cast<unsigned char>(*at++);
    const std::string said = signed_text(std::string_view(*bytes).substr(0, k_said));
    const auto* signature = reinterpret_cast<const unsigned char*>(bytes->data()) + k_said;
    if (crypto_sign_verify_detached(signature, reinterpret_cast<const unsigned char*>(said.data()),
                                    said.size(), receipt.by.bytes.data()) != 0)
        return std::nullopt;
    return receipt;
}

}  // namespace welcome::kiosk::session
