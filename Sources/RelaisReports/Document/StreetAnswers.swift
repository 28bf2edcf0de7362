import CoverageEngine
package import RelaisGeo

/// What a page can say of every street and of every house in it: the answers of `relais explain`, for the search of a map.
package struct StreetAnswers: Sendable {
  package struct Street: Sendable {
    package var name: String
    package var length: Length
    /// One a budget, in their order.
    package var covered: [Length]
    package var stretches: [Stretch]
  }

  package struct Stretch: Sendable {
    package var isCovered: Bool
    /// From where to where, in words.
    package var place: String
    package var length: Length
    /// The walk from its worst point to the nearest relay; `nil` where none can be reached.
    package var walk: Length?
    /// Who that is; `nil` where the walk is in truth longer than so much.
    package var relay: String?
    /// The candidate that would cover most of it, and how much.
    package var candidate: (name: String, gain: Length)?
  }

  package struct House: Sendable {
    /// Index of its street.
    package var street: Int
    package var number: String
    package var position: Position
    /// From its street's nearest point to the nearest relay's door; `nil` where none can be reached.
    package var walk: Length?
    package var relay: String?
  }

  /// Distances, as a reader knows them.
  package var budgets: [String] = []
  package var streets: [Street] = []
  /// By street, then in the order of the source.
  package var houses: [House] = []

  package init() {}
}
