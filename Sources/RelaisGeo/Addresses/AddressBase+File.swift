/// An address base as a file: read back in a tenth of the time its source takes.
///
/// A derived file: its layout is this version's, and it says so; another version's, or a damaged one, is
/// no file at all and is made anew.
extension AddressBase {
  private static let mark = Array("relais.addresses/2\n".utf8)

  /// The base as bytes, ending with their fingerprint.
  public func fileBytes() -> [UInt8] {
    var writer = Writer(bytes: AddressBase.mark)
    writer.texts(texts)
    writer.texts(suffixes)
    writer.texts(writtenSuffixes)
    writer.texts(postcodes)
    writer.array(ids)
    writer.array(houses)
    writer.count(streets.count)
    for street in streets {
      writer.array([street.name, street.commune, street.formerCity, street.key])
      writer.array([street.houses.lowerBound, street.houses.upperBound])
      writer.array([UInt8(street.isPlace ? 1 : 0)])
      writer.array(street.otherNames)
    }
    writer.count(communes.count)
    for commune in communes {
      writer.texts([commune.code, commune.name])
      writer.texts(commune.formerNames)
      writer.texts(commune.otherNames)
      writer.texts(commune.postcodes)
      writer.array([commune.streets.lowerBound, commune.streets.upperBound])
      writer.array([commune.position])
    }
    return writer.bytes + Array(Fingerprint.of(writer.bytes).utf8)
  }

  /// - Returns: `nil` for what is not a whole file of this version.
  public init?(fileBytes bytes: [UInt8]) {
    let end = bytes.count - 64
    guard end > AddressBase.mark.count, bytes.starts(with: AddressBase.mark),
      Fingerprint.of(Array(bytes[..<end])).utf8.elementsEqual(bytes[end...])
    else { return nil }
    var reader = Reader(bytes: bytes, at: AddressBase.mark.count, end: end)
    texts = reader.texts()
    suffixes = reader.texts()
    writtenSuffixes = reader.texts()
    postcodes = reader.texts()
    ids = reader.array(0)
    houses = reader.array(
      House(
        number: 0, suffix: 0, postcode: 0, longitude: 0, latitude: 0, name: 0, idStart: 0,
        idLength: 0))
    for _ in 0..<reader.count() {
      let values: [Int32] = reader.array(0)
      let range: [Int32] = reader.array(0)
      let place: [UInt8] = reader.array(0)
      streets.append(
        Street(
          name: values[0], commune: values[1], formerCity: values[2], key: values[3],
          houses: range[0]..<range[1], isPlace: place[0] == 1, otherNames: reader.array(0)))
    }
    for _ in 0..<reader.count() {
      let names = reader.texts()
      let former = reader.texts()
      let others = reader.texts()
      let postcodes = reader.texts()
      let range: [Int] = reader.array(0)
      let position = reader.array(Position(x: 0, y: 0))
      communes.append(
        Commune(
          code: names[0], name: names[1], formerNames: former, otherNames: others,
          postcodes: postcodes,
          streets: range[0]..<range[1], position: position[0]))
    }
  }

  private struct Writer {
    var bytes: [UInt8]

    mutating func count(_ count: Int) { array([Int64(count)], counted: false) }

    mutating func array<Element: BitwiseCopyable>(_ elements: [Element], counted: Bool = true) {
      if counted { count(elements.count) }
      elements.withUnsafeBytes { bytes.append(contentsOf: $0) }
    }

    mutating func texts(_ texts: [String]) {
      array(texts.map { Int32($0.utf8.count) })
      var letters: [UInt8] = []
      for text in texts { letters.append(contentsOf: text.utf8) }
      array(letters)
    }
  }

  /// Its fingerprint was right, so the bytes are those the writer made.
  private struct Reader {
    let bytes: [UInt8]
    var at: Int
    let end: Int

    mutating func count() -> Int { Int(values(1, Int64(0))[0]) }

    mutating func array<Element: BitwiseCopyable>(_ zero: Element) -> [Element] {
      values(count(), zero)
    }

    private mutating func values<Element: BitwiseCopyable>(
      _ count: Int, _ zero: Element
    ) -> [Element] {
      let size = count * MemoryLayout<Element>.stride
      precondition(count >= 0 && at + size <= end, "the fingerprint was right")
      var result = [Element](repeating: zero, count: count)
      result.withUnsafeMutableBytes { target in
        bytes.withUnsafeBytes { target.copyMemory(from: .init(rebasing: $0[at..<at + size])) }
      }
      at += size
      return result
    }

    mutating func texts() -> [String] {
      let lengths: [Int32] = array(0)
      let letters: [UInt8] = array(0)
      var start = 0
      return lengths.map { length in
        defer { start += Int(length) }
        return String(decoding: letters[start..<start + Int(length)], as: UTF8.self)
      }
    }
  }
}
