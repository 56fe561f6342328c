// Power cuts at random moments of a tablet's evening, on a disk that loses, tears and reorders whatever was
// not synced: what was confirmed is there, nothing is there by half, and the evening goes on. WELCOME_CUTS
// and WELCOME_SEED change the run (tools/soak does); the figures are printed.

#include <cstdlib>
#include <iostream>
#include <set>

#include "tests/sync/event_on_disk.h"
#include "tests/sync/power_cut_disk.h"

namespace welcome::sync::test {

namespace {

constexpr int k_longest_life = 160;  // changes to the disk: several openings, closings and families

unsigned number_from(const char* name, unsigned otherwise) {
    const char* said = std::getenv(name);
    return said ? static_cast<unsigned>(std::strtoul(said, nullptr, 10)) : otherwise;
}

// What one life was told and what it tried.
struct Told {
    std::vector<std::vector<Draft>> confirmed, tried;
};

std::set<FactId> ids_in(const std::vector<Fact>& facts) {
    std::set<FactId> ids;
    for (const auto& fact : facts) ids.insert(fact.id);
    return ids;
}

class Tablet {
  public:
    explicit Tablet(unsigned seed) : random_(seed) {}

    // Families come in until the power goes; now and then the program ends and starts again.
    Told live(PowerCutDisk& disk) {
        Told told;
        while (!disk.is_cut()) {
            const auto device = DeviceKey::open_or_make(event_.folder.path() / "tablet.key", event_.key);
            const auto journal = Journal::open({event_.file("tablet"), event_.event, disk.name()}, event_.key,
                                               *device, wall_now);
            for (auto families = journal ? random_() % 6 : 0; families > 0 && !disk.is_cut(); --families) {
                std::vector<Draft> family(1 + random_() % 5);
                for (auto& one : family) one = draft(std::string(random_() % 900, 'x'));
                told.tried.push_back(family);
                if ((*journal)->append(family)) told.confirmed.push_back(family);
            }
        }
        return told;
    }

    // The files that the machine finds; those that are there now are gone.
    void find(const PowerCutDisk::Files& files) {
        for (const char* end : {"", "-wal", "-shm", "-journal"})
            std::filesystem::remove(event_.file("tablet").string() + end);
        for (const auto& [path, bytes] : files) std::ofstream(path, std::ios::binary) << bytes;
    }

    [[nodiscard]] const EventOnDisk& event() const { return event_; }

  private:
    EventOnDisk event_;
    std::mt19937 random_;
};

int families_lost(const Told& told, const std::set<FactId>& there) {
    return static_cast<int>(
        std::count_if(told.confirmed.begin(), told.confirmed.end(), [&](const auto& family) {
            return std::any_of(family.begin(), family.end(),
                               [&](const Draft& one) { return !there.contains(one.id); });
        }));
}

int families_by_half(const Told& told, const std::set<FactId>& there) {
    return static_cast<int>(std::count_if(told.tried.begin(), told.tried.end(), [&](const auto& family) {
        const auto in = static_cast<std::size_t>(std::count_if(
            family.begin(), family.end(), [&](const Draft& one) { return there.contains(one.id); }));
        return in != 0 && in != family.size();
    }));
}

struct Figures {
    int cuts = 0, confirmed = 0, lost = 0, halved = 0, damaged = 0;
};

void judge(const Tablet& tablet, const Told& told, Figures& figures) {
    const auto journal = tablet.event().open("tablet");
    const auto there = ids_in(all_facts(*journal));
    figures.confirmed += static_cast<int>(told.confirmed.size());
    figures.lost += families_lost(told, there);
    figures.halved += families_by_half(told, there);
    const auto damage = journal->verify();
    if (!damage || *damage) ++figures.damaged;
    EXPECT_TRUE(journal->append({draft()})) << "the evening does not go on";
}

// Two lives a tablet: the second begins with what the first one's cut has left.
void cut_twice(unsigned seed, Figures& figures) {
    std::mt19937 random(seed);
    Tablet tablet(seed);
    PowerCutDisk::Files found;
    for (int life = 0; life < 2; ++life) {
        PowerCutDisk disk(seed + static_cast<unsigned>(life), 1 + static_cast<int>(random() % k_longest_life),
                          found);
        const auto told = tablet.live(disk);
        found = disk.after_the_cut();
        tablet.find(found);
        judge(tablet, told, figures);
        tablet.find(found);  // What judging wrote was not yet written when this life begins.
        ++figures.cuts;
    }
}

}  // namespace

TEST(PowerCuts, LoseNothingThatWasConfirmedAndLeaveNothingByHalf) {
    const unsigned seed = number_from("WELCOME_SEED", 20261203), cuts = number_from("WELCOME_CUTS", 400);
    Figures figures;
    for (unsigned i = 0; i < cuts / 2; ++i) {
        cut_twice(seed + i, figures);
        ASSERT_EQ(figures.lost + figures.halved + figures.damaged, 0) << "seed " << seed + i;
    }
    EXPECT_GT(figures.confirmed, figures.cuts / 4)
        << "hardly anything was ever confirmed: no test of anything";
    std::cout << "seed " << seed << ": " << figures.cuts << " power cuts, " << figures.confirmed
              << " families confirmed, lost " << figures.lost << ", by half " << figures.halved
              << ", damaged " << figures.damaged << "\n";
}

// The test above is worth something: on a disk that only says it has synced, it does find losses.
TEST(PowerCuts, OnADiskThatLiesAreFound) {
    Figures figures;
    for (unsigned seed = 1; seed <= 30 && figures.lost == 0; ++seed) {
        Tablet tablet(seed);
        PowerCutDisk disk(seed, k_longest_life);
        disk.lie();
        const auto told = tablet.live(disk);
        tablet.find(disk.after_the_cut());
        const auto device =
            DeviceKey::open_or_make(tablet.event().folder.path() / "tablet.key", tablet.event().key);
        const auto journal = Journal::open({tablet.event().file("tablet"), tablet.event().event},
                                           tablet.event().key, *device, wall_now);
        figures.lost += journal ? families_lost(told, ids_in(all_facts(**journal)))
                                : static_cast<int>(told.confirmed.size());
    }
    EXPECT_GT(figures.lost, 0);
}

}  // namespace welcome::sync::test
