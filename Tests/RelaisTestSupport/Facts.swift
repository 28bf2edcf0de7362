public import CoverageEngine

/// Facts by their texts, as cells and arguments give them; what a field cannot hold is left to be refused.
public func facts(
  _ texts: [EstablishmentField: String?]
) -> [EstablishmentField: FactValue?] {
  var facts: [EstablishmentField: FactValue?] = [:]
  for (field, text) in texts {
    facts.updateValue(text.map { field.value(reading: $0) ?? .unread($0) }, forKey: field)
  }
  return facts
}

extension Establishment {
  public init(id: String, texts: [EstablishmentField: String]) {
    self.init(id: id)
    apply(RelaisTestSupport.facts(texts.mapValues { $0 }))
  }
}
