#include "printing/scene.h"

namespace welcome::printing {
namespace {

const std::string* text_for(const Label& label, const std::string& key) {
    const auto found = label.texts.find(key);
    return found == label.texts.end() || found->second.empty() ? nullptr : &found->second;
}

bool is_wanted(const Element& element, const Label& label) {
    if (!element.when.empty()) {
        const auto* condition = text_for(label, element.when);
        if (condition == nullptr) return false;
        if (!element.when_value.empty() && *condition != element.when_value) return false;
    }
    if (element.kind == ElementKind::text) return text_for(label, element.key) != nullptr;
    return element.kind != ElementKind::qr || !label.qr.empty();
}

Box mirrored(const Box& box, double width) {
    return {width - box.x - box.w, box.y, box.w, box.h};
}

std::string what_is_missing(const Design& design, const Label& label) {
    for (const auto& key : design.required)
        if (text_for(label, key) == nullptr) return "the text \"" + key + "\"";
    return design.needs_qr && label.qr.empty() ? "the QR code's text" : "";
}

}  // namespace

Result<Scene> compose(const Design& design, const Label& label, TextFitter& fitter) {
    if (const auto missing = what_is_missing(design, label); !missing.empty())
        return fail(Fault::unreadable, "the label \"" + design.name + "\" needs " + missing);
    Scene scene{.width = design.width, .height = design.height, .items = {}};
    const bool from_right = reads_from_right(label.language);
    for (const auto& element : design.elements) {
        if (!is_wanted(element, label)) continue;
        Fitted item{.element = element, .box = element.box, .text = {}, .qr = {}};
        if (from_right) item.box = mirrored(element.box, design.width);
        if (element.kind == ElementKind::text)
            item.text = fitter.fit(*text_for(label, element.key), element, item.box, label.language);
        if (element.kind == ElementKind::qr) {
            auto matrix = encode_qr(label.qr);
            if (!matrix) return tl::unexpected(matrix.error());
            item.qr = *std::move(matrix);
        }
        scene.items.push_back(std::move(item));
    }
    return scene;
}

Layout layout_of(const Scene& scene, const std::string& design) {
    Layout layout{.design = design, .width = scene.width, .height = scene.height, .placed = {}};
    for (const auto& item : scene.items) {
        Placed placed{.kind = item.element.kind, .key = item.element.key, .box = item.box, .ink = item.box};
        if (item.element.kind == ElementKind::text) {
            placed.ink = item.text.ink;
            placed.cap = item.text.cap;
            placed.lines = item.text.lines;
            placed.unknown = item.text.unknown;
            placed.overflow = item.text.overflow;
        }
        placed.modules = item.qr.size;
        layout.placed.push_back(std::move(placed));
    }
    return layout;
}

}  // namespace welcome::printing
