// QR symbols of text.
#include <qrencode.h>
