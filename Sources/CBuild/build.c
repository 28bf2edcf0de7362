// Defined by Package.swift, from the environment of the build. In a target of its own, so that a new commit compiles nothing else.
#include "build.h"

#ifndef RELAIS_COMMIT
#define RELAIS_COMMIT ""
#endif
#ifndef RELAIS_SWIFT
#define RELAIS_SWIFT ""
#endif

const char *relais_commit(void) { return RELAIS_COMMIT; }
const char *relais_swift(void) { return RELAIS_SWIFT; }
