extension SireneReader {
  public enum Kind: String, Sendable {
    /// `siret`, `etatAdministratifEtablissement`, `activitePrincipaleEtablissement`…
    case establishments = "sirene"
    /// `siret;x;y;qualite_xy;…`.
    case positions = "sirene-positions"

    /// Told by the column names; also where one that is needed was taken out, so that such a file is
    /// refused and not taken for a list.
    init?(_ table: CSVTable) {
      func has(_ name: String) -> Bool { table.column(named: [name]) != nil }
      func isMarked(by names: [String]) -> Bool { names.count(where: has) >= 3 }
      if has("siret") && has("etatAdministratifEtablissement")
        && has("activitePrincipaleEtablissement")
        || isMarked(by: [
          "statutDiffusionEtablissement", "codeCommuneEtablissement",
          "etatAdministratifEtablissement", "activitePrincipaleEtablissement",
        ])
      {
        self = .establishments
      } else if has("siret") && has("qualite_xy")
        || isMarked(by: ["qualite_xy", "x_longitude", "y_latitude", "plg_code_commune"])
      {
        self = .positions
      } else {
        return nil
      }
    }

    /// Without the state the closed would be asked, without the diffusion names kept out would show, and so
    /// on: nothing of a file is read that lacks one. Each by its names, the first the register's own.
    private func needed(forCommunes: Bool) -> [[String]] {
      switch self {
      case .establishments:
        [
          ["siret"], SireneReader.names("statutDiffusion"), SireneReader.names("codeCommune"),
          SireneReader.names("etatAdministratif"), SireneReader.names("activitePrincipale"),
        ]
      case .positions:
        [["siret"], ["qualite_xy"], longitudeNames, latitudeNames]
          + (forCommunes ? [["plg_code_commune"]] : [])
      }
    }

    /// - Parameter forCommunes: Whether rows are chosen by their commune.
    /// - Throws: `FormatError.incompleteRegister`.
    func check(_ table: CSVTable, forCommunes: Bool = false) throws(FormatError) {
      let missing = needed(forCommunes: forCommunes).filter { table.column(named: $0) == nil }
      guard missing.isEmpty else {
        throw .incompleteRegister(file: table.file, lacks: missing.map { $0[0] })
      }
    }
  }

  static let longitudeNames = ["x_longitude", "longitude"]
  static let latitudeNames = ["y_latitude", "latitude"]

  /// A column's name in the register, and without its ending.
  static func names(_ name: String) -> [String] { [name + "Etablissement", name] }
}
