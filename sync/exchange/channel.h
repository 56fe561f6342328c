#pragma once
// One connection as a channel of sealed messages: bytes in, whole messages out, and the other way. Each side
// first says hello with a fresh nonce, vouched for by the event's exchange key; from both nonces come two
// keys, one for each direction, and every message is sealed by its place in the row. So nothing that was
// recorded, changed, turned round, left out or made without the event's key is ever opened. Knows no sockets
// and no clock. One owner, one thread.
//
// A frame is 4 bytes of length, big-endian, and so many bytes.

#include <deque>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "sync/exchange/refusals.h"
#include "sync/keys.h"

namespace welcome::sync {

inline constexpr std::size_t k_longest_message = std::size_t{4} << 20U;
inline constexpr std::size_t k_longest_first_message = std::size_t{64} << 10U;  // before the key is proven

using Nonce32 = std::array<std::uint8_t, 32>;

// The nonces of the hellos that came lately, so that a recorded one is known for what it is. Forgetting one
// costs only the right word for the refusal: a recorded hello leads to keys that nobody has.
class HelloMemory {
  public:
    bool remember(const Nonce32& nonce);  // false: it was here before

  private:
    std::set<Nonce32> known_;
    std::deque<Nonce32> order_;
};

class Channel {
  public:
    enum class Role : std::uint8_t { dialled = 1, accepted = 2 };

    Channel(const Key32& exchange_key, Role role, HelloMemory& hellos);

    // The messages that these bytes made whole, in order. After a refusal the channel takes nothing more.
    // Whoever was dialled says nothing before it heard a good hello.
    tl::expected<std::vector<std::string>, Refused> receive(std::string_view bytes);
    void send(std::string_view message);  // only when it is ready

    [[nodiscard]] bool is_ready() const { return ready_; }  // both hellos were said
    [[nodiscard]] bool has_opened() const {
        return opened_ > 0;
    }  // the other side proved that it has the key
    [[nodiscard]] bool is_mid_frame() const { return !in_.empty(); }
    [[nodiscard]] std::string_view outgoing() const { return std::string_view(out_).substr(out_at_); }
    void went_out(std::size_t count);

    // Binds a device's signature to this one connection.
    [[nodiscard]] std::string transcript() const;
    [[nodiscard]] Role role() const { return role_; }

  private:
    struct Direction {
        Secret<32> key{Key32{}};
        std::uint64_t count = 0;  // messages so far
    };
    using Step = tl::expected<void, Refused>;

    void say_hello();
    Step take_hello(std::string_view frame);
    Step take_sealed(std::string_view frame, std::vector<std::string>& messages);
    [[nodiscard]] std::string hello_proof(Role speaker, const Nonce32& nonce) const;
    [[nodiscard]] std::size_t longest_frame() const;
    void make_keys();

    Role role_;
    HelloMemory& hellos_;
    Secret<32> exchange_key_;
    Nonce32 own_{}, other_{};
    bool ready_ = false, refused_ = false;
    std::uint64_t opened_ = 0;
    Direction sending_, receiving_;
    std::string in_, out_;
    std::size_t out_at_ = 0;
};

}  // namespace welcome::sync
