import CoverageEngine
import Foundation
import RelaisGeo

/// Somebody a text names: what they are known by, and the establishments they are a contact of.
struct KnownPerson: Sendable {
  var contacts: [Contact]
  private(set) var traces: PersonTraces
  private(set) var own: Set<String>
  /// Whether an establishment was named: whoever is a contact of it is meant.
  private let isAnyContact: Bool
  /// Whether only what concerns their establishments is to go: who is still a contact elsewhere stays known there.
  private(set) var isLocal = false

  private init(_ contacts: [Contact], _ traces: PersonTraces, isAnyContact: Bool = false) {
    self.contacts = contacts
    self.traces = traces
    self.isAnyContact = isAnyContact
    own = Set(contacts.map(\.establishment))
  }

  /// Whether a contact is the person's: by whole name, or by number or address where no name says otherwise. In one's own
  /// establishment a part of the name is enough.
  func holds(_ contact: Contact) -> Bool {
    let isOwn = own.contains(contact.establishment)
    if isOwn && isAnyContact || isLocal { return isOwn }
    return isNamed(by: contact, isOwn: isOwn)
  }

  private func isNamed(by contact: Contact, isOwn: Bool) -> Bool {
    if let name = contact.name, !PersonName.people(name).isEmpty {
      return traces.include(name) && (isOwn || traces.share(name))
    }
    return [contact.phone, contact.email].contains { text in
      text.map { traces.removed(from: $0, .free) != nil } ?? false
    }
  }

  /// Keeps to the person's establishments if they are a contact of others, too.
  ///
  /// - Parameter leaving: Establishments that are to lose their contacts as well.
  mutating func stayKnown(in contacts: [Contact], besides leaving: Set<String>) {
    isLocal = contacts.contains { contact in
      !leaving.contains(contact.establishment) && isNamed(by: contact, isOwn: false)
    }
  }

  /// Adds what other files know of the person, such as an earlier number. Who was a contact of the same establishment
  /// before is somebody else.
  mutating func learn(from contacts: [Contact]) {
    let new = contacts.filter { isNamed(by: $0, isOwn: own.contains($0.establishment)) }
    guard !isLocal, !new.isEmpty else { return }
    traces = PersonTraces(self.contacts + new)
    own.formUnion(new.map(\.establishment))
    self.contacts += new.filter { !self.contacts.contains($0) }
  }

  /// Who a text names: a person by name, number or address, else the contacts of an establishment, else somebody who is in no
  /// contact and may be in another text.
  ///
  /// - Throws: ``RegistryError/ambiguousCode(_:candidates:)`` where several people answer to it;
  ///   ``RegistryError/unknownCode(_:)`` where the text names nobody by itself.
  init(
    named text: String, among contacts: [Contact], histories: [EstablishmentHistory]
  ) throws(RegistryError) {
    let traces = PersonTraces(text: text)
    let found = contacts.filter { KnownPerson.names(text, traces, $0) }
    func ambiguous(_ ids: [String]) -> RegistryError {
      let ids = Set(ids)
      return .ambiguousCode(
        text,
        candidates: histories.filter { ids.contains($0.id) }.map { history in
          history.establishment() ?? history.unmerged ?? Establishment(id: history.id)
        })
    }
    if let first = found.first {
      let isOne = found.dropFirst().allSatisfy { KnownPerson.isSame(first, $0) }
      guard isOne else { throw ambiguous(found.map(\.establishment)) }
      self.init(found, PersonTraces(found))
      return
    }
    let history: EstablishmentHistory
    do throws(RegistryError) {
      // A part of a name may be a person's, too.
      history = try RegistryStore.history(
        named: text, among: EstablishmentSearch(histories), upTo: .start
      ).history
    } catch {
      guard case .unknownCode = error, !traces.isEmpty else { throw error }
      self.init([], traces)
      return
    }
    // A shop's name may be a surname that others bear.
    let words = PersonName.telling(text)
    let namesakes = contacts.filter { contact in
      contact.establishment != history.id && !history.absorbedIDs.contains(contact.establishment)
        && contact.name.map { words.isSubset(of: PersonName.telling($0)) } ?? false
    }
    if history.establishment()?.foldedName == Establishment.folded(text), !namesakes.isEmpty {
      throw ambiguous([history.id] + namesakes.map(\.establishment))
    }
    let ids = Set([history.id] + history.absorbedIDs)
    let own = contacts.filter { ids.contains($0.establishment) }
    self.init(own, PersonTraces(own), isAnyContact: true)
    self.own = ids
  }

  private static func names(_ text: String, _ traces: PersonTraces, _ contact: Contact) -> Bool {
    let folded = Establishment.folded(text)
    let digits = text.filter { $0.isASCII && $0.isNumber }
    if let name = contact.name {
      if !folded.isEmpty, Establishment.folded(name) == folded { return true }
      if traces.share(name) { return true }
    }
    if digits.count >= 9, let phone = contact.phone, traces.removed(from: phone, .free) != nil {
      return true
    }
    return contact.email.map {
      PersonTraces.emails($0).map { $0.lowercased() }.contains(text.lowercased())
    }
      ?? false
  }

  /// Whether two contacts that one text names are one person's: by whole name; else of one establishment or with one number,
  /// and no name that says otherwise.
  private static func isSame(_ a: Contact, _ b: Contact) -> Bool {
    let traces = PersonTraces([a])
    if let name = b.name, traces.share(name) { return true }
    let isNameOpen =
      b.name.map { traces.include($0) } ?? true
      || a.name.map { PersonTraces([b]).include($0) } ?? true
    let isLinked =
      a.establishment == b.establishment
      || [b.phone, b.email].contains { text in
        text.map { traces.removed(from: $0, .free) != nil } ?? false
      }
    return isNameOpen && isLinked
  }
}
