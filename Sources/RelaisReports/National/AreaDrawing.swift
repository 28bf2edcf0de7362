import Foundation
import RelaisGeo

/// Outlines as they are drawn on one picture, north up, in whole units: no detail finer than a unit is kept.
struct AreaDrawing {
  let width: Int
  let height: Int
  private let areas: [MultiPolygon]
  private let box: Envelope
  /// Units per degree.
  private let scale: (x: Double, y: Double)

  private static let size = 2400.0

  /// - Parameter areas: Degrees.
  init(_ areas: [MultiPolygon]) {
    self.areas = areas
    var box = Envelope(of: areas.lazy.flatMap { $0.polygons.lazy.flatMap(\.shell) })
    if box.isEmpty { box = Envelope(minX: 0, minY: 0, maxX: 1, maxY: 1) }
    self.box = box
    let narrow = max(0.05, cos(box.centre.y * .pi / 180))
    let (wide, high) = ((box.maxX - box.minX) * narrow, box.maxY - box.minY)
    let unit = AreaDrawing.size / max(wide, high, 1e-6)
    scale = (unit * narrow, unit)
    width = max(1, Int((wide * unit).rounded(.up)))
    height = max(1, Int((high * unit).rounded(.up)))
  }

  /// The outline of an area, by its number, as path data.
  func path(of index: Int) -> [UInt8] {
    var bytes: [UInt8] = []
    for polygon in areas[index].polygons {
      for ring in [polygon.shell] + polygon.holes { append(ring, to: &bytes) }
    }
    return bytes
  }

  private func append(_ ring: [Position], to bytes: inout [UInt8]) {
    var last: (x: Int, y: Int)?
    for position in ring.dropLast() {
      let x = Int(((position.x - box.minX) * scale.x).rounded())
      let y = Int(((box.maxY - position.y) * scale.y).rounded())
      if let last {
        if last == (x, y) { continue }
        bytes.append(UInt8(ascii: "l"))
        DecimalDigits.append(x - last.x, to: &bytes)
        bytes.append(UInt8(ascii: " "))
        DecimalDigits.append(y - last.y, to: &bytes)
      } else {
        bytes.append(UInt8(ascii: "M"))
        DecimalDigits.append(x, to: &bytes)
        bytes.append(UInt8(ascii: " "))
        DecimalDigits.append(y, to: &bytes)
      }
      last = (x, y)
    }
    if last != nil { bytes.append(UInt8(ascii: "z")) }
  }
}
