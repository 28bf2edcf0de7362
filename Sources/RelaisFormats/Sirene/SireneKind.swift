extension SireneReader {
  public enum Kind: String, Sendable {
    /// `siret`, `etatAdministratifEtablissement`, `activitePrincipaleEtablissement`…
    case establishments = "sirene"
    /// `siret;x;y;qualite_xy;…`.
    case positions = "sirene-positions"

    /// Told by the column names; also where one that is needed was taken out, so that such a file is
    /// refused and not taken for a list.
    package init?(_ table: CSVTable) {
      func has(_ term: ColumnTerm, _ input: ColumnInput) -> Bool {
        table.column(named: Array(ColumnVocabulary.standard.names(term, in: input).prefix(1)))
          != nil
      }
      func isMarked(by terms: [ColumnTerm], _ input: ColumnInput) -> Bool {
        terms.count { has($0, input) } >= 3
      }
      let has = (
        siret: has(.siret, .establishments), state: has(.state, .establishments),
        activity: has(.activity, .establishments), quality: has(.positionQuality, .positions)
      )
      if has.siret && has.state && has.activity
        || isMarked(by: [.diffusion, .cityCode, .state, .activity], .establishments)
      {
        self = .establishments
      } else if has.siret && has.quality
        || isMarked(by: [.positionQuality, .longitude, .latitude, .cityCode], .positions)
      {
        self = .positions
      } else {
        return nil
      }
    }

    /// How its columns are called.
    var input: ColumnInput {
      switch self {
      case .establishments: .establishments
      case .positions: .positions
      }
    }

    /// Without the state the closed would be asked, without the diffusion names kept out would show, and so
    /// on: nothing of a file is read that lacks one.
    private func needed(forCommunes: Bool) -> [ColumnTerm] {
      switch self {
      case .establishments: [.siret, .diffusion, .cityCode, .state, .activity]
      case .positions:
        [.siret, .positionQuality, .longitude, .latitude] + (forCommunes ? [.cityCode] : [])
      }
    }

    /// - Parameter forCommunes: Whether rows are chosen by their commune.
    /// - Throws: `FormatError.incompleteRegister`.
    func check(_ table: CSVTable, forCommunes: Bool = false) throws(FormatError) {
      let missing = needed(forCommunes: forCommunes).map {
        ColumnVocabulary.standard.names($0, in: input)
      }.filter { table.column(named: $0) == nil }
      guard missing.isEmpty else {
        throw .incompleteRegister(file: table.file, lacks: missing.map { $0[0] })
      }
    }
  }
}
