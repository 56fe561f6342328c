// A second program of the same user, in a session of its own: prints the key that the keyring keeps for an
// event as hex digits. keyring_probe EVENT

extern "C" {
#include <keyutils.h>
}
#include <cstdio>

#include "sync/keys.h"

int main(int count, char** arguments) {
    if (count != 2 || keyctl_join_session_keyring(nullptr) < 0) return 2;
    const auto event = welcome::sync::EventId::parse(arguments[1]);
    if (!event) return 2;
    const auto key = welcome::sync::find_in_keyring(*event);
    if (!key) return 1;
    for (const auto byte : key->secret()) std::printf("%02x", static_cast<unsigned>(byte));
    return 0;
}
