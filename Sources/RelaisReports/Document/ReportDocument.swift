public import RelaisWording

/// A report without a format: what is said, in which order, for any writer to lay out.
///
/// Texts are plain text in the document's language; no writer may take one for markup.
public struct ReportDocument: Sendable {
  /// The language of every text in it.
  public var language: Language
  /// The report's name, without the town.
  public var title: String
  /// The town and its code, or what else places the report.
  public var subtitle: String
  /// The town's name alone; empty where there is none.
  public var territory: String
  /// The one sentence that answers the reader's question.
  public var answer: String
  /// In reading order.
  public var sections: [Section]
  /// Where the data come from, as their licences ask to be named.
  public var credits: [String]
  /// What made the report, with its version.
  public var generator: String

  /// - Parameters:
  ///   - sections: In reading order.
  ///   - generator: What made the report, with its version.
  public init(
    language: Language, title: String, subtitle: String, territory: String = "", answer: String,
    sections: [Section], credits: [String], generator: String
  ) {
    self.language = language
    self.title = title
    self.subtitle = subtitle
    self.territory = territory
    self.answer = answer
    self.sections = sections
    self.credits = credits
    self.generator = generator
  }

  /// A part of the report under a heading.
  public struct Section: Sendable {
    /// Unique in the document; lower case letters, digits and hyphens.
    public var id: String
    /// Written above the blocks.
    public var heading: String
    /// Whether the eye needs the heading too; the ear always has it.
    public var showsHeading: Bool
    /// Where it stands on paper.
    public var paper: Paper
    /// In reading order.
    public var blocks: [Block]

    /// - Parameter paper: Where it stands when the document is printed.
    public init(
      id: String, heading: String, showsHeading: Bool = true, paper: Paper = .follows,
      blocks: [Block]
    ) {
      self.id = id
      self.heading = heading
      self.showsHeading = showsHeading
      self.paper = paper
      self.blocks = blocks
    }

    /// Where a section stands when the document is printed.
    public enum Paper: Hashable, Sendable {
      /// After the one before it.
      case follows
      /// At the top of a page.
      case startsPage
      /// Nowhere: a long list, said in a sentence elsewhere.
      case absent
    }
  }

  /// What a document is read on.
  public enum Medium: Hashable, Sendable { case screen, paper }

  /// A piece of content, whatever the format.
  public indirect enum Block: Sendable {
    case paragraph(String)
    case list([String])
    case figures([KeyFigure])
    case table(Table)
    case map(Map)
    /// With the table that says the same after it.
    case week(WeekStrip)
    /// With the table that says the same after it.
    case chart(Chart)
    case statements([Statement])
    /// Under a heading of its own inside the section; folded where it is long, until the reader opens it.
    case group(heading: String, isFolded: Bool, [Block])
    /// Seen on one medium only.
    case only(Medium, [Block])
    /// Side by side where there is room.
    case pair([Block], [Block])
    /// With the table that says the same after it.
    case sketch(Sketch)
    case doors([Door], DoorPlan?)
  }

  /// A number that matters, with what it means.
  public struct KeyFigure: Hashable, Sendable {
    /// What the number is.
    public var label: String
    /// The number with its unit, as it is shown.
    public var value: String
    /// What it means, in a few words.
    public var explanation: String

    /// A key figure.
    public init(label: String, value: String, explanation: String) {
      self.label = label
      self.value = value
      self.explanation = explanation
    }
  }

  /// Something to know or to do: a kind of finding, a missing input.
  public struct Statement: Hashable, Sendable {
    /// How grave it is.
    public enum Tone: String, Sendable { case note, warning, error }

    /// How grave it is.
    public var tone: Tone
    /// The tone in a word, so that colour is never the only sign of it.
    public var label: String
    /// What it is about.
    public var title: String
    /// A sentence for each case.
    public var texts: [String]
    /// What to do about it; empty where nothing is to be done.
    public var remedy: String

    /// A statement with its cases.
    public init(tone: Tone, label: String, title: String, texts: [String], remedy: String) {
      self.tone = tone
      self.label = label
      self.title = title
      self.texts = texts
      self.remedy = remedy
    }
  }
}
