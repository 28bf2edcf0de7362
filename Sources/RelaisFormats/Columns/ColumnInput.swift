/// The kinds of table a column is asked of, in the second column of `vocabulary.tsv`.
///
/// Some are parts of another: what is asked before the rest, or under a condition.
public enum ColumnInput: String, CaseIterable, Sendable {
  /// Street layers: lines of GeoJSON or GeoPackage.
  case lines
  /// What of a street layer identifies before the feature's own identifier.
  case linesFirst = "lines-first"
  /// A plain network: CSV, an edge a row.
  case edges
  /// Plain places: relays, homes, and candidates for what they share with these.
  case places
  /// What of a place identifies before the feature's own identifier.
  case placesFirst = "places-first"
  /// Lists of candidates, in addition to what all places have.
  case candidates
  /// The table of categories.
  case categories
  /// Adherents' lists, as people keep them.
  case adherents
  /// Columns whose yes makes an adherent.
  case adherentsSayingYes = "adherents-yes"
  /// Names that are a person's where a first name stands next to them.
  case adherentsNamingPersons = "adherents-person"
  /// Adjacent headers that hold a number in a street.
  case adherentsNumbered = "adherents-number"
  /// Lists and directories of schools.
  case schools
  /// School catchments.
  case catchments
  /// Boundary, districts, priority areas.
  case areas
  /// Children by squares.
  case population
  /// Years added to the school calendar.
  case calendar
  /// Address bases: BAN and BAL.
  case addressBase = "address-base"
  /// What only a local base (BAL) has.
  case addressBaseLocal = "address-base-local"
  /// What names places without numbers.
  case addressBasePlaces = "address-base-places"
  /// Any table with addresses to find.
  case addresses
  /// A table of addresses whose street has a column of its own.
  case addressesByStreet = "addresses-street"
  /// Parts of headers, where no whole one is known.
  case addressesHolding = "addresses-holding"
  /// INSEE's register of establishments; the first name of each is the register's own.
  case establishments = "sirene"
  /// INSEE's file of their positions.
  case positions = "sirene-positions"
  /// Columns that show what a file holds.
  case content
  /// Columns that identify the national directory of schools.
  case contentDirectory = "content-directory"
  /// Headers of personal data of children.
  case children
  /// Such headers that no table of counts has.
  case childrenOnly = "children-only"
  /// Parts of such headers.
  case childrenHolding = "children-holding"
}
