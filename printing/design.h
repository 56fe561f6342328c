#pragma once
// A label's design as data: boxes in millimetres and which text goes where. Read once from
// assets/labels/*.toml; a plain value afterwards.

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "printing/result.h"
#include "printing/stock.h"

namespace welcome::printing {

struct Box {
    double x = 0, y = 0, w = 0, h = 0;  // millimetres from the top left corner
};

enum class ElementKind { text, qr, box, rule, dot, mark };
enum class Align { start, center, end };                     // start is the right-hand side in Arabic
enum class VerticalAlign { top, middle, bottom, baseline };  // baseline: in line with its neighbours
enum class Weight { regular, medium, bold, black };
enum class DotStyle { full, ring, barred };

struct Element {
    ElementKind kind = ElementKind::text;
    Box box;
    std::string key;         // text: which of the label's texts
    std::string when;        // drawn only if this text is there …
    std::string when_value;  // … and, if given, says exactly this
    bool inverse = false;    // paper on ink

    Align align = Align::start;
    VerticalAlign valign = VerticalAlign::middle;
    Weight weight = Weight::regular;
    double cap_max = 3, cap_min = 1.5;  // height of a capital letter, millimetres
    int lines = 1;                      // at most, while cap_min can be held

    DotStyle dot = DotStyle::full;
    bool filled = false;
    double radius = 0, thickness = 0.35;
};

// Cells of one size, in which labels of another design stand.
struct Grid {
    std::string of;  // that design's name
    int columns = 0, rows = 0;
    Box cell;                       // the first one
    double step_x = 0, step_y = 0;  // from one to the next
};

struct Design {
    std::string name;
    double width = 62, height = 29;
    std::vector<std::string> required;  // texts without which this label must not be printed
    bool needs_qr = false;
    std::vector<Element> elements;
    std::optional<Grid> grid;  // then there are no elements
};

Result<Design> read_design(const std::filesystem::path& file);

// The same design on other stock: boxes move and stretch, and keep clear of its edges; what is larger gets
// larger letters; texts fit themselves in afterwards.
Design on_stock(const Design& design, const Stock& stock);

}  // namespace welcome::printing
