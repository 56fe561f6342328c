#pragma once
// A body's JSON as a flat list of views: what most bodies are (plain ASCII, whole numbers) is scanned in
// place; anything else goes through nlohmann's parser, which alone decides what JSON is. Starting with an
// evening's facts is mostly this. Included by facts_json.h and json_tree.cpp only.

#include <cstdint>
#include <deque>
#include <string>
#include <string_view>
#include <vector>

namespace welcome::kiosk::event::json {

struct Node {
    enum class Type : std::uint8_t { object, array, string, number, boolean, other };

    std::string_view key;   // of the member that this is, if it is one
    std::string_view text;  // of a string
    std::uint64_t magnitude = 0;
    std::uint32_t end = 0;  // the place behind this node and all that is in it
    Type type = Type::other;
    bool negative = false;
    bool truth = false;
};

class Tree {
  public:
    // `text` must outlive the tree. False where it is no JSON.
    bool parse(std::string_view text);

    [[nodiscard]] const std::vector<Node>& nodes() const { return nodes_; }
    // The place of a member of the object at `object`, the last one where several share the name; 0: none.
    [[nodiscard]] std::uint32_t find(std::uint32_t object, std::string_view name) const;

  private:
    friend class Scan;
    friend class Events;
    std::vector<Node> nodes_;          // each object or list before what is in it
    std::deque<std::string> strings_;  // of those that cannot be viewed in place
};

}  // namespace welcome::kiosk::event::json
