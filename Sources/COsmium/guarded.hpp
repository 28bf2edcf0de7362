#ifndef RELAIS_GUARDED_H
#define RELAIS_GUARDED_H

#include <cstring>
#include <exception>

#include "relais_osmium.h"

namespace relais {

// What `body` returns; where it throws, `failed`, with what it said in `message`.
template <typename Result, typename Body>
Result guarded(char *message, Result failed, Body body) {
  const auto say = [message](const char *text) {
    std::strncpy(message, text, RELAIS_OSM_MESSAGE - 1);
    message[RELAIS_OSM_MESSAGE - 1] = '\0';
  };
  try {
    return body();
  } catch (const std::exception &error) {
    say(error.what());
  } catch (...) {
    say("unknown error");
  }
  return failed;
}

}  // namespace relais

#endif
