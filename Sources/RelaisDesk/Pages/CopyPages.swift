import Hummingbird
import RelaisRegistry
import RelaisTown
import RelaisWording

/// Copies of the registry: those the desk made, and one now.
struct CopyPages {
  let state: DeskState

  private static let roles: Set<DeskRole> = [.admin, .agent]

  var routes: [DeskRoute] {
    [
      DeskRoute(.get, "/desk/copies", .roles(CopyPages.roles)) { _, context in
        let wording = context.wording
        let names = try await Blocking.reading.run { [state] in
          NightlyCopies(territory: state.territory).names
        }
        var page = DeskPage(wording.say("desk.area.copies"), .copies, context, state)
        page.body.element(
          "p",
          wording.say("desk.copies.explained", ["kept": .integer(NightlyCopies.kept)]))
        page.body.markup("<ul>\n")
        for name in names { page.body.element("li", name) }
        page.body.markup("</ul>\n")
        page.form("/desk/copies")
        page.button(wording.say("desk.copies.now"))
        page.endForm()
        return page.response()
      },
      DeskRoute(.post, "/desk/copies", .roles(CopyPages.roles), .form(most: 1 << 12)) {
        _, context in
        let copies = NightlyCopies(territory: state.territory)
        let registry = state.registry(for: context)
        let name = try await Blocking.writing.run { try copies.make(registry.today, registry) }
        await state.note(.copyMade, name, context)
        return Reply.seeOther("/desk/copies")
      },
    ]
  }
}
