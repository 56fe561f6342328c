#pragma once
// What is to be printed: a design's name and the words for it. It knows labels, not people: whoever fills
// it in decides what may stand on paper. A plain value, free to cross threads.

#include <map>
#include <string>

namespace welcome::printing {

struct Label {
    std::string design;                        // "badge", "child", "claim", "test": a file of assets/labels
    std::map<std::string, std::string> texts;  // by the keys of the design, already in the reader's language
    std::string qr;                            // what the code says; empty: none
    std::string language = "en";               // BCP 47; picks glyph forms, and the side a line starts from
};

}  // namespace welcome::printing
