import CoverageEngine
import RelaisGeo
import RelaisTestSupport
import Testing

@testable import RelaisRegistry

/// Two establishments that were one all along.
@Suite struct MergeTests {
  private let list = """
    id;nom;adresse;code postal;lon;lat;siret;état;date_adhesion;contact
    007;Café du Coin;1 rue A;54000;6,18;48,69;;adherent;2024-05-01;
    012;Le Coin (café);1 r. A;;6,1801;48,6901;40483304800022;adherent;2023-02-01;Zélie

    """

  private func merged() throws -> (
    rig: RegistryRig, store: RegistryStore, one: String, other: String
  ) {
    let rig = try RegistryRig()
    let store = try rig.open()
    try rig.importFile(list, into: store, today: "2026-01-10")
    let one = try store.history(named: "007").id
    let other = try store.history(named: "12").id
    #expect(one != other)
    return (rig, store, one, other)
  }

  @Test func factsOfTheFirstStayAndThoseOfTheSecondFill() throws {
    let (rig, store, one, other) = try merged()
    let stamp = try RegistryRig.stamp()
    let before = try store.establishments(on: RegistryRig.day("2024-12-31"))
    #expect(before.count == 2)
    let done = try store.write(stamp) { try $0.merge(one, with: "le coin cafe") }
    #expect(done.filled == [.siret])
    #expect(done.differing == [.name, .address, .position, .charterOn])
    let now = try #require(try store.establishments().first)
    #expect(try store.establishments().count == 1)
    #expect(now.id == one && now.name == "Café du Coin" && now.siret == "40483304800022")
    #expect(try store.contacts()[one]?.map(\.name) == ["Zélie"])
    #expect(try RegistryVerification.problems(of: store) == [])
    // One adherent on every past day, from the day the first of both joined.
    func adherents(_ day: String) throws -> [String] {
      try store.establishments(on: RegistryRig.day(day)).filter { $0.state == .adherent }.map(\.id)
    }
    #expect(try adherents("2023-01-31") == [])
    #expect(try adherents("2023-06-01") == [one])
    #expect(try adherents("2025-06-01") == [one])
    #expect(try store.histories().knownSince[one] == RegistryRig.day("2026-01-10"))

    // By whatever named either.
    for name in [
      one, other, String(other.prefix(8)), "7", "007", "012", "40483304800022",
      "Le Coin (café)", "cafe du coin",
    ] {
      #expect(try store.history(named: name).id == one, "\(name)")
    }
    // Rows of either are the one; the same list changes nothing.
    let again = try rig.importFile(list, into: store, today: "2026-03-16")
    #expect(again.unchanged == 2 && again.rejected.isEmpty && again.added.isEmpty)
    let row = "id;nom;adresse;lon;lat;note\n12;Le Coin (café);1 r. A;6,1801;48,6901;par le 12\n"
    let news = try rig.importFile(row, into: store, today: "2026-03-17")
    #expect(news.changed.map(\.id) == [one] && news.added.isEmpty)
    #expect(throws: RegistryError.sameEstablishment(try #require(store.establishments().first))) {
      try store.write(stamp) { _ = try $0.merge(one, with: other) }
    }
    #expect(throws: RegistryError.unknownCode("zzz")) {
      try store.write(stamp) { _ = try $0.merge(one, with: "zzz") }
    }

    // Parted again, each is what it was; what was noted since stays with the one.
    try store.write(stamp) { _ = try $0.undo(.event(done.number)) }
    #expect(try store.establishments(on: RegistryRig.day("2024-12-31")) == before)
    let parted = try store.establishments()
    #expect(Set(parted.map(\.id)) == [one, other])
    #expect(parted.map { $0.text(.notes) }.compactMap { $0 } == ["par le 12"])
    #expect(parted.first { $0.id == one }?.siret == nil)
    #expect(try store.contacts()[one] == nil && store.contacts()[other]?.count == 1)
    #expect(try RegistryVerification.problems(of: store) == [])
  }

  @Test func chainsAndCirclesAreFollowedAndRefused() throws {
    let rig = try RegistryRig()
    let store = try rig.open()
    let stamp = try RegistryRig.stamp()
    let ids = ["a", "b", "c"].map { "\($0)0000000-0000-4000-8000-000000000000" }
    for (id, name) in zip(ids, ["Un", "Deux", "Trois"]) {
      try store.write(stamp) {
        try $0.add(id: id, facts([.name: name, .notes: name == "Un" ? nil : "note \(name)"]))
      }
    }
    let first = try store.write(stamp) { try $0.merge("Deux", with: "Un") }
    let second = try store.write(stamp) { try $0.merge("Trois", with: "Deux") }
    #expect(try store.history(named: ids[0]).id == ids[2])
    #expect(try store.establishments().map(\.name) == ["Trois"])
    try store.write(stamp) { _ = try $0.undo(.event(first.number)) }
    #expect(try store.establishments().map(\.name) == ["Trois", "Un"])
    // The other way round meanwhile: the first merge cannot come back.
    let back = try #require(try store.acts().last).number
    try store.write(stamp) { _ = try $0.merge("Un", with: "Trois") }
    #expect(try store.history(named: ids[1]).id == ids[0])
    #expect(throws: (any Error).self) { try store.write(stamp) { _ = try $0.undo(.event(back)) } }
    #expect(try store.establishments().map(\.name) == ["Un"])
    // What a merge took over is not taken back beneath it.
    #expect(throws: (any Error).self) { try store.write(stamp) { _ = try $0.undo(.event(1)) } }
    #expect(second.filled.isEmpty)
    #expect(try RegistryVerification.problems(of: store) == [])
  }

  @Test func whoWasErasedAtOneDoesNotComeBackAtTheOther() throws {
    let (rig, store, one, other) = try merged()
    let stamp = try RegistryRig.stamp()
    _ = try PersonalData.erase("Zélie", in: store, stamp: stamp)
    try store.write(stamp) { _ = try $0.merge(one, with: other) }
    try rig.importFile(
      "id;nom;adresse;lon;lat;contact\n012;Le Coin (café);1 r. A;6,1801;48,6901;Zélie\n",
      into: store)
    #expect(try store.contacts().isEmpty)
  }
}
