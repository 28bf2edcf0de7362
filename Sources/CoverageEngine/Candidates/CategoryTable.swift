public import RelaisGeo

/// The categories candidates are sorted into, and how each source's words lead to them.
public struct CategoryTable: Hashable, Sendable {
  /// In the order of the table.
  public let categories: [CandidateCategory]
  private let byID: [String: Int]
  private let byTag: [String: Int]
  private let byLabel: [String: Int]
  private let byActivity: [String: Int]
  private let byActivity2025: [String: Int]

  /// - Parameter overriding: How many categories at the end stand for others: their tags, codes and
  ///   words are theirs even where an earlier category has them.
  public init(_ categories: [CandidateCategory], overriding: Int = 0) {
    self.categories = categories
    var ids: [String: Int] = [:]
    var tags: [String: Int] = [:]
    var labels: [String: Int] = [:]
    var activities: [String: Int] = [:]
    var activities2025: [String: Int] = [:]
    // The first to name a word has it; those that override come first.
    let plain = categories.count - overriding
    for index in Array(plain..<categories.count) + Array(0..<plain) {
      let category = categories[index]
      func add(_ key: String, _ table: inout [String: Int]) {
        if !key.isEmpty, table[key] == nil { table[key] = index }
      }
      add(category.id, &ids)
      for tag in category.tags { add(tag, &tags) }
      for code in category.activities { add(CategoryTable.activity(code), &activities) }
      for code in category.activities2025 {
        add(CategoryTable.activity(code), &activities2025)
      }
      for label in [category.id] + category.names.values.sorted() + category.labels {
        add(Establishment.folded(label), &labels)
      }
    }
    byID = ids
    byTag = tags
    byLabel = labels
    byActivity = activities
    byActivity2025 = activities2025
    precondition(ids[CandidateCategory.otherShop] != nil, "a table has a category for the rest")
  }

  public subscript(id: String) -> CandidateCategory? { byID[id].map { categories[$0] } }

  /// The category of an OpenStreetMap tag; `nil` where no category names its key.
  public func category(key: String, value: String) -> CandidateCategory? {
    (byTag[key + "=" + value] ?? byTag[key + "=*"]).map { categories[$0] }
  }

  /// Whether a tag is named itself, and not only by its key.
  public func names(key: String, value: String) -> Bool { byTag[key + "=" + value] != nil }

  /// The keys that make a place a candidate.
  public var keys: [String] {
    var keys: [String] = []
    for tag in categories.flatMap(\.tags) {
      guard let key = tag.split(separator: "=").first.map(String.init), !keys.contains(key)
      else { continue }
      keys.append(key)
    }
    return keys
  }

  /// The category of a NAF code, whichever its nomenclature.
  public func category(activity code: String) -> CandidateCategory? {
    category(activity: BusinessActivity(code))
  }

  /// The category of an activity: of the codes that start its own, the longest one's.
  public func category(activity: BusinessActivity) -> CandidateCategory? {
    let codes =
      switch activity.nomenclature {
      case .rev2: byActivity
      case .naf2025: byActivity2025
      }
    var key = CategoryTable.activity(activity.code)[...]
    while key.count >= 2 {
      if let index = codes[String(key)] { return categories[index] }
      key.removeLast()
    }
    return nil
  }

  /// The category of what a list calls a place: one of the table's words, a tag or a NAF code.
  public func category(label: String) -> CandidateCategory? {
    if let index = byLabel[Establishment.folded(label)] { return categories[index] }
    let parts = label.split(separator: "=", maxSplits: 1).map(String.init)
    if parts.count == 2 { return category(key: parts[0], value: parts[1]) }
    return CategoryTable.isActivity(label) ? category(activity: label) : nil
  }

  /// `10.71C`, `1071C`.
  private static func isActivity(_ text: String) -> Bool {
    let code = Array(activity(text).utf8)
    return code.count == 5 && code[..<4].allSatisfy { (48...57).contains($0) }
      && (65...90).contains(code[4])
  }

  /// A code without points and spaces, in capitals.
  static func activity(_ code: String) -> String {
    code.filter { $0.isLetter || $0.isNumber }.uppercased()
  }
}
