import CoverageEngine
import RelaisGeo
import RelaisWording
import Testing

@testable import RelaisReports

/// The agent's page and file of a registry of three (`HandRegistry`).
@Suite struct AgentPageTests {
  private let french = Wording(.french)

  private func material() throws -> ReportMaterial {
    var material = try HandTown.material()
    material.agent = AgentFile(
      histories: HandRegistry.histories, movements: [.bought: 10],
      contacts: HandRegistry.contacts, today: try #require(HandRegistry.today))
    return material
  }

  @Test func figuresCountTasksAdherentsAndStickers() throws {
    let material = try material()
    let tasks = AgentTasksTable.tasks(of: material, french)
    let document = AgentComposer(material: material, wording: french).document()
    let values = try document.figures("summary").map { $0[1] }
    let counts = AgentTask.Urgency.allCases.map { urgency in
      String(tasks.count { $0.urgency == urgency })
    }
    #expect(Array(values.prefix(3)) == counts)
    // One adherent; of ten stickers two were given out. Who is suspended keeps its own.
    #expect(Array(values.suffix(2)) == ["1", "8"])
    #expect(
      try document.figures("summary").last?[2].replacing("\u{A0}", with: " ") == "0 à récupérer.")
    #expect(document.generator.contains("21\u{A0}novembre 2026"))
  }

  @Test func tasksOfAKindStandUnderOneHeadingAndLongListsAreFolded() throws {
    var material = try HandTown.material()
    let histories = (1...13).map { number in
      HandRegistry.history(
        "adherent-\(number)", [.name: "Relais \(number)", .state: "adherent"])
    }
    material.agent = AgentFile(
      histories: histories, movements: [:], contacts: [:], today: try #require(HandRegistry.today))
    let document = AgentComposer(material: material, wording: french).document()
    let now = try #require(document.sections.first { $0.id == "now" })
    let groups = now.blocks.compactMap { block -> (String, Bool)? in
      if case .group(let heading, let isFolded, _) = block {
        (plain(heading), isFolded)
      } else {
        nil
      }
    }
    // Known since 2025: never followed up is overdue.
    #expect(groups.map(\.0) == ["Sans position (13)", "Suivi trimestriel (13)"])
    #expect(groups.map(\.1) == [true, true])
    let page = String(decoding: ReportFormat.agent.file(of: material, in: .french), as: UTF8.self)
    #expect(
      page.contains("<details class=\"group\"><summary><h3>Sans position (13)</h3></summary>"))
  }

  @Test func everyTaskIsARowWithItsCommand() throws {
    let material = try material()
    let tasks = AgentTasksTable.tasks(of: material, french)
    let due = try #require(tasks.first { $0.kind == .followUp })
    #expect(due.urgency == .soon && due.code == "aaaaaaaa")
    let table = AgentTasksTable.table([due], id: "t", french, .followUp)
    #expect(
      shown(table) == [
        [
          "Librairie des Carmes", "aaaaaaaa", plain(due.text), "10 juillet 2026",
          "relais adherents follow-up aaaaaaaa",
        ]
      ])
    let rows = lines(AgentTasksTable.csv(tasks, french))
    #expect(rows.count == 1 + tasks.count)
    #expect(
      rows.contains {
        $0.hasSuffix(";2026-07-10;relais adherents follow-up aaaaaaaa;aaaaaaaa-1")
          && $0.contains(";follow-up;aaaaaaaa;Librairie des Carmes;")
      })
  }
}
