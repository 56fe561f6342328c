#pragma once
// A short sound, to hear whether the tablet can be heard. Two tones made here, played through ALSA's default
// device away from the UI thread.

#include <functional>
#include <thread>

namespace welcome::kiosk::app {

class Sound {
  public:
    // Told on the worker's thread whether the sound device took all of it.
    explicit Sound(std::function<void(bool played)> done) : done_(std::move(done)) {}

    void play();  // one at a time: a second wish waits for the first sound's end

  private:
    const std::function<void(bool)> done_;
    std::jthread thread_;
};

}  // namespace welcome::kiosk::app
