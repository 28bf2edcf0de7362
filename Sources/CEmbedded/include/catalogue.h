#ifndef RELAIS_CATALOGUE_H
#define RELAIS_CATALOGUE_H

#include "embedded_file.h"

/// The table of sentences of a concern; NULL where there is none.
const embedded_file *_Nullable relais_catalogue(const char *_Nonnull concern);

#endif
