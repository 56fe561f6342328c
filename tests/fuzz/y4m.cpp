// A video stream of a camera or a file.

#include "kiosk/scan/y4m.h"

#include "tests/fuzz/parser.h"

namespace welcome::fuzz {

std::vector<std::string> seeds() {
    return {"YUV4MPEG2 W4 H2 F30:1 Ip C420jpeg\nFRAME\n" + std::string(12, 'y') + "FRAME\n" +
                std::string(12, 'z'),
            "YUV4MPEG2 W2 H2 Cmono\nFRAME Ip\nabcd"};
}

void read(std::string_view bytes) {
    kiosk::scan::Y4mReader reader;
    // In pieces, as a pipe gives them.
    for (std::size_t at = 0; at < bytes.size(); at += 7) {
        reader.take(bytes.substr(at, 7));
        const auto frame = reader.next();
        if (!frame) return;
        must(frame->empty() || frame->grey.size() == static_cast<std::size_t>(frame->width) *
                                                         static_cast<std::size_t>(frame->height),
             "a frame has its pixels");
    }
}

}  // namespace welcome::fuzz
