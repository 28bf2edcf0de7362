/// Gathers records into an ``AddressBase``: one street per commune, former commune and name, whatever
/// case or shortened type its rows write.
public struct AddressBaseBuilder {
  private struct Draft {
    var street: Int32
    var rank: Int8
    var house: AddressBase.House
  }

  private struct StreetKey: Hashable {
    var commune: Int32
    var former: Int32
    var name: Int32
  }

  private struct CityKey: Hashable {
    var code: String
    var name: String
  }

  private var base = AddressBase()
  private var drafts: [Draft] = []
  private var streets: [AddressBase.Street] = []
  private var textIndex: [String: Int32] = ["": 0]
  private var suffixIndex: [String: UInt16] = ["": 0]
  private var postcodeIndex: [String: UInt16] = ["": 0]
  private var communeIndex: [CityKey: Int32] = [:]
  private var communeByCode: [String: Int32] = [:]
  private struct CommuneDraft {
    var code: String
    var name: String
    var former: [String] = []
    var others: [String] = []
    var postcodes: Set<String> = []
  }

  private var communes: [CommuneDraft] = []
  /// By the name as it is written, and by what it comes to.
  private var streetIndex: [StreetKey: Int32] = [:]
  private var streetByMeaning: [String: Int32] = [:]
  private var otherNames: Set<Int64> = []

  public init() {}

  /// Adds a row.
  public mutating func add(_ record: AddressRecord) {
    let commune = commune(record)
    let former = record.formerCity == record.city ? 0 : text(record.formerCity)
    let street = street(record.street, commune, former, record.streetID)
    if record.number == nil { streets[Int(street)].isPlace = true }
    for name in record.otherNames {
      for part in name.split(whereSeparator: { "|;,".contains($0) }) {
        addName(String(part), to: street, of: record.street)
      }
    }
    append(record, street, number: record.number ?? -1)
    if let hamlet = record.hamlet, hamlet != record.street {
      let place = self.street(hamlet, commune, former, "")
      if place != street { append(record, place, number: -1) }
    }
  }

  /// The base of all that was added.
  ///
  /// - Complexity: O(*n* log *n*).
  public consuming func finish() -> AddressBase {
    // Streets in the order of communes, else as they came.
    let order = streets.indices.sorted {
      (streets[$0].commune, $0) < (streets[$1].commune, $1)
    }
    var rank = [Int32](repeating: 0, count: streets.count)
    for (place, street) in order.enumerated() { rank[street] = Int32(place) }
    for index in drafts.indices { drafts[index].street = rank[Int(drafts[index].street)] }
    // Of one number, the best kind of position first, else as they came.
    let sorted = drafts.indices.sorted {
      let (a, b) = (drafts[$0], drafts[$1])
      return (a.street, a.house.number, a.house.suffix, Int32(a.rank), $0)
        < (b.street, b.house.number, b.house.suffix, Int32(b.rank), $1)
    }
    base.streets = order.map { streets[$0] }
    base.houses.reserveCapacity(drafts.count)
    var at = 0
    for street in base.streets.indices {
      let start = base.houses.count
      var places: [AddressBase.House] = []
      while at < sorted.count, drafts[sorted[at]].street == Int32(street) {
        let house = drafts[sorted[at]].house
        at += 1
        if house.number < 0 {
          places.append(house)
        } else if !isRepeated(house, from: start) {
          base.houses.append(house)
        }
      }
      if !places.isEmpty {
        base.houses.insert(AddressBase.middle(places[...]), at: start)
      }
      base.streets[street].houses = Int32(start)..<Int32(base.houses.count)
    }
    finishCommunes()
    return base
  }

  /// Whether a row gives another position of the number before it: same number, same
  /// writing, same postcode.
  private func isRepeated(_ house: AddressBase.House, from start: Int) -> Bool {
    var index = base.houses.count - 1
    while index >= start, base.houses[index].number == house.number,
      base.houses[index].suffix == house.suffix
    {
      if base.houses[index].name == house.name, base.houses[index].postcode == house.postcode {
        return true
      }
      index -= 1
    }
    return false
  }

  private mutating func finishCommunes() {
    var start = 0
    for (index, commune) in communes.enumerated() {
      var end = start
      while end < base.streets.count, base.streets[end].commune == Int32(index) { end += 1 }
      let houses =
        base.houses[
          Int(base.streets[start].houses.lowerBound)..<Int(base.streets[end - 1].houses.upperBound)]
      base.communes.append(
        AddressBase.Commune(
          code: commune.code, name: commune.name, formerNames: commune.former,
          otherNames: commune.others, postcodes: commune.postcodes.sorted(), streets: start..<end,
          position: AddressBase.middle(houses).position))
      start = end
    }
  }

  private mutating func append(_ record: AddressRecord, _ street: Int32, number: Int) {
    let id = record.id.utf8.prefix(Int(UInt16.max))
    let house = AddressBase.House(
      number: Int32(number), suffix: number < 0 ? 0 : suffix(record.suffix),
      postcode: postcode(record.postcode),
      longitude: Int32((record.position.x * 1e7).rounded()),
      latitude: Int32((record.position.y * 1e7).rounded()),
      name: number < 0 ? streets[Int(street)].name : text(record.street),
      idStart: UInt32(base.ids.count), idLength: UInt32(id.count))
    base.ids.append(contentsOf: id)
    drafts.append(Draft(street: street, rank: Int8(record.kind.rawValue), house: house))
  }

  private mutating func commune(_ record: AddressRecord) -> Int32 {
    let key = CityKey(code: record.cityCode, name: record.city)
    var found = communeIndex[key]
    if found == nil {
      let code = record.cityCode.isEmpty ? ColumnName.folded(record.city) : record.cityCode
      found = communeByCode[code]
      if found == nil {
        found = Int32(communes.count)
        communes.append(CommuneDraft(code: record.cityCode, name: record.city))
        communeByCode[code] = found
      } else if communes[Int(found!)].name != record.city {
        communes[Int(found!)].former.append(record.city)
      }
      communeIndex[key] = found
    }
    let index = Int(found!)
    if !record.postcode.isEmpty { communes[index].postcodes.insert(record.postcode) }
    if !record.formerCity.isEmpty, record.formerCity != communes[index].name,
      !communes[index].former.contains(record.formerCity)
    {
      communes[index].former.append(record.formerCity)
    }
    for name in record.otherCities where !communes[index].others.contains(name) {
      communes[index].others.append(name)
    }
    return Int32(index)
  }

  private mutating func street(
    _ name: String, _ commune: Int32, _ former: Int32, _ key: String
  ) -> Int32 {
    let written = StreetKey(commune: commune, former: former, name: text(name))
    if let known = streetIndex[written] { return known }
    // « Rue X (ex rue Y) »: the brackets hold another name, or say nothing.
    let (own, other) = AddressBaseBuilder.parted(name)
    let meaning = "\(commune)|\(former)|\(StreetName(own).key)"
    if let known = streetByMeaning[meaning] {
      streetIndex[written] = known
      return known
    }
    let index = Int32(streets.count)
    streets.append(
      AddressBase.Street(
        name: written.name, commune: commune, formerCity: former, key: text(key), houses: 0..<0,
        isPlace: false, otherNames: []))
    streetIndex[written] = index
    streetByMeaning[meaning] = index
    if let other { addName(other, to: index, of: own) }
    return index
  }

  private mutating func addName(_ name: String, to street: Int32, of known: String) {
    let other = text(name)
    guard other != 0, otherNames.insert(Int64(street) << 32 | Int64(other)).inserted,
      StreetName(name).key != StreetName(known).key
    else { return }
    streets[Int(street)].otherNames.append(other)
  }

  /// A name and the one in its brackets.
  private static func parted(_ name: String) -> (String, String?) {
    guard let open = name.firstIndex(of: "("), let close = name[open...].firstIndex(of: ")") else {
      return (name, nil)
    }
    let own = String(name[..<open]) + String(name[name.index(after: close)...])
    let words = name[name.index(after: open)..<close].split(separator: " ")
    let other = words.drop {
      ["ex", "anc", "anc.", "ancienne", "ancien", "anciennement", "dite"].contains($0.lowercased())
    }
    guard StreetName(own).words.count > 0 else { return (name, nil) }
    return (own, other.isEmpty ? nil : other.joined(separator: " "))
  }

  private mutating func text(_ text: String) -> Int32 {
    if let known = textIndex[text] { return known }
    let index = Int32(base.texts.count)
    base.texts.append(text)
    textIndex[text] = index
    return index
  }

  private mutating func suffix(_ text: String) -> UInt16 {
    if let known = suffixIndex[text] { return known }
    guard base.suffixes.count < Int(UInt16.max) else { return 0 }
    let index = UInt16(base.suffixes.count)
    base.suffixes.append(HouseSuffix.canonical(text))
    base.writtenSuffixes.append(text)
    suffixIndex[text] = index
    return index
  }

  private mutating func postcode(_ text: String) -> UInt16 {
    if let known = postcodeIndex[text] { return known }
    guard base.postcodes.count < Int(UInt16.max) else { return 0 }
    let index = UInt16(base.postcodes.count)
    base.postcodes.append(text)
    postcodeIndex[text] = index
    return index
  }
}
