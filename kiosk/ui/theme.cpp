#include "kiosk/ui/theme.h"

namespace welcome::kiosk::ui {

namespace {

Palette warm() {
    return {
        .page = rgb(0xFAF6EF),
        .surface = rgb(0xFFFFFF),
        .surface_quiet = rgb(0xF3EDE2),
        .edge = rgb(0xE6DDCD),
        .edge_strong = rgb(0x8C8474),
        .ink = rgb(0x1D2530),
        .ink_soft = rgb(0x4A4E57),
        .accent = rgb(0x0E5A5E),
        .accent_pressed = rgb(0x08474A),
        .on_accent = rgb(0xFFFFFF),
        .accent_soft = rgb(0xDCEDEA),
        .on_accent_soft = rgb(0x0B474A),
        .success = rgb(0x1A5632),
        .success_soft = rgb(0xDFF1E3),
        .warning = rgb(0x6A4000),
        .warning_soft = rgb(0xFDEDCC),
        .danger = rgb(0x8F1D1D),
        .danger_soft = rgb(0xFCE6E2),
        .press = rgb(0x4A1D7A),
        .press_soft = rgb(0xEEE4FA),
        .on_danger = rgb(0xFFFFFF),
        .focus = rgb(0x1D3FBF),
        .scrim = {0x1D, 0x25, 0x30, 150},
        .shadow = {0x3A, 0x2E, 0x18, 255},
        .disabled = rgb(0xECE6DB),
        .on_disabled = rgb(0x41454D),
    };
}

Palette stark() {
    return {
        .page = rgb(0xFFFFFF),
        .surface = rgb(0xFFFFFF),
        .surface_quiet = rgb(0xFFFFFF),
        .edge = rgb(0x000000),
        .edge_strong = rgb(0x000000),
        .ink = rgb(0x000000),
        .ink_soft = rgb(0x000000),
        .accent = rgb(0x00208A),
        .accent_pressed = rgb(0x001455),
        .on_accent = rgb(0xFFFFFF),
        .accent_soft = rgb(0xFFF3A6),
        .on_accent_soft = rgb(0x000000),
        .success = rgb(0x004B1E),
        .success_soft = rgb(0xFFFFFF),
        .warning = rgb(0x4F2E00),
        .warning_soft = rgb(0xFFFFFF),
        .danger = rgb(0x7A0000),
        .danger_soft = rgb(0xFFFFFF),
        .press = rgb(0x3D0070),
        .press_soft = rgb(0xFFFFFF),
        .on_danger = rgb(0xFFFFFF),
        .focus = rgb(0xB3006B),
        .scrim = {0, 0, 0, 190},
        .shadow = {0, 0, 0, 0},
        .disabled = rgb(0xFFFFFF),
        .on_disabled = rgb(0x3A3A3A),
    };
}

Metrics metrics(Density density) {
    switch (density) {
        case Density::guest_large:
            return {.target = 30,
                    .target_min = 30,
                    .gap = 4,
                    .step = 6,
                    .margin = 6,
                    .radius = 5,
                    .radius_small = 3,
                    .edge = 0.4F,
                    .focus_ring = 1.1F,
                    .content_max = 260};
        case Density::staff:
            return {.target = 13,
                    .target_min = 12,
                    .gap = 2.5F,
                    .step = 4,
                    .margin = 5,
                    .radius = 3,
                    .radius_small = 2,
                    .edge = 0.25F,
                    .focus_ring = 0.8F,
                    .content_max = 240};
        case Density::guest:
            break;
    }
    return {.target = 22,
            .target_min = 20,
            .gap = 3.5F,
            .step = 5,
            .margin = 6,
            .radius = 4.5F,
            .radius_small = 3,
            .edge = 0.3F,
            .focus_ring = 1.0F,
            .content_max = 230};
}

}  // namespace

float Theme::cap_mm(TextStyle style) const {
    const bool staff = density == Density::staff;
    switch (style) {
        case TextStyle::huge:
            return staff ? 10.0F : 15.0F;
        case TextStyle::title:
            return staff ? 4.8F : 7.6F;
        case TextStyle::heading:
            return staff ? 3.6F : 6.2F;
        case TextStyle::lead:
            return staff ? 3.3F : 6.15F;
        case TextStyle::body:
            return staff ? 3.0F : 5.0F;
        case TextStyle::small:
            return staff ? 2.6F : 4.85F;
    }
    return 5.0F;
}

float Theme::cap_min_mm(TextStyle style) const {
    const bool staff = density == Density::staff;
    switch (style) {
        case TextStyle::huge:
            return staff ? 6.0F : 8.0F;
        case TextStyle::title:
            return staff ? 3.6F : 6.15F;
        case TextStyle::heading:
            return staff ? 3.0F : 6.15F;
        case TextStyle::lead:
            return staff ? 2.8F : 4.85F;
        case TextStyle::body:
            return staff ? 2.6F : 4.85F;
        case TextStyle::small:
            return staff ? 2.4F : 4.85F;
    }
    return 4.85F;
}

bool Theme::bold(TextStyle style) const {
    return style == TextStyle::huge || style == TextStyle::title || style == TextStyle::heading ||
           style == TextStyle::lead;
}

Theme make_theme(Density density, Contrast contrast) {
    return {
        .colours = contrast == Contrast::high ? stark() : warm(), .mm = metrics(density), .density = density};
}

Theme with_accent(Theme theme, Color accent) {
    while (contrast(accent, theme.colours.on_accent) < 7.0) accent = mix(accent, rgb(0x000000), 0.06F);
    theme.colours.accent = accent;
    theme.colours.accent_pressed = mix(accent, rgb(0x000000), 0.25F);
    theme.colours.accent_soft = mix(accent, rgb(0xFFFFFF), 0.87F);
    Color on_soft = accent;
    while (contrast(on_soft, theme.colours.accent_soft) < 7.0) on_soft = mix(on_soft, rgb(0x000000), 0.06F);
    theme.colours.on_accent_soft = on_soft;
    return theme;
}

}  // namespace welcome::kiosk::ui
