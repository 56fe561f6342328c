#pragma once
// A printer that talks back, played by the test as its maker's command reference says: on a TCP port, or
// behind a device file (a pseudo-terminal). A thread of its own.

#include <atomic>
#include <condition_variable>
#include <mutex>
#include <string>
#include <thread>
#include <vector>

#include "printing/languages.h"

namespace welcome::printing::test {

enum class Mood {
    fine,
    out_of_labels,
    cover_open,
    runs_out,    // takes the label, and then has no labels for it
    never_ends,  // takes the label, and is at work for ever
};

class Device {
  public:
    enum class Where { tcp, device_file };
    Device(Language language, Where where);
    Device(const Device&) = delete;
    Device& operator=(const Device&) = delete;
    ~Device();

    void is(Mood mood) { mood_ = mood; }
    [[nodiscard]] std::string uri() const;
    [[nodiscard]] std::vector<std::string> jobs() const;  // whole ones, without the questions between
    void wait_for_a_job() const;                          // that has come whole, printed or not

  private:
    void serve(const std::stop_token& stop);
    void talk(int line, const std::stop_token& stop);
    // What the bytes so far ask for; gives how many of them are done with.
    std::size_t take(int line, const std::string& heard);
    std::size_t take_zpl(int line, const std::string& heard);
    std::size_t take_escpos(int line, const std::string& heard);
    std::size_t take_brother(int line, const std::string& heard);
    void say_zpl_status(int line) const;
    void say_brother(int line, int kind, int phase) const;
    void keep_job();

    Language language_;
    Where where_;
    int listener_ = -1, master_ = -1, slave_ = -1;
    std::string address_;
    std::atomic<Mood> mood_ = Mood::fine;
    std::atomic<bool> working_ = false;
    std::string job_;
    mutable std::mutex mutex_;
    mutable std::condition_variable came_;
    std::vector<std::string> jobs_;
    std::jthread thread_;
};

}  // namespace welcome::printing::test
