// The unlock card's text, and the wrapped key of event.json.

#include "sync/keys.h"
#include "tests/fuzz/parser.h"

namespace welcome::fuzz {

namespace {

sync::UnlockCard a_card() {
    sync::Uuid id;
    id.bytes.fill(7);
    return {sync::EventId(id), sync::EventKey(sync::Key32{1, 2, 3})};
}

}  // namespace

std::vector<std::string> seeds() {
    return {sync::write_card(a_card()), "WTKEY1:", " WTKEY1: AAAA\n"};
}

void read(std::string_view bytes) {
    const auto card = sync::read_card(bytes);
    if (!card) return;
    const auto again = sync::read_card(sync::write_card(*card));
    must(again && again->event == card->event && again->key.secret() == card->key.secret(),
         "a card that is read is written and read the same");
}

}  // namespace welcome::fuzz
