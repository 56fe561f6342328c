#pragma once
// Bodies kept apart by kind: a check-in does not take the room of a registration. Included by
// state_inside.h only.

#include <cstdint>
#include <deque>
#include <tuple>
#include <utility>
#include <variant>

namespace welcome::kiosk::event {

template <typename Kind, typename Variant>
inline constexpr std::size_t index_of = 0;
template <typename Kind, typename... Kinds>
inline constexpr std::size_t index_of<Kind, std::variant<Kinds...>> = [] {
    std::size_t index = 0;
    const bool found = ((std::is_same_v<Kind, Kinds> || (++index, false)) || ...);
    return found ? index : sizeof...(Kinds);
}();

template <typename Variant>
class Shelves;

template <typename... Kinds>
class Shelves<std::variant<Kinds...>> {
  public:
    std::uint32_t put(std::variant<Kinds...>&& body) {
        return std::visit(
            [this](auto& kind) {
                auto& shelf = std::get<std::deque<std::decay_t<decltype(kind)>>>(shelves_);
                shelf.push_back(std::move(kind));
                return static_cast<std::uint32_t>(shelf.size() - 1);
            },
            body);
    }
    template <typename Kind>
    const Kind& at(std::uint32_t slot) const {
        return std::get<std::deque<Kind>>(shelves_)[slot];
    }
    void visit(std::size_t kind, std::uint32_t slot, const auto& with) const {
        const auto try_each = [&]<std::size_t... I>(std::index_sequence<I...>) {
            static_cast<void>(((kind == I ? (with(std::get<I>(shelves_)[slot]), true) : false) || ...));
        };
        try_each(std::index_sequence_for<Kinds...>{});
    }

  private:
    std::tuple<std::deque<Kinds>...> shelves_;
};

}  // namespace welcome::kiosk::event
