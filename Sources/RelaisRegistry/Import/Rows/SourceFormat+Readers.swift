public import CoverageEngine
public import RelaisFormats

/// What reports call the forms that readers tell apart.
extension SourceFormat {
  public init(_ container: OSMReader.Container) {
    self =
      switch container {
      case .pbf: .openStreetMap(.pbf)
      case .xml: .openStreetMap(.xml)
      case .xmlGzip: .openStreetMap(.xmlGzip)
      case .xmlBzip2: .openStreetMap(.xmlBzip2)
      }
  }

  public init(_ kind: SireneReader.Kind) {
    self =
      switch kind {
      case .establishments: .register(.establishments)
      case .positions: .register(.positions)
      }
  }

  public init(_ format: AddressReader.Format) {
    self =
      switch format {
      case .national: .addresses(.national)
      case .local: .addresses(.local)
      }
  }
}
