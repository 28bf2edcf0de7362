// What this program was built from, as the build said: empty where it did not say.
#pragma once

// The commit, with a plus sign after it where files had been changed since.
const char *relais_commit(void);
// The version of Swift.
const char *relais_swift(void);
