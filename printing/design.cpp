#include "printing/design.h"

#include <algorithm>
#include <array>
#include <initializer_list>
#include <optional>
#include <string_view>
#include <toml++/toml.h>
#include <utility>

namespace welcome::printing {
namespace {

// Collects the first thing wrong with a table, so that the readers below need not stop at each line.
class TableReader {
  public:
    explicit TableReader(const toml::table& table) : table_(table) {}

    std::string text(std::string_view key, std::string otherwise = {}) {
        return value<std::string>(key, std::move(otherwise), "a text");
    }
    bool flag(std::string_view key) { return value<bool>(key, false, "true or false"); }
    double number(std::string_view key, double otherwise) {
        return value<double>(key, otherwise, "a number");
    }

    template <typename T>
    T one_of(std::string_view key, T otherwise, std::initializer_list<std::pair<std::string_view, T>> names) {
        const std::string said = text(key);
        if (said.empty()) return otherwise;
        for (const auto& [name, member] : names)
            if (name == said) return member;
        blame(std::string(key) + " cannot be \"" + said + "\"");
        return otherwise;
    }

    // A misspelt key would otherwise be a label with something missing.
    void allow_only_what_was_asked() {
        for (const auto& [key, node] : table_)
            if (std::find(asked_.begin(), asked_.end(), key.str()) == asked_.end())
                blame("unknown key " + std::string(key.str()));
    }
    void note(std::string_view key) { asked_.emplace_back(key); }
    void blame(const std::string& what) {
        if (wrong_.empty()) wrong_ = what;
    }
    [[nodiscard]] const std::string& wrong() const { return wrong_; }

  private:
    template <typename T>
    T value(std::string_view key, T otherwise, std::string_view kind) {
        note(key);
        const auto* node = table_.get(key);
        if (node == nullptr) return otherwise;
        if (auto found = node->value<T>()) return *std::move(found);
        blame(std::string(key) + " must be " + std::string(kind));
        return otherwise;
    }

    const toml::table& table_;
    std::vector<std::string> asked_;
    std::string wrong_;
};

void read_text_fields(TableReader& in, Element& element) {
    element.key = in.text("key");
    element.align = in.one_of<Align>(
        "align", Align::start, {{"start", Align::start}, {"center", Align::center}, {"end", Align::end}});
    element.valign = in.one_of<VerticalAlign>("valign", VerticalAlign::middle,
                                              {{"top", VerticalAlign::top},
                                               {"middle", VerticalAlign::middle},
                                               {"bottom", VerticalAlign::bottom},
                                               {"baseline", VerticalAlign::baseline}});
    element.weight = in.one_of<Weight>("weight", Weight::regular,
                                       {{"regular", Weight::regular},
                                        {"medium", Weight::medium},
                                        {"bold", Weight::bold},
                                        {"black", Weight::black}});
    element.cap_max = in.number("cap_max", element.cap_max);
    element.cap_min = in.number("cap_min", element.cap_min);
    element.lines = static_cast<int>(in.number("lines", 1));
    if (element.kind == ElementKind::text && element.key.empty()) in.blame("a text needs a key");
    if (element.cap_min <= 0 || element.cap_max < element.cap_min || element.lines < 1)
        in.blame("cap_min, cap_max and lines do not go together");
}

void read_shape_fields(TableReader& in, Element& element) {
    element.dot = in.one_of<DotStyle>(
        "dot", DotStyle::full,
        {{"full", DotStyle::full}, {"ring", DotStyle::ring}, {"barred", DotStyle::barred}});
    element.filled = in.flag("filled");
    element.radius = in.number("radius", element.radius);
    element.thickness = in.number("thickness", element.thickness);
}

Element read_element(TableReader& in) {
    Element element;
    element.kind = in.one_of<ElementKind>("kind", ElementKind::text,
                                          {{"text", ElementKind::text},
                                           {"qr", ElementKind::qr},
                                           {"box", ElementKind::box},
                                           {"rule", ElementKind::rule},
                                           {"dot", ElementKind::dot},
                                           {"mark", ElementKind::mark}});
    element.box = {in.number("x", 0), in.number("y", 0), in.number("w", 0), in.number("h", 0)};
    element.inverse = in.flag("inverse");
    element.when = in.text("when");
    if (const auto equals = element.when.find('='); equals != std::string::npos) {
        element.when_value = element.when.substr(equals + 1);
        element.when.resize(equals);
    }
    read_text_fields(in, element);
    read_shape_fields(in, element);
    if (element.box.w <= 0 || element.box.h <= 0) in.blame("w and h must be above 0");
    in.allow_only_what_was_asked();
    return element;
}

void read_elements(const toml::table& table, TableReader& top, Design& design) {
    top.note("element");
    const auto* elements = table["element"].as_array();
    if (elements == nullptr) return top.blame("no [[element]]");
    for (const auto& node : *elements) {
        const auto* fields = node.as_table();
        if (fields == nullptr) return top.blame("an element must be a table");
        TableReader in(*fields);
        design.elements.push_back(read_element(in));
        const Box& box = design.elements.back().box;
        if (box.x < 0 || box.y < 0 || box.x + box.w > design.width || box.y + box.h > design.height)
            in.blame("it reaches over the label's edge");
        if (!in.wrong().empty())
            top.blame("element " + std::to_string(design.elements.size()) + ": " + in.wrong());
    }
}

void read_required(const toml::table& table, TableReader& top, Design& design) {
    top.note("required");
    const auto* required = table["required"].as_array();
    if (required == nullptr) return top.blame("no list \"required\"");
    for (const auto& node : *required) {
        const auto key = node.value<std::string>();
        if (!key) return top.blame("\"required\" lists texts");
        design.required.push_back(*key);
    }
}

}  // namespace

Result<Design> read_design(const std::filesystem::path& file) {
    toml::table table;
    try {
        table = toml::parse_file(file.string());
    } catch (const toml::parse_error& error) {
        return fail(Fault::unreadable, file.string() + ": " + std::string(error.description()));
    }
    TableReader top(table);
    Design design;
    design.name = file.stem().string();
    design.width = top.number("width", design.width);
    design.height = top.number("height", design.height);
    design.needs_qr = top.flag("needs_qr");
    if (design.width < 5 || design.width > 1'000 || design.height < 5 || design.height > 1'000)
        top.blame("a label is 5 to 1,000 mm wide and high");
    read_required(table, top, design);
    read_elements(table, top, design);
    top.allow_only_what_was_asked();
    if (!top.wrong().empty()) return fail(Fault::unreadable, file.string() + ": " + top.wrong());
    return design;
}

Design on_stock(const Design& design, double width, double height) {
    Design other = design;
    const double across = width / design.width;
    const double down = height / design.height;
    other.width = width;
    other.height = height;
    for (auto& element : other.elements) {
        element.box = {element.box.x * across, element.box.y * down, element.box.w * across,
                       element.box.h * down};
        element.radius *= std::min(across, down);
    }
    return other;
}

}  // namespace welcome::printing
