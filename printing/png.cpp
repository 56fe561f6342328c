// PNG, eight bits of grey.
#include <cairo.h>
#include <cstring>
#include <memory>

#include "printing/languages.h"

namespace welcome::printing {
namespace {

struct DestroySurface {
    void operator()(cairo_surface_t* surface) const { cairo_surface_destroy(surface); }
};

cairo_status_t append(void* to, const unsigned char* bytes, unsigned int count) {
    static_cast<std::string*>(to)->append(reinterpret_cast<const char*>(bytes), count);
    return CAIRO_STATUS_SUCCESS;
}

}  // namespace

Result<std::string> to_png(const Raster& raster) {
    // Cairo writes an alpha-only surface as a grey picture, which saves three quarters of the deflating.
    const std::unique_ptr<cairo_surface_t, DestroySurface> surface(
        cairo_image_surface_create(CAIRO_FORMAT_A8, raster.width, raster.height));
    auto* rows = cairo_image_surface_get_data(surface.get());
    if (rows == nullptr) return fail(Fault::unreadable, "the picture has no size");
    const auto width = static_cast<std::size_t>(raster.width);
    const auto stride = static_cast<std::size_t>(cairo_image_surface_get_stride(surface.get()));
    for (std::size_t y = 0; y < static_cast<std::size_t>(raster.height); ++y)
        std::memcpy(rows + y * stride, raster.pixels.data() + y * width, width);
    cairo_surface_mark_dirty(surface.get());
    std::string bytes;
    const auto status = cairo_surface_write_to_png_stream(surface.get(), append, &bytes);
    if (status != CAIRO_STATUS_SUCCESS) return fail(Fault::disk_failed, cairo_status_to_string(status));
    return bytes;
}

}  // namespace welcome::printing
