#pragma once
// What every bench ends in: one JSON line a figure, ours beside what it is measured against. Pure but for
// standard output; any thread.

#include <chrono>
#include <cstddef>
#include <ctime>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace welcome::bench {

// Times or other figures of one kind, and their middle and tail.
class Samples {
  public:
    void add(double value) { values_.push_back(value); }
    [[nodiscard]] double share(
        double below) const;  // 0.5: the median; 0.99: all but one of a hundred are less
    [[nodiscard]] double median() const { return share(0.5); }
    [[nodiscard]] std::size_t size() const { return values_.size(); }

  private:
    std::vector<double> values_;
};

template <typename Work>
double milliseconds_of(Work&& work) {
    const auto began = std::chrono::steady_clock::now();
    work();
    return std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - began).count();
}

struct Peer {
    std::string name;
    double value = 0;
};

// The same in this thread's processor time: for pure computation, whose tail would else be that of whatever
// else the machine does. On a machine with nothing else to do it is the time that passes.
template <typename Work>
double processor_milliseconds_of(Work&& work) {
    const auto now = [] {
        timespec at{};
        ::clock_gettime(CLOCK_THREAD_CPUTIME_ID, &at);
        return static_cast<double>(at.tv_sec) * 1e3 + static_cast<double>(at.tv_nsec) / 1e6;
    };
    const double began = now();
    work();
    return now() - began;
}

enum class Better { lower, higher };

struct Line {
    std::string name;
    double value = 0;
    std::string unit;
    Better better = Better::lower;
    Peer versus;
};

std::string text_of(const Line& line);
void print(const Line& line);

// A bench program's command line: `bench_x NAME [--quick] [--size N]`. Quick: sizes so small that only the
// shape of the lines means anything. A size given stands for that of the first thing a program counts.
struct Order {
    std::string name;
    bool quick = false;
    std::optional<std::size_t> given;
    [[nodiscard]] std::size_t size(std::size_t full, std::size_t quickly) const {
        return quick ? quickly : full;
    }
    [[nodiscard]] std::size_t first_size(std::size_t full, std::size_t quickly) const {
        return given.value_or(size(full, quickly));
    }
};
Order read_order(int argc, const char* const* argv);

// One sentence on standard error, and the exit code of a bench that could not be run.
int cannot(std::string_view why);

}  // namespace welcome::bench
