// search_10k and search_1m: each letter typed at the volunteers' table is one query; the slowest one in a
// hundred, against looking through all names for the same letters and against SQLite's trigram index.

#include <algorithm>
#include <string>

#include "kiosk/event/find.h"
#include "kiosk/session/assets.h"
#include "kiosk/session/nickname_table.h"
#include "sync/journal/sqlite.h"
#include "tests/bench/folder.h"
#include "tests/bench/invented.h"
#include "tests/bench/line.h"

namespace welcome::bench {
namespace {

namespace event = kiosk::event;

std::string lower(std::string text) {
    for (auto& letter : text)
        if (letter >= 'A' && letter <= 'Z') letter = static_cast<char>(letter - 'A' + 'a');
    return text;
}

class Scan {
  public:
    explicit Scan(const std::vector<event::Person>& people) {
        names_.reserve(people.size());
        for (const auto& person : people) names_.push_back(lower(person.full_name));
    }
    [[nodiscard]] std::size_t find(const std::string& query) const {
        const std::string sought = lower(query);
        return static_cast<std::size_t>(
            std::count_if(names_.begin(), names_.end(),
                          [&](const std::string& name) { return name.find(sought) != std::string::npos; }));
    }

  private:
    std::vector<std::string> names_;
};

// Below three letters a trigram index has nothing to look up; LIKE 'x%' over all is what one would write.
class Trigrams {
  public:
    static sync::Result<Trigrams> make(const std::filesystem::path& file,
                                       const std::vector<event::Person>& people) {
        auto database = sync::Database::open(file);
        if (!database) return tl::unexpected(database.error());
        if (auto made =
                database->run("CREATE VIRTUAL TABLE name USING fts5(full_name, tokenize='trigram'); BEGIN");
            !made)
            return tl::unexpected(made.error());
        auto insert = database->prepare("INSERT INTO name (full_name) VALUES (?)");
        if (!insert) return tl::unexpected(insert.error());
        for (const auto& person : people) {
            if (auto done = insert->bind_text(1, person.full_name).step(); !done)
                return tl::unexpected(done.error());
        }
        if (auto done = database->run("COMMIT"); !done) return tl::unexpected(done.error());
        auto match = database->prepare("SELECT rowid FROM name WHERE name MATCH ? ORDER BY rank LIMIT 5");
        if (!match) return tl::unexpected(match.error());
        auto like = database->prepare("SELECT rowid FROM name WHERE full_name LIKE ? LIMIT 5");
        if (!like) return tl::unexpected(like.error());
        return Trigrams(std::move(*database), std::move(*match), std::move(*like));
    }
    bool find(const std::string& query) {
        auto& statement = query.size() < 3 ? like_ : match_;
        statement.bind_text(1, query.size() < 3 ? query + "%" : "\"" + query + "\"");
        while (true) {
            const auto row = statement.step();
            if (!row) return false;
            if (!*row) return true;
        }
    }

  private:
    Trigrams(sync::Database database, sync::Statement match, sync::Statement like)
        : database_(std::move(database)), match_(std::move(match)), like_(std::move(like)) {}
    sync::Database database_;
    sync::Statement match_, like_;
};

int search(const Order& order, std::size_t size, std::size_t names_typed) {
    const Folder folder;
    const auto people = invented_people(size);
    auto trigrams = Trigrams::make(folder.path() / "names.sqlite", people);
    if (!trigrams) return cannot(trigrams.error().detail);
    const Scan scan(people);
    event::FindIndex index(
        kiosk::session::read_nicknames(kiosk::session::asset_folder("names") / "nicknames.toml"));
    for (const auto& person : people) index.put(person);
    Samples ours, plain, fts;
    std::size_t found = 0;
    bool whole = true;
    for (const auto& query : typed_queries(people, names_typed)) {
        ours.add(processor_milliseconds_of([&] { found += index.find(query).size(); }));
        plain.add(processor_milliseconds_of([&] { found += scan.find(query); }));
        fts.add(processor_milliseconds_of([&] { whole = trigrams->find(query) && whole; }));
    }
    if (!whole || found == 0) return cannot("a search failed");
    print({order.name,
           ours.share(0.99),
           "ms of processor (p99 a letter typed)",
           Better::lower,
           {"every name looked through", plain.share(0.99)}});
    print({order.name + "_fts5",
           ours.share(0.99),
           "ms of processor (p99 a letter typed)",
           Better::lower,
           {"SQLite FTS5 trigrams, five best", fts.share(0.99)}});
    print({order.name + "_median",
           ours.median(),
           "ms of processor (p50 a letter typed)",
           Better::lower,
           {"every name looked through", plain.median()}});
    return 0;
}

}  // namespace
}  // namespace welcome::bench

int main(int argc, char** argv) {
    using namespace welcome::bench;
    const auto order = read_order(argc, argv);
    if (order.name == "search_10k") return search(order, order.first_size(10'000, 100), order.size(300, 5));
    if (order.name == "search_1m") return search(order, order.first_size(1'000'000, 200), order.size(30, 5));
    return cannot("this program measures search_10k and search_1m");
}
