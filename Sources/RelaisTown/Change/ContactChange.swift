import CoverageEngine

/// Whom to call, as far as it is said; an empty text takes away what was known.
public struct ContactChange: Sendable {
  public var name: String?
  public var phone: String?
  public var email: String?

  public init(name: String? = nil, phone: String? = nil, email: String? = nil) {
    self.name = name
    self.phone = phone
    self.email = email
  }

  /// Whether anything is said.
  var isSaid: Bool { name != nil || phone != nil || email != nil }

  /// What was said, over what is known; `nil` if nothing was said.
  func contact(of id: String, known: Contact?) -> Contact? {
    guard isSaid else { return nil }
    func chosen(_ given: String?, _ known: String?) -> String? {
      given.map { $0.isEmpty ? nil : $0 } ?? known
    }
    return Contact(
      establishment: id, name: chosen(name, known?.name), phone: chosen(phone, known?.phone),
      email: chosen(email, known?.email))
  }
}
