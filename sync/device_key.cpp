#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <fstream>
#include <iterator>
#include <sodium.h>
#include <unistd.h>

#include "sync/keys.h"

namespace welcome::sync {

namespace {

namespace fs = std::filesystem;

constexpr std::size_t k_nonce = crypto_secretbox_NONCEBYTES;
constexpr std::size_t k_seed = crypto_sign_SEEDBYTES;
using Kept = std::array<std::uint8_t, k_nonce + k_seed + crypto_secretbox_MACBYTES>;

Kept lock_away(const Key32& seed, const EventKey& key) {
    Kept kept;
    randombytes_buf(kept.data(), k_nonce);
    const Secret<32> wrapping(key.wrapping_key());
    crypto_secretbox_easy(kept.data() + k_nonce, seed.data(), seed.size(), kept.data(),
                          wrapping.bytes().data());
    return kept;
}

tl::unexpected<Error> disk_failure(const fs::path& file) {
    return fail(errno == ENOSPC ? Fault::disk_full : Fault::disk_failed,
                file.string() + ": " + std::strerror(errno));
}

bool write_durably(int handle, const Kept& kept) {
    return ::write(handle, kept.data(), kept.size()) == static_cast<ssize_t>(kept.size()) &&
           ::fsync(handle) == 0;
}

// The name is as durable as the bytes only once its folder is.
Result<void> sync_folder_of(const fs::path& file) {
    const fs::path folder = file.has_parent_path() ? file.parent_path() : fs::path(".");
    const int handle = ::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (handle < 0) return disk_failure(folder);
    const bool done = ::fsync(handle) == 0;
    auto failure = disk_failure(folder);
    ::close(handle);
    if (!done) return failure;
    return {};
}

// Makes the key file unless another process was first: link() gives the name to one of them only.
Result<void> make(const fs::path& file, const EventKey& key) {
    std::string temporary = file.string() + ".XXXXXX";
    const int handle = ::mkostemp(temporary.data(), O_CLOEXEC);  // 0600
    if (handle < 0) return disk_failure(file);
    Key32 seed;
    randombytes_buf(seed.data(), seed.size());
    const bool written = write_durably(handle, lock_away(seed, key));
    sodium_memzero(seed.data(), seed.size());
    const bool named = written && (::link(temporary.c_str(), file.c_str()) == 0 || errno == EEXIST);
    auto failure = disk_failure(file);
    ::close(handle);
    ::unlink(temporary.c_str());
    if (!named) return failure;
    return sync_folder_of(file);
}

}  // namespace

DeviceKey::DeviceKey(const DeviceId& id, const std::array<std::uint8_t, 64>& secret)
    : id_(id), secret_(secret) {}
DeviceKey::DeviceKey(const DeviceKey&) = default;
DeviceKey& DeviceKey::operator=(const DeviceKey&) = default;
DeviceKey::~DeviceKey() = default;

std::array<std::uint8_t, 64> DeviceKey::sign(std::string_view message) const {
    std::array<std::uint8_t, 64> signature;
    crypto_sign_detached(signature.data(), nullptr, reinterpret_cast<const unsigned char*>(message.data()),
                         message.size(), secret_.bytes().data());
    return signature;
}

Result<DeviceKey> DeviceKey::open_or_make(const fs::path& file, const EventKey& key) {
    std::error_code ignored;  // Where it cannot be seen, making it will say why.
    if (!fs::exists(file, ignored)) {
        if (auto made = make(file, key); !made) return tl::unexpected(made.error());
    }
    std::ifstream in(file, std::ios::binary);
    const std::string bytes(std::istreambuf_iterator<char>(in), {});
    Kept kept;
    if (!in || bytes.size() != kept.size())
        return fail(Fault::unreadable,
                    file.string() + " is damaged; this tablet has to join the event again");
    std::memcpy(kept.data(), bytes.data(), kept.size());
    Key32 seed;
    const Secret<32> wrapping(key.wrapping_key());
    if (crypto_secretbox_open_easy(seed.data(), kept.data() + k_nonce, kept.size() - k_nonce, kept.data(),
                                   wrapping.bytes().data()) != 0)
        return fail(Fault::refused, file.string() + " belongs to another event's key");
    DeviceId id;
    std::array<std::uint8_t, 64> secret;
    crypto_sign_seed_keypair(id.bytes.data(), secret.data(), seed.data());
    DeviceKey device(id, secret);
    sodium_memzero(seed.data(), seed.size());
    sodium_memzero(secret.data(), secret.size());
    return device;
}

}  // namespace welcome::sync
