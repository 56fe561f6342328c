#pragma once
// Bodies to JSON and back, by the members that facts_members.h names. Included by facts.cpp only.
// A member that is unknown here is passed over: tomorrow's version may say more.

#include <limits>
#include <nlohmann/json.hpp>

#include "kiosk/event/facts_members.h"
#include "kiosk/event/json_tree.h"
#include "kiosk/event/words.h"

namespace welcome::kiosk::event::json {

using nlohmann::json;

template <typename T>
concept Optional = requires(T value) {
    value.has_value();
};
template <typename T>
concept HasText = requires(T value) {
    value.text();
};
template <typename T>
concept List = requires(T value) {
    value.push_back(value.front());
}
&&!std::is_same_v<T, std::string>;

class Writer {
  public:
    template <typename T>
    void needs(const char* name, T& value) {
        out_[name] = write(value);
    }
    template <typename T>
    void operator()(const char* name, T& value, [[maybe_unused]] const T& left_out = T{}) {
        if constexpr (Optional<T>) {
            if (value.has_value()) needs(name, value);
        } else {
            if (!(value == left_out)) needs(name, value);
        }
    }
    json take() { return std::move(out_); }

    template <typename T>
    static json write(T& value) {
        if constexpr (Optional<T>) {
            return write(*value);
        } else if constexpr (HasText<T>) {
            return value.text();
        } else if constexpr (std::is_enum_v<T>) {
            return std::string(text_of(value));
        } else if constexpr (std::is_same_v<T, Instant>) {
            return value.time_since_epoch().count();
        } else if constexpr (std::is_same_v<T, std::string> || std::is_arithmetic_v<T>) {
            return value;
        } else if constexpr (List<T>) {
            json list = json::array();
            for (auto& entry : value) list.push_back(write(entry));
            return list;
        } else {
            Writer inner;
            members(inner, value);
            return inner.take();
        }
    }

  private:
    json out_ = json::object();
};

class Reader {
  public:
    Reader(const Tree& tree, std::uint32_t place)
        : tree_(tree), place_(place), good_(tree.nodes()[place].type == Node::Type::object) {}

    template <typename T>
    void needs(const char* name, T& value) {
        if (!good_) return;
        const auto found = tree_.find(place_, name);
        good_ = found != 0 && read(found, value);
    }
    template <typename T>
    void operator()(const char* name, T& value, [[maybe_unused]] const T& left_out = T{}) {
        if (!good_) return;
        const auto found = tree_.find(place_, name);
        if constexpr (Optional<T>) {
            value.reset();
        } else {
            value = left_out;
        }
        if (found != 0) good_ = read(found, value);
    }
    [[nodiscard]] bool good() const { return good_; }

  private:
    template <typename T>
    bool read(std::uint32_t place, T& value) const {
        const Node& node = tree_.nodes()[place];
        if constexpr (Optional<T>) {
            return read(place, value.emplace());
        } else if constexpr (HasText<T>) {
            const auto parsed = T::parse(node.text);
            if (parsed) value = *parsed;
            return parsed.has_value();
        } else if constexpr (std::is_enum_v<T>) {
            return node.type == Node::Type::string && read_word(node.text, value);
        } else if constexpr (std::is_same_v<T, Instant>) {
            std::int64_t count = 0;
            if (!read_number(node, count)) return false;
            value = Instant(std::chrono::milliseconds(count));
            return true;
        } else if constexpr (std::is_same_v<T, std::string>) {
            value = node.text;
            return node.type == Node::Type::string;
        } else if constexpr (std::is_same_v<T, bool>) {
            value = node.truth;
            return node.type == Node::Type::boolean;
        } else if constexpr (std::is_integral_v<T>) {
            return read_number(node, value);
        } else if constexpr (List<T>) {
            return read_list(place, value);
        } else {
            Reader inner(tree_, place);
            members(inner, value);
            return inner.good();
        }
    }
    // A number that does not fit its member is no number for us.
    template <typename T>
    static bool read_number(const Node& node, T& value) {
        if (node.type != Node::Type::number) return false;
        const auto most = static_cast<std::uint64_t>(std::numeric_limits<T>::max());
        if (!node.negative) {
            value = static_cast<T>(node.magnitude);
            return node.magnitude <= most;
        }
        value = static_cast<T>(std::uint64_t{0} - node.magnitude);
        return node.magnitude == 0 || (std::is_signed_v<T> && node.magnitude <= most + 1);
    }
    template <typename T>
    bool read_list(std::uint32_t place, T& list) const {
        const Node& node = tree_.nodes()[place];
        if (node.type != Node::Type::array) return false;
        for (auto entry = place + 1; entry < node.end; entry = tree_.nodes()[entry].end) {
            typename T::value_type value{};
            const bool known = read(entry, value);
            // A list of words may hold one of tomorrow's; the others still count.
            if (!known && !std::is_enum_v<typename T::value_type>) return false;
            if (known) list.push_back(std::move(value));
        }
        return true;
    }

    const Tree& tree_;
    std::uint32_t place_;
    bool good_;
};

}  // namespace welcome::kiosk::event::json
