// label: one label from its words to what a printer wants (layout, raster, printer language), by printer
// language over every design, and by human language over what a family gets (badge, claim, a child's label in
// the words of that language's catalogue), against the budget; and its bytes against the bare bitmap's.

#include <array>
#include <cmath>
#include <map>

#include "kiosk/labels/catalogues.h"
#include "tests/bench/line.h"
#include "tests/event/support.h"
#include "tests/places.h"
#include "tests/printing/stage.h"

namespace welcome::bench {
namespace {

using printing::Language;

constexpr double k_budget = 10;  // milliseconds, shared/design.md
constexpr std::array k_printers = {Language::png,    Language::pdf,        Language::zpl,
                                   Language::escpos, Language::brother_ql, Language::pwg};

printing::PageFormat usual_format(Language language) {
    return {.language = language, .dpi = printing::usual_dpi(language), .stock = {}};
}

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

// Names as parents of a language have them: the adult's and the child's.
std::pair<std::string, std::string> names_in(std::string_view language) {
    static const std::map<std::string_view, std::pair<std::string, std::string>> names = {
        {"ar", {"عبد الرحمن السيد", "فاطمة"}},
        {"es", {"María Guadalupe Núñez", "José Ángel"}},
        {"fr", {"Aïssatou Lefèvre", "Anaïs"}},
        {"ht", {"Jean-Widner Désir", "Fabyola"}},
        {"ko", {"김서연", "하준"}},
        {"pt-BR", {"João Conceição", "Antônia"}},
        {"ru", {"Екатерина Щербакова", "Тимофей"}},
        {"so", {"Cabdiraxmaan Xasan", "Faadumo"}},
        {"tl", {"Ma. Corazon Dimaculangan", "Juan Miguel"}},
        {"vi", {"Nguyễn Thị Hường", "Phượng"}},
        {"zh-Hans", {"欧阳晓明", "小雨"}},
    };
    const auto found = names.find(language);
    return found == names.end() ? std::pair<std::string, std::string>{"Maya Williams", "Noah"}
                                : found->second;
}

// What comes out of the printer for a family with one child who has an allergy.
std::vector<printing::Label> family_labels(kiosk::labels::Catalogues& catalogues,
                                           const std::string& language) {
    using namespace kiosk::event;
    const auto [adult_name, child_name] = names_in(language);
    State state;
    kiosk::event::test::Tablet tablet(1);
    const auto says = [&](const Body& body) { state.apply(tablet.says(body, 1)); };
    EventOpened opened;
    opened.name = "Lincoln Parents Town Hall";
    opened.childcare_rooms = {{"Room 4", {AgeBand::from_4_to_5}, 12}};
    says(opened);
    const auto adult = kiosk::event::test::person_id(1);
    PersonRegistered known{adult, "roster", "1", {}};
    known.fields.full_name = adult_name;
    known.fields.language = language;
    says(known);
    ChildcareRequested asked;
    asked.stay = kiosk::event::test::id_of<StayId>(2);
    asked.adult = adult;
    asked.first_name = child_name;
    asked.band = AgeBand::from_4_to_5;
    asked.allergies = "Peanuts";
    asked.code = "7CN4";
    asked.number = 118;
    says(asked);
    const auto words = catalogues.label(language);
    const auto* stay = state.stays().front();
    return {kiosk::labels::badge_label(state, *state.person(adult), words),
            kiosk::labels::claim_label(state, {stay}, words,
                                       {kiosk::event::test::id_of<sync::EventId>(7), {1, 2, 3}}),
            kiosk::labels::child_label(state, *stay, words)};
}

int labels(const Order& order) {
    auto painter = printing::test::painter();
    const auto samples = printing::test::roll_sample_names();
    std::map<Language, Samples> times, bytes, bare;
    for (const auto language : k_printers) {
        const auto format = usual_format(language);
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
                } else {
                    times[language].add(took);
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
    return 0;
}

// The same in each language that the program speaks, in all printer languages.
int family(const Order& order) {
    auto painter = printing::test::painter();
    const std::filesystem::path folder = welcome::test::bin_dir() + "/../share/welcome-table/locale";
    kiosk::labels::Catalogues catalogues(folder);
    std::map<std::string, Samples> times, bytes;
    for (const auto& language : kiosk::words::languages_in(folder)) {
        const auto labels = family_labels(catalogues, language);
        for (const auto printer : k_printers) {
            const auto format = usual_format(printer);
            for (std::size_t round = 0; round < order.size(41, 2); ++round) {
                for (const auto& label : labels) {
                    std::size_t size = 0;
                    const double took = processor_milliseconds_of([&] {
                        if (const auto made = painter.encode(label, format)) size = made->size();
                    });
                    if (size == 0) return cannot("a label in " + language + " could not be made");
                    if (round == 0)
                        bytes[language].add(static_cast<double>(size));
                    else
                        times[language].add(took);
                }
            }
        }
    }
    for (const auto& [language, took] : times) {
        const std::string name = "label_in_" + language;
        print({name, took.share(0.95), "ms of processor (p95)", Better::lower, {"budget", k_budget}});
        print({name + "_p50", took.median(), "ms of processor (p50)", Better::lower, {"budget", k_budget}});
        print({name + "_bytes",
               bytes[language].median(),
               "bytes (p50)",
               Better::lower,
               {"English", bytes["en"].median()}});
    }
    return 0;
}

}  // namespace
}  // namespace welcome::bench

int main(int argc, char** argv) {
    const auto order = welcome::bench::read_order(argc, argv);
    const int done = welcome::bench::labels(order);
    return done == 0 ? welcome::bench::family(order) : done;
}
