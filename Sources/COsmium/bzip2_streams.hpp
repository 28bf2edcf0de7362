// Bzip2, stream after stream: what parallel programs write, and files put end to end.
//
// libosmium's own reader takes the end of a stream for that of the file where the rest is already in
// its buffer, and drops that rest without a word.
#ifndef RELAIS_BZIP2_STREAMS_H
#define RELAIS_BZIP2_STREAMS_H

#include <string>
#include <utility>
#include <vector>

#include <bzlib.h>
#include <unistd.h>

#include <osmium/io/compression.hpp>
#include <osmium/io/detail/read_write.hpp>
#include <osmium/io/error.hpp>
#include <osmium/io/file_compression.hpp>

namespace relais {

class Bzip2Streams final : public osmium::io::Decompressor {
 public:
  explicit Bzip2Streams(int descriptor) : descriptor_(descriptor), input_(input_buffer_size) {}

  Bzip2Streams(const char *bytes, size_t size) : input_(bytes, bytes + size) {
    stream_.next_in = input_.data();
    stream_.avail_in = static_cast<unsigned int>(size);
  }

  ~Bzip2Streams() noexcept override {
    end_stream();
    if (descriptor_ >= 0) ::close(descriptor_);
  }

  // Empty at the end, which is given only after the end of a whole stream.
  std::string read() override {
    std::string output(input_buffer_size, '\0');
    stream_.next_out = &*output.begin();
    stream_.avail_out = static_cast<unsigned int>(output.size());
    while (stream_.avail_out > 0) {
      if (stream_.avail_in == 0) fill();
      if (!is_open_) {
        if (stream_.avail_in == 0 && has_read_) break;
        start_stream();
      }
      const auto room = stream_.avail_out;
      const bool is_over = stream_.avail_in == 0;
      // BZ_OK, BZ_STREAM_END, or a negative number on failure.
      const int status = BZ2_bzDecompress(&stream_);
      if (status == BZ_STREAM_END) {
        end_stream();
        has_read_ = true;
      } else if (status != BZ_OK) {
        throw osmium::io_error{status == BZ_DATA_ERROR_MAGIC && has_read_
                                   ? "bzip2: other bytes follow its end"
                                   : "bzip2: broken"};
      } else if (is_over && stream_.avail_out == room) {
        throw osmium::io_error{"bzip2: cut short"};
      }
    }
    output.resize(output.size() - stream_.avail_out);
    return output;
  }

  void close() override {
    end_stream();
    if (descriptor_ < 0) return;
    osmium::io::detail::reliable_close(std::exchange(descriptor_, -1));
  }

 private:
  void fill() {
    if (descriptor_ < 0) return;
    // 0 at the end; failures are thrown.
    const auto got = osmium::io::detail::reliable_read(
        descriptor_, input_.data(), static_cast<unsigned int>(input_.size()));
    offset_ += got;
    set_offset(offset_);
    stream_.next_in = input_.data();
    stream_.avail_in = static_cast<unsigned int>(got);
  }

  void start_stream() {
    // Only the state is made anew: what is in hand and where to write stay.
    if (BZ2_bzDecompressInit(&stream_, 0, 0) != BZ_OK) throw osmium::io_error{"bzip2: no memory"};
    is_open_ = true;
  }

  void end_stream() noexcept {
    if (std::exchange(is_open_, false)) BZ2_bzDecompressEnd(&stream_);
  }

  int descriptor_ = -1;
  size_t offset_ = 0;
  std::vector<char> input_;
  bz_stream stream_{};
  bool is_open_ = false;
  // Whether a stream was read to its end.
  bool has_read_ = false;
};

// Makes libosmium's readers use it.
inline bool register_bzip2_streams() {
  using osmium::io::Compressor;
  return osmium::io::CompressionFactory::instance().register_compression(
      osmium::io::file_compression::bzip2,
      [](int, osmium::io::fsync) -> Compressor * {
        throw osmium::unsupported_file_format_error{"bzip2 is only read"};
      },
      [](int descriptor) { return new Bzip2Streams{descriptor}; },
      [](const char *bytes, size_t size) { return new Bzip2Streams{bytes, size}; });
}

}  // namespace relais

#endif
