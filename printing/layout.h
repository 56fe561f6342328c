#pragma once
// Where everything of one label went, for tests and for whoever wants to know before printing. A plain value.

#include <string>
#include <vector>

#include "printing/design.h"

namespace welcome::printing {

struct Placed {
    ElementKind kind = ElementKind::text;
    std::string key;
    Box box;         // what the design gives it
    Box ink;         // what it takes
    double cap = 0;  // text: height of a capital letter, millimetres
    int lines = 0;
    int unknown = 0;  // text: letters that no font here has, printed as boxes
    int modules = 0;  // QR: modules on a side
    bool overflow = false;
};

struct Layout {
    std::string design;
    double width = 0, height = 0;
    std::vector<Placed> placed;

    [[nodiscard]] bool overflow() const;
    [[nodiscard]] std::string as_text() const;  // one line an element, tenths of a millimetre
};

}  // namespace welcome::printing
