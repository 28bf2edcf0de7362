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
