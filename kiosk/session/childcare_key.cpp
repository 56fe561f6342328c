#include "kiosk/session/childcare_key.h"

#include <algorithm>
#include <fcntl.h>
#include <sodium.h>
#include <system_error>
#include <unistd.h>
#include <utility>

#include "sync/base64.h"
#include "sync/bytes.h"

namespace welcome::kiosk::session {

namespace {

constexpr const char* k_key_file = "childcare.key";
constexpr const char* k_asking_file = "childcare.asking";
constexpr const char* k_erased_file = "childcare.erased";
// What the mark says; a record of the erasure is due only where there was something to erase.
constexpr std::string_view k_destroyed = "childcare was erased\n";
constexpr std::string_view k_never_had = "childcare was never here\n";
constexpr std::string_view k_begin = R"({"veiled":")";
constexpr std::string_view k_end = R"("})";
constexpr std::size_t k_nonce = crypto_aead_xchacha20poly1305_ietf_NPUBBYTES;
constexpr std::size_t k_mac = crypto_aead_xchacha20poly1305_ietf_ABYTES;

const unsigned char* bytes(std::string_view text) {
    return reinterpret_cast<const unsigned char*>(text.data());
}
unsigned char* bytes(std::string& text) {
    return reinterpret_cast<unsigned char*>(text.data());
}

std::string sealed(std::string_view clear, std::string_view about, const sync::Key32& key) {
    std::string out(k_nonce + clear.size() + k_mac, '\0');
    randombytes_buf(out.data(), k_nonce);
    crypto_aead_xchacha20poly1305_ietf_encrypt(bytes(out) + k_nonce, nullptr, bytes(clear), clear.size(),
                                               bytes(about), about.size(), nullptr, bytes(out), key.data());
    return out;
}

std::optional<std::string> opened(std::string_view box, std::string_view about, const sync::Key32& key) {
    if (box.size() < k_nonce + k_mac) return std::nullopt;
    std::string clear(box.size() - k_nonce - k_mac, '\0');
    const bool good = crypto_aead_xchacha20poly1305_ietf_decrypt(
                          bytes(clear), nullptr, nullptr, bytes(box) + k_nonce, box.size() - k_nonce,
                          bytes(about), about.size(), bytes(box), key.data()) == 0;
    return good ? std::optional(clear) : std::nullopt;
}

std::optional<sync::Key32> as_key(const std::optional<std::string>& raw) {
    if (!raw || raw->size() != sync::Key32{}.size()) return std::nullopt;
    sync::Key32 key{};
    std::copy(raw->begin(), raw->end(), key.begin());
    return key;
}

std::string about_fact(const sync::FactId& fact, std::string_view kind) {
    return fact.text().append(kind);
}

// Overwritten before its name goes. Where the disk keeps old blocks all the same, they are sealed by a key
// that only the unlock card has.
void shred(const std::filesystem::path& file) {
    std::error_code code;
    const auto size = std::filesystem::file_size(file, code);
    const int handle = code ? -1 : ::open(file.c_str(), O_WRONLY | O_CLOEXEC);
    if (handle >= 0) {
        std::string noise(size, '\0');
        randombytes_buf(noise.data(), noise.size());
        const auto written = ::write(handle, noise.data(), noise.size());
        static_cast<void>(written);  // It is removed in any case.
        ::fsync(handle);
        ::close(handle);
    }
    std::filesystem::remove(file, code);
}

}  // namespace

ChildcareKey::ChildcareKey(EventFolder folder, const sync::Key32& wrapping_key)
    : folder_(std::move(folder)), wrapping_key_(wrapping_key) {}

sync::Result<ChildcareKey> ChildcareKey::open(const EventFolder& folder, const sync::EventKey& event_key) {
    ChildcareKey childcare(folder, event_key.wrapping_key());
    childcare.erased_ = std::filesystem::exists(childcare.file(k_erased_file));
    if (childcare.erased_) {  // Power may have gone between the mark and the destroying.
        shred(childcare.file(k_key_file));
        shred(childcare.file(k_asking_file));
        childcare.destroyed_ = read_whole_file(childcare.file(k_erased_file)) == std::string(k_destroyed);
        return childcare;
    }
    auto key = childcare.find(k_key_file);
    auto asking = childcare.find(k_asking_file);
    if (!key) return tl::unexpected(key.error());
    if (!asking) return tl::unexpected(asking.error());
    if (*key) childcare.key_.emplace(**key);
    if (*asking) childcare.asking_.emplace(**asking);
    return childcare;
}

sync::Result<void> ChildcareKey::keep(const char* name, const sync::Key32& secret) const {
    return write_whole_file(file(name), sealed(sync::as_text(secret), name, wrapping_key_.bytes()), true);
}

sync::Result<std::optional<sync::Secret<32>>> ChildcareKey::find(const char* name) const {
    std::optional<sync::Secret<32>> none;
    if (!std::filesystem::exists(file(name))) return none;
    const auto box = read_whole_file(file(name));
    if (!box) return tl::unexpected(box.error());
    const auto key = as_key(opened(*box, name, wrapping_key_.bytes()));
    if (!key) return sync::fail(sync::Fault::unreadable, file(name).string() + " is damaged");
    none.emplace(*key);
    return none;
}

sync::Result<void> ChildcareKey::make() {
    if (erased_) return sync::fail(sync::Fault::refused, "childcare was erased");
    auto known = find(k_key_file);  // Another program on this folder may have been first.
    if (!known) return tl::unexpected(known.error());
    if (*known) {
        key_.emplace(**known);
        return {};
    }
    sync::Key32 fresh{};
    randombytes_buf(fresh.data(), fresh.size());
    if (auto kept = keep(k_key_file, fresh); !kept) return kept;
    key_.emplace(fresh);
    return {};
}

std::string ChildcareKey::veil(const sync::FactId& fact, std::string_view kind, std::string_view body) const {
    if (!key_) return "{}";
    return std::string(k_begin)
        .append(sync::to_base64(sealed(body, about_fact(fact, kind), key_->bytes())))
        .append(k_end);
}

std::optional<std::string> ChildcareKey::unveil(const sync::FactId& fact, std::string_view kind,
                                                std::string_view body) const {
    if (!key_ || !body.starts_with(k_begin) || !body.ends_with(k_end)) return std::nullopt;
    body.remove_prefix(k_begin.size());
    body.remove_suffix(k_end.size());
    const auto box = sync::from_base64(body);
    return box ? opened(*box, about_fact(fact, kind), key_->bytes()) : std::nullopt;
}

sync::Result<std::string> ChildcareKey::ask() {
    if (!asking_) {
        sync::Key32 secret{};
        randombytes_buf(secret.data(), secret.size());
        if (auto kept = keep(k_asking_file, secret); !kept) return tl::unexpected(kept.error());
        asking_.emplace(secret);
    }
    sync::Key32 open_half{};
    crypto_scalarmult_base(open_half.data(), std::as_const(*asking_).bytes().data());
    return sync::to_base64(sync::as_text(open_half));
}

std::optional<std::string> ChildcareKey::give(std::string_view public_key) const {
    const auto to = as_key(sync::from_base64(public_key));
    if (!key_ || !to) return std::nullopt;
    std::string box(crypto_box_SEALBYTES + key_->bytes().size(), '\0');
    if (crypto_box_seal(bytes(box), key_->bytes().data(), key_->bytes().size(), to->data()) != 0)
        return std::nullopt;
    return sync::to_base64(box);
}

sync::Result<bool> ChildcareKey::receive(std::string_view text) {
    const auto box = sync::from_base64(text);
    if (key_ || erased_ || !asking_ || !box || box->size() != crypto_box_SEALBYTES + sync::Key32{}.size())
        return false;
    sync::Key32 open_half{};
    sync::Key32 key{};
    crypto_scalarmult_base(open_half.data(), std::as_const(*asking_).bytes().data());
    if (crypto_box_seal_open(key.data(), bytes(*box), box->size(), open_half.data(),
                             std::as_const(*asking_).bytes().data()) != 0)
        return false;
    if (auto kept = keep(k_key_file, key); !kept) return tl::unexpected(kept.error());
    key_.emplace(key);
    asking_.reset();
    shred(file(k_asking_file));
    return true;
}

void forget_childcare_key(const EventFolder& folder) {
    for (const auto* name : {k_key_file, k_asking_file}) {
        if (std::filesystem::exists(folder.path / name)) shred(folder.path / name);
    }
}

sync::Result<void> ChildcareKey::destroy() {
    const bool had = has_key() || std::filesystem::exists(file(k_key_file));
    const auto mark = std::string(had ? k_destroyed : k_never_had);
    if (auto marked = write_whole_file(file(k_erased_file), mark, false); !marked) return marked;
    erased_ = true;
    destroyed_ = had;
    key_.reset();
    asking_.reset();
    shred(file(k_key_file));
    shred(file(k_asking_file));
    return {};
}

}  // namespace welcome::kiosk::session
