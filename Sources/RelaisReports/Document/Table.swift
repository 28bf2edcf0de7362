/// A table as a page shows it and as a spreadsheet keeps it: display text with raw value.
public struct Table: Sendable {
  /// Unique in the document; lower case letters, digits and hyphens.
  public var id: String
  /// What the table is about, said above it.
  public var caption: String
  /// In the order of a row's cells.
  public var columns: [Column]
  /// In the order they are shown.
  public var rows: [Row]
  /// What was left out of the rows, in a sentence; empty when nothing was.
  public var remainder: String
  /// Rows that are printed, and what is said on paper where there are more; `nil` prints them all.
  public var onPaper: Excerpt?

  /// - Parameter onPaper: The rows that are printed, where there are more.
  public init(
    id: String, caption: String, columns: [Column], rows: [Row], remainder: String = "",
    onPaper: Excerpt? = nil
  ) {
    self.id = id
    self.caption = caption
    self.columns = columns
    self.rows = rows
    self.remainder = remainder
    self.onPaper = onPaper
  }

  /// The first rows of a table, and where to find the others.
  public struct Excerpt: Hashable, Sendable {
    /// Rows printed.
    public var rows: Int
    /// A sentence that stands where rows are left out.
    public var remainder: String

    /// - Parameter remainder: A sentence that stands where rows are left out.
    public init(rows: Int, remainder: String) {
      self.rows = rows
      self.remainder = remainder
    }
  }

  /// A column's title and how its cells are shown.
  public struct Column: Hashable, Sendable {
    /// What its cells hold.
    public enum Kind: Hashable, Sendable {
      case text
      case number
    }

    /// Without the unit.
    public var title: String
    /// Written after the title; empty for text.
    public var unit: String
    /// How its cells are shown.
    public var kind: Kind
    /// On a page, shown as a detail under another column instead of in one of its own.
    public var fold: Fold?
    /// The column that names the row, for those who hear the table.
    public var namesRow: Bool
    /// On a page, numbers are shown next to a bar of their share of a hundred.
    public var showsBar: Bool

    /// A column; nothing but its title has to be given.
    public init(
      _ title: String, unit: String = "", kind: Kind = .text, fold: Fold? = nil,
      namesRow: Bool = false, showsBar: Bool = false
    ) {
      self.title = title
      self.unit = unit
      self.kind = kind
      self.fold = fold
      self.namesRow = namesRow
      self.showsBar = showsBar
    }

    /// The header of a file: the title with the unit, `Longueur (m)`.
    public var header: String { unit.isEmpty ? title : "\(title) (\(unit))" }
  }

  /// Where a folded column shows, and what separates it from the detail before it; with nothing
  /// to separate them it starts a line of its own.
  public struct Fold: Hashable, Sendable {
    /// The index of the column it shows under.
    public var under: Int
    /// What separates it from the detail before it.
    public var lead: String
    /// A word the eye needs before the detail; screen readers get the column's title in its place.
    public var label: String

    /// - Parameter under: The index of the column it shows under.
    public init(under: Int, lead: String = "", label: String = "") {
      self.under = under
      self.lead = lead
      self.label = label
    }
  }

  /// A row, with the map feature it is about.
  public struct Row: Hashable, Sendable {
    /// One per column.
    public var cells: [Cell]
    /// The map feature the row is about, `nil` for none.
    public var target: String?
    /// The row in a sentence, for the map to say when the row is chosen; may be empty.
    public var spoken: String
    /// The page the row leads to, beside this one; `nil` for none.
    public var link: String?
    /// The views of the map the row is about, of those its table is the twin of; empty for all.
    public var views: [String]

    /// - Parameter cells: one per column, in their order.
    public init(
      _ cells: [Cell], target: String? = nil, spoken: String = "", views: [String] = [],
      link: String? = nil
    ) {
      self.cells = cells
      self.target = target
      self.spoken = spoken
      self.views = views
      self.link = link
    }
  }

  /// A quantity twice: for the eye, and for a file.
  public struct Cell: Hashable, Sendable {
    /// What a page shows, without the column's unit.
    public var display: String
    /// What a file keeps.
    public var value: Value

    /// - Parameter display: Without the column's unit.
    public init(_ display: String, _ value: Value) {
      self.display = display
      self.value = value
    }

    /// A text shown as it is; empty for an empty one.
    public static func text(_ text: String) -> Cell {
      Cell(text, text.isEmpty ? .empty : .text(text))
    }
  }

  /// A raw value, for programs.
  public enum Value: Hashable, Sendable {
    case empty
    case text(String)
    case integer(Int)
    /// A number to be written with as many decimals.
    case decimal(Double, places: Int)
  }
}
