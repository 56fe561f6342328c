#pragma once
// An event on the disk with invented people in its journal. One owner, one thread.

#include <memory>

#include "kiosk/session/session.h"
#include "tests/bench/folder.h"

namespace welcome::bench {

struct Evening {
    kiosk::session::EventFolder folder;
    std::unique_ptr<kiosk::session::Session> session;

    // Opens it again, as a start does.
    [[nodiscard]] sync::Result<std::unique_ptr<kiosk::session::Session>> open() const;
};

sync::Result<Evening> make_evening(const std::filesystem::path& folder, std::size_t people);

kiosk::event::PersonId person_id(std::size_t number);  // of the evening's people, from 0

// Bytes on the disk of the journal's newest record.
std::size_t record_size(sync::Journal& journal);

}  // namespace welcome::bench
