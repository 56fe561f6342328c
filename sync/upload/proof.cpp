#include "sync/upload/proof.h"

#include <charconv>
#include <sodium.h>

#include "sync/base64.h"
#include "sync/bytes.h"

namespace welcome::sync {
namespace {

constexpr std::string_view k_label = "sig1=";
constexpr std::size_t k_nonce_bytes = 12;

std::string digest_of(std::string_view body) {
    std::array<std::uint8_t, crypto_hash_sha256_BYTES> hash{};
    crypto_hash_sha256(hash.data(), reinterpret_cast<const unsigned char*>(body.data()), body.size());
    return "sha-256=:" + to_base64(as_text(hash), Base64::usual) + ':';
}

std::string components_of(const Provable& request) {
    return std::string(R"(("@method" "@path" "@query" "unencoded-digest")") +
           (request.authorization.empty() ? "" : R"( "authorization")") + ')';
}

// RFC 9421, 2.5: a line a component, the parameters last.
std::string signature_base(const Provable& request, std::string_view digest, std::string_view parameters) {
    const auto query = std::min(request.target.find('?'), request.target.size());
    std::string text = "\"@method\": " + std::string(request.method);
    text.append("\n\"@path\": ").append(request.target.substr(0, query));
    // A target without a query signs a lone question mark.
    text.append("\n\"@query\": ").append(query < request.target.size() ? request.target.substr(query) : "?");
    text.append("\n\"unencoded-digest\": ").append(digest);
    if (!request.authorization.empty()) text.append("\n\"authorization\": ").append(request.authorization);
    return text.append("\n\"@signature-params\": ").append(parameters);
}

// Takes `before` off the front of `text`; false, and nothing taken, where it does not stand there.
bool take(std::string_view& text, std::string_view before) {
    if (!text.starts_with(before)) return false;
    text.remove_prefix(before.size());
    return true;
}

// What stands up to the next quotation mark.
std::string_view take_quoted(std::string_view& text) {
    const auto end = std::min(text.find('"'), text.size());
    const auto quoted = text.substr(0, end);
    text.remove_prefix(std::min(end + 1, text.size()));
    return quoted;
}

Result<Proven> read_parameters(std::string_view text, const Provable& request) {
    const auto unreadable = fail(Fault::unreadable, "Signature-Input has another shape");
    if (!take(text, components_of(request)) || !take(text, ";created=")) return unreadable;
    std::int64_t seconds = 0;
    const auto [rest, fault] = std::from_chars(text.data(), text.data() + text.size(), seconds);
    if (fault != std::errc{} || seconds < 0) return unreadable;
    text.remove_prefix(static_cast<std::size_t>(rest - text.data()));
    if (!take(text, ";nonce=\"")) return unreadable;
    const auto nonce = take_quoted(text);
    if (!take(text, ";keyid=\"")) return unreadable;
    const auto device = DeviceId::parse(take_quoted(text));
    if (!device || text != R"(;alg="ed25519")" || nonce.size() < 16 || nonce.size() > 64) return unreadable;
    return Proven{*device, std::chrono::sys_seconds(std::chrono::seconds(seconds)), std::string(nonce)};
}

}  // namespace

Proof prove(const DeviceKey& key, const Provable& request, std::chrono::sys_seconds created) {
    std::array<std::uint8_t, k_nonce_bytes> nonce{};
    randombytes_buf(nonce.data(), nonce.size());
    const auto parameters =
        components_of(request) + ";created=" + std::to_string(created.time_since_epoch().count()) +
        ";nonce=\"" + to_base64(as_text(nonce)) + "\";keyid=\"" + key.id().text() + "\";alg=\"ed25519\"";
    const auto digest = digest_of(request.body);
    const auto signature = key.sign(signature_base(request, digest, parameters));
    return {.digest = digest,
            .input = std::string(k_label) + parameters,
            .signature = std::string(k_label) + ':' + to_base64(as_text(signature), Base64::usual) + ':'};
}

Result<Proven> check_proof(const Proof& proof, const Provable& request) {
    std::string_view parameters = proof.input, coded = proof.signature;
    if (!take(parameters, k_label) || !take(coded, k_label) || !take(coded, ":") || !coded.ends_with(':'))
        return fail(Fault::unreadable, "the request carries no signature of ours");
    coded.remove_suffix(1);
    std::array<std::uint8_t, crypto_sign_BYTES> signature{};
    if (!from_base64(coded, signature, Base64::usual)) return fail(Fault::unreadable, "no signature");
    auto proven = read_parameters(parameters, request);
    if (!proven) return proven;
    if (proof.digest != digest_of(request.body)) return fail(Fault::refused, "the digest is of another body");
    const auto base = signature_base(request, proof.digest, parameters);
    if (crypto_sign_verify_detached(signature.data(), reinterpret_cast<const unsigned char*>(base.data()),
                                    base.size(), proven->device.bytes.data()) != 0)
        return fail(Fault::refused, "the signature is another key's or of another request");
    return proven;
}

}  // namespace welcome::sync
