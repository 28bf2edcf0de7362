package import CoverageEngine
import RelaisGeo
package import RelaisWording

/// The relays, each attached to a street or with the reason why not.
package struct RelaysTable {
  private let result: AnalysisResult
  private let wording: Wording

  /// - Parameter result: Its facilities are the rows.
  package init(result: AnalysisResult, wording: Wording) {
    self.result = result
    self.wording = wording
  }

  /// A row per relay, in the order of the input.
  package func table() -> Table {
    let kept = Set(result.fragility?.toKeep ?? [])
    return Table(
      id: "relays-table", caption: wording.relaysCaption(result.facilities.count),
      columns: wording.relayColumns
        + (result.fragility == nil ? [] : wording.relayFragilityColumns)
        + (inTime == nil ? [] : wording.relayTimeColumns),
      rows: result.facilities.enumerated().map { index, facility in
        let snap = result.snaps[index]
        let street = snap.flatMap { result.network.name(of: $0.edge) }
        return Table.Row(
          [
            .text(facility.name ?? facility.id),
            .text(facility.kind.map(wording.relayKind) ?? ""),
            .text(wording.attachment(snap, street: street, maximum: result.parameters.maximumSnap)),
            snap.map { wording.metresCell($0.connector) } ?? Table.Cell("", .empty),
          ] + fragility(index, isKept: kept.contains(index))
            + (inTime.map { times(index, $0) } ?? []), target: FeatureID.relay(index))
      })
  }

  /// What would be lost without the relay, and whether it is one to keep.
  private func fragility(_ relay: Int, isKept: Bool) -> [Table.Cell] {
    guard let fragility = result.fragility else { return [] }
    return [
      result.snaps[relay] == nil
        ? Table.Cell("", .empty) : wording.metresCell(fragility.losses[relay]),
      .text(isKept ? wording.toKeep : ""),
    ]
  }

  private var inTime: CoverageInTime? { result.inTime.flatMap { $0.knowsHours ? $0 : nil } }

  /// The hours as they were understood, and the windows they are open in for certain.
  private func times(_ relay: Int, _ inTime: CoverageInTime) -> [Table.Cell] {
    let hours =
      switch inTime.hours.readings[relay] {
      case .absent: ""
      case .understood(let hours): hours.understoodAs
      case .refused: wording.refusedHours(result.facilities[relay].openingHours ?? "")
      }
    let open = inTime.windows.filter { $0.states[relay] == .open }
    let isKnown = inTime.windows.contains { $0.states[relay] != .unknown }
    return [
      .text(hours),
      isKnown
        ? .text(
          open.isEmpty
            ? wording.noWindow : open.map { wording.name($0.window) }.joined(separator: ", "))
        : Table.Cell(wording.unknownHours, .empty),
    ]
  }
}
