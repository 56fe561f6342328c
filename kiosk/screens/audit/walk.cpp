#include "kiosk/screens/audit/walk.h"

#include <algorithm>
#include <fstream>
#include <nlohmann/json.hpp>

namespace welcome::kiosk::screens::audit {

namespace {

namespace fs = std::filesystem;
using samples::Scene;

const std::vector<Glass>& glasses() {
    static const std::vector<Glass> all{{"1280x800", 1280, 800, 10.1},  {"800x1280", 800, 1280, 8},
                                        {"1920x1080", 1920, 1080, 24},  {"800x1280-10in", 800, 1280, 10.1},
                                        {"1280x800-8in", 1280, 800, 8}, {"1080x1920-24in", 1080, 1920, 24}};
    return all;
}

bool is_wanted(const std::vector<std::string>& names, const std::string& name) {
    return names.empty() || std::find(names.begin(), names.end(), name) != names.end();
}

sync::Result<std::vector<Setting>> settings_of(const Plan& plan) {
    std::vector<Setting> chosen;
    for (const auto& setting : settings()) {
        if (is_wanted(plan.sizes, setting.glass.name) && is_wanted(plan.scales, scale_name(setting)))
            chosen.push_back(setting);
    }
    if (chosen.empty())
        return sync::fail(sync::Fault::not_found,
                          "no glass is like that; leave --audit-size and --audit-scale out");
    return chosen;
}

sync::Result<std::vector<Scene>> scenes_of(const Plan& plan) {
    std::vector<Scene> chosen;
    for (const auto& scene : samples::scenes()) {
        if (is_wanted(plan.screens, scene.name)) chosen.push_back(scene);
    }
    if (chosen.empty())
        return sync::fail(sync::Fault::not_found, "no sample screen has that name; leave --audit-screen out");
    return chosen;
}

bool write(const fs::path& file, const std::string& text) {
    std::ofstream out(file);
    out << text << "\n";
    return static_cast<bool>(out.flush());
}

// One language on one glass.
class Pass {
  public:
    Pass(const Plan& plan, const Setting& setting, const ui::Words& words, Report& report)
        : plan_(plan), setting_(setting), words_(words), report_(report), studio_(setting, words) {}

    sync::Result<void> run(const std::vector<Scene>& scenes) {
        for (const auto& scene : scenes) {
            const auto enter = [&scene](Studio& studio) { studio.enter(scene); };
            add(scene, judge_looks(studio_, enter));
            const auto name =
                scene.name + "." + words_.language() + "." + setting_.glass.name + "." + scale_name(setting_);
            if (auto kept = ui::write_png(studio_.picture(), plan_.out / (name + ".png")); !kept) return kept;
            if (!write(plan_.out / (name + ".json"), ui::to_json(studio_.tree())))
                return sync::fail(sync::Fault::disk_failed, name + ".json was not written; look at the disk");
            if (walks_focus()) add(scene, judge_focus(studio_, enter));
        }
        return {};
    }

  private:
    // The order of the focus is that of the tree: one language of each direction shows it.
    [[nodiscard]] bool walks_focus() const {
        return words_.language() == "en" || words_.right_to_left() || plan_.languages.size() == 1;
    }

    void add(const Scene& scene, std::vector<ui::Finding> findings) {
        for (auto& finding : findings) {
            report_.findings.push_back({scene.name, words_.language(), setting_.glass.name,
                                        scale_name(setting_), std::move(finding)});
        }
    }

    const Plan& plan_;
    const Setting& setting_;
    const ui::Words& words_;
    Report& report_;
    Studio studio_;
};

}  // namespace

std::vector<Setting> settings() {
    std::vector<Setting> all;
    for (const auto& glass : glasses()) {
        for (const float scale : {1.0F, 2.0F}) all.push_back({glass, scale, ui::Contrast::normal});
    }
    // Colours do not move anything: the looks are judged on one glass each way up.
    for (const std::size_t glass : {0U, 1U}) {
        for (const float scale : {1.0F, 2.0F}) all.push_back({glasses()[glass], scale, ui::Contrast::high});
    }
    return all;
}

std::string scale_name(const Setting& setting) {
    return std::to_string(static_cast<int>(setting.text_scale * 100)) +
           (setting.contrast == ui::Contrast::high ? "-contrast" : "");
}

sync::Result<Report> walk(const Plan& plan) {
    const auto scenes = scenes_of(plan);
    if (!scenes) return tl::unexpected(scenes.error());
    const auto wanted = settings_of(plan);
    if (!wanted) return tl::unexpected(wanted.error());
    std::error_code error;
    fs::create_directories(plan.out, error);
    if (error)
        return sync::fail(sync::Fault::disk_failed,
                          plan.out.string() + " cannot be made; choose another folder");
    const auto languages = plan.languages.empty() ? ui::languages_in(plan.locale) : plan.languages;
    Report report{.screens = scenes->size(), .languages = languages.size(), .findings = {}};
    for (const auto& language : languages) {
        const auto words = ui::Words::load(plan.locale, language);
        if (!words) return tl::unexpected(words.error());
        for (const auto& setting : *wanted) {
            if (plan.say) plan.say(language + " on " + setting.glass.name + " at " + scale_name(setting));
            if (auto passed = Pass(plan, setting, *words, report).run(*scenes); !passed)
                return tl::unexpected(passed.error());
        }
    }
    if (!write(plan.out / "audit.json", to_json(report)))
        return sync::fail(sync::Fault::disk_failed, "audit.json was not written; look at the disk");
    return report;
}

std::string to_json(const Report& report) {
    nlohmann::ordered_json json{{"screens", report.screens}, {"languages", report.languages}};
    auto& findings = json["findings"] = nlohmann::ordered_json::array();
    for (const auto& one : report.findings) {
        findings.push_back({{"screen", one.screen},
                            {"language", one.language},
                            {"size", one.size},
                            {"scale", one.scale},
                            {"rule", ui::name(one.finding.flaw)},
                            {"id", one.finding.id},
                            {"detail", one.finding.detail}});
    }
    return json.dump(1);
}

}  // namespace welcome::kiosk::screens::audit
