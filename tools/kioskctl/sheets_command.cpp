// kioskctl sheets, kioskctl cards: what is printed before doors, as one PDF.

#include <sodium.h>

#include "kiosk/labels/fill.h"
#include "kiosk/session/assets.h"
#include "printing/painter.h"
#include "tools/connectors/record.h"
#include "tools/kioskctl/command.h"

namespace welcome::tools::kioskctl {

namespace {

namespace labels = kiosk::labels;

struct SheetsOptions {
    int first = 1, count = 1;
    std::string paper = "letter", language = "en", out;
    bool each_on_its_own = false;
    bool names_people = false;  // then the file is the owner's alone
};

// `grid` is the sheet's design that the labels are cut from, or stuck on; else each has a page of its own.
Outcome write(const std::vector<printing::Label>& pages, const SheetsOptions& options,
              const std::string& grid = {}) {
    auto painter = printing::LabelPainter::load(kiosk::session::asset_folder("labels"));
    if (!painter) return refuse("the designs cannot be read: " + painter.error().detail);
    const auto paper = printing::stock_named(options.paper);
    const auto bytes =
        grid.empty() ? painter->pdf_pages(pages, paper) : painter->pdf_grid(grid, pages, paper);
    if (!bytes) return refuse("the pages cannot be drawn: " + bytes.error().detail);
    auto written = kiosk::session::write_whole_file(options.out, *bytes, options.names_people);
    if (!written) return refuse(written.error());
    return {};
}

labels::Catalogues catalogues() {
    return labels::Catalogues(kiosk::session::asset_folder("locale"));
}

Outcome make_sheets(const EventOptions& where, const SheetsOptions& options) {
    auto session = open_event(where);
    if (!session) return refuse(session.error());
    if (options.first + options.count - 1 > kiosk::event::k_most_sheets)
        return refuse("sheets are numbered up to 9999");
    std::vector<printing::Label> pages;
    const auto words = catalogues().sheet(options.language);
    for (int number = options.first; number < options.first + options.count; ++number)
        pages.push_back(labels::sheet_label((*session)->state(), (*session)->event_id(), number, words));
    return write(pages, options);
}

// In the order of the list: by kind, then by number.
Outcome make_item_labels(const EventOptions& where, const SheetsOptions& options) {
    auto session = open_event(where);
    if (!session) return refuse(session.error());
    const auto& state = (*session)->state();
    auto words = catalogues();
    const labels::Press press{words, {(*session)->event_id(), (*session)->key().ticket_seed()}};
    std::vector<printing::Label> pages;
    for (const auto& item : state.items()) {
        if (item.is_struck_off) continue;
        for (auto& label : labels::fill(state, "item", item.id.text(), press))
            pages.push_back(std::move(label));
    }
    if (pages.empty()) return refuse("nothing is on the list of things to lend; add it on a tablet first");
    return write(pages, options, options.each_on_its_own ? "" : "items");
}

std::string random_secret() {
    constexpr std::size_t bytes = 16;
    std::string secret;
    for (std::size_t i = 0; i < bytes; ++i) {
        constexpr std::string_view digits = "0123456789ABCDEF";
        const auto byte = randombytes_uniform(256);
        secret += digits[byte / 16];
        secret += digits[byte % 16];
    }
    return secret;
}

Outcome make_cards(const EventOptions& where, const SheetsOptions& options) {
    auto session = open_event(where);
    if (!session) return refuse(session.error());
    std::vector<printing::Label> pages;
    for (int number = options.first; number < options.first + options.count; ++number)
        pages.push_back(labels::card_label((*session)->state(), number, random_secret()));
    return write(pages, options, options.each_on_its_own ? "" : "cards");
}

// Only of this folder's facts, with no network: what this tablet knows now.
Outcome make_roll_call(const EventOptions& where, const SheetsOptions& options) {
    auto session = open_event(where);
    if (!session) return refuse(session.error());
    if (!(*session)->minds_childcare())
        return refuse(
            "this folder does not have childcare's key; print the roll-call on a tablet of the desk");
    const auto& state = (*session)->state();
    const auto clock = connectors::local_time(kiosk::session::wall_clock(), state.event().time_zone);
    const auto time = clock.substr(clock.find('T') + 1, sizeof "18:30" - 1);
    return write(labels::roll_call_pages(state, catalogues().roll_call(options.language), time), options);
}

std::shared_ptr<SheetsOptions> add_range(CLI::App& command) {
    auto options = std::make_shared<SheetsOptions>();
    command.add_option("--first", options->first, "the first number")->check(CLI::Range(1, 9999));
    command.add_option("--count", options->count, "how many")->check(CLI::Range(1, 500));
    command.add_option("--out", options->out, "the PDF to write")->required();
    return options;
}

}  // namespace

void add_sheets_command(CLI::App& app, Run& run) {
    auto* sheets =
        app.add_subcommand("sheets", "numbered paper sign-in sheets, as a PDF to print before doors");
    auto where = add_event_options(*sheets);
    auto options = add_range(*sheets);
    sheets->add_option("--paper", options->paper, "letter or a4")->check(CLI::IsMember({"letter", "a4"}));
    sheets->add_option("--language", options->language, "en, es, ar … as guests are offered");
    sheets->callback([=, &run] { run = [=] { return make_sheets(*where, *options); }; });

    auto* cards =
        app.add_subcommand("cards", "pre-numbered cards, as a PDF; each is bound to a person by a scan");
    auto at = add_event_options(*cards);
    auto range = add_range(*cards);
    cards->add_option("--paper", range->paper, "letter or a4: ten cards a sheet")
        ->check(CLI::IsMember({"letter", "a4"}));
    cards->add_flag("--one-a-page", range->each_on_its_own, "each on a page of its own, for a label printer");
    cards->callback([=, &run] { run = [=] { return make_cards(*at, *range); }; });

    auto* items = app.add_subcommand("item-labels", "a label for each thing to lend, as a PDF");
    auto list = add_event_options(*items);
    auto on = std::make_shared<SheetsOptions>();
    items->add_option("--out", on->out, "the PDF to write")->required();
    items->add_option("--paper", on->paper, "letter or a4: thirty a sheet")
        ->check(CLI::IsMember({"letter", "a4"}));
    items->add_flag("--one-a-page", on->each_on_its_own, "each on a page of its own, for a label printer");
    items->callback([=, &run] { run = [=] { return make_item_labels(*list, *on); }; });

    auto* roll_call =
        app.add_subcommand("rollcall", "who is in the childcare rooms now, as a PDF to tick off");
    auto place = add_event_options(*roll_call);
    auto how = std::make_shared<SheetsOptions>();
    how->names_people = true;
    roll_call->add_option("--out", how->out, "the PDF to write")->required();
    roll_call->add_option("--paper", how->paper, "letter or a4")->check(CLI::IsMember({"letter", "a4"}));
    roll_call->add_option("--language", how->language, "en, es, ar … as guests are offered");
    roll_call->callback([=, &run] { run = [=] { return make_roll_call(*place, *how); }; });
}

}  // namespace welcome::tools::kioskctl
