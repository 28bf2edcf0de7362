// The style sheets and scripts of pages. The compiler reads the files and notices when they change.
#include "web.h"

#pragma clang diagnostic ignored "-Wc23-extensions"

static const unsigned char group_css[] = {
#embed "../RelaisReports/Web/group.css"
};
const embedded_file relais_group_css = {group_css, sizeof group_css};

static const unsigned char door_css[] = {
#embed "../RelaisReports/Web/door.css"
};
const embedded_file relais_door_css = {door_css, sizeof door_css};

static const unsigned char kit_css[] = {
#embed "../RelaisReports/Web/kit.css"
};
const embedded_file relais_kit_css = {kit_css, sizeof kit_css};

static const unsigned char page_css[] = {
#embed "../RelaisReports/Web/page.css"
};
const embedded_file relais_page_css = {page_css, sizeof page_css};

static const unsigned char paper_css[] = {
#embed "../RelaisReports/Web/paper.css"
};
const embedded_file relais_paper_css = {paper_css, sizeof paper_css};

static const unsigned char public_css[] = {
#embed "../RelaisReports/Web/public.css"
};
const embedded_file relais_public_css = {public_css, sizeof public_css};

static const unsigned char national_css[] = {
#embed "../RelaisReports/Web/national.css"
};
const embedded_file relais_national_css = {national_css, sizeof national_css};

static const unsigned char national_js[] = {
#embed "../RelaisReports/Web/national.js"
};
const embedded_file relais_national_js = {national_js, sizeof national_js};

static const unsigned char mapview_js[] = {
#embed "../RelaisReports/Web/mapview.js"
};
const embedded_file relais_mapview_js = {mapview_js, sizeof mapview_js};

static const unsigned char map_js[] = {
#embed "../RelaisReports/Web/map.js"
};
const embedded_file relais_map_js = {map_js, sizeof map_js};

static const unsigned char public_js[] = {
#embed "../RelaisReports/Web/public.js"
};
const embedded_file relais_public_js = {public_js, sizeof public_js};

static const unsigned char street_js[] = {
#embed "../RelaisReports/Web/street.js"
};
const embedded_file relais_street_js = {street_js, sizeof street_js};

static const unsigned char streets_js[] = {
#embed "../RelaisReports/Web/streets.js"
};
const embedded_file relais_streets_js = {streets_js, sizeof streets_js};

static const unsigned char tables_js[] = {
#embed "../RelaisReports/Web/tables.js"
};
const embedded_file relais_tables_js = {tables_js, sizeof tables_js};
