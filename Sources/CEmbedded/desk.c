// The style sheets and scripts of the desk. The compiler reads the files and notices when they change.
#include "desk.h"

#pragma clang diagnostic ignored "-Wc23-extensions"

static const unsigned char desk_css[] = {
#embed "../RelaisDesk/Web/desk.css"
};
const embedded_file relais_desk_css = {desk_css, sizeof desk_css};

static const unsigned char desk_js[] = {
#embed "../RelaisDesk/Web/desk.js"
};
const embedded_file relais_desk_js = {desk_js, sizeof desk_js};

static const unsigned char openapi[] = {
#embed "../RelaisDesk/Web/openapi.json"
};
const embedded_file relais_openapi = {openapi, sizeof openapi};

static const unsigned char bench_css[] = {
#embed "../RelaisDesk/Web/bench.css"
};
const embedded_file relais_bench_css = {bench_css, sizeof bench_css};

static const unsigned char benchmap_js[] = {
#embed "../RelaisDesk/Web/benchmap.js"
};
const embedded_file relais_benchmap_js = {benchmap_js, sizeof benchmap_js};

static const unsigned char bench_js[] = {
#embed "../RelaisDesk/Web/bench.js"
};
const embedded_file relais_bench_js = {bench_js, sizeof bench_js};

static const unsigned char sheet_js[] = {
#embed "../RelaisDesk/Web/sheet.js"
};
const embedded_file relais_sheet_js = {sheet_js, sizeof sheet_js};

static const unsigned char places_js[] = {
#embed "../RelaisDesk/Web/places.js"
};
const embedded_file relais_places_js = {places_js, sizeof places_js};

static const unsigned char streetsend_js[] = {
#embed "../RelaisDesk/Web/streetsend.js"
};
const embedded_file relais_streetsend_js = {streetsend_js, sizeof streetsend_js};

static const unsigned char streetworker_js[] = {
#embed "../RelaisDesk/Web/streetworker.js"
};
const embedded_file relais_streetworker_js = {streetworker_js, sizeof streetworker_js};

static const unsigned char icon_svg[] = {
#embed "../RelaisDesk/Web/icon.svg"
};
const embedded_file relais_icon_svg = {icon_svg, sizeof icon_svg};
