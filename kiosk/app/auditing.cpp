#include "kiosk/app/auditing.h"

#include <cstdio>

#include "kiosk/screens/audit/walk.h"
#include "kiosk/session/assets.h"

namespace welcome::kiosk::app {

int audit_screens(const Options& options) {
    using namespace screens::audit;
    const auto report =
        walk({.out = *options.audit,
              .locale = session::asset_folder("locale"),
              .languages = options.audit_languages,
              .screens = options.audit_screens,
              .sizes = options.audit_sizes,
              .scales = options.audit_scales,
              .say = [](const std::string& line) { std::fprintf(stderr, "audit: %s\n", line.c_str()); }});
    if (!report) {
        std::fprintf(stderr, "kiosk: %s\n", report.error().detail.c_str());
        return 1;
    }
    for (const auto& one : report->findings) {
        std::fprintf(stderr, "%s.%s.%s.%s: %s %s: %s\n", one.screen.c_str(), one.language.c_str(),
                     one.size.c_str(), one.scale.c_str(), std::string(ui::name(one.finding.flaw)).c_str(),
                     one.finding.id.c_str(), one.finding.detail.c_str());
    }
    std::printf("%zu screens, %zu languages, %zu findings\n", report->screens, report->languages,
                report->findings.size());
    if (report->findings.empty()) return 0;
    std::fprintf(stderr, "kiosk: %zu findings; see audit.json\n", report->findings.size());
    return 1;
}

}  // namespace welcome::kiosk::app
