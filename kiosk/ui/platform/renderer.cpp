#include "kiosk/ui/platform/renderer.h"

namespace welcome::kiosk::ui {

void Renderer::attach(ImFontAtlas& fonts) {
    fonts.Flags |= ImFontAtlasFlags_NoBakedLines | ImFontAtlasFlags_NoMouseCursors;
    unsigned char* coverage = nullptr;
    int width = 0;
    int height = 0;
    fonts.GetTexDataAsAlpha8(&coverage, &width, &height);
    fonts.SetTexID(upload_mask(width, height, coverage, width));
    fonts.ClearTexData();
}

ImTextureID Renderer::upload_mask(int width, int height, std::span<const std::uint8_t> coverage) {
    const bool whole = width > 0 && height > 0 &&
                       coverage.size() >= static_cast<std::size_t>(width) * static_cast<std::size_t>(height);
    return whole ? upload_mask(width, height, coverage.data(), width) : nullptr;
}

}  // namespace welcome::kiosk::ui
