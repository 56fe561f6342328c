#pragma once
// Two ways to find a person. The guest's tells one answer at most; the volunteer's is tolerant.

#include <memory>
#include <string_view>
#include <vector>

#include "kiosk/event/nicknames.h"
#include "kiosk/event/state.h"

namespace welcome::kiosk::event {

// First letters of the first name (1 to 3, folded) and the last four digits of the phone: the one person
// who fits and is not hidden. Nothing where nobody or more than one fits, and the caller cannot tell which.
const Person* find_guest(const State&, std::string_view letters, std::string_view last_four);

struct Found {
    PersonId person;
    double score = 0;  // 0 … 1, higher is better
};
// An index over names, phones, emails and tickets: order-free words, folded by ICU, as written, as they sound
// and as people call each other. One owner, one thread.
class FindIndex {
  public:
    explicit FindIndex(Nicknames nicknames = {});
    ~FindIndex();
    FindIndex(FindIndex&&) noexcept;
    FindIndex& operator=(FindIndex&&) noexcept;
    // Adds or replaces a person.
    void put(const Person& person);
    void remove(const PersonId& person);
    [[nodiscard]] std::vector<Found> find(std::string_view query, std::size_t limit = 5) const;

  private:
    struct Inside;
    std::unique_ptr<Inside> inside_;
};

}  // namespace welcome::kiosk::event
