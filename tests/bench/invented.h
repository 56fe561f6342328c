#pragma once
// Invented people, the same at every run: names put together from syllables, some common, most rare, as a
// town's are. Pure.

#include <random>
#include <string>
#include <vector>

#include "kiosk/event/state.h"

namespace welcome::bench {

class Town {
  public:
    explicit Town(unsigned seed = 20261203);
    kiosk::event::Person next();

  private:
    std::string syllables(int count);
    const std::string& often_the_first(const std::vector<std::string>& names);

    std::mt19937 chance_;
    std::uint64_t number_ = 0;
    std::vector<std::string> first_, last_;
};

std::vector<kiosk::event::Person> invented_people(std::size_t count);

// As somebody types them at the table: each name from its first letter to its end, now and then with a slip.
std::vector<std::string> typed_queries(const std::vector<kiosk::event::Person>& people, std::size_t names);

sync::Uuid uuid_of(std::uint64_t number);

}  // namespace welcome::bench
