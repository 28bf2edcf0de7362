#ifndef EMBEDDED_VOCABULARY_H
#define EMBEDDED_VOCABULARY_H

#include "embedded_file.h"

/// What columns of files are called: `RelaisFormats/Columns/vocabulary.tsv`.
extern const embedded_file relais_vocabulary;

#endif
