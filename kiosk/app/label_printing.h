#pragma once
// From the screens' wish for a label to paper: fills the label in, hands it to the spool, keeps what became
// of it as a fact. Without a printer every wish is quietly passed over: no printer ever blocks a guest.

#include <memory>
#include <string>

#include "kiosk/app/mail.h"
#include "kiosk/event/state.h"
#include "kiosk/labels/labels.h"
#include "printing/spool.h"

namespace welcome::kiosk::app {

class LabelPrinting {
  public:
    // `printer` is a URI; empty for none. A printer that is missing now is no error: its labels wait.
    static std::unique_ptr<LabelPrinting> open(const std::string& printer, const std::string& designs,
                                               Post& post);

    [[nodiscard]] bool has_printer() const { return spool_ != nullptr; }
    [[nodiscard]] const std::string& fault() const { return fault_; }  // why there is none; for the log
    [[nodiscard]] int waiting() const;

    void badge(const event::State& state, const event::PersonId& person);
    void child(const event::State& state, const event::StayId& stay);
    void claim(const event::State& state, const std::string& code);
    void test(const event::State& state);

  private:
    explicit LabelPrinting(Post& post) : post_(post) {}
    void submit(printing::Label label, const std::string& subject);

    Post& post_;
    std::string fault_;
    std::unique_ptr<printing::Spool> spool_;
};

}  // namespace welcome::kiosk::app
