#include "kiosk/session/service_token.h"

#include <nlohmann/json.hpp>
#include <sodium.h>

namespace welcome::kiosk::session {

namespace {

constexpr std::size_t k_nonce = crypto_secretbox_NONCEBYTES;
constexpr std::size_t k_mac = crypto_secretbox_MACBYTES;

std::filesystem::path file_in(const std::filesystem::path& folder) {
    return folder / "service.token";
}

unsigned char* raw(std::string& text) {
    return reinterpret_cast<unsigned char*>(text.data());
}
const unsigned char* raw(const std::string& text) {
    return reinterpret_cast<const unsigned char*>(text.data());
}

}  // namespace

sync::Result<void> write_service_token(const std::filesystem::path& folder, const sync::EventKey& key,
                                       const ServiceToken& token) {
    const std::string clear = nlohmann::json{{"url", token.url}, {"token", token.token}}.dump();
    std::string sealed(k_nonce + k_mac + clear.size(), '\0');
    randombytes_buf(sealed.data(), k_nonce);
    crypto_secretbox_easy(raw(sealed) + k_nonce, raw(clear), clear.size(), raw(sealed),
                          key.wrapping_key().data());
    return write_whole_file(file_in(folder), sealed, true);
}

sync::Result<std::optional<ServiceToken>> read_service_token(const Session& session) {
    const auto file = file_in(session.folder().path);
    if (!std::filesystem::exists(file)) return std::optional<ServiceToken>();
    const auto sealed = read_whole_file(file);
    if (!sealed) return tl::unexpected(sealed.error());
    std::string clear(sealed->size() > k_nonce + k_mac ? sealed->size() - k_nonce - k_mac : 0, '\0');
    const bool opened = !clear.empty() && crypto_secretbox_open_easy(
                                              raw(clear), raw(*sealed) + k_nonce, sealed->size() - k_nonce,
                                              raw(*sealed), session.key().wrapping_key().data()) == 0;
    const auto read = nlohmann::json::parse(clear, nullptr, false);
    if (!opened || !read.is_object())
        return sync::fail(sync::Fault::unreadable,
                          "the kept service token is damaged; enrol this device again");
    return std::optional(ServiceToken{read.value("url", ""), read.value("token", "")});
}

}  // namespace welcome::kiosk::session
