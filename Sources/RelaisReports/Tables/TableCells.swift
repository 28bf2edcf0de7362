import CoverageEngine
import RelaisGeo
import RelaisWording

/// Cells that say a quantity to a reader and keep it for a program.
extension Wording {
  /// Kilometres shown with one decimal, kept to the metre.
  func kilometresCell(_ length: Length) -> Table.Cell {
    Table.Cell(kilometres(length), .decimal(length.metres / 1000, places: 3))
  }

  /// Metres shown whole, kept to the decimetre.
  func metresCell(_ length: Length) -> Table.Cell {
    Table.Cell(wholeMetres(length), .decimal(length.metres, places: 1))
  }

  /// A share of 0…1 as a percentage; a dash where there is nothing to have a share of.
  func shareCell(_ share: Double?) -> Table.Cell {
    guard let share else { return Table.Cell("—", .empty) }
    return Table.Cell(percentNumber(share), .decimal(share * 100, places: 2))
  }

  /// Where a run begins and ends, each for a file; a page has one statement where both would read the same.
  func endCells(from: GapEnd, to: GapEnd) -> [Table.Cell] {
    let cells = [Table.Cell.text(gapEnd(from)), .text(gapEnd(to))]
    guard let single = singlePlace(from: from, to: to) else { return cells }
    return [Table.Cell(single, cells[0].value), Table.Cell("", cells[1].value)]
  }

  func integerCell(_ value: Int) -> Table.Cell { Table.Cell(integer(value), .integer(value)) }
}
