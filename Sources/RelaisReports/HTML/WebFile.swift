import CEmbedded

/// A style sheet or a script of the program's own: a file of `Web/`, embedded byte for byte when
/// the program is built.
///
/// There are those below and no others, so that no text from elsewhere can be one.
package struct WebFile: Sendable {
  private let file: embedded_file

  /// The file's bytes. They last as long as the program.
  package var bytes: UnsafeBufferPointer<UInt8> {
    UnsafeBufferPointer(start: file.bytes, count: file.count)
  }
}

extension WebFile {
  /// The style sheet of every page: system fonts, two columns from 62 rem. Paper has its own.
  ///
  /// Covered is blue and thin, uncovered vermilion, thick and dashed: two of the colours Okabe and
  /// Ito chose for readers who confuse others, distinguished by width and dash as well.
  package static let pageStyle = WebFile(file: relais_page_css)

  /// How every page is printed: A4 with page numbers, black on white, nothing cut in the middle.
  ///
  /// Covered and uncovered differ in greyscale too: thin and light against thick and dark.
  static let paperStyle = WebFile(file: relais_paper_css)

  /// What a page adds whose lists stand under headings of their own, folded where they are long.
  static let groupStyle = WebFile(file: relais_group_css)
  /// What a page of doors and sketches adds: cards with room for a thumb on the screen, a sheet to
  /// tick on paper.
  package static let doorStyle = WebFile(file: relais_door_css)

  /// What the public page adds to the style of every page.
  static let publicStyle = WebFile(file: relais_public_css)

  /// What the page of many communes adds: a map of areas by five shades, and stripes where there are no figures.
  static let nationalStyle = WebFile(file: relais_national_css)

  /// The style of the page an adherent keeps at the counter; it has no other.
  static let kitStyle = WebFile(file: relais_kit_css)
}

extension WebFile {
  /// The one map of all pages and of the desk: draws lines, areas and names on a canvas in tiles, moves, finds what lies where,
  /// and keeps the view in the page's address. It stands before the script that uses it.
  package static let mapView = WebFile(file: relais_mapview_js)

  /// What makes a report's maps move and answer, upon ``mapView``; without them they are still pictures, with their
  /// tables.
  static let mapScript = WebFile(file: relais_map_js)

  /// Finds streets and houses by what somebody types, and says what `relais explain` says of them.
  static let streetsScript = WebFile(file: relais_streets_js)

  /// Tables that sort by a column and show the rows with some words; without it they are plain tables.
  static let tablesScript = WebFile(file: relais_tables_js)

  /// Takes answers at doors, keeps them on the telephone and shares them as `relais.answers/1`.
  ///
  /// It reads its sentences from the element `street-data` (``StreetData``) and makes a card in each element of class `reply`.
  /// Nothing leaves the telephone but by the person's hand, or by a function `relaisSend` that another script of the page
  /// defines: it is given a `relais.answers/1` as an object, and returns a promise of its `relais.answers-result/1`.
  package static let streetScript = WebFile(file: relais_street_js)

  /// Finds a commune by words of its name or by its code, in the table and on the map.
  static let nationalScript = WebFile(file: relais_national_js)

  /// The public page's script: the nearest relays of a street, who is open now, the map's zoom.
  ///
  /// All text goes in as text, never as markup.
  static let publicScript = WebFile(file: relais_public_js)
}
