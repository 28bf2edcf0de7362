#ifndef RELAIS_DESK_H
#define RELAIS_DESK_H

#include "embedded_file.h"

extern const embedded_file relais_desk_css;
extern const embedded_file relais_desk_js;
extern const embedded_file relais_openapi;
extern const embedded_file relais_bench_css;
extern const embedded_file relais_benchmap_js;
extern const embedded_file relais_bench_js;

#endif
