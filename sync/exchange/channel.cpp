#include "sync/exchange/channel.h"

#include <sodium.h>
#include <utility>

#include "sync/bytes.h"

namespace welcome::sync {

namespace {

constexpr std::string_view k_magic = "WTEX";
constexpr char k_version = 1;
constexpr std::size_t k_length = 4, k_proof = 16;
constexpr std::size_t k_hello = 4 + 1 + 32 + k_proof;  // magic, version, nonce, proof
constexpr std::size_t k_tag = crypto_aead_xchacha20poly1305_ietf_ABYTES;
constexpr std::size_t k_hellos_remembered = 4096;

const unsigned char* raw(std::string_view text) {
    return reinterpret_cast<const unsigned char*>(text.data());
}
unsigned char* raw(std::string& text) {
    return reinterpret_cast<unsigned char*>(text.data());
}

std::size_t read_length(std::string_view bytes) {
    std::size_t length = 0;
    for (std::size_t i = 0; i < k_length; ++i) length = length << 8U | static_cast<unsigned char>(bytes[i]);
    return length;
}

// The place in the row is the nonce: no two messages of one key share it.
using SealNonce = std::array<unsigned char, crypto_aead_xchacha20poly1305_ietf_NPUBBYTES>;
SealNonce nonce_of(std::uint64_t count) {
    SealNonce nonce{};
    for (std::size_t i = 0; i < 8; ++i)
        nonce[nonce.size() - 1 - i] = static_cast<unsigned char>(count >> (8U * i));
    return nonce;
}

bool open_at(std::string_view frame, std::uint64_t count, const Key32& key, std::string& plain) {
    const auto nonce = nonce_of(count);
    plain.resize(frame.size() - k_tag);
    return crypto_aead_xchacha20poly1305_ietf_decrypt(raw(plain), nullptr, nullptr, raw(frame), frame.size(),
                                                      nullptr, 0, nonce.data(), key.data()) == 0;
}

}  // namespace

const char* word_for(Refused why) {
    constexpr std::array<const char*, k_kinds_of_refusal> words = {
        "malformed", "other_version", "other_event", "replayed", "forged",
        "oversized", "cut_off",       "too_slow",    "crowded",  "fact"};
    return words[static_cast<std::size_t>(why)];
}

bool HelloMemory::remember(const Nonce32& nonce) {
    if (!known_.insert(nonce).second) return false;
    order_.push_back(nonce);
    if (order_.size() > k_hellos_remembered) {
        known_.erase(order_.front());
        order_.pop_front();
    }
    return true;
}

Channel::Channel(const Key32& exchange_key, Role role, HelloMemory& hellos)
    : role_(role), hellos_(hellos), exchange_key_(exchange_key) {
    randombytes_buf(own_.data(), own_.size());
    if (role_ == Role::dialled) say_hello();
}

// Vouches for who speaks first or second and for the nonce, so that a hello cannot be turned round.
std::string Channel::hello_proof(Role speaker, const Nonce32& nonce) const {
    std::string said = "welcome-table hello 1 ";
    said += static_cast<char>(speaker);
    said += as_text(nonce);
    std::string proof(k_proof, '\0');
    const auto& key = std::as_const(exchange_key_).bytes();
    crypto_generichash(raw(proof), proof.size(), raw(said), said.size(), key.data(), key.size());
    return proof;
}

void Channel::say_hello() {
    put_number(out_, std::uint32_t{k_hello});
    out_ += k_magic;
    out_ += k_version;
    out_ += as_text(own_);
    out_ += hello_proof(role_, own_);
}

Channel::Step Channel::take_hello(std::string_view frame) {
    if (!frame.starts_with(k_magic)) return tl::unexpected(Refused::malformed);
    if (frame[k_magic.size()] != k_version) return tl::unexpected(Refused::other_version);
    const auto nonce = frame.substr(k_magic.size() + 1, other_.size());
    const auto proof = frame.substr(k_hello - k_proof);
    std::copy(nonce.begin(), nonce.end(), other_.begin());
    const auto expected = hello_proof(role_ == Role::dialled ? Role::accepted : Role::dialled, other_);
    if (sodium_memcmp(expected.data(), proof.data(), k_proof) != 0)
        return tl::unexpected(Refused::other_event);
    if (!hellos_.remember(other_)) return tl::unexpected(Refused::replayed);
    if (role_ == Role::accepted) say_hello();
    make_keys();
    ready_ = true;
    return {};
}

std::string Channel::transcript() const {
    const bool dialled = role_ == Role::dialled;
    std::string both(as_text(dialled ? own_ : other_));
    both += as_text(dialled ? other_ : own_);
    return both;
}

void Channel::make_keys() {
    std::string said = "welcome-table link 1 " + transcript();
    std::array<std::uint8_t, 64> keys{};
    const auto& secret = std::as_const(exchange_key_).bytes();
    crypto_generichash(keys.data(), keys.size(), raw(said), said.size(), secret.data(), secret.size());
    Key32 from_dialler, from_accepter;
    std::copy_n(keys.begin(), 32, from_dialler.begin());
    std::copy_n(keys.begin() + 32, 32, from_accepter.begin());
    const bool dialled = role_ == Role::dialled;
    sending_.key = Secret<32>(dialled ? from_dialler : from_accepter);
    receiving_.key = Secret<32>(dialled ? from_accepter : from_dialler);
    wipe(keys.data(), keys.size());
    wipe(from_dialler.data(), from_dialler.size());
    wipe(from_accepter.data(), from_accepter.size());
}

Channel::Step Channel::take_sealed(std::string_view frame, std::vector<std::string>& messages) {
    std::string plain;
    const auto& key = std::as_const(receiving_.key).bytes();
    if (open_at(frame, receiving_.count, key, plain)) {
        ++receiving_.count;
        ++opened_;
        messages.push_back(std::move(plain));
        return {};
    }
    const bool again = receiving_.count > 0 && open_at(frame, receiving_.count - 1, key, plain);
    return tl::unexpected(again ? Refused::replayed : Refused::forged);
}

std::size_t Channel::longest_frame() const {
    return (has_opened() ? k_longest_message : k_longest_first_message) + k_tag;
}

tl::expected<std::vector<std::string>, Refused> Channel::receive(std::string_view bytes) {
    std::vector<std::string> messages;
    if (refused_) return messages;
    in_ += bytes;
    std::size_t at = 0;
    Step step;
    while (step && in_.size() - at >= k_length) {
        const auto length = read_length(std::string_view(in_).substr(at));
        // A length is judged before anything is kept for it.
        if (!ready_ && length != k_hello) step = tl::unexpected(Refused::malformed);
        if (ready_ && length > longest_frame()) step = tl::unexpected(Refused::oversized);
        if (ready_ && length <= k_tag) step = tl::unexpected(Refused::malformed);
        if (!step || in_.size() - at - k_length < length) break;
        const auto frame = std::string_view(in_).substr(at + k_length, length);
        step = ready_ ? take_sealed(frame, messages) : take_hello(frame);
        at += k_length + length;
    }
    in_.erase(0, at);
    if (step) return messages;
    refused_ = true;
    in_.clear();
    return tl::unexpected(step.error());
}

void Channel::send(std::string_view message) {
    const auto nonce = nonce_of(sending_.count++);
    std::string sealed(message.size() + k_tag, '\0');
    crypto_aead_xchacha20poly1305_ietf_encrypt(raw(sealed), nullptr, raw(message), message.size(), nullptr, 0,
                                               nullptr, nonce.data(),
                                               std::as_const(sending_.key).bytes().data());
    put_number(out_, static_cast<std::uint32_t>(sealed.size()));
    out_ += sealed;
}

void Channel::went_out(std::size_t count) {
    out_at_ += count;
    if (out_at_ < out_.size()) return;
    out_.clear();
    out_at_ = 0;
}

}  // namespace welcome::sync
