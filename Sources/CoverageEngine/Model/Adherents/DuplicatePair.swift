import RelaisGeo

/// Two establishments that may be one; proposed to a person, never merged unasked.
public struct DuplicatePair: Hashable, Sendable {
  /// What they share. Raw values are stable.
  public enum Reason: String, CaseIterable, Sendable {
    case siret
    /// The same name, case and accents aside, within 50 m.
    case nameNearby = "name-nearby"
    case addressAndKind = "address-and-kind"
  }

  /// Identifiers, the lower first.
  public var first: String
  public var second: String
  public var reasons: [Reason]

  /// Metres within which the same name is taken for the same place.
  public static let nearby = 50.0

  /// The most that share something and are still listed pair by pair.
  static let crowd = 50

  /// All pairs, by their identifiers.
  ///
  /// Where more than ``crowd`` share something, each is listed with the first of them only. Those
  /// who left or refused count too: a shop taken over often comes in again.
  ///
  /// - Complexity: O(n log n + pairs that share a SIRET, a name or an address), crowds counting once
  ///   for each member.
  public static func pairs(among establishments: [Establishment]) -> [DuplicatePair] {
    var reasons: [[String]: Set<Reason>] = [:]
    func compare(
      _ reason: Reason, key: (Establishment) -> String?,
      where holds: (Establishment, Establishment) -> Bool = { _, _ in true }
    ) {
      var groups: [String: [Establishment]] = [:]
      for establishment in establishments {
        if let key = key(establishment), !key.isEmpty {
          groups[key, default: []].append(establishment)
        }
      }
      for group in groups.values {
        for (index, a) in (group.count > crowd ? group.prefix(1) : group[...]).enumerated() {
          for b in group[(index + 1)...] where holds(a, b) {
            reasons[[a.id, b.id].sorted(), default: []].insert(reason)
          }
        }
      }
    }
    compare(.siret, key: { $0.siret })
    compare(
      .nameNearby, key: { $0.foldedName },
      where: { a, b in
        // A thousandth of a degree of latitude is 111 m.
        guard let p = a.position, let q = b.position, abs(p.y - q.y) < 1e-3
        else { return false }
        return Ground.ellipsoid.length(from: p, to: q) <= nearby
      })
    compare(
      .addressAndKind,
      key: { one in
        one.foldedAddress.map { $0 + "|" + (one.text(.kind) ?? "") }
      })
    return reasons.sorted { $0.key.lexicographicallyPrecedes($1.key) }.map { key, found in
      DuplicatePair(
        first: key[0], second: key[1], reasons: Reason.allCases.filter { found.contains($0) })
    }
  }
}
