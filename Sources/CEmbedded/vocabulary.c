#include "vocabulary.h"

#pragma clang diagnostic ignored "-Wc23-extensions"

static const unsigned char vocabulary[] = {
#embed "../RelaisFormats/Columns/vocabulary.tsv"
};

const embedded_file relais_vocabulary = {vocabulary, sizeof vocabulary};
