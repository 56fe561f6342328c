#pragma once
// Codes drawn at run time, and what happens to a picture on its way through a lens.

#include <filesystem>
#include <string>

#include "kiosk/scan/frame.h"

namespace welcome::kiosk::scan::test {

enum class Symbol { qr, data_matrix, aztec, code128, pdf417, qr_least_correction };

// `module` pixels a module, in the middle of a light 1280 × 720 picture.
Frame code_picture(const std::string& text, Symbol symbol, int module);

Frame rotated(const Frame& frame, double degrees);
Frame scaled(const Frame& frame, double factor);
Frame leaning(const Frame& frame, double amount);  // the upper edge further away than the lower
Frame blurred(const Frame& frame, int radius);
Frame noisy(const Frame& frame, int amplitude, unsigned seed);
Frame negative(const Frame& frame);
Frame between(const Frame& frame, int darkest, int lightest);  // low contrast
Frame shaded(const Frame& frame);                              // bright at the left, nearly dark at the right

Frame only_noise(int width, int height, unsigned seed);
Frame only_stripes(int width, int height, unsigned seed);  // like a bar code, but saying nothing

// PNG or JPEG by the file's name.
void save(const Frame& frame, const std::filesystem::path& file);

}  // namespace welcome::kiosk::scan::test
