// label: one label from its words to what a printer wants (layout, raster, printer language), by printer
// language and by human language, against the budget; and its bytes against the bare bitmap's.

#include <cmath>
#include <map>

#include "tests/bench/line.h"
#include "tests/printing/stage.h"

namespace welcome::bench {
namespace {

using printing::Language;

constexpr double k_budget = 10;  // milliseconds, shared/design.md

// A millimetre at this many dots, one bit a dot, rows padded to bytes: what is sent with no thought at all.
double bare_bitmap_bytes(const printing::Stock& stock, int dpi) {
    const double dots = dpi / 25.4;
    return std::ceil(std::round(stock.width * dots) / 8) * std::round(stock.height * dots);
}

std::string word(Language language) {
    std::string name(printing::name_of(language));
    if (const auto dash = name.find('-'); dash != std::string::npos) name[dash] = '_';
    return name;
}

std::string ending_of(const std::string& sample) {
    return sample.substr(sample.find('.') + 1);
}

int labels(const Order& order) {
    auto painter = printing::test::painter();
    const auto samples = printing::test::roll_sample_names();
    std::map<Language, Samples> times, bytes, bare;
    std::map<std::string, Samples> human_times, human_bytes;  // by a sample's ending: "en" … "long"
    for (const auto language : {Language::png, Language::pdf, Language::zpl, Language::escpos,
                                Language::brother_ql, Language::pwg}) {
        const printing::PageFormat format{
            .language = language, .dpi = printing::usual_dpi(language), .stock = {}};
        for (std::size_t round = 0; round < order.size(21, 2); ++round) {
            for (const auto& name : samples) {
                const auto label = printing::test::sample_label(name);
                std::size_t size = 0;
                const double took = processor_milliseconds_of([&] {
                    if (const auto made = painter.encode(label, format)) size = made->size();
                });
                if (size == 0) return cannot("the label " + name + " could not be made");
                if (round == 0) {  // fonts are opened by the first of each
                    bytes[language].add(static_cast<double>(size));
                    bare[language].add(bare_bitmap_bytes(*painter.size_of(label.design), format.dpi));
                    human_bytes[ending_of(name)].add(static_cast<double>(size));
                } else {
                    times[language].add(took);
                    human_times[ending_of(name)].add(took);
                }
            }
        }
    }
    Language slowest = Language::png;
    for (const auto& [language, took] : times)
        if (took.share(0.95) > times[slowest].share(0.95)) slowest = language;
    print({"label",
           times[slowest].share(0.95),
           "ms of processor (p95, slowest: " + std::string(printing::name_of(slowest)) + ")",
           Better::lower,
           {"budget", k_budget}});
    for (const auto& [language, took] : times) {
        print({"label_" + word(language),
               took.share(0.95),
               "ms of processor (p95)",
               Better::lower,
               {"budget", k_budget}});
        print({"label_" + word(language) + "_p50",
               took.median(),
               "ms of processor (p50)",
               Better::lower,
               {"budget", k_budget}});
        print({"label_" + word(language) + "_bytes",
               bytes[language].median(),
               "bytes (p50)",
               Better::lower,
               {"the bare bitmap", bare[language].median()}});
    }
    for (const auto& [ending, took] : human_times) {
        const std::string name = "label_in_" + ending;
        print({name, took.share(0.95), "ms of processor (p95)", Better::lower, {"budget", k_budget}});
        print({name + "_p50", took.median(), "ms of processor (p50)", Better::lower, {"budget", k_budget}});
        print({name + "_bytes",
               human_bytes[ending].median(),
               "bytes (p50)",
               Better::lower,
               {"English", human_bytes["en"].median()}});
    }
    return 0;
}

}  // namespace
}  // namespace welcome::bench

int main(int argc, char** argv) {
    return welcome::bench::labels(welcome::bench::read_order(argc, argv));
}
