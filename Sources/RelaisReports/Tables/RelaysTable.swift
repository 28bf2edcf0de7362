public import CoverageEngine
import RelaisGeo

/// The relays, each attached to a street or with the reason why not.
public struct RelaysTable {
  private let result: AnalysisResult
  private let wording: Wording

  public init(result: AnalysisResult, wording: Wording) {
    self.result = result
    self.wording = wording
  }

  public func table() -> Table {
    Table(
      id: "relays-table", caption: wording.relaysCaption(result.facilities.count),
      columns: wording.relayColumns,
      rows: result.facilities.enumerated().map { index, facility in
        let snap = result.snaps[index]
        let street = snap.flatMap { result.network.name(of: $0.edge) }
        return Table.Row(
          [
            .text(facility.name ?? facility.id),
            .text(facility.kind.map(wording.relayKind) ?? ""),
            .text(wording.attachment(snap, street: street, maximum: result.parameters.maximumSnap)),
            snap.map { wording.metresCell($0.connector) } ?? Table.Cell("", .empty),
          ], target: FeatureID.relay(index))
      })
  }
}
