#pragma once
// Memory for a secret: a page of its own that is never swapped out nor dumped, wiped when it goes. A page of
// its own, because unlocking one secret would unlock its neighbours on the same page.

#include <array>
#include <cstddef>
#include <cstdint>
#include <memory>

namespace welcome::sync {

struct FreeSecret {
    void operator()(std::uint8_t* bytes) const;
};
using SecretPage = std::unique_ptr<std::uint8_t[], FreeSecret>;
SecretPage secret_page(std::size_t size);  // ends the program where there is no memory, as `new` does
void wipe(void* bytes, std::size_t size);

template <std::size_t N>
class Secret {
  public:
    using Bytes = std::array<std::uint8_t, N>;

    explicit Secret(Bytes bytes) : page_(secret_page(N)) {
        this->bytes() = bytes;
        wipe(bytes.data(), N);
    }
    Secret(const Secret& other) : Secret(other.bytes()) {}
    Secret& operator=(const Secret& other) {
        bytes() = other.bytes();
        return *this;
    }
    ~Secret() = default;

    [[nodiscard]] const Bytes& bytes() const { return *reinterpret_cast<const Bytes*>(page_.get()); }

  private:
    Bytes& bytes() { return *reinterpret_cast<Bytes*>(page_.get()); }

    SecretPage page_;
};

}  // namespace welcome::sync
