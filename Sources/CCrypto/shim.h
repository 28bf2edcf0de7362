// Digests and scrypt; libcrypto's other headers are not asked for.
#include <openssl/evp.h>
