// qr_decode: invitation codes in 1280 × 720 pictures as a cheap camera at a dim door gives them; how many are
// read and what a frame costs, against ZXing alone and ZBar alone on the same pictures.

#include "kiosk/scan/decoder.h"
#include "tests/bench/line.h"
#include "tests/scan/pictures.h"

namespace welcome::bench {
namespace {

namespace scan = kiosk::scan;
using namespace kiosk::scan::test;

const std::string k_invitation =
    "WT1:6BFOXN*TS0BI$ZD.P9UOL97O4-2HH77HRM3DSPTAU$A%Q6NZ6Q9U:KLHF3H8AVQ3-QOJ.GXO1B9TAXF8OL$QGB7DKUQ3PPQ";

std::vector<scan::Frame> pictures(std::size_t most) {
    std::vector<scan::Frame> all;
    for (const int module : {2, 3, 5, 8}) {
        const auto plain = code_picture(k_invitation, Symbol::qr, module);
        for (const double turn : {0.0, 9.0, 31.0, 45.0, 90.0, 158.0}) {
            const auto turned = turn == 0 ? plain : rotated(plain, turn);
            all.push_back(turned);
            all.push_back(blurred(turned, 1 + module / 4));
            all.push_back(blurred(turned, 1 + module / 2));
            all.push_back(noisy(between(turned, 20, 70), 6, 11));
            all.push_back(noisy(shaded(turned), 12, 12));
            all.push_back(noisy(blurred(turned, 1), 40, 13));
            all.push_back(leaning(turned, 0.25));
            if (turn == 0 || turn == 31.0) all.push_back(negative(turned));
            if (all.size() >= most) return all;
        }
    }
    return all;
}

// A guest holds a code still for a moment: the same picture some frames long. True: read within them.
bool read_as_a_stream(scan::Decoder& decoder, const scan::Frame& frame, Samples& times, bool& wrong) {
    constexpr int k_frames = 12;  // not half a second of a camera's
    for (int i = 0; i < k_frames; ++i) {
        std::optional<std::string> text;
        times.add(processor_milliseconds_of([&] { text = decoder.decode(frame); }));
        if (text) {
            wrong = wrong || *text != k_invitation;
            return true;
        }
    }
    return false;
}

int qr_decode(const Order& order) {
    scan::Decoder decoder;
    Samples ours, zxing, zbar;
    std::size_t count = 0, read = 0, zxing_read = 0, zbar_read = 0, missed = 0;
    bool wrong = false;
    for (const auto& frame : pictures(order.size(1000, 4))) {
        ++count;
        const bool by_us = read_as_a_stream(decoder, frame, ours, wrong);
        bool by_zxing = false, by_zbar = false;
        zxing.add(processor_milliseconds_of([&] { by_zxing = decoder.zxing_alone(frame) == k_invitation; }));
        zbar.add(processor_milliseconds_of([&] { by_zbar = decoder.zbar_alone(frame) == k_invitation; }));
        read += by_us;
        zxing_read += by_zxing;
        zbar_read += by_zbar;
        missed += (by_zxing || by_zbar) && !by_us;
    }
    if (wrong) return cannot("a code was read as something else");
    const auto percent = [&](std::size_t some) {
        return 100.0 * static_cast<double>(some) / static_cast<double>(count);
    };
    print({"qr_decode",
           ours.share(0.95),
           "ms of processor a frame (p95)",
           Better::lower,
           {"ZXing-C++ alone", zxing.share(0.95)}});
    print({"qr_decode_p50",
           ours.median(),
           "ms of processor a frame (p50)",
           Better::lower,
           {"ZXing-C++ alone", zxing.median()}});
    print({"qr_decode_zbar",
           ours.share(0.95),
           "ms of processor a frame (p95)",
           Better::lower,
           {"ZBar alone", zbar.share(0.95)}});
    print({"qr_decode_rate",
           percent(read),
           "percent read",
           Better::higher,
           {"ZXing-C++ alone", percent(zxing_read)}});
    print({"qr_decode_rate_zbar",
           percent(read),
           "percent read",
           Better::higher,
           {"ZBar alone", percent(zbar_read)}});
    print({"qr_decode_missed",
           static_cast<double>(missed),
           "pictures that a peer reads and we do not",
           Better::lower,
           {"of pictures", static_cast<double>(count)}});
    return 0;
}

}  // namespace
}  // namespace welcome::bench

int main(int argc, char** argv) {
    return welcome::bench::qr_decode(welcome::bench::read_order(argc, argv));
}
