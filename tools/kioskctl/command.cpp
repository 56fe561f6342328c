#include "tools/kioskctl/command.h"

#include <fstream>
#include <iostream>

namespace welcome::tools::kioskctl {

std::shared_ptr<EventOptions> add_event_options(CLI::App& command) {
    auto options = std::make_shared<EventOptions>();
    command.add_option("--event", options->folder, "the event's folder")->required();
    command.add_option("--card", options->card, "the unlock card: its picture, or its text file");
    command.add_option("--passphrase-file", options->passphrase_file,
                       "a file with the passphrase, - for standard input");
    return options;
}

tl::expected<std::string, std::string> read_secret(const std::string& file) {
    std::string line;
    if (file == "-") {
        std::getline(std::cin, line);
    } else {
        std::ifstream in(file);
        if (!in) return refuse(file + " may not be read; give a file that is there, or - for standard input");
        std::getline(in, line);
    }
    if (line.empty()) return refuse("the first line of " + file + " is empty; write the secret there");
    return line;
}

tl::expected<kiosk::session::KeySource, std::string> key_source(const EventOptions& options) {
    kiosk::session::KeySource source;
    if (!options.card.empty()) source.card = options.card;
    if (!options.passphrase_file.empty()) {
        auto passphrase = read_secret(options.passphrase_file);
        if (!passphrase) return tl::unexpected(passphrase.error());
        source.passphrase = *passphrase;
    }
    return source;
}

tl::expected<std::unique_ptr<Session>, std::string> open_event(const EventOptions& options) {
    const auto source = key_source(options);
    if (!source) return tl::unexpected(source.error());
    auto session = Session::open({options.folder}, *source);
    if (!session) return refuse(session.error());
    return std::move(*session);
}

tl::expected<const event::Person*, std::string> find_person(const Session& session, const std::string& id) {
    const auto parsed = event::PersonId::parse(id);
    const auto* person = parsed ? session.state().person(*parsed) : nullptr;
    if (!person) return refuse("nobody here has the id " + id + "; `kioskctl find` gives ids");
    return person;
}

std::string sentence_for(event::Refusal refusal) {
    using event::Refusal;
    switch (refusal) {
        case Refusal::unknown_person:
            return "that person is not in this event; import the roster or sign them up";
        case Refusal::already_in:
            return "already in";
        case Refusal::nobody_in:
            return "nobody is in the room who could leave; check people in first";
        case Refusal::nobody_chosen:
            return "nobody was named; name at least one person";
        case Refusal::name_missing:
            return "the name is missing; give one";
        case Refusal::name_too_long:
            return "the name is longer than 200 letters; shorten it";
        case Refusal::phone_unreadable:
            return "that phone number cannot be read; write it with its area code";
        case Refusal::email_unreadable:
            return "that email cannot be read; write it like name@example.org";
        case Refusal::no_adult_here:
            return "the adult is not checked in; check them in first";
        case Refusal::contact_missing:
            return "nobody said where the adult is tonight; give a phone or a seat";
        case Refusal::no_room_for_age:
            return "no room takes children of that age";
        case Refusal::child_name_missing:
            return "the child's first name is missing; give one";
        case Refusal::unknown_code:
            return "no child here has that code; read it again";
        case Refusal::unknown_stay:
            return "there is no such childcare request";
        case Refusal::not_dropped_off:
            return "that child has not been dropped off";
        case Refusal::already_dropped_off:
            return "that child is already in the room";
        case Refusal::already_picked_up:
            return "that child has already been picked up";
        case Refusal::not_permitted:
            return "this role may not do that; ask the lead";
        case Refusal::unknown_fact:
            return "there is no such fact in this event";
        case Refusal::cannot_be_undone:
            return "that cannot be undone";
        case Refusal::same_person:
            return "those two are one person already";
        case Refusal::nothing_new:
            return "it is so already";
        case Refusal::card_taken:
            return "that card is somebody else's; take another";
        case Refusal::too_few_adults:
            return "the room has too few adults for its children; sign another in first";
        case Refusal::no_place:
            return "this tablet has no place to give in a room that fits; the family waits in line";
        case Refusal::no_codes:
            return "this tablet has no claim codes yet; let it share with another tablet first";
        case Refusal::room_closed:
            return "that room is closed";
        case Refusal::unknown_room:
            return "there is no such room";
        case Refusal::children_here:
            return "children are still in care; a room or an evening closes without them only";
        case Refusal::reason_missing:
            return "a reason is needed; write one";
        case Refusal::already_left:
            return "that child's stay has ended already";
        case Refusal::line_closed:
            return "the line of speakers is closed; the lead can open it";
        case Refusal::question_missing:
            return "the question has no words; write them";
        case Refusal::already_in_line:
            return "that person waits in the line already";
        case Refusal::microphone_taken:
            return "somebody else is at the microphone";
        case Refusal::unknown_speech:
            return "there is nobody in the line with that number";
        case Refusal::word_missing:
            return "a word from the room is missing; ask for one";
        case Refusal::nobody_to_draw:
            return "nobody is in who has not won already";
        case Refusal::already_handed_out:
            return "all that was asked for is handed out already";
        case Refusal::limit_unreadable:
            return "the room's limit is a number from 1 to 50000";
        case Refusal::items_are_out:
            return "things that were lent are not back; take them back, or say why not";
        case Refusal::unknown_item:
            return "that thing is not on the list; add it first";
        case Refusal::item_is_out:
            return "somebody has it; take it back first";
        case Refusal::numbers_unreadable:
            return "the numbers go from one to a larger one, 200 at most";
        case Refusal::event_closed:
            return "the event is closed";
        case Refusal::label_waits:
            return "that label is waiting at a printer already";
    }
    return "refused";
}

}  // namespace welcome::tools::kioskctl
