#include "tests/scan/pictures.h"

#include <ZXing/BitMatrix.h>
#include <ZXing/CharacterSet.h>
#include <ZXing/MultiFormatWriter.h>
#include <algorithm>
#include <cmath>
#include <functional>
#include <gdk-pixbuf/gdk-pixbuf.h>
#include <numbers>
#include <random>
#include <stdexcept>

namespace welcome::kiosk::scan::test {

namespace {

constexpr int k_width = 1280, k_height = 720;
constexpr std::uint8_t k_paper = 230, k_ink = 25;

Frame blank(int width, int height, std::uint8_t grey) {
    return {
        width, height,
        std::vector<std::uint8_t>(static_cast<std::size_t>(width) * static_cast<std::size_t>(height), grey)};
}

std::uint8_t& pixel(Frame& frame, int x, int y) {
    return frame.grey[static_cast<std::size_t>(y) * static_cast<std::size_t>(frame.width) +
                      static_cast<std::size_t>(x)];
}

std::uint8_t clamped(double grey) {
    return static_cast<std::uint8_t>(std::clamp(std::lround(grey), 0L, 255L));
}

// The grey between four pixels; paper outside.
double sample(const Frame& frame, double x, double y) {
    const int left = static_cast<int>(std::floor(x)), top = static_cast<int>(std::floor(y));
    if (left < 0 || top < 0 || left + 1 >= frame.width || top + 1 >= frame.height) return k_paper;
    const double right = x - left, below = y - top;
    return (frame.at(left, top) * (1 - right) + frame.at(left + 1, top) * right) * (1 - below) +
           (frame.at(left, top + 1) * (1 - right) + frame.at(left + 1, top + 1) * right) * below;
}

struct Point {
    double x, y;
};

// `from` tells for a place in the new picture, counted from its middle, the place in the old one.
Frame mapped(const Frame& frame, const std::function<Point(Point)>& from) {
    Frame out = blank(frame.width, frame.height, k_paper);
    const double middle_x = frame.width / 2.0, middle_y = frame.height / 2.0;
    for (int y = 0; y < out.height; ++y) {
        for (int x = 0; x < out.width; ++x) {
            const Point old = from({x - middle_x, y - middle_y});
            pixel(out, x, y) = clamped(sample(frame, old.x + middle_x, old.y + middle_y));
        }
    }
    return out;
}

Frame each(Frame frame, const std::function<double(int x, int y, double grey)>& change) {
    for (int y = 0; y < frame.height; ++y) {
        for (int x = 0; x < frame.width; ++x) pixel(frame, x, y) = clamped(change(x, y, frame.at(x, y)));
    }
    return frame;
}

ZXing::BitMatrix modules_of(const std::string& text, Symbol symbol) {
    switch (symbol) {
        case Symbol::data_matrix:
            return ZXing::MultiFormatWriter(ZXing::BarcodeFormat::DataMatrix).encode(text, 0, 0);
        case Symbol::aztec:
            return ZXing::MultiFormatWriter(ZXing::BarcodeFormat::Aztec).encode(text, 0, 0);
        case Symbol::code128:
            return ZXing::MultiFormatWriter(ZXing::BarcodeFormat::Code128).encode(text, 0, 40);
        case Symbol::pdf417:
            return ZXing::MultiFormatWriter(ZXing::BarcodeFormat::PDF417).encode(text, 0, 0);
        case Symbol::qr:
            return ZXing::MultiFormatWriter(ZXing::BarcodeFormat::QRCode)
                .setEncoding(ZXing::CharacterSet::UTF8)
                .setEccLevel(4)
                .encode(text, 0, 0);
        case Symbol::qr_least_correction:
            break;
    }
    return ZXing::MultiFormatWriter(ZXing::BarcodeFormat::QRCode).setEccLevel(0).encode(text, 0, 0);
}

}  // namespace

Frame code_picture(const std::string& text, Symbol symbol, int module) {
    const auto modules = modules_of(text, symbol);
    Frame frame = blank(k_width, k_height, k_paper);
    const int left = (k_width - modules.width() * module) / 2,
              top = (k_height - modules.height() * module) / 2;
    if (left < 0 || top < 0) throw std::invalid_argument("the code is larger than the picture");
    for (int y = 0; y < modules.height() * module; ++y) {
        for (int x = 0; x < modules.width() * module; ++x) {
            if (modules.get(x / module, y / module)) pixel(frame, left + x, top + y) = k_ink;
        }
    }
    return frame;
}

Frame rotated(const Frame& frame, double degrees) {
    const double angle = degrees * std::numbers::pi / 180, sine = std::sin(angle), cosine = std::cos(angle);
    return mapped(frame, [=](Point at) {
        return Point{at.x * cosine + at.y * sine, at.y * cosine - at.x * sine};
    });
}

Frame scaled(const Frame& frame, double factor) {
    return mapped(frame, [=](Point at) { return Point{at.x / factor, at.y / factor}; });
}

Frame leaning(const Frame& frame, double amount) {
    return mapped(frame, [=, height = frame.height](Point at) {
        const double depth = 1 - amount * at.y / (height / 2.0);
        return Point{at.x * depth, at.y * depth};
    });
}

Frame blurred(const Frame& frame, int radius) {
    const auto along = [radius](const Frame& in, int step_x, int step_y) {
        return each(in, [&](int x, int y, double) {
            double sum = 0;
            for (int i = -radius; i <= radius; ++i)
                sum += in.at(std::clamp(x + i * step_x, 0, in.width - 1),
                             std::clamp(y + i * step_y, 0, in.height - 1));
            return sum / (2 * radius + 1);
        });
    };
    return along(along(frame, 1, 0), 0, 1);
}

Frame noisy(const Frame& frame, int amplitude, unsigned seed) {
    std::mt19937 chance(seed);
    std::uniform_int_distribution<int> by(-amplitude, amplitude);
    return each(frame, [&](int, int, double grey) { return grey + by(chance); });
}

Frame negative(const Frame& frame) {
    return each(frame, [](int, int, double grey) { return 255 - grey; });
}

Frame between(const Frame& frame, int darkest, int lightest) {
    return each(frame, [=](int, int, double grey) { return darkest + grey * (lightest - darkest) / 255; });
}

Frame shaded(const Frame& frame) {
    return each(frame, [&](int x, int, double grey) { return grey * (1.0 - 0.85 * x / frame.width); });
}

Frame only_noise(int width, int height, unsigned seed) {
    std::mt19937 chance(seed);
    const int grain = 1 << (seed % 4);  // single pixels to blocks of eight
    Frame coarse = blank(width / grain + 1, height / grain + 1, 0);
    for (auto& grey : coarse.grey) grey = static_cast<std::uint8_t>(chance());
    Frame frame = blank(width, height, 0);
    return each(frame, [&](int x, int y, double) { return coarse.at(x / grain, y / grain); });
}

Frame only_stripes(int width, int height, unsigned seed) {
    std::mt19937 chance(seed);
    std::vector<std::uint8_t> columns(static_cast<std::size_t>(width));
    std::uint8_t grey = k_paper;
    for (std::size_t x = 0; x < columns.size();) {
        const std::size_t end = std::min(columns.size(), x + 1 + chance() % 12);
        for (; x < end; ++x) columns[x] = grey;
        grey = grey == k_paper ? k_ink : k_paper;
    }
    Frame frame = blank(width, height, 0);
    return each(frame, [&](int x, int, double) { return columns[static_cast<std::size_t>(x)]; });
}

void save(const Frame& frame, const std::filesystem::path& file) {
    std::vector<guchar> colours;
    colours.reserve(frame.grey.size() * 3);
    for (const auto grey : frame.grey) colours.insert(colours.end(), 3, grey);
    GdkPixbuf* picture = gdk_pixbuf_new_from_data(colours.data(), GDK_COLORSPACE_RGB, FALSE, 8, frame.width,
                                                  frame.height, frame.width * 3, nullptr, nullptr);
    const char* kind = file.extension() == ".jpg" ? "jpeg" : "png";
    const bool saved = gdk_pixbuf_save(picture, file.c_str(), kind, nullptr, nullptr) != FALSE;
    g_object_unref(picture);
    if (!saved) throw std::runtime_error("cannot write " + file.string());
}

}  // namespace welcome::kiosk::scan::test
