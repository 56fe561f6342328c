#include "printing/painter.h"

#include <cairo-pdf.h>
#include <cairo.h>
#include <cmath>
#include <map>
#include <numbers>
#include <system_error>

#include "printing/scene.h"

namespace welcome::printing {
namespace {

constexpr double k_mm_per_inch = 25.4;
constexpr double k_points_per_inch = 72;

struct DestroySurface {
    void operator()(cairo_surface_t* surface) const { cairo_surface_destroy(surface); }
};
struct DestroyCairo {
    void operator()(cairo_t* cairo) const { cairo_destroy(cairo); }
};
using Surface = std::unique_ptr<cairo_surface_t, DestroySurface>;
using Cairo = std::unique_ptr<cairo_t, DestroyCairo>;

cairo_status_t append(void* to, const unsigned char* bytes, unsigned int count) {
    static_cast<std::string*>(to)->append(reinterpret_cast<const char*>(bytes), count);
    return CAIRO_STATUS_SUCCESS;
}

tl::unexpected<Error> qr_too_fine() {
    return fail(Fault::unreadable, "the QR code would be too fine to read at this size");
}

Raster grey_of(cairo_surface_t* surface, int dpi) {
    cairo_surface_flush(surface);
    Raster raster{.width = cairo_image_surface_get_width(surface),
                  .height = cairo_image_surface_get_height(surface),
                  .dpi = dpi,
                  .pixels = {}};
    raster.pixels.reserve(static_cast<std::size_t>(raster.width) * static_cast<std::size_t>(raster.height));
    const auto* rows = cairo_image_surface_get_data(surface);
    const int stride = cairo_image_surface_get_stride(surface);
    for (int y = 0; y < raster.height; ++y)
        for (int x = 0; x < raster.width; ++x) raster.pixels.push_back(rows[y * stride + x * 4]);
    return raster;
}

}  // namespace

struct LabelPainter::Parts {
    std::map<std::string, Design> designs;
    TextFitter fitter;

    Result<Scene> scene(const Label& label, const std::optional<Stock>& stock) {
        const auto found = designs.find(label.design);
        if (found == designs.end())
            return fail(Fault::unreadable, "there is no label design \"" + label.design + "\"");
        if (!stock) return compose(found->second, label, fitter);
        return compose(on_stock(found->second, *stock), label, fitter);
    }

    // Never print what was cut: the caller hears which text it is.
    Result<Scene> whole_scene(const Label& label, const std::optional<Stock>& stock) {
        auto made = scene(label, stock);
        if (!made) return made;
        for (const auto& item : made->items)
            if (item.text.overflow)
                return fail(Fault::unreadable,
                            "the text \"" + item.element.key + "\" is too long for its label");
        return made;
    }
};

LabelPainter::LabelPainter(std::unique_ptr<Parts> parts) : parts_(std::move(parts)) {}
LabelPainter::LabelPainter(LabelPainter&&) noexcept = default;
LabelPainter& LabelPainter::operator=(LabelPainter&&) noexcept = default;
LabelPainter::~LabelPainter() = default;

Result<LabelPainter> LabelPainter::load(const std::filesystem::path& designs) {
    auto parts = std::make_unique<Parts>();
    std::error_code error;
    for (const auto& entry : std::filesystem::directory_iterator(designs, error)) {
        if (entry.path().extension() != ".toml") continue;
        auto design = read_design(entry.path());
        if (!design) return tl::unexpected(design.error());
        parts->designs.insert_or_assign(design->name, *design);
    }
    if (parts->designs.empty()) return fail(Fault::unreadable, "no label designs in " + designs.string());
    return LabelPainter(std::move(parts));
}

Result<Layout> LabelPainter::layout(const Label& label, std::optional<Stock> stock) {
    return parts_->scene(label, stock).map([&](const Scene& scene) {
        return layout_of(scene, label.design);
    });
}

Result<Raster> LabelPainter::raster(const Label& label, int dpi, std::optional<Stock> stock) {
    if (dpi < 100 || dpi > 1'200) return fail(Fault::unreadable, "a label printer has 100 to 1,200 dpi");
    const auto scene = parts_->whole_scene(label, stock);
    if (!scene) return tl::unexpected(scene.error());
    const double dots_per_mm = dpi / k_mm_per_inch;
    const Surface surface(cairo_image_surface_create(
        CAIRO_FORMAT_RGB24, static_cast<int>(std::lround(scene->width * dots_per_mm)),
        static_cast<int>(std::lround(scene->height * dots_per_mm))));
    const Cairo cairo(cairo_create(surface.get()));
    cairo_scale(cairo.get(), dots_per_mm, dots_per_mm);
    if (!draw(*scene, cairo.get(), dots_per_mm)) return qr_too_fine();
    if (const auto status = cairo_status(cairo.get()); status != CAIRO_STATUS_SUCCESS)
        return fail(Fault::unreadable, cairo_status_to_string(status));
    return grey_of(surface.get(), dpi);
}

Result<std::string> LabelPainter::pdf(const Label& label, std::optional<Stock> stock) {
    return pdf_pages({label}, stock);
}

namespace {

constexpr double k_points_per_mm = k_points_per_inch / k_mm_per_inch;

// A PDF of pages of one size, drawn in millimetres.
class Document {
  public:
    explicit Document(const Stock& page)
        : surface_(cairo_pdf_surface_create_for_stream(append, &bytes_, page_width(page) * k_points_per_mm,
                                                       page_height(page) * k_points_per_mm)),
          cairo_(cairo_create(surface_.get())) {
        cairo_scale(cairo_.get(), k_points_per_mm, k_points_per_mm);
        if (!page.turned) return;
        cairo_translate(cairo_.get(), page.height, 0);
        cairo_rotate(cairo_.get(), std::numbers::pi / 2);
    }
    Document(const Document&) = delete;
    Document& operator=(const Document&) = delete;

    [[nodiscard]] cairo_t* cairo() const { return cairo_.get(); }
    void end_page() { cairo_show_page(cairo_.get()); }
    Result<std::string> finish() {
        cairo_surface_finish(surface_.get());
        const auto status = cairo_surface_status(surface_.get());
        if (status != CAIRO_STATUS_SUCCESS) return fail(Fault::unreadable, cairo_status_to_string(status));
        return std::move(bytes_);
    }

  private:
    static double page_width(const Stock& page) { return page.turned ? page.height : page.width; }
    static double page_height(const Stock& page) { return page.turned ? page.width : page.height; }
    std::string bytes_;
    Surface surface_;
    Cairo cairo_;
};

}  // namespace

Result<std::string> LabelPainter::pdf_pages(const std::vector<Label>& labels, std::optional<Stock> stock) {
    if (labels.empty()) return fail(Fault::unreadable, "a document has a page at least");
    const auto size = size_of(labels.front().design, stock);
    if (!size) return tl::unexpected(size.error());
    Document document(*size);
    for (const auto& label : labels) {
        const auto scene = parts_->whole_scene(label, *size);
        if (!scene) return tl::unexpected(scene.error());
        if (!draw(*scene, document.cairo(), 0)) return qr_too_fine();
        document.end_page();
    }
    return document.finish();
}

Result<std::string> LabelPainter::pdf_grid(const std::string& name, const std::vector<Label>& labels,
                                           std::optional<Stock> paper) {
    const auto found = parts_->designs.find(name);
    if (found == parts_->designs.end() || !found->second.grid || labels.empty())
        return fail(Fault::unreadable, "there is no grid \"" + name + "\", or nothing for it");
    const Grid& grid = *found->second.grid;
    const Stock page = paper.value_or(Stock{found->second.width, found->second.height});
    // The cells keep their size, whatever the paper: they are cut, or stuck on, by what they are.
    const double right = (page.width - found->second.width) / 2;
    const double down = (page.height - found->second.height) / 2;
    Document document(page);
    const auto on_page = static_cast<std::size_t>(grid.columns) * static_cast<std::size_t>(grid.rows);
    for (std::size_t i = 0; i < labels.size(); ++i) {
        const auto scene = parts_->whole_scene(labels[i], Stock{grid.cell.w, grid.cell.h});
        if (!scene) return tl::unexpected(scene.error());
        const auto cell = static_cast<int>(i % on_page);
        const int column = cell % grid.columns;
        const int row = cell / grid.columns;
        cairo_save(document.cairo());
        cairo_translate(document.cairo(), right + grid.cell.x + grid.step_x * column,
                        down + grid.cell.y + grid.step_y * row);
        const bool readable = draw(*scene, document.cairo(), 0);
        cairo_restore(document.cairo());
        if (!readable) return qr_too_fine();
        if (i + 1 == labels.size() || (i + 1) % on_page == 0) document.end_page();
    }
    return document.finish();
}

Result<std::string> LabelPainter::encode(const Label& label, const PageFormat& format) {
    if (format.language == Language::pdf) return pdf(label, format.stock);
    auto picture = raster(label, format.dpi, format.stock);
    if (!picture) return tl::unexpected(picture.error());
    const bool on_a_roll = format.language != Language::png;  // a picture is looked at
    if (on_a_roll && format.stock && format.stock->turned) *picture = turned(*picture);
    switch (format.language) {
        case Language::zpl:
            return to_zpl(*picture);
        case Language::escpos:
            return to_escpos(*picture);
        case Language::pwg:
            return to_pwg(*picture);
        case Language::brother_ql:
            return to_brother_ql(*picture);
        default:
            return to_png(*picture);
    }
}

Result<std::string> LabelPainter::encode(const std::vector<Label>& pages, const PageFormat& format) {
    if (pages.size() == 1) return encode(pages.front(), format);
    if (pages.empty()) return fail(Fault::unreadable, "there is nothing to print");
    if (format.language == Language::pdf) return pdf_pages(pages, format.stock);
    if (format.language == Language::png) {
        Raster all;
        for (const auto& page : pages) {
            const auto picture = raster(page, format.dpi, format.stock);
            if (!picture) return tl::unexpected(picture.error());
            if (!all.pixels.empty() && all.width != picture->width)
                return fail(Fault::unreadable, "pages of several widths are no one picture");
            all.width = picture->width;
            all.dpi = picture->dpi;
            all.height += picture->height;
            all.pixels.insert(all.pixels.end(), picture->pixels.begin(), picture->pixels.end());
        }
        return to_png(all);
    }
    std::string all;
    for (const auto& page : pages) {
        auto bytes = encode(page, format);
        if (!bytes) return bytes;
        // All pages of a PWG raster stand behind one word.
        constexpr std::size_t sync_word = 4;
        const bool goes_on = format.language == Language::pwg && !all.empty();
        all += bytes->substr(goes_on ? sync_word : 0);
    }
    return all;
}

Result<Stock> LabelPainter::size_of(const std::string& design, std::optional<Stock> stock) const {
    const auto found = parts_->designs.find(design);
    if (found == parts_->designs.end())
        return fail(Fault::unreadable, "there is no label design \"" + design + "\"");
    if (!stock) return Stock{found->second.width, found->second.height};
    if (stock->height == 0) stock->height = found->second.height * stock->width / found->second.width;
    return *stock;
}

}  // namespace welcome::printing
