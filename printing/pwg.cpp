// PWG Raster (PWG 5102.4), eight bits of grey, as every IPP Everywhere printer takes it: for one with no
// print service before it that could make its language of a PDF. The container is libcups's.
#include <algorithm>
#include <cmath>
#include <cups/cups.h>
#include <cups/raster.h>
#include <memory>

#include "printing/languages.h"

namespace welcome::printing {
namespace {

struct CloseRaster {
    void operator()(cups_raster_t* raster) const { cupsRasterClose(raster); }
};
using Pages = std::unique_ptr<cups_raster_t, CloseRaster>;

ssize_t append(void* out, unsigned char* bytes, std::size_t count) {
    static_cast<std::string*>(out)->append(reinterpret_cast<const char*>(bytes), count);
    return static_cast<ssize_t>(count);
}

int hundredths_of_mm(int dots, int dpi) {
    return static_cast<int>(std::lround(dots * 2'540.0 / dpi));
}

}  // namespace

Result<std::string> to_pwg(const Raster& raster) {
    const auto dots = [](int count) { return static_cast<unsigned>(count); };
    pwg_media_t* media = pwgMediaForSize(hundredths_of_mm(raster.width, raster.dpi),
                                         hundredths_of_mm(raster.height, raster.dpi));
    cups_page_header2_t header{};
    if (cupsRasterInitPWGHeader(&header, media, "sgray_8", raster.dpi, raster.dpi, "one-sided", nullptr) == 0)
        return fail(Fault::unreadable, cupsRasterErrorString());
    header.cupsWidth = header.cupsBytesPerLine = dots(raster.width);  // ours, not rounded from the size
    header.cupsHeight = dots(raster.height);

    std::string out;
    const Pages pages(cupsRasterOpenIO(append, &out, CUPS_RASTER_WRITE_PWG));
    if (!pages || cupsRasterWriteHeader2(pages.get(), &header) == 0)
        return fail(Fault::unreadable, cupsRasterErrorString());
    std::vector<std::uint8_t> row(static_cast<std::size_t>(raster.width));
    for (auto from = raster.pixels.begin(); from != raster.pixels.end(); from += raster.width) {
        std::copy(from, from + raster.width, row.begin());
        if (cupsRasterWritePixels(pages.get(), row.data(), dots(raster.width)) == 0)
            return fail(Fault::unreadable, cupsRasterErrorString());
    }
    return out;
}

}  // namespace welcome::printing
