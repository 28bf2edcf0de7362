package import CoverageEngine
import RelaisFormats
import RelaisGeo
package import RelaisWording

/// `hours.csv`: the 168 hours of the week at every budget, both bounds.
package enum WeekCSV {
  /// Hour by hour from Monday at midnight, every budget each.
  package static func bytes(_ inTime: CoverageInTime, _ wording: Wording) -> [UInt8] {
    var writer = CSVWriter(headers: wording.hourHeaders)
    for hour in inTime.week {
      for (certain, possible) in zip(hour.bounds.certain, hour.bounds.possible) {
        writer.append([
          .text(hour.start.iso), .metres(certain.budget.length), .integer(Int64(hour.open)),
          .integer(Int64(hour.unknown)), .decimal(certain.streetsShare * 100, decimals: 2),
          .decimal(possible.streetsShare * 100, decimals: 2),
        ])
      }
    }
    return writer.bytes
  }
}
