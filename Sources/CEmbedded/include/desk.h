#ifndef RELAIS_DESK_H
#define RELAIS_DESK_H

#include "embedded_file.h"

extern const embedded_file relais_desk_css;
extern const embedded_file relais_desk_js;
extern const embedded_file relais_openapi;
extern const embedded_file relais_streetsend_js;
extern const embedded_file relais_streetworker_js;
extern const embedded_file relais_icon_svg;
extern const embedded_file relais_bench_css;
extern const embedded_file relais_benchmap_js;
extern const embedded_file relais_bench_js;
extern const embedded_file relais_sheet_js;
extern const embedded_file relais_places_js;

#endif
