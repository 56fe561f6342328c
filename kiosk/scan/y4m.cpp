#include "kiosk/scan/y4m.h"

#include <charconv>

namespace welcome::kiosk::scan {

namespace {

constexpr std::string_view k_magic = "YUV4MPEG2";
constexpr std::size_t k_longest_line = 1024;
constexpr int k_widest = 8192;

tl::unexpected<sync::Error> unreadable(const char* why) {
    return sync::fail(sync::Fault::unreadable, std::string("the video cannot be read: ") + why);
}

std::optional<int> size_in(std::string_view digits) {
    int size = 0;
    const auto read = std::from_chars(digits.data(), digits.data() + digits.size(), size);
    if (read.ec != std::errc() || read.ptr != digits.data() + digits.size() || size < 1 || size > k_widest)
        return std::nullopt;
    return size;
}

// Bytes of all colour planes behind the grey one.
std::optional<std::size_t> colour_bytes(std::string_view space, std::size_t width, std::size_t height) {
    const std::size_t half_width = (width + 1) / 2, half_height = (height + 1) / 2;
    if (space == "mono") return 0;
    if (space == "444") return 2 * width * height;
    if (space == "422") return 2 * half_width * height;
    for (const std::string_view same_size : {"420", "420jpeg", "420mpeg2", "420paldv"}) {
        if (space == same_size) return 2 * half_width * half_height;
    }
    return std::nullopt;
}

}  // namespace

std::optional<std::string_view> Y4mReader::line() const {
    const auto end = waiting_.find('\n');
    if (end == std::string::npos) return std::nullopt;
    return std::string_view(waiting_).substr(0, end);
}

sync::Result<void> Y4mReader::read_header(std::string_view header) {
    std::string_view space = "420";
    std::optional<int> width, height;
    for (std::size_t begin = 0; begin < header.size();) {
        const auto end = std::min(header.find(' ', begin), header.size());
        const auto word = header.substr(begin, end - begin);
        if (begin == 0 && word != k_magic) return unreadable("it is no YUV4MPEG2");
        if (word.starts_with('W')) width = size_in(word.substr(1));
        if (word.starts_with('H')) height = size_in(word.substr(1));
        if (word.starts_with('C')) space = word.substr(1);
        begin = end + 1;
    }
    if (!width || !height) return unreadable("its size is missing");
    const auto wide = static_cast<std::size_t>(*width), high = static_cast<std::size_t>(*height);
    const auto colours = colour_bytes(space, wide, high);
    if (!colours) return unreadable("its colour space is not known");
    width_ = *width;
    height_ = *height;
    frame_bytes_ = wide * high + *colours;
    return {};
}

sync::Result<Frame> Y4mReader::next() {
    if (width_ == 0) {
        const auto header = line();
        if (!header && waiting_.size() > k_longest_line) return unreadable("it is no YUV4MPEG2");
        if (!header) return Frame{};
        if (auto read = read_header(*header); !read) return tl::unexpected(read.error());
        drop(header->size() + 1);
    }
    const auto mark = line();
    if (!mark && waiting_.size() <= k_longest_line) return Frame{};
    if (!mark || !mark->starts_with("FRAME")) return unreadable("a frame's mark is missing");
    const std::size_t begin = mark->size() + 1;
    if (waiting_.size() < begin + frame_bytes_) return Frame{};
    const auto grey = static_cast<std::size_t>(width_) * static_cast<std::size_t>(height_);
    const auto* pixels = reinterpret_cast<const std::uint8_t*>(waiting_.data()) + begin;
    Frame frame{width_, height_, {pixels, pixels + grey}};
    drop(begin + frame_bytes_);
    return frame;
}

}  // namespace welcome::kiosk::scan
