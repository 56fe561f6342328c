#pragma once
// Fits a text into a box: as large as the design wants, smaller if it must, on more lines before it gets too
// small, never cut. One owner, one thread (Pango contexts are not shared).

#include <memory>
#include <pango/pango.h>
#include <string>

#include "printing/design.h"

namespace welcome::printing {

struct UnrefObject {
    void operator()(void* object) const { g_object_unref(object); }
};
template <typename T>
using GObjectPtr = std::unique_ptr<T, UnrefObject>;

struct FittedText {
    GObjectPtr<PangoLayout> layout;
    double scale = 1;     // millimetres a unit of the layout
    double x = 0, y = 0;  // where the layout's origin goes, millimetres
    Box ink;              // what will be black, millimetres
    double cap = 0;       // height of a capital letter, millimetres
    int lines = 1;
    int unknown = 0;  // letters that no font here has
    bool overflow = false;
};

class TextFitter {
  public:
    TextFitter();

    FittedText fit(const std::string& text, const Element& element, const Box& box,
                   const std::string& language);

  private:
    GObjectPtr<PangoFontMap> fonts_;
    GObjectPtr<PangoContext> context_;
};

bool reads_from_right(const std::string& language);

}  // namespace welcome::printing
