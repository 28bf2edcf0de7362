#ifndef RELAIS_EMBEDDED_FILE_H
#define RELAIS_EMBEDDED_FILE_H

#include <stddef.h>

/// The bytes of a file of the sources, put into the program when it is built.
///
/// They last as long as the program and never change; no zero follows them.
typedef struct {
  const unsigned char *_Nonnull bytes;
  size_t count;
} __attribute__((swift_attr("@Sendable"))) embedded_file;

#endif
