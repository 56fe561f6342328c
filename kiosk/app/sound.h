#pragma once
// A short sound, to hear whether the tablet can be heard. Two tones made here, played where the voice is,
// away from the UI thread.

#include <functional>
#include <string>
#include <thread>

namespace welcome::kiosk::app {

class Sound {
  public:
    // Told on the worker's thread whether the sound device took all of it.
    // `where` as speech::open_sink takes it.
    Sound(std::string where, std::function<void(bool played)> done)
        : where_(std::move(where)), done_(std::move(done)) {}

    void play();  // one at a time: a second wish waits for the first sound's end

  private:
    const std::string where_;
    const std::function<void(bool)> done_;
    std::jthread thread_;
};

}  // namespace welcome::kiosk::app
