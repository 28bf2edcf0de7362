import CoverageEngine
import RelaisGeo
import RelaisTestSupport

/// A registry of three: an adherent with everything, one in suspense, one that left.
enum HandRegistry {
  static let today = CalendarDay(year: 2026, month: 11, day: 21)
  static let contacts = [
    "aaaaaaaa-1": [
      Contact(
        establishment: "aaaaaaaa-1", name: "Mme Canari", phone: "+33 3 83 00 00 01",
        email: "canari@exemple.fr")
    ]
  ]

  static func history(
    _ id: String, _ facts: [EstablishmentField: String?], on day: String = "2025-05-05"
  ) -> EstablishmentHistory {
    EstablishmentHistory(
      id: id,
      events: CalendarDay(day).map {
        [
          RegistryEvent(
            sequence: 1, establishment: id, kind: .added, holdsFrom: $0,
            recordedAt: day + "T08:00:00.000Z", author: "agent",
            changes: RelaisTestSupport.facts(facts))
        ]
      } ?? [])
  }

  static let histories = [
    history(
      "aaaaaaaa-1",
      [
        .name: "Librairie des Carmes", .kind: "shop", .state: "adherent",
        .address: "12 rue des Carmes", .postcode: "54000", .city: "Nancy",
        .position: "6.18 48.69", .openingHours: "Mo-Fr 08:00-19:00", .sticker: "7",
        .charterOn: "2025-05-05", .followedUpOn: "2026-07-10", .notes: "=1+1",
      ]),
    history(
      "bbbbbbbb-2",
      [.name: "Presse", .kind: "shop", .state: "suspended", .sticker: "8", .position: "6.19 48.70"]),
    history("cccccccc-3", [.name: "Bar", .kind: "shop", .state: "left"]),
  ]

  static var establishments: [Establishment] { histories.compactMap { $0.establishment() } }
}
