#pragma once
// How a label is given to a printer on a line that talks back, and what its words mean for the label. One
// thread.

#include "printing/line.h"
#include "printing/printer.h"
#include "printing/status.h"

namespace welcome::printing {

class Conversation {
  public:
    Conversation(Language language, const Patience& patience) : language_(language), patience_(patience) {}

    // How it stands; fine where it says nothing. A printer that once said nothing is not asked again.
    Result<void> ask(const Line& line, Waiter& waiter);
    // Asks, notes that the page leaves, writes it, and where the printer talks hears it to the end.
    // True: the printer itself said that the label is out. False: it said nothing.
    Result<bool> send(const Line& line, const Page& page, Waiter& waiter);

  private:
    [[nodiscard]] bool can_ask() const { return !deaf_ && status_question_; }
    Result<bool> hear_to_the_end(const Line& line, Waiter& waiter);
    Result<bool> hear_escpos(const Line& line, Waiter& waiter);
    // Nothing within that time: no answer. An error: the line is gone, or the stop was asked for.
    Result<std::optional<Status>> next_answer(const Line& line, std::chrono::milliseconds patience,
                                              Waiter& waiter);

    Language language_;
    Patience patience_;
    std::optional<std::string> status_question_ = status_question(language_);
    std::string heard_;
    bool deaf_ = false;   // it was asked and said nothing
    bool talks_ = false;  // it has answered
};

}  // namespace welcome::printing
