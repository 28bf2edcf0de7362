/// Kinds of street and how people shorten them. Data: a line is a canonical word, then its other
/// writings, folded.
enum StreetType {
  private static let table = """
    rue r ru
    avenue av ave aven aven avn aveneu
    boulevard bd bld bvd blvd boul boulv bvld blv boulvard
    place pl plc
    placette plt
    allee al all allees alle ale aly
    chemin che chem ch chm
    impasse imp ipasse
    square sq squ
    passage pas pass psg psge pge
    quai q qu qai
    route rte rt rout
    cours crs
    cour
    faubourg fg fbg faub
    residence res resid rce
    lotissement lot lotiss lts
    hameau ham
    quartier qrt quart qtier
    cite
    villa vla
    sentier sen stier
    sente
    ruelle rle rlle
    voie voi
    rondpoint rpt rdpt rp
    esplanade esp espl
    promenade prom
    parvis prv
    montee mte
    cote
    descente dsc
    traverse tra trav
    venelle ven vnl
    zone zi za zac zae zup pa
    galerie galeries
    mail
    clos
    closerie
    domaine dom
    parc
    port
    porte
    pont
    rampe
    digue
    berge berges
    carrefour car carr carref
    enclos
    jardin jardins
    levee
    rocade roc
    terrasse terrasses
    tertre
    chaussee chs
    rang
    coursive
    drive
    sentes
    arcades arcade
    """

  /// Every writing, with its canonical word.
  private static let canonical: [String: String] = {
    var names: [String: String] = [:]
    for line in table.split(separator: "\n") {
      let words = line.split(separator: " ").map(String.init)
      for word in words where names[word] == nil { names[word] = words[0] }
    }
    return names
  }()

  /// Canonical words and the writings long enough to be misspelt.
  private static let long: [(text: [UInt8], type: String)] = canonical.filter {
    $0.key.utf8.count > 4
  }
  .map { (Array($0.key.utf8), $0.value) }.sorted { $0.text.lexicographicallyPrecedes($1.text) }

  /// The type a folded word stands for.
  static func named(_ word: String) -> String? { canonical[word] }

  /// The type a word misspells by one letter, two in a long word.
  static func misspelt(_ word: String) -> String? {
    let bytes = Array(word.utf8)
    guard bytes.count >= 4 else {
      return ["reu", "rrue", "ruee", "tue", "rie", "eue", "ure", "rur"].contains(word) ? "rue" : nil
    }
    if word == "ruue" || word == "ruee" || word == "rrue" { return "rue" }
    var best: (distance: Int, type: String)?
    for (text, type) in long {
      let limit = text.count >= 8 ? 2 : 1
      guard abs(text.count - bytes.count) <= limit,
        let distance = EditDistance.within(limit, bytes, text),
        distance < best?.distance ?? .max
      else { continue }
      best = (distance, type)
    }
    return best?.type
  }
}
