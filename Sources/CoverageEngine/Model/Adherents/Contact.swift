/// Whom to call at an establishment: personal data, kept apart from the history.
public struct Contact: Hashable, Sendable {
  public var establishment: String
  public var name: String?
  public var phone: String?
  public var email: String?

  public init(
    establishment: String, name: String? = nil, phone: String? = nil, email: String? = nil
  ) {
    self.establishment = establishment
    self.name = name
    self.phone = phone
    self.email = email
  }

  public var isEmpty: Bool { name == nil && phone == nil && email == nil }
}
