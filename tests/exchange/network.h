#pragma once
// Tablets with real journals and exchanges in one process, and a network between them that a test plays:
// bytes travel late, in pieces, twice, changed or not at all; connections break; tablets cannot see each
// other. Time is the network's own. Everything by one seed.

#include <deque>
#include <list>
#include <memory>
#include <random>
#include <set>

#include "sync/exchange/exchange.h"
#include "tests/sync/event_on_disk.h"

namespace welcome::sync::test {

struct Weather {  // chances in a thousand, a piece of bytes
    int reset = 0, cut = 0, change = 0, twice = 0;
    int most_delay_ms = 5;
};

// Journals in memory where the machine has such a folder: a thousand evenings of fsyncs would take an hour,
// and what survives a power cut is tests/sync's question.
struct MemoryDisk {
    MemoryDisk();
};

class Network {
  public:
    explicit Network(unsigned seed) : random_(seed) {}

    std::size_t add(const std::string& name);  // knows nobody
    void introduce(std::size_t one, std::size_t other);
    void introduce_all();
    void set_weather(Weather weather) { weather_ = weather; }
    // Tablets of different groups cannot see each other; connections between them break.
    void part(const std::vector<int>& groups);
    void heal() { part(std::vector<int>(tablets_.size(), 0)); }
    void freeze(std::size_t tablet, bool frozen) { tablets_[tablet]->frozen = frozen; }
    void restart(std::size_t tablet);  // the process ends and begins anew; its journal stays
    void remove(std::size_t tablet);   // switched off for good
    void set_condition(std::size_t tablet, std::string words) {
        tablets_[tablet]->condition = std::move(words);
    }

    std::vector<Fact> write(std::size_t tablet, std::size_t count = 1);
    void run_for(std::chrono::milliseconds time);
    // Until every tablet that is on holds the same; how long that took, or nothing within `most`.
    std::optional<std::chrono::milliseconds> run_until_same(std::chrono::milliseconds most);

    [[nodiscard]] Journal& journal(std::size_t tablet) { return *tablets_[tablet]->journal; }
    [[nodiscard]] Exchange& exchange(std::size_t tablet) { return *tablets_[tablet]->exchange; }
    [[nodiscard]] std::set<std::string> facts(std::size_t tablet);  // their ids, in text
    [[nodiscard]] Refusals refusals() const;
    [[nodiscard]] std::size_t connections() const { return wires_.size(); }
    [[nodiscard]] std::mt19937& random() { return random_; }
    [[nodiscard]] EventOnDisk& event() { return event_; }
    int below(int bound) { return static_cast<int>(random_() % static_cast<unsigned>(bound)); }

  private:
    struct Tablet {
        std::string name;
        std::unique_ptr<Journal> journal;
        std::unique_ptr<Exchange> exchange;
        std::string condition;
        int group = 0;
        bool frozen = false, off = false;
        Refusals before;  // of exchanges that ended
    };
    struct Piece {
        Moment due;
        std::string bytes;
    };
    struct Way {  // one direction of a wire
        std::deque<Piece> pieces;
        Moment last_due{};
    };
    struct Wire {
        std::size_t from = 0, to = 0;
        Exchange::LinkId from_link = 0, to_link = 0;
        Way there, back;
        bool broken = false, from_told = false, to_told = false;
    };

    void start(Tablet& tablet);
    void tick();
    void dial(std::size_t from);
    void carry(Wire& wire);
    void load(Wire& wire, std::size_t from, Exchange::LinkId link, Way& way);
    void unload(Wire& wire, std::size_t to, Exchange::LinkId link, Way& way);
    bool is_chance(int in_a_thousand) { return below(1000) < in_a_thousand; }

    MemoryDisk disk_;  // Before the event's folder.
    EventOnDisk event_;
    std::mt19937 random_;
    std::vector<std::unique_ptr<Tablet>> tablets_;
    std::vector<std::vector<std::size_t>> introduced_;
    std::list<Wire> wires_;
    Weather weather_;
    Moment now_{std::chrono::hours(1)};
};

}  // namespace welcome::sync::test
