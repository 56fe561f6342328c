#include <algorithm>
#include <cmath>
#include <numbers>
#include <pango/pangocairo.h>

#include "printing/scene.h"

namespace welcome::printing {
namespace {

constexpr double k_pi = std::numbers::pi;
constexpr double k_finest_dots = 2;       // dots a QR module on a thermal head
constexpr double k_finest_module = 0.25;  // millimetres: what a phone reads from paper

void ink(cairo_t* cairo, bool inverse) {
    const double shade = inverse ? 1 : 0;
    cairo_set_source_rgb(cairo, shade, shade, shade);
}

// On vectors the letters go as outlines: no font to embed (a Han font costs 20 ms and 100 KB a label) and
// none for a print server to replace.
void draw_text(cairo_t* cairo, const Fitted& item, bool as_outlines) {
    ink(cairo, item.element.inverse);
    cairo_translate(cairo, item.text.x, item.text.y);
    cairo_scale(cairo, item.text.scale, item.text.scale);
    cairo_move_to(cairo, 0, 0);
    if (!as_outlines) return pango_cairo_show_layout(cairo, item.text.layout.get());
    pango_cairo_layout_path(cairo, item.text.layout.get());
    cairo_fill(cairo);
}

void trace_rounded(cairo_t* cairo, const Box& box, double radius) {
    const double r = std::min({radius, box.w / 2, box.h / 2});
    cairo_new_sub_path(cairo);
    cairo_arc(cairo, box.x + box.w - r, box.y + r, r, -k_pi / 2, 0);
    cairo_arc(cairo, box.x + box.w - r, box.y + box.h - r, r, 0, k_pi / 2);
    cairo_arc(cairo, box.x + r, box.y + box.h - r, r, k_pi / 2, k_pi);
    cairo_arc(cairo, box.x + r, box.y + r, r, k_pi, 3 * k_pi / 2);
    cairo_close_path(cairo);
}

void draw_box(cairo_t* cairo, const Fitted& item) {
    const auto& element = item.element;
    ink(cairo, element.inverse);
    if (element.filled || element.kind == ElementKind::rule) {
        trace_rounded(cairo, item.box, element.radius);
        return cairo_fill(cairo);
    }
    const double half = element.thickness / 2;
    const Box middle{item.box.x + half, item.box.y + half, item.box.w - 2 * half, item.box.h - 2 * half};
    trace_rounded(cairo, middle, element.radius);
    cairo_set_line_width(cairo, element.thickness);
    cairo_stroke(cairo);
}

void draw_dot(cairo_t* cairo, const Fitted& item) {
    const auto& element = item.element;
    const double outer = std::min(item.box.w, item.box.h) / 2;
    const double x = item.box.x + item.box.w / 2;
    const double y = item.box.y + item.box.h / 2;
    ink(cairo, element.inverse);
    if (element.dot == DotStyle::full) {
        cairo_arc(cairo, x, y, outer, 0, 2 * k_pi);
        return cairo_fill(cairo);
    }
    const double radius = outer - element.thickness / 2;
    cairo_set_line_width(cairo, element.thickness);
    cairo_arc(cairo, x, y, radius, 0, 2 * k_pi);
    cairo_stroke(cairo);
    if (element.dot != DotStyle::barred) return;
    const double arm = radius * std::numbers::sqrt2 / 2;
    cairo_move_to(cairo, x - arm, y + arm);
    cairo_line_to(cairo, x + arm, y - arm);
    cairo_stroke(cairo);
}

// The warning triangle, with its exclamation mark cut out.
void draw_mark(cairo_t* cairo, const Fitted& item) {
    const Box& box = item.box;
    const double side = std::min(box.w, box.h * 2 / std::sqrt(3.0));
    const double height = side * std::sqrt(3.0) / 2;
    const double x = box.x + box.w / 2;
    const double top = box.y + (box.h - height) / 2;
    const double corner = side * 0.08;
    ink(cairo, item.element.inverse);
    cairo_set_line_join(cairo, CAIRO_LINE_JOIN_ROUND);
    cairo_set_line_width(cairo, 2 * corner);
    cairo_move_to(cairo, x, top + 2 * corner);
    cairo_line_to(cairo, x + side / 2 - 1.7 * corner, top + height - corner);
    cairo_line_to(cairo, x - side / 2 + 1.7 * corner, top + height - corner);
    cairo_close_path(cairo);
    cairo_fill_preserve(cairo);
    cairo_stroke(cairo);
    ink(cairo, !item.element.inverse);
    const double bar = side * 0.12;
    cairo_rectangle(cairo, x - bar / 2, top + height * 0.34, bar, height * 0.34);
    cairo_fill(cairo);
    cairo_arc(cairo, x, top + height * 0.80, bar * 0.58, 0, 2 * k_pi);
    cairo_fill(cairo);
}

// Neighbours in a row as one rectangle: half the path, and half the time that a PDF takes.
void trace_modules(cairo_t* cairo, const QrMatrix& qr, double x, double y, double module) {
    for (int row = 0; row < qr.size; ++row) {
        for (int column = 0; column < qr.size;) {
            int end = column;
            while (end < qr.size && qr.dark(end, row)) ++end;
            if (end > column)
                cairo_rectangle(cairo, x + column * module, y + row * module, (end - column) * module,
                                module);
            column = std::max(end, column + 1);
        }
    }
}

bool draw_qr(cairo_t* cairo, const Fitted& item, double dots_per_mm) {
    const int across = item.qr.size + 2 * k_quiet_zone;
    const double side = std::min(item.box.w, item.box.h);
    double module = side / across;
    if (dots_per_mm > 0) {
        const double dots = std::floor(module * dots_per_mm);
        if (dots < k_finest_dots) return false;
        module = dots / dots_per_mm;
    }
    if (module < k_finest_module * 0.95) return false;
    double x = item.box.x + (item.box.w - module * across) / 2 + module * k_quiet_zone;
    double y = item.box.y + (item.box.h - module * across) / 2 + module * k_quiet_zone;
    if (dots_per_mm > 0) {
        x = std::round(x * dots_per_mm) / dots_per_mm;
        y = std::round(y * dots_per_mm) / dots_per_mm;
    }
    ink(cairo, item.element.inverse);
    cairo_set_antialias(cairo, CAIRO_ANTIALIAS_NONE);  // whole dots only; a blurred edge is a misread
    trace_modules(cairo, item.qr, x, y, module);
    cairo_fill(cairo);
    return true;
}

bool draw_item(cairo_t* cairo, const Fitted& item, double dots_per_mm) {
    switch (item.element.kind) {
        case ElementKind::text:
            draw_text(cairo, item, dots_per_mm == 0);
            return true;
        case ElementKind::qr:
            return draw_qr(cairo, item, dots_per_mm);
        case ElementKind::box:
        case ElementKind::rule:
            draw_box(cairo, item);
            return true;
        case ElementKind::dot:
            draw_dot(cairo, item);
            return true;
        case ElementKind::mark:
            draw_mark(cairo, item);
            return true;
    }
    return true;
}

}  // namespace

bool draw(const Scene& scene, cairo_t* cairo, double dots_per_mm) {
    cairo_set_source_rgb(cairo, 1, 1, 1);
    if (dots_per_mm > 0) {
        cairo_paint(cairo);  // to the last dot, where the label ends between two
    } else {
        cairo_rectangle(cairo, 0, 0, scene.width, scene.height);  // others may stand on the same page
        cairo_fill(cairo);
    }
    for (const auto& item : scene.items) {
        cairo_save(cairo);
        cairo_new_path(cairo);  // a text leaves its pen where it ended
        const bool readable = draw_item(cairo, item, dots_per_mm);
        cairo_restore(cairo);
        if (!readable) return false;
    }
    return true;
}

}  // namespace welcome::printing
