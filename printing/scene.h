#pragma once
// One label with everything fitted and nothing drawn yet; then drawn onto any Cairo surface.
// Lives for one label, on its painter's thread.

#include <cairo.h>
#include <vector>

#include "printing/label.h"
#include "printing/layout.h"
#include "printing/qr.h"
#include "printing/text_fit.h"

namespace welcome::printing {

struct Fitted {
    Element element;
    Box box;  // the element's, on the side where this language wants it
    FittedText text;
    QrMatrix qr;
};

struct Scene {
    double width = 0, height = 0;
    std::vector<Fitted> items;
};

Result<Scene> compose(const Design& design, const Label& label, TextFitter& fitter);
Layout layout_of(const Scene& scene, const std::string& design);

// dots_per_mm > 0: a raster, so QR modules are snapped to whole dots; false if they would be too fine to
// read.
bool draw(const Scene& scene, cairo_t* cairo, double dots_per_mm);

}  // namespace welcome::printing
