import CZlib

/// The checksum of zip (ISO 3309), of bytes that come one piece after another.
struct CRC32 {
  private var state: UInt = 0

  var value: UInt32 { UInt32(truncatingIfNeeded: state) }

  mutating func update(_ bytes: UnsafeRawBufferPointer) {
    // zlib takes no bytes at no place for a beginning.
    guard !bytes.isEmpty else { return }
    state = crc32_z(state, bytes.baseAddress?.assumingMemoryBound(to: UInt8.self), bytes.count)
  }
}
