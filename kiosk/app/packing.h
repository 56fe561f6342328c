#pragma once
// The packing worker: which sticks are there, and the evening's sealed pack written to one of them. A stick
// is slow and may be pulled out, so the UI thread never waits for it.

#include <condition_variable>
#include <deque>
#include <filesystem>
#include <mutex>
#include <optional>
#include <string>
#include <thread>
#include <vector>

#include "kiosk/app/mail.h"
#include "kiosk/session/session.h"

namespace welcome::kiosk::app {

// Where sticks are mounted, out of /proc/self/mountinfo's text; sorted.
std::vector<std::filesystem::path> sticks_in(const std::string& mountinfo);

class Packing {
  public:
    // `named`: folders that stand for a stick, beside those that are mounted.
    Packing(session::Session& session, std::vector<std::filesystem::path> named, Post& post);

    void find_places();
    void write(const std::string& place);  // empty: the tablet's own folder, beside the journal

  private:
    void ask(std::optional<std::string> place);  // nothing: find
    void run(const std::stop_token& stop);
    void find();
    void write_now(const std::string& place);
    screens::PackPlace& place_of(const std::string& path);
    void tell();

    sync::Journal& journal_;
    const sync::EventId event_;
    const sync::EventKey key_;
    const std::string own_;
    const std::vector<std::filesystem::path> named_;
    Post& post_;
    screens::Packs packs_, told_;  // the worker's own; the screens get copies
    std::mutex mutex_;
    std::condition_variable_any asked_;
    std::deque<std::optional<std::string>> requests_;  // guarded by mutex_
    std::jthread thread_;                              // last: it stops and joins before the rest goes away
};

}  // namespace welcome::kiosk::app
