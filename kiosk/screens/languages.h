#pragma once
// Which languages a screen may offer. Pure.

#include <optional>
#include <string>
#include <vector>

#include "kiosk/screens/model.h"

namespace welcome::kiosk::screens {

// The event's languages that this tablet has words for, in the event's order; the first is the one that
// guests start with. An event that names none offers English, Spanish and whatever a human reviewed.
std::vector<std::string> offered_languages(const Model& model, const event::EventOpened& event);

// As it is offered here: somebody's "pt" is "pt-BR". Nothing where guests are not offered it.
std::optional<std::string> offered_tag(const Model& model, const event::EventOpened& event,
                                       const std::string& wanted);

// What the next guest is greeted in: the one that this tablet was started for, else the first of these.
std::string home_language(const Model& model, const event::EventOpened& event);

// "中文 · العربية · Русский": what stands on the way to a longer list, so that whoever reads no Latin script
// finds it.
std::string names_of_more(const std::vector<std::string>& tags);

}  // namespace welcome::kiosk::screens
