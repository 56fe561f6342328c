#pragma once
// QR codes for labels, invitations and the unlock card. Pure; any thread.

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "printing/raster.h"
#include "printing/result.h"

namespace welcome::printing {

inline constexpr int k_quiet_zone = 4;  // modules of paper on each side, as ISO/IEC 18004 asks

enum class Correction { low, medium, quartile, high };

struct QrMatrix {
    int size = 0;  // modules on a side, without the quiet zone
    std::vector<std::uint8_t> modules;

    [[nodiscard]] bool dark(int x, int y) const {
        return modules[static_cast<std::size_t>(y) * static_cast<std::size_t>(size) +
                       static_cast<std::size_t>(x)] != 0;
    }
};

// Capitals, digits and " $%*+-./:" (so all of base45) take the denser alphanumeric mode, anything else bytes.
Result<QrMatrix> encode_qr(std::string_view text, Correction correction = Correction::medium);

// With the quiet zone around it.
Result<Raster> qr_raster(std::string_view text, int pixels_per_module,
                         Correction correction = Correction::medium);
Result<std::string> qr_png(std::string_view text, int pixels_per_module,
                           Correction correction = Correction::medium);

}  // namespace welcome::printing
