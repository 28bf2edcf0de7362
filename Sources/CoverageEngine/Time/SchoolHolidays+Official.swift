/// The official calendar.
extension SchoolHolidays {
  /// The calendar of the Éducation nationale for the zones A, B and C, from summer 2022 to
  /// Christmas 2027.
  ///
  /// The dates are those education.gouv.fr and service-public.gouv.fr publish: for 2023-2024 to
  /// 2025-2026 by the decree of 7 December 2022, for 2026-2027 by that of 22 October 2025 (JORF of 23
  /// October 2025). Of 2027-2028 only what all zones share up to Christmas is here. Each holiday runs from the day after the last lessons to the day before
  /// lessons begin again; the bridge of Ascension from the Thursday to the Sunday. A year is added as
  /// its lines here, or in a file of a territory (`Documentation/OpeningHours.md`).
  public static let official: SchoolHolidays = {
    func breaks(_ zones: [SchoolZone], _ first: String, _ again: String) -> [Break] {
      guard let first = CalendarDay(first), let again = CalendarDay(again) else {
        preconditionFailure("a day of the calendar is misspelt")
      }
      return zones.map { Break(zone: $0, firstDay: first, lessonsAgain: again) }
    }
    let all = SchoolZone.lettered
    return SchoolHolidays(
      [
        breaks(all, "2022-07-07", "2022-09-01"),
        breaks(all, "2022-10-22", "2022-11-07"),
        breaks(all, "2022-12-17", "2023-01-03"),
        breaks([.a], "2023-02-04", "2023-02-20"),
        breaks([.b], "2023-02-11", "2023-02-27"),
        breaks([.c], "2023-02-18", "2023-03-06"),
        breaks([.a], "2023-04-08", "2023-04-24"),
        breaks([.b], "2023-04-15", "2023-05-02"),
        breaks([.c], "2023-04-22", "2023-05-09"),
        breaks(all, "2023-05-18", "2023-05-22"),

        breaks(all, "2023-07-08", "2023-09-04"),
        breaks(all, "2023-10-21", "2023-11-06"),
        breaks(all, "2023-12-23", "2024-01-08"),
        breaks([.a], "2024-02-17", "2024-03-04"),
        breaks([.b], "2024-02-24", "2024-03-11"),
        breaks([.c], "2024-02-10", "2024-02-26"),
        breaks([.a], "2024-04-13", "2024-04-29"),
        breaks([.b], "2024-04-20", "2024-05-06"),
        breaks([.c], "2024-04-06", "2024-04-22"),
        breaks(all, "2024-05-09", "2024-05-13"),

        breaks(all, "2024-07-06", "2024-09-02"),
        breaks(all, "2024-10-19", "2024-11-04"),
        breaks(all, "2024-12-21", "2025-01-06"),
        breaks([.a], "2025-02-22", "2025-03-10"),
        breaks([.b], "2025-02-08", "2025-02-24"),
        breaks([.c], "2025-02-15", "2025-03-03"),
        breaks([.a], "2025-04-19", "2025-05-05"),
        breaks([.b], "2025-04-05", "2025-04-22"),
        breaks([.c], "2025-04-12", "2025-04-28"),
        breaks(all, "2025-05-29", "2025-06-02"),

        breaks(all, "2025-07-05", "2025-09-01"),
        breaks(all, "2025-10-18", "2025-11-03"),
        breaks(all, "2025-12-20", "2026-01-05"),
        breaks([.a], "2026-02-07", "2026-02-23"),
        breaks([.b], "2026-02-14", "2026-03-02"),
        breaks([.c], "2026-02-21", "2026-03-09"),
        breaks([.a], "2026-04-04", "2026-04-20"),
        breaks([.b], "2026-04-11", "2026-04-27"),
        breaks([.c], "2026-04-18", "2026-05-04"),
        breaks(all, "2026-05-14", "2026-05-18"),

        breaks(all, "2026-07-04", "2026-09-01"),
        breaks(all, "2026-10-17", "2026-11-02"),
        breaks(all, "2026-12-19", "2027-01-04"),
        breaks([.a], "2027-02-13", "2027-03-01"),
        breaks([.b], "2027-02-20", "2027-03-08"),
        breaks([.c], "2027-02-06", "2027-02-22"),
        breaks([.a], "2027-04-10", "2027-04-26"),
        breaks([.b], "2027-04-17", "2027-05-03"),
        breaks([.c], "2027-04-03", "2027-04-19"),
        breaks(all, "2027-05-06", "2027-05-10"),

        breaks(all, "2027-07-03", "2027-09-02"),
        breaks(all, "2027-10-23", "2027-11-08"),
        breaks(all, "2027-12-18", "2028-01-03"),
      ].flatMap { $0 } + overseasAndCorsica.flatMap { breaks([$0.zone], $0.first, $0.again) })
  }()

  /// The académies with calendars of their own, from summer 2025 to summer 2026, La Réunion to
  /// January 2027: as the ministry's open data gives them (`fr-en-calendrier-scolaire`, by way of
  /// OpenHolidays, January 2026). Single days off that a recteur decides are not in it.
  private static let overseasAndCorsica: [(zone: SchoolZone, first: String, again: String)] = [
    (.corsica, "2025-07-05", "2025-09-01"), (.corsica, "2025-10-18", "2025-11-03"),
    (.corsica, "2025-12-20", "2026-01-05"), (.corsica, "2026-02-14", "2026-03-02"),
    (.corsica, "2026-04-11", "2026-04-27"), (.corsica, "2026-07-04", "2026-09-01"),

    (.guadeloupe, "2025-07-05", "2025-09-01"), (.guadeloupe, "2025-10-18", "2025-11-03"),
    (.guadeloupe, "2025-12-20", "2026-01-05"), (.guadeloupe, "2026-02-07", "2026-02-23"),
    (.guadeloupe, "2026-04-03", "2026-04-20"), (.guadeloupe, "2026-05-14", "2026-05-18"),
    (.guadeloupe, "2026-07-04", "2026-09-01"),

    (.martinique, "2025-07-05", "2025-09-01"), (.martinique, "2025-10-18", "2025-11-03"),
    (.martinique, "2025-12-20", "2026-01-05"), (.martinique, "2026-02-07", "2026-02-23"),
    (.martinique, "2026-03-28", "2026-04-13"), (.martinique, "2026-05-14", "2026-05-18"),
    (.martinique, "2026-07-04", "2026-09-01"),

    (.guyane, "2025-07-05", "2025-09-01"), (.guyane, "2025-10-18", "2025-11-03"),
    (.guyane, "2025-12-20", "2026-01-05"), (.guyane, "2026-02-07", "2026-02-23"),
    (.guyane, "2026-04-02", "2026-04-16"), (.guyane, "2026-05-14", "2026-05-18"),
    (.guyane, "2026-07-04", "2026-09-01"),

    (.reunion, "2025-07-05", "2025-08-19"), (.reunion, "2025-10-11", "2025-10-27"),
    (.reunion, "2025-12-20", "2026-01-21"), (.reunion, "2026-02-28", "2026-03-16"),
    (.reunion, "2026-05-02", "2026-05-18"), (.reunion, "2026-07-04", "2026-08-18"),
    (.reunion, "2026-10-10", "2026-10-26"), (.reunion, "2026-12-19", "2027-02-01"),

    (.mayotte, "2025-07-05", "2025-08-23"), (.mayotte, "2025-10-11", "2025-10-27"),
    (.mayotte, "2025-12-13", "2026-01-12"), (.mayotte, "2026-02-28", "2026-03-09"),
    (.mayotte, "2026-04-25", "2026-05-12"), (.mayotte, "2026-07-04", "2026-08-22"),
  ]
}
