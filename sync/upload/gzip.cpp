#include "sync/upload/gzip.h"

#include <libdeflate.h>
#include <memory>
#include <zlib.h>

namespace welcome::sync {
namespace {

constexpr int k_gzip_window = 15 + 16;  // zlib's way of saying: with a gzip header

Bytef* bytes_of(std::string_view text) {
    return const_cast<Bytef*>(reinterpret_cast<const Bytef*>(text.data()));  // zlib's API predates const.
}

}  // namespace

// libdeflate, for it is a fifth of zlib's time at the same size: facts are half random hexadecimal digits,
// where it finds by itself that short repeats are chance (bench upload_bytes). Unpacking stays zlib's, which
// can stop in the middle.
Result<std::string> gzip(std::string_view text) {
    constexpr int k_level = 7;
    const std::unique_ptr<libdeflate_compressor, decltype(&libdeflate_free_compressor)> compressor(
        libdeflate_alloc_compressor(k_level), libdeflate_free_compressor);
    if (!compressor) return fail(Fault::refused, "no memory to compress");
    std::string out(libdeflate_gzip_compress_bound(compressor.get(), text.size()), '\0');
    out.resize(libdeflate_gzip_compress(compressor.get(), text.data(), text.size(), out.data(), out.size()));
    if (out.empty()) return fail(Fault::unreadable, "could not be compressed");
    return out;
}

Result<std::string> gunzip(std::string_view bytes, std::size_t most) {
    z_stream stream{};
    if (inflateInit2(&stream, k_gzip_window) != Z_OK) return fail(Fault::refused, "zlib has no memory");
    const std::unique_ptr<z_stream, int (*)(z_stream*)> end(&stream, inflateEnd);
    stream.next_in = bytes_of(bytes);
    stream.avail_in = static_cast<uInt>(bytes.size());
    std::string out;
    std::string piece(65536, '\0');
    for (int state = Z_OK; state != Z_STREAM_END;) {
        stream.next_out = bytes_of(piece);
        stream.avail_out = static_cast<uInt>(piece.size());
        state = inflate(&stream, Z_NO_FLUSH);
        if (state != Z_OK && state != Z_STREAM_END) return fail(Fault::unreadable, "no whole gzip");
        out.append(piece, 0, piece.size() - stream.avail_out);
        if (out.size() > most) return fail(Fault::unreadable, "too large once unpacked");
    }
    return out;
}

}  // namespace welcome::sync
