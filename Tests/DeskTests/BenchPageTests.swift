import RelaisTestSupport
import Testing

/// The council's bench in a browser: what a click, a key and a link do, and that figures are those of the interface.
@Suite struct BenchPageTests {
  /// Adherents in the demonstration town.
  private static let rows = [
    "Allô d'Angle;commerce;adhérent;3 Rue des Halles;6,030908;48,830471;;",
    "Meubles d'en Face;commerce;adhérent;;6,039230;48,833031;;",
    "Pharmacie de la République;commerce;adhérent;;6,028962;48,832641;;",
    "Escale des Remparts;commerce;adhérent;;6,024092;48,829056;;",
  ]

  @Test(.needs(.pageTools))
  func theBenchDoesByMouseKeyboardAndLinkWhatTheInterfaceSays() throws {
    let server = try DeskServer(rows: Self.rows, accounts: ["agent", "council"], demo: true)
    let verdict = try Programs.run(
      Programs.pageToolsPython,
      [
        DeskServer.root + "/Scripts/check_bench.py", "http://127.0.0.1:\(server.port)",
        DeskServer.password,
      ])
    #expect(verdict.status == 0, "\(verdict.output)")
    #expect(verdict.output.contains("checks, 0 defects"), "\(verdict.output)")
  }
}
