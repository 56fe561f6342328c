#pragma once
// A two-way line to a printer, a socket or a device file: bytes out with patience, bytes in as they come, and
// a stop request that ends both at once. One thread.

#include <chrono>
#include <stop_token>
#include <string>
#include <string_view>
#include <utility>

#include "printing/result.h"

namespace welcome::printing {

class Descriptor {
  public:
    explicit Descriptor(int number = -1) : number_(number) {}
    Descriptor(Descriptor&& other) noexcept : number_(std::exchange(other.number_, -1)) {}
    Descriptor& operator=(Descriptor&& other) noexcept {
        std::swap(number_, other.number_);
        return *this;
    }
    ~Descriptor();
    [[nodiscard]] int get() const { return number_; }

  private:
    int number_;
};

enum class Wait { ready, timed_out, stopped };

// Waits for a descriptor and for the stop request at once.
class Waiter {
  public:
    explicit Waiter(std::stop_token stop);
    Wait wait(int descriptor, short events, std::chrono::milliseconds patience);

  private:
    struct Ring {
        int bell;
        void operator()() const;
    };
    Descriptor bell_;
    std::stop_callback<Ring> ring_;
};

tl::unexpected<Error> stopped(bool begun);

class Line {
  public:
    // `name` is the printer's, for the log. The descriptor does not block.
    Line(Descriptor descriptor, std::string name)
        : descriptor_(std::move(descriptor)), name_(std::move(name)) {}

    [[nodiscard]] int get() const { return descriptor_.get(); }
    [[nodiscard]] const std::string& name() const { return name_; }

    // All of it, or an error that says whether some had left.
    Result<void> write(std::string_view bytes, std::chrono::milliseconds patience, Waiter& waiter) const;
    // What has come within that time, perhaps nothing; `ended` where the far end hung up.
    struct Heard {
        std::string bytes;
        bool ended = false;
        bool in_peace = true;  // no reset
    };
    Result<Heard> read(std::chrono::milliseconds patience, Waiter& waiter) const;

  private:
    Descriptor descriptor_;
    std::string name_;
};

}  // namespace welcome::printing
