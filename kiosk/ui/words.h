#pragma once
// The sentences of a language, as screens call them.

#include "kiosk/words/words.h"

namespace welcome::kiosk::ui {

using words::date_text;
using words::is_right_to_left;
using words::languages_in;
using words::meant_language;
using words::number_text;
using words::own_name;
using words::Place;
using words::Places;
using words::reviewer_of;
using words::time_text;
using words::Words;

}  // namespace welcome::kiosk::ui
