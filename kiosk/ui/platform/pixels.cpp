#include "kiosk/ui/platform/pixels.h"

#include <algorithm>
#include <cstring>
#include <gdk-pixbuf/gdk-pixbuf.h>
#include <memory>
#include <string>
#include <string_view>
#include <utility>

namespace welcome::kiosk::ui {
namespace {

using sync::fail;
using sync::Fault;

constexpr std::int64_t k_most_pixels = 40'000'000;

struct Unref {
    void operator()(GdkPixbuf* picture) const { g_object_unref(picture); }
    void operator()(GdkPixbufLoader* loader) const { g_object_unref(loader); }
    void operator()(GError* error) const { g_error_free(error); }
    void operator()(gchar* text) const { g_free(text); }
};
template <typename T>
using Held = std::unique_ptr<T, Unref>;

// Every loader that the machine happens to have is one more parser fed from a stick: only these two.
bool is_png_or_jpeg(GdkPixbufFormat* format) {
    const Held<gchar> name(gdk_pixbuf_format_get_name(format));
    const std::string_view said = name.get();
    return said == "png" || said == "jpeg";
}

Pixels copied(const GdkPixbuf* picture) {
    Pixels pixels{gdk_pixbuf_get_width(picture), gdk_pixbuf_get_height(picture), {}};
    const auto channels = static_cast<std::size_t>(gdk_pixbuf_get_n_channels(picture));
    const auto stride = static_cast<std::size_t>(gdk_pixbuf_get_rowstride(picture));
    const auto width = static_cast<std::size_t>(pixels.width);
    const auto height = static_cast<std::size_t>(pixels.height);
    const guint8* from = gdk_pixbuf_read_pixels(picture);
    pixels.rgba.resize(width * height * 4, 255);
    for (std::size_t y = 0; y < height; ++y) {
        for (std::size_t x = 0; x < width; ++x) {
            std::copy_n(from + y * stride + x * channels, channels, pixels.rgba.data() + (y * width + x) * 4);
        }
    }
    return pixels;
}

}  // namespace

std::int64_t PixelRect::area() const {
    return empty() ? 0 : static_cast<std::int64_t>(width) * height;
}

bool PixelRect::touches(const PixelRect& other) const {
    return !within(other).empty();
}

bool PixelRect::covers(const PixelRect& other) const {
    return x <= other.x && y <= other.y && right() >= other.right() && bottom() >= other.bottom();
}

PixelRect PixelRect::within(const PixelRect& other) const {
    const int left = std::max(x, other.x);
    const int top = std::max(y, other.y);
    return {left, top, std::max(0, std::min(right(), other.right()) - left),
            std::max(0, std::min(bottom(), other.bottom()) - top)};
}

PixelRect PixelRect::joined(const PixelRect& other) const {
    if (empty()) return other;
    if (other.empty()) return *this;
    const int left = std::min(x, other.x);
    const int top = std::min(y, other.y);
    return {left, top, std::max(right(), other.right()) - left, std::max(bottom(), other.bottom()) - top};
}

sync::Result<Pixels> read_picture(const std::filesystem::path& file) {
    std::error_code gone;
    if (!std::filesystem::is_regular_file(file, gone)) return fail(Fault::not_found, file.string());
    int width = 0;
    int height = 0;
    GdkPixbufFormat* format = gdk_pixbuf_get_file_info(file.c_str(), &width, &height);
    if (format == nullptr || !is_png_or_jpeg(format)) return fail(Fault::unreadable, "neither PNG nor JPEG");
    if (static_cast<std::int64_t>(width) * height > k_most_pixels) {
        return fail(Fault::unreadable, "picture too large");
    }
    GError* said = nullptr;
    const Held<GdkPixbuf> picture(gdk_pixbuf_new_from_file(file.c_str(), &said));
    const Held<GError> error(said);
    if (!picture) return fail(Fault::unreadable, error ? error->message : "picture");
    return copied(picture.get());
}

namespace {

// Told before the pixels are unpacked, so that a bomb is never unpacked.
void refuse_bombs(GdkPixbufLoader* loader, int width, int height, gpointer) {
    if (static_cast<std::int64_t>(width) * height > k_most_pixels) gdk_pixbuf_loader_set_size(loader, 0, 0);
}

}  // namespace

sync::Result<Pixels> read_picture_bytes(std::string_view bytes) {
    constexpr std::string_view png = "\x89PNG\r\n\x1a\n";
    const bool is_png = bytes.starts_with(png);
    if (!is_png && !bytes.starts_with("\xFF\xD8\xFF")) return fail(Fault::unreadable, "neither PNG nor JPEG");
    GError* said = nullptr;
    const Held<GdkPixbufLoader> loader(gdk_pixbuf_loader_new_with_type(is_png ? "png" : "jpeg", &said));
    Held<GError> error(std::exchange(said, nullptr));
    if (!loader) return fail(Fault::unreadable, error ? error->message : "no loader");
    g_signal_connect(loader.get(), "size-prepared", G_CALLBACK(refuse_bombs), nullptr);
    const bool written = gdk_pixbuf_loader_write(loader.get(), reinterpret_cast<const guchar*>(bytes.data()),
                                                 bytes.size(), &said) != FALSE;
    error.reset(std::exchange(said, nullptr));
    const bool closed = gdk_pixbuf_loader_close(loader.get(), nullptr) != FALSE;
    const auto* picture = gdk_pixbuf_loader_get_pixbuf(loader.get());  // the loader's
    if (!written || !closed || picture == nullptr)
        return fail(Fault::unreadable, error ? error->message : "picture");
    return copied(picture);
}

sync::Result<void> write_png(const Pixels& pixels, const std::filesystem::path& file) {
    const auto bytes = static_cast<std::size_t>(pixels.width) * static_cast<std::size_t>(pixels.height) * 4;
    if (pixels.width <= 0 || pixels.height <= 0 || pixels.rgba.size() != bytes) {
        return fail(Fault::unreadable, "no picture to write");
    }
    const Held<GdkPixbuf> picture(gdk_pixbuf_new_from_data(pixels.rgba.data(), GDK_COLORSPACE_RGB, TRUE, 8,
                                                           pixels.width, pixels.height, pixels.width * 4,
                                                           nullptr, nullptr));
    GError* said = nullptr;
    const bool written = gdk_pixbuf_save(picture.get(), file.c_str(), "png", &said, nullptr) != FALSE;
    const Held<GError> error(said);
    if (!written) return fail(Fault::disk_failed, error ? error->message : file.string());
    return {};
}

}  // namespace welcome::kiosk::ui
