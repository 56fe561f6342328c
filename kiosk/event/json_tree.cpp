#include "kiosk/event/json_tree.h"

#include <limits>
#include <nlohmann/json.hpp>

namespace welcome::kiosk::event::json {

// Reads plain JSON in place; stops at the first thing that is not plain.
class Scan {
  public:
    Scan(std::string_view text, std::vector<Node>& nodes) : text_(text), nodes_(nodes) {}

    bool whole() {
        const bool good = value({}, 0);
        blanks();
        return good && at_ == text_.size();
    }

  private:
    static constexpr int k_deepest = 8;

    void blanks() {
        while (at_ < text_.size() && (text_[at_] == ' ' || text_[at_] == '\n')) ++at_;
    }
    bool skip(char wanted) {
        blanks();
        const bool there = at_ < text_.size() && text_[at_] == wanted;
        at_ += there ? 1 : 0;
        return there;
    }
    bool word(std::string_view wanted) {
        if (!text_.substr(at_).starts_with(wanted)) return false;
        at_ += wanted.size();
        return true;
    }
    bool plain_string(std::string_view& out) {
        if (!skip('"')) return false;
        const auto begin = at_;
        for (; at_ < text_.size() && text_[at_] != '"'; ++at_) {
            const auto byte = static_cast<unsigned char>(text_[at_]);
            if (byte < 0x20 || byte >= 0x7F || byte == '\\') return false;
        }
        out = text_.substr(begin, at_ - begin);
        return skip('"');
    }
    bool number(Node& node) {
        constexpr std::size_t longest = 18;  // digits that surely fit
        node.type = Node::Type::number;
        node.negative = skip('-');
        const auto begin = at_;
        for (; at_ < text_.size() && text_[at_] >= '0' && text_[at_] <= '9'; ++at_)
            node.magnitude = node.magnitude * 10 + static_cast<std::uint64_t>(text_[at_] - '0');
        const auto digits = at_ - begin;
        const bool more = at_ < text_.size() && (text_[at_] == '.' || text_[at_] == 'e' || text_[at_] == 'E');
        return digits > 0 && digits <= longest && !more && (digits == 1 || text_[begin] != '0');
    }
    bool value(std::string_view key, int depth) {
        blanks();
        if (at_ == text_.size() || depth > k_deepest) return false;
        const auto place = nodes_.size();
        nodes_.push_back({.key = key});
        const char first = text_[at_];
        bool good = false;
        if (first == '{' || first == '[') {
            good = inside(place, first, depth);
        } else if (first == '"') {
            nodes_[place].type = Node::Type::string;
            good = plain_string(nodes_[place].text);
        } else if (first == 't' || first == 'f') {
            nodes_[place].type = Node::Type::boolean;
            nodes_[place].truth = first == 't';
            good = word(first == 't' ? "true" : "false");
        } else {
            good = number(nodes_[place]);
        }
        nodes_[place].end = static_cast<std::uint32_t>(nodes_.size());
        return good;
    }
    bool inside(std::size_t place, char opening, int depth) {
        const bool is_object = opening == '{';
        const char closing = is_object ? '}' : ']';
        nodes_[place].type = is_object ? Node::Type::object : Node::Type::array;
        ++at_;
        if (skip(closing)) return true;
        do {
            std::string_view key;
            if (is_object && !(plain_string(key) && skip(':'))) return false;
            if (!value(key, depth + 1)) return false;
        } while (skip(','));
        return skip(closing);
    }

    std::string_view text_;
    std::vector<Node>& nodes_;
    std::size_t at_ = 0;
};

// nlohmann's parser tells what it meets; this writes it down.
class Events : public nlohmann::json_sax<nlohmann::json> {
  public:
    explicit Events(Tree& tree) : tree_(tree) {}

    bool null() override { return leaf({.type = Node::Type::other}); }
    bool boolean(bool truth) override { return leaf({.type = Node::Type::boolean, .truth = truth}); }
    bool number_integer(number_integer_t number) override {
        return leaf({.magnitude = std::uint64_t{0} - static_cast<std::uint64_t>(number),
                     .type = Node::Type::number,
                     .negative = true});  // Those that are not negative come as unsigned.
    }
    bool number_unsigned(number_unsigned_t number) override {
        return leaf({.magnitude = number, .type = Node::Type::number});
    }
    bool number_float(number_float_t, const string_t&) override { return null(); }
    bool binary(binary_t&) override { return null(); }
    bool string(string_t& text) override { return leaf({.text = keep(text), .type = Node::Type::string}); }
    bool start_object(std::size_t) override { return open(Node::Type::object); }
    bool start_array(std::size_t) override { return open(Node::Type::array); }
    bool end_object() override { return close(); }
    bool end_array() override { return close(); }
    bool key(string_t& text) override {
        key_ = keep(text);
        return true;
    }
    bool parse_error(std::size_t, const std::string&, const nlohmann::json::exception&) override {
        return false;
    }

  private:
    std::string_view keep(string_t& text) { return tree_.strings_.emplace_back(std::move(text)); }
    bool leaf(Node node) {
        node.key = std::exchange(key_, {});
        node.end = static_cast<std::uint32_t>(tree_.nodes_.size() + 1);
        tree_.nodes_.push_back(node);
        return true;
    }
    bool open(Node::Type type) {
        opened_.push_back(tree_.nodes_.size());
        return leaf({.type = type});
    }
    bool close() {
        tree_.nodes_[opened_.back()].end = static_cast<std::uint32_t>(tree_.nodes_.size());
        opened_.pop_back();
        return true;
    }

    Tree& tree_;
    std::string_view key_;
    std::vector<std::size_t> opened_;
};

bool Tree::parse(std::string_view text) {
    constexpr std::size_t usual = 24;
    nodes_.reserve(usual);
    if (Scan(text, nodes_).whole()) return true;
    nodes_.clear();
    Events events(*this);
    return nlohmann::json::sax_parse(text, &events);
}

std::uint32_t Tree::find(std::uint32_t object, std::string_view name) const {
    std::uint32_t found = 0;
    for (std::uint32_t place = object + 1; place < nodes_[object].end; place = nodes_[place].end) {
        if (nodes_[place].key == name) found = place;
    }
    return found;
}

}  // namespace welcome::kiosk::event::json
