#ifndef RELAIS_WEB_H
#define RELAIS_WEB_H

#include "embedded_file.h"

extern const embedded_file relais_door_css;
extern const embedded_file relais_group_css;
extern const embedded_file relais_kit_css;
extern const embedded_file relais_national_css;
extern const embedded_file relais_page_css;
extern const embedded_file relais_paper_css;
extern const embedded_file relais_public_css;

extern const embedded_file relais_map_js;
extern const embedded_file relais_mapview_js;
extern const embedded_file relais_national_js;
extern const embedded_file relais_public_js;
extern const embedded_file relais_street_js;
extern const embedded_file relais_streets_js;
extern const embedded_file relais_tables_js;

#endif
