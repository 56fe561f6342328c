#pragma once
// How far each record has got at each target, kept beside the facts: a run that was killed goes on where it
// stopped. It holds ids and steps, never a name. One thread.

#include <map>
#include <string>

#include "sync/journal/journal.h"
#include "tools/connectors/target.h"

namespace welcome::tools::connectors {

class Ledger {
  public:
    // `place`: the target and its event, so that two evenings or two services never mix.
    Ledger(sync::Journal& journal, std::string place) : journal_(journal), place_(std::move(place)) {}

    [[nodiscard]] Progress of(const Record& record) const;
    sync::Result<void> keep(const Record& record, const Progress& progress);

  private:
    [[nodiscard]] std::string name_of(const Record& record) const {
        return "connector/" + place_ + "/" + record.person;
    }
    sync::Journal& journal_;
    const std::string place_;
};

}  // namespace welcome::tools::connectors
