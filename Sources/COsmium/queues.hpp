#ifndef RELAIS_QUEUES_H
#define RELAIS_QUEUES_H

#include <cstdlib>

namespace relais {

// Blocks that are decoded and wait: libosmium keeps twenty, each of which may take a hundred megabytes.
//
// It asks the environment, which is changed at the first reading and not before `main`: a program that Swift's library is linked into
// finds its arguments beside the environment it was started with.
inline void bound_queues() {
  static const bool is_bounded = setenv("OSMIUM_MAX_OSMDATA_QUEUE_SIZE", "6", 0) == 0;
  (void)is_bounded;
}

}  // namespace relais

#endif
