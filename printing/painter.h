#pragma once
// Turns labels into pictures and printer languages. Loaded once (fonts and designs stay warm), then about a
// millisecond a label. One owner, one thread at a time; it may be moved to another thread.

#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "printing/label.h"
#include "printing/languages.h"
#include "printing/layout.h"
#include "printing/raster.h"
#include "printing/result.h"
#include "printing/stock.h"

namespace welcome::printing {

// What a printer wants to be given.
struct PageFormat {
    Language language = Language::png;
    int dpi = 300;
    std::optional<Stock> stock;  // none: the size that the design was made for
};

class LabelPainter {
  public:
    // Reads every *.toml of the folder; a broken one is an error at the start, not at the door.
    static Result<LabelPainter> load(const std::filesystem::path& designs);

    LabelPainter(LabelPainter&&) noexcept;
    LabelPainter& operator=(LabelPainter&&) noexcept;
    ~LabelPainter();

    // Refused as unreadable: an unknown design, a required text missing, a text or QR that cannot be fitted.
    Result<Layout> layout(const Label& label, std::optional<Stock> stock = {});
    Result<Raster> raster(const Label& label, int dpi, std::optional<Stock> stock = {});
    Result<std::string> pdf(const Label& label, std::optional<Stock> stock = {});  // page of the exact size
    // One document, a page for each; all of the size of the first one's design, or of the stock.
    Result<std::string> pdf_pages(const std::vector<Label>& labels, std::optional<Stock> stock = {});
    // Many small labels on sheets of paper, as a design with a grid lays them out ("cards": ten a page).
    Result<std::string> pdf_grid(const std::string& grid, const std::vector<Label>& labels,
                                 std::optional<Stock> paper = {});
    Result<std::string> encode(const Label& label, const PageFormat& format);
    // Several, one after another in one job; as a picture they stand one below another.
    Result<std::string> encode(const std::vector<Label>& pages, const PageFormat& format);
    // The size that a label of this design will have on paper.
    Result<Stock> size_of(const std::string& design, std::optional<Stock> stock = {}) const;

  private:
    struct Parts;
    explicit LabelPainter(std::unique_ptr<Parts> parts);
    std::unique_ptr<Parts> parts_;
};

}  // namespace welcome::printing
