// Blocks of PBF files inflated by libdeflate where the machine has it.
//
// Include before libosmium, which calls zlib's function by its name.
#ifndef RELAIS_FAST_INFLATE_HPP
#define RELAIS_FAST_INFLATE_HPP

#include <cstddef>
#include <dlfcn.h>
#include <memory>
#include <zlib.h>

namespace relais {

// libdeflate's functions that inflate a whole block (its stable binary interface, version 0); found at run time, so that
// the program needs no more than zlib.
class Libdeflate {
 public:
  Libdeflate() {
    void *library = dlopen("libdeflate.so.0", RTLD_NOW | RTLD_LOCAL);
    if (library == nullptr) return;
    make_ = reinterpret_cast<Make>(dlsym(library, "libdeflate_alloc_decompressor"));
    inflate_ = reinterpret_cast<Inflate>(dlsym(library, "libdeflate_zlib_decompress"));
    free_ = reinterpret_cast<Free>(dlsym(library, "libdeflate_free_decompressor"));
    is_found_ = make_ != nullptr && inflate_ != nullptr && free_ != nullptr;
  }

  // Whether a block was inflated and found sound.
  bool inflate(Bytef *target, uLongf *size, const Bytef *source, uLong count) const {
    if (!is_found_) return false;
    thread_local const std::unique_ptr<void, Free> decompressor{make_(), free_};
    size_t written = 0;
    // 0 for success.
    if (!decompressor ||
        inflate_(decompressor.get(), source, count, target, *size, &written) != 0) {
      return false;
    }
    *size = static_cast<uLongf>(written);
    return true;
  }

 private:
  using Make = void *(*)();
  using Inflate = int (*)(void *, const void *, size_t, void *, size_t, size_t *);
  using Free = void (*)(void *);

  Make make_ = nullptr;
  Inflate inflate_ = nullptr;
  Free free_ = nullptr;
  bool is_found_ = false;
};

inline int uncompress_block(Bytef *target, uLongf *size, const Bytef *source, uLong count) {
  static const Libdeflate library;
  if (library.inflate(target, size, source, count)) return Z_OK;
  // Without it; and zlib says what is wrong with a block.
  return ::uncompress(target, size, source, count);
}

}  // namespace relais

#define uncompress relais::uncompress_block

#endif
