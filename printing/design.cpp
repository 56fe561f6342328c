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

// How often what follows stands, one below the other.
struct Repeat {
    int rows = 1;
    double height = 0;  // from one row to the next, millimetres
    bool numbered = false;
};

Element in_row(Element element, const Repeat& repeat, int row) {
    if (!repeat.numbered) return element;
    const std::string number = "_" + std::to_string(row + 1);
    element.box.y += repeat.height * row;
    if (!element.key.empty()) element.key += number;
    if (!element.when.empty()) element.when += number;
    return element;
}

void read_elements(const toml::table& table, const std::string& what, const Repeat& repeat, TableReader& top,
                   Design& design) {
    top.note("element");
    const auto* elements = table["element"].as_array();
    if (elements == nullptr) return top.blame(what + ": no [[element]]");
    int place = 0;
    for (const auto& node : *elements) {
        ++place;
        const auto* fields = node.as_table();
        if (fields == nullptr) return top.blame(what + ": an element must be a table");
        TableReader in(*fields);
        const Element element = read_element(in);
        for (int row = 0; row < repeat.rows; ++row) {
            design.elements.push_back(in_row(element, repeat, row));
            const Box& box = design.elements.back().box;
            if (box.x < 0 || box.y < 0 || box.x + box.w > design.width || box.y + box.h > design.height)
                in.blame("it reaches over the label's edge");
        }
        if (!in.wrong().empty()) top.blame(what + " " + std::to_string(place) + ": " + in.wrong());
    }
}

void read_repeats(const toml::table& table, TableReader& top, Design& design) {
    top.note("repeat");
    const auto* repeats = table["repeat"].as_array();
    if (repeats == nullptr) return;
    for (const auto& node : *repeats) {
        const auto* fields = node.as_table();
        if (fields == nullptr) return top.blame("repeat: it must be a table");
        TableReader in(*fields);
        const Repeat repeat{.rows = static_cast<int>(in.number("rows", 0)),
                            .height = in.number("row_height", 0),
                            .numbered = true};
        if (repeat.rows < 1 || repeat.rows > 200 || repeat.height <= 0) {
            in.blame("repeat: rows is 1 to 200, row_height above 0");
        } else {
            read_elements(*fields, "repeat: element", repeat, in, design);
        }
        in.allow_only_what_was_asked();
        if (!in.wrong().empty()) return top.blame(in.wrong());
    }
}

void read_grid(const toml::table& table, TableReader& top, Design& design) {
    top.note("grid");
    const auto* fields = table["grid"].as_table();
    if (fields == nullptr) return;
    TableReader in(*fields);
    Grid grid;
    grid.of = in.text("of");
    grid.columns = static_cast<int>(in.number("columns", 0));
    grid.rows = static_cast<int>(in.number("rows", 0));
    grid.cell = {in.number("x", 0), in.number("y", 0), in.number("w", 0), in.number("h", 0)};
    grid.step_x = in.number("step_x", grid.cell.w);
    grid.step_y = in.number("step_y", grid.cell.h);
    in.allow_only_what_was_asked();
    if (grid.of.empty() || grid.columns < 1 || grid.rows < 1 || grid.cell.w < 5 || grid.cell.h < 5)
        in.blame("it needs of, columns, rows, w and h");
    const double right = grid.cell.x + grid.step_x * (grid.columns - 1) + grid.cell.w;
    const double bottom = grid.cell.y + grid.step_y * (grid.rows - 1) + grid.cell.h;
    if (right > design.width || bottom > design.height) in.blame("it reaches over the sheet's edge");
    if (!in.wrong().empty()) return top.blame("grid: " + in.wrong());
    design.grid = grid;
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
    read_grid(table, top, design);
    if (!design.grid) {
        read_required(table, top, design);
        read_elements(table, "element", {}, top, design);
        read_repeats(table, top, design);
    }
    top.allow_only_what_was_asked();
    if (!top.wrong().empty()) return fail(Fault::unreadable, file.string() + ": " + top.wrong());
    return design;
}

namespace {

// Where boxes lie along one side of the label, and where they are to lie on the stock.
struct Stretch {
    double from = 0, factor = 1, to = 0;
    [[nodiscard]] double place(double at) const { return to + (at - from) * factor; }
};

Stretch stretch(double least, double most, double length, double wanted, double margin) {
    const double scale = wanted / length;
    const double begin = std::max(least * scale, margin);
    const double end = std::min(most * scale, wanted - margin);
    return {.from = least, .factor = (end - begin) / (most - least), .to = begin};
}

}  // namespace

Design on_stock(const Design& design, const Stock& stock) {
    Design other = design;
    other.width = stock.width;
    other.height = stock.height > 0 ? stock.height : design.height * stock.width / design.width;
    if (design.elements.empty()) return other;
    double left = design.width, right = 0, top = design.height, bottom = 0;
    for (const auto& element : design.elements) {
        left = std::min(left, element.box.x);
        right = std::max(right, element.box.x + element.box.w);
        top = std::min(top, element.box.y);
        bottom = std::max(bottom, element.box.y + element.box.h);
    }
    const auto across = stretch(left, right, design.width, other.width, stock.side);
    const auto down = stretch(top, bottom, design.height, other.height, stock.edge);
    const double smaller = std::min(across.factor, down.factor);
    for (auto& element : other.elements) {
        element.box = {across.place(element.box.x), down.place(element.box.y), element.box.w * across.factor,
                       element.box.h * down.factor};
        element.radius *= smaller;
        element.cap_max *= std::max(1.0, smaller);
    }
    return other;
}

}  // namespace welcome::printing
