/// The parks, by a place within each.
enum TownGreens {
  static let parks: [(name: String, place: Point)] = [
    ("Parc de la Roseraie", Point(-540, -220))
  ]
}
