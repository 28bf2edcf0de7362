public import CoverageEngine
public import RelaisRegistry

/// What `relais doctor` found: the program, what it stands on, the territory's data, what is missing.
public struct Diagnosis: Sendable {
  /// A library that is part of the program or that it is linked to.
  public struct Library: Hashable, Sendable {
    public var name: String
    public var version: String
  }

  /// A program that adds something where it is installed.
  public struct Tool: Hashable, Sendable {
    public enum Name: CaseIterable, Hashable, Sendable {
      case ogr2ogr, chromium
    }

    public var name: Name
    /// Where it was found on the path; `nil` where it is not installed.
    public var path: String?
    /// What it says of itself; `nil` where it says nothing.
    public var version: String?
  }

  /// A file of a territory's data.
  public struct Input: Hashable, Sendable {
    public var kind: InputKind
    public var file: String
    /// `nil`, like the day, for a file that is named and not there.
    public var bytes: Int?
    /// When it was last modified.
    public var modified: CalendarDay?
    /// Days since; not negative.
    public var age: Int?
  }

  /// The registry in brief, as `relais verify` sees it.
  public struct Registry: Sendable {
    public var file: String
    /// The last step of its schema.
    public var schema: String?
    /// Without edits that wait to be taken, which are none.
    public var problems: Int
    /// Rows another program edited, to be taken at the next change.
    public var pendingEdits: Int
    public var isErasureUnfinished: Bool
    public var isOpenToOthers: Bool
    public var isDamaged: Bool
    public var establishments: Int
    public var events: Int
  }

  /// A territory, as far as it can be read.
  public struct Town: Sendable {
    public var name: String
    public var folder: String
    public var inputs: [Input]
    /// What tells school days; `nil` where its files cannot be read.
    public var calendar: FrenchCalendar?
    /// `nil` where there is none yet.
    public var registry: Registry?

    /// The file that was modified last, and first; the first by name on a tie.
    public var newest: Input? { dated.min { ($0.age ?? 0) < ($1.age ?? 0) } }
    public var oldest: Input? { dated.max { ($0.age ?? 0) < ($1.age ?? 0) } }
    private var dated: [Input] { inputs.filter { $0.age != nil } }
  }

  /// Room on the disk of a folder.
  public struct Room: Hashable, Sendable {
    public var folder: String
    /// Bytes anybody may still write there.
    public var free: Int

    /// Under a gigabyte a run may not finish.
    public var isShort: Bool { free < 1_000_000_000 }
  }

  /// Something that is not there.
  public enum Lack: Hashable, Sendable {
    case tool(Tool.Name)
    /// The grid between the old French datum and RGF93.
    case frenchGrid
    case data(InputKind)
    /// A file that the configuration names.
    case file(String, InputKind)
    case room(String)

    /// The Debian package that brings it.
    public var package: String? {
      switch self {
      case .tool(.ogr2ogr): "gdal-bin"
      case .tool(.chromium): "chromium"
      case .frenchGrid: "proj-data"
      case .data, .file, .room: nil
      }
    }
  }

  /// What the program was built from; `nil` where the build did not say.
  public var commit: String?
  public var swift: String?
  public var libraries: [Library]
  public var hasFrenchGrid: Bool
  public var tools: [Tool]
  /// `nil` outside of territories, and where its configuration cannot be read.
  public var town: Town?
  /// Why a territory, or its registry, cannot be read.
  public var failures: [any Error]
  public var rooms: [Room]
  public var lacks: [Lack]

  /// Whether something is missing or wrong.
  public var hasFindings: Bool {
    !lacks.isEmpty || !failures.isEmpty || (town?.registry?.problems ?? 0) > 0
      || town?.registry?.isErasureUnfinished ?? false || town?.registry?.isOpenToOthers ?? false
  }
}
