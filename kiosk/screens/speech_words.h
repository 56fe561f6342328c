#pragma once
// How a speaker, a time and the light are said: the same words for the caller's view and the big screen.

#include "kiosk/screens/furniture.h"

namespace welcome::kiosk::screens {

// The lights of public comment: green, yellow at 30 s left, red. Each has its word and its shape too.
enum class Light { ready, go, finish, over, paused };
Light light_of(const event::Speech& speech, event::Instant now);
std::string light_words(const Look& look, Light light);
ui::Icon icon_of(Light light);
ui::Tone tone_of(Light light);

// "2:41"; "+0:12" once the time is over.
std::string time_left_text(int seconds);
// "A7", and "A7 · Rosa" where the guest wants to be called by name.
std::string who_speaks_text(const event::SpeakingRequested& request);
// The topic, the language, the interpreter: what the caller must know.
std::string about_speech(const Look& look, const event::SpeakingRequested& request);
// Minutes, rounded up: what a guest is told.
int whole_minutes(int seconds);

}  // namespace welcome::kiosk::screens
