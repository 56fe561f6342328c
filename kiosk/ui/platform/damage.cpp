#include "kiosk/ui/platform/damage.h"

#include <algorithm>
#include <unordered_map>
#include <utility>

#include "kiosk/ui/platform/shapes.h"

namespace welcome::kiosk::ui {
namespace {

constexpr std::size_t k_most_rects = 12;

bool worth_joining(const PixelRect& a, const PixelRect& b) {
    constexpr std::int64_t trifle = std::int64_t{32} * 32;
    return a.touches(b) || a.joined(b).area() <= (a.area() + b.area()) * 5 / 4 + trifle;
}

// The place in `rects` that grows least when it takes `rect` in.
std::size_t cheapest(const std::vector<PixelRect>& rects, const PixelRect& rect) {
    const auto growth = [&](const PixelRect& one) { return one.joined(rect).area() - one.area(); };
    const auto found = std::min_element(rects.begin(), rects.end(),
                                        [&](const auto& a, const auto& b) { return growth(a) < growth(b); });
    return static_cast<std::size_t>(found - rects.begin());
}

void absorb(std::vector<PixelRect>& rects, PixelRect rect) {
    for (std::size_t i = 0; i < rects.size();) {
        if (!worth_joining(rects[i], rect)) {
            ++i;
            continue;
        }
        rect = rect.joined(rects[i]);
        rects.erase(rects.begin() + static_cast<std::ptrdiff_t>(i));
        i = 0;  // grown: it may touch now what it passed before
    }
    if (rects.size() < k_most_rects) {
        rects.push_back(rect);
        return;
    }
    const std::size_t place = cheapest(rects, rect);
    const PixelRect both = rects[place].joined(rect);
    rects.erase(rects.begin() + static_cast<std::ptrdiff_t>(place));
    absorb(rects, both);
}

}  // namespace

std::vector<PixelRect> few_and_disjoint(const std::vector<PixelRect>& rects) {
    std::vector<PixelRect> few;
    for (const PixelRect& rect : rects) {
        if (!rect.empty()) absorb(few, rect);
    }
    return few;
}

// Any common subsequence leaves a right answer; a longer one a smaller. Equal ends are taken off first, then
// each shape looks for its like further on in the old frame.
std::vector<PixelRect> damage_between(const std::vector<Mark>& before, const std::vector<Mark>& now) {
    const auto alike = [](const Mark& a, const Mark& b) { return a.hash == b.hash; };
    const auto [old_first, new_first] =
        std::mismatch(before.begin(), before.end(), now.begin(), now.end(), alike);
    const auto [old_back, new_back] =
        std::mismatch(before.rbegin(), std::make_reverse_iterator(old_first), now.rbegin(),
                      std::make_reverse_iterator(new_first), alike);
    const std::vector<Mark> was(old_first, old_back.base());
    const std::vector<Mark> is(new_first, new_back.base());

    std::unordered_map<std::uint64_t, std::vector<std::size_t>> places;
    for (std::size_t i = 0; i < was.size(); ++i) places[was[i].hash].push_back(i);
    std::vector<PixelRect> changed;
    std::vector<bool> kept(was.size(), false);
    std::size_t next = 0;
    for (const Mark& mark : is) {
        const auto found = places.find(mark.hash);
        const auto place = found == places.end()
                               ? std::vector<std::size_t>::iterator{}
                               : std::lower_bound(found->second.begin(), found->second.end(), next);
        if (found == places.end() || place == found->second.end()) {
            changed.push_back(mark.bounds);
            continue;
        }
        kept[*place] = true;
        next = *place + 1;
    }
    for (std::size_t i = 0; i < was.size(); ++i) {
        if (!kept[i]) changed.push_back(was[i].bounds);
    }
    return few_and_disjoint(changed);
}

const std::vector<PixelRect>& DamageWatch::look(const std::vector<Shape>& shapes, int width, int height,
                                                std::uint32_t background) {
    std::vector<Mark> marks;
    marks.reserve(shapes.size());
    for (const Shape& shape : shapes) marks.push_back({shape.hash, shape.bounds});
    if (width != width_ || height != height_ || background != background_) {
        damage_ = few_and_disjoint({{0, 0, width, height}});
    } else {
        damage_ = damage_between(marks_, marks);
    }
    marks_ = std::move(marks);
    width_ = width;
    height_ = height;
    background_ = background;
    return damage_;
}

}  // namespace welcome::kiosk::ui
