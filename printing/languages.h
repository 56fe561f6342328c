#pragma once
// Printer languages: a finished raster as the bytes that a file or a printer wants. One .cpp a language.
// PDF is missing here because it is drawn as vectors, by LabelPainter. Pure; any thread.

#include <optional>
#include <string>
#include <string_view>

#include "printing/raster.h"
#include "printing/result.h"

namespace welcome::printing {

enum class Language { png, pdf, zpl, escpos, brother_ql, pwg };

std::optional<Language> language_named(std::string_view name);  // "png", "brother-ql" …
std::string_view name_of(Language language);                    // also the ending of its files
int usual_dpi(Language language);

Result<std::string> to_png(const Raster& raster);
Result<std::string> to_zpl(const Raster& raster);
Result<std::string> to_escpos(const Raster& raster);
Result<std::string> to_brother_ql(const Raster& raster);  // 62 and 29 mm rolls at 300 dpi
Result<std::string> to_pwg(const Raster& raster);         // PWG Raster, grey

}  // namespace welcome::printing
