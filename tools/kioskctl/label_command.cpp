// kioskctl label: one label as the bytes a printer or a file wants.

#include <iostream>

#include "kiosk/labels/fill.h"
#include "kiosk/session/assets.h"
#include "printing/painter.h"
#include "tools/kioskctl/command.h"

namespace welcome::tools::kioskctl {

namespace {

namespace labels = kiosk::labels;
using Filled = tl::expected<printing::Label, std::string>;
using Subject = tl::expected<std::string, std::string>;  // as labels::fill has it

struct LabelOptions {
    std::string what, person, as, out;
};

// By the id of one stay, or of the adult who asked for them.
std::vector<const event::Stay*> stays_of(const event::State& state, const std::string& id) {
    if (const auto stay = event::StayId::parse(id); stay && state.stay(*stay)) return {state.stay(*stay)};
    const auto parsed = event::PersonId::parse(id);
    const auto* adult = parsed ? state.person(*parsed) : nullptr;
    std::vector<const event::Stay*> stays;
    for (const auto* stay : state.stays()) {
        const auto* asked_by = state.person(stay->request.adult);
        if (adult && asked_by && asked_by->id == adult->id) stays.push_back(stay);
    }
    return stays;
}

Subject badge_of(const Session& session, const LabelOptions& options) {
    return find_person(session, options.person).map([](const event::Person* person) {
        return person->id.text();
    });
}

Subject stay_of(const Session& session, const LabelOptions& options) {
    const auto stays = stays_of(session.state(), options.person);
    if (stays.empty()) return refuse("no childcare was asked for under the id " + options.person);
    if (options.what == "claim" || stays.size() == 1) return stays.front()->id.text();
    std::string ids;
    for (const auto* stay : stays) ids += " " + stay->id.text();
    return refuse("that adult has several children here; give one of these as --person:" + ids);
}

// By the id of the person who asked, or of the request itself.
Subject speech_of(const Session& session, const LabelOptions& options) {
    const auto line = session.state().speakers();
    const auto parsed = event::SpeechId::parse(options.person);
    const auto* speech = parsed ? line.find(*parsed) : nullptr;
    const auto person = event::PersonId::parse(options.person);
    for (const auto& one : line.speeches) {
        const bool theirs = person && one.request.who == *person;
        if (!speech && theirs && one.request.kind == event::SpeechKind::talk) speech = &one;
    }
    if (!speech) return refuse("nobody asked to speak under the id " + options.person);
    return speech->request.speech.text();
}

// By its own id, as `kioskctl items` tells it.
Subject item_of(const Session& session, const LabelOptions& options) {
    for (const auto& item : session.state().items()) {
        if (options.person == item.id.text()) return item.id.text();
    }
    return refuse("nothing on the list of things to lend has the id " + options.person);
}

Filled fill(const Session& session, const LabelOptions& options) {
    labels::Catalogues words(kiosk::session::asset_folder("locale"));
    if (options.what == "test") return labels::test_label(session.state(), words.label("en"));
    if (options.person.empty()) return refuse("name somebody with --person");
    auto subject = options.what == "badge"     ? badge_of(session, options)
                   : options.what == "speaker" ? speech_of(session, options)
                   : options.what == "item"    ? item_of(session, options)
                                               : stay_of(session, options);
    if (!subject) return tl::unexpected(subject.error());
    auto pages = labels::fill(session.state(), options.what, *subject,
                              {words, {session.event_id(), session.key().ticket_seed()}});
    if (pages.empty()) return refuse("nothing is known under the id " + options.person);
    return std::move(pages.front());
}

Outcome make_label(const EventOptions& where, const LabelOptions& options) {
    const auto language = printing::language_named(options.as);
    if (!language) return refuse("a label comes as png, pdf, zpl, escpos, brother-ql or pwg");
    auto session = open_event(where);
    if (!session) return refuse(session.error());
    const auto label = fill(**session, options);
    if (!label) return refuse(label.error());
    auto painter = printing::LabelPainter::load(kiosk::session::asset_folder("labels"));
    if (!painter) return refuse("the label designs cannot be read: " + painter.error().detail);
    const printing::PageFormat format{
        .language = *language, .dpi = printing::usual_dpi(*language), .stock = std::nullopt};
    const auto bytes = painter->encode(*label, format);
    if (!bytes) return refuse("the label cannot be drawn: " + bytes.error().detail);
    if (options.out == "-") {
        std::cout << *bytes;
        return {};
    }
    auto written = kiosk::session::write_whole_file(options.out, *bytes, true);  // it names a person
    if (!written) return refuse(written.error());
    return {};
}

}  // namespace

void add_label_command(CLI::App& app, Run& run) {
    auto* command = app.add_subcommand("label", "one label as bytes");
    auto where = add_event_options(*command);
    auto options = std::make_shared<LabelOptions>();
    command->add_option("--what", options->what, "badge, child, claim, speaker, item or test")
        ->required()
        ->check(CLI::IsMember({"badge", "child", "claim", "speaker", "item", "test"}));
    command->add_option("--person", options->person,
                        "a person's id; for child and claim a stay's id will do, for item the thing's");
    command->add_option("--as", options->as, "png, pdf, zpl, escpos, brother-ql or pwg")
        ->required()
        ->check(CLI::IsMember({"png", "pdf", "zpl", "escpos", "brother-ql", "pwg"}));
    command->add_option("--out", options->out, "the file to write, - for standard output")->required();
    command->callback([=, &run] { run = [=] { return make_label(*where, *options); }; });
}

}  // namespace welcome::tools::kioskctl
