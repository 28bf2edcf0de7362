/// The part of a day a word names.
enum HalfDay: Hashable, Sendable {
  case morning
  case afternoon
  case evening
}

/// What a word in opening hours means, in one of the languages it may be of.
enum HoursWord: Hashable, Sendable {
  case weekday(Weekday)
  case month(Int)
  case publicHoliday
  case schoolHoliday
  case everyDay
  case state(OpeningState)
  case week
  case easter
  case sun(SunEvent)
  case day
  /// `à`, `au`, `bis`.
  case upTo
  /// `et`, `und`.
  case and
  /// `le`, `du`, `von`: left out.
  case article
  case noon
  case midnight
  /// By appointment only, or at times nobody states; the words that say so.
  case appointment(String)
  /// `en semaine`, `LMMJV`, `L-V`: several weekdays in one word, as bits from Monday.
  case weekdays(UInt8)
  /// `1er`, `dernier`, before a weekday; -1 is the last.
  case ordinal(Int)
  /// `un mercredi sur deux`.
  case everyOther
  /// `semaine paire`.
  case weeks(isEven: Bool)
  /// `période scolaire`.
  case schoolTerm
  /// `été`, `hiver`.
  case season(isSummer: Bool)
  /// `24h/24`.
  case allDay
  case half(HalfDay)
  /// `sauf`, `hors`.
  case except
  /// `jusqu'à`, with the time at which a place closes and not the one at which it opens.
  case until
  /// `à partir de`, with the time at which a place opens and not the one at which it closes.
  case since
  /// `ouverture`, `sans interruption`: says nothing further.
  case filler

  struct Languages: OptionSet, Sendable {
    let rawValue: UInt8

    static let english = Languages(rawValue: 1)
    static let french = Languages(rawValue: 2)
    static let german = Languages(rawValue: 4)
    static let dutch = Languages(rawValue: 8)
    static let italian = Languages(rawValue: 16)
    static let spanish = Languages(rawValue: 32)
    static let all: Languages = [.english, .french, .german, .dutch, .italian, .spanish]
  }

  /// The words of the specification, in lower case.
  static let standard: [String: HoursWord] = {
    var words: [String: HoursWord] = [
      "ph": .publicHoliday, "sh": .schoolHoliday, "off": .state(.closed),
      "closed": .state(.closed), "open": .state(.open), "unknown": .state(.unknown),
      "week": .week, "easter": .easter, "day": .day, "days": .day,
    ]
    for event in SunEvent.allCases { words[event.rawValue] = .sun(event) }
    for (day, name) in zip(Weekday.allCases, ["mo", "tu", "we", "th", "fr", "sa", "su"]) {
      words[name] = .weekday(day)
    }
    let months = [
      "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
    ]
    for (index, name) in months.enumerated() { words[name] = .month(index + 1) }
    return words
  }()

  /// Days and months as people write them, by language; folded, without accents or final full stop.
  static let named: [String: [(Languages, HoursWord)]] = {
    var words: [String: [(Languages, HoursWord)]] = [:]
    func add(_ languages: Languages, _ meaning: HoursWord, _ names: String) {
      for name in names.split(separator: " ") {
        words[String(name), default: []].append((languages, meaning))
      }
    }
    let weekdays: [(Languages, [String])] = [
      (
        .english,
        [
          "mo mon monday mondays", "tu tue tues tuesday tuesdays",
          "we wed weds wednesday wednesdays",
          "th thu thur thurs thursday thursdays", "fr fri friday fridays",
          "sa sat saturday saturdays",
          "su sun sunday sundays",
        ]
      ),
      (
        .french,
        [
          "lu lun lundi lundis", "ma mar mardi mardis", "me mer merc mercredi mercredis",
          "je jeu jeudi jeudis", "ve ven vend vendredi vendredis", "sa sam samedi samedis",
          "di dim dimanche dimanches",
        ]
      ),
      (
        .german,
        [
          "mo montag montags", "di dienstag dienstags", "mi mittwoch mittwochs",
          "do donnerstag donnerstags", "fr freitag freitags",
          "sa sam samstag samstags sonnabend sonnabends", "so sonn sonntag sonntags sonntagen",
        ]
      ),
      (
        .dutch,
        [
          "ma maandag", "di dinsdag", "wo woensdag", "do donderdag", "vr vrijdag", "za zaterdag",
          "zo zondag",
        ]
      ),
      (
        .italian,
        [
          "lu lun lunedi", "ma mar martedi", "me mer mercoledi", "gi gio giovedi", "ve ven venerdi",
          "sa sab sabato", "do dom domenica",
        ]
      ),
      (
        .spanish,
        [
          "lu lun lunes", "ma mar martes", "mi mie miercoles", "ju jue jueves", "vi vie viernes",
          "sa sab sabado", "do dom domingo",
        ]
      ),
    ]
    for (language, names) in weekdays {
      for (day, spellings) in zip(Weekday.allCases, names) {
        add(language, .weekday(day), spellings)
      }
    }
    let months: [(Languages, [String])] = [
      (
        .english,
        [
          "jan january", "feb february", "mar march", "apr april", "may", "jun june", "jul july",
          "aug august", "sep sept september", "oct october", "nov november", "dec december",
        ]
      ),
      (
        .french,
        [
          "jan janv janvier", "fev fevr fevrier", "mars", "avr avril", "mai", "juin",
          "juil juillet",
          "aout", "sep sept septembre", "oct octobre", "nov novembre", "dec decembre",
        ]
      ),
      (
        .german,
        [
          "jan januar janner", "feb februar", "mrz marz maerz", "apr april", "mai", "jun juni",
          "jul juli",
          "aug august", "sep sept september", "okt oktober", "nov november", "dez dezember",
        ]
      ),
    ]
    for (language, names) in months {
      for (index, spellings) in names.enumerated() { add(language, .month(index + 1), spellings) }
    }
    return words
  }()

  /// Other words, the same in whatever language.
  static let further: [String: HoursWord] = {
    var words: [String: HoursWord] = [:]
    func add(_ meaning: HoursWord, _ names: String) {
      for name in names.split(separator: " ") { words[String(name)] = meaning }
    }
    add(
      .state(.closed),
      """
      ferme fermee fermes fermees fermeture conge conges geschlossen ruhetag ruhetage \
      schliesstag betriebsferien betriebsurlaub chiuso cerrado gesloten
      """)
    add(.state(.open), "ouvert ouverte ouverts ouvertes geoffnet geoeffnet offen")
    add(.publicHoliday, "feries ferie feiertag feiertage feiertags feiertagen")
    add(.schoolHoliday, "schulferien")
    add(.everyDay, "quotidien quotidiennement taglich taeglich daily tlj")
    add(.upTo, "a au bis to")
    add(.and, "et und and puis sowie")
    add(.article, "le les la du de des von er vom am im an in den der dem")
    add(.noon, "midi mittag")
    add(.midnight, "minuit mitternacht")
    add(.since, "ab")
    add(.weekdays(0b001_1111), "lmmjv")
    add(.weekdays(0b011_1111), "lmmjvs")
    add(.weekdays(0b111_1111), "lmmjvsd")
    add(.weekdays(0b110_0000), "weekend weekends wochenende wochenenden")
    add(.half(.morning), "matin matins matinee matinees morgens vormittag vormittags")
    add(.half(.afternoon), "aprem nachmittag nachmittags")
    add(.half(.evening), "soir soirs soiree soirees abend abends")
    add(.except, "sauf excepte exceptes hors hormis except ausser außer ausgenommen")
    add(.season(isSummer: true), "ete sommer")
    add(.season(isSummer: false), "hiver winter")
    add(.schoolTerm, "schulzeit")
    add(
      .filler,
      """
      nonstop continu en pendant durant chaque horaire horaires hebdomadaire annuelle \
      annuel annuels exceptionnelle exceptionnellement definitivement definitive seulement \
      uniquement inclus toujours tous toutes durchgehend durchgangig ganztagig jeden jeweils nur \
      offnungszeiten offnungszeit sprechzeiten oeffnungszeiten gesetzlichen gesetzliche wahrend \
      wegen urlaub immer
      """)
    return words
  }()

  /// Ordinals, after a number or spelled out; 0 for the endings of a number.
  static let ordinals: [String: Int] = [
    "te": 0, "er": 0, "ere": 0, "re": 0, "e": 0, "eme": 0, "nd": 0, "nde": 0, "ier": 0, "th": 0,
    "st": 0,
    "premier": 1, "premiers": 1, "deuxieme": 2, "deuxiemes": 2, "second": 2, "troisieme": 3,
    "troisiemes": 3, "quatrieme": 4, "quatriemes": 4, "dernier": -1, "derniers": -1,
    "erster": 1, "ersten": 1, "zweiter": 2, "zweiten": 2, "dritter": 3, "dritten": 3, "vierter": 4,
    "vierten": 4, "letzter": -1, "letzten": -1,
  ]

  /// Words that say two things: `Mittwochnachmittag`, `Heiligabend`.
  static let compounds: [String: [HoursToken.Kind]] = {
    var compounds: [String: [HoursToken.Kind]] = [
      "heiligabend": [.number(24, digits: 2), .word(.month(12))],
      "silvester": [.number(31, digits: 2), .word(.month(12))],
      "neujahr": [.number(1, digits: 1), .word(.month(1))],
    ]
    let halves: [(HalfDay, [String])] = [
      (.morning, ["vormittag", "vormittags", "morgen"]),
      (.afternoon, ["nachmittag", "nachmittags"]),
      (.evening, ["abend", "abends"]),
    ]
    for (name, readings) in named where name.hasSuffix("tag") || name == "mittwoch" {
      guard let day = readings.first(where: { $0.0 == .german })?.1 else { continue }
      for (half, endings) in halves {
        for ending in endings { compounds[name + ending] = [.word(day), .word(.half(half))] }
      }
    }
    return compounds
  }()

  /// What is said of some days by these says nothing of the others.
  static let byAppointment: Set<String> = ["sur rendez-vous", "nach Vereinbarung"]

  /// Monday to Saturday by law, Monday to Friday for many: taken only where Saturdays are spoken of apart.
  static let workdays: Set<String> = [
    "werktag", "werktage", "werktags", "werktagen", "wochentag", "wochentage", "wochentags",
    "wochentagen",
  ]

  /// Words of German alone, by which `Di` is a Tuesday.
  static let german: Set<String> = [
    "uhr", "geschlossen", "geoffnet", "geoeffnet", "ruhetag", "ruhetage", "und", "bis", "taglich",
    "taeglich", "feiertag", "feiertage", "feiertags", "feiertagen", "ausser", "außer", "ab",
    "vormittag", "vormittags", "nachmittag", "nachmittags", "vereinbarung", "schulferien",
    "offnungszeiten", "oeffnungszeiten", "durchgehend", "wochenende",
  ]

  /// Several words that mean one thing together, by the first of them; longer ones first.
  static let phrases: [String: [([String], HoursWord)]] = {
    var phrases: [String: [([String], HoursWord)]] = [:]
    func add(_ meaning: HoursWord, _ texts: String...) {
      for text in texts {
        let words = text.split(separator: " ").map(String.init)
        phrases[words[0], default: []].append((words, meaning))
      }
    }
    add(.publicHoliday, "jours feries", "jour ferie", "jours de fete")
    add(.schoolHoliday, "vacances scolaires", "conges scolaires")
    add(
      .schoolTerm, "periode scolaire", "periodes scolaires", "temps scolaire", "semaines scolaires",
      "semaine scolaire", "jours scolaires", "jours de classe")
    add(
      .everyDay, "tous les jours", "chaque jour", "toute la semaine", "tous les j",
      "tous les matins")
    add(
      .weekdays(0b001_1111), "en semaine", "la semaine", "jours ouvres", "jours de semaine",
      "semaine")
    add(
      .weekdays(0b110_0000), "week end", "week ends", "w e", "fin de semaine", "fins de semaine")
    add(
      .weeks(isEven: true), "semaine paire", "semaines paires", "sem paire", "sem paires",
      "la semaine paire")
    add(
      .weeks(isEven: false), "semaine impaire", "semaines impaires", "sem impaire", "sem impaires",
      "la semaine impaire")
    add(.half(.afternoon), "apres midi", "apres midis")
    add(.weekdays(0b001_1111), "unter der woche")
    add(.weeks(isEven: true), "gerade woche", "gerade wochen", "gerade kw", "geraden wochen")
    add(
      .weeks(isEven: false), "ungerade woche", "ungerade wochen", "ungerade kw", "ungeraden wochen")
    add(.allDay, "rund um die uhr", "tag und nacht")
    add(.except, "a l exception", "en dehors", "a part", "mit ausnahme von", "mit ausnahme")
    add(.until, "jusqu a", "jusque")
    add(.since, "a partir", "a compter")
    add(.state(.closed), "jour de fermeture", "jours de fermeture", "jour de repos")
    add(
      .filler, "sans interruption", "sans coupure", "non stop", "en continu", "journee continue",
      "ouverture du", "ouverture de",
      "ouverture le", "ouverture les", "du mois", "de chaque mois", "au mois", "dans le mois",
      "toute l annee", "heures d ouverture",
      "horaires d ouverture", "jours d ouverture", "heure d ouverture", "de semaine en semaine",
      "im monat", "des monats", "eines monats", "ohne mittagspause", "ohne unterbrechung")
    add(.appointment("sur rendez-vous"), "sur rendez vous", "sur rdv", "sur r d v")
    add(.appointment("by appointment"), "by appointment")
    add(
      .appointment("nach Vereinbarung"), "nach vereinbarung", "nach telefonischer vereinbarung",
      "nach absprache", "nach terminvereinbarung", "nach termin", "termine nach vereinbarung",
      "termin nach vereinbarung", "nur nach vereinbarung", "auf anfrage", "auf anmeldung",
      "nach voranmeldung", "mit termin")
    add(.appointment("unbekannt"), "unbekannt", "nicht bekannt", "k a")
    add(.appointment("heures de bureau"), "aux heures de bureau", "heures de bureau")
    add(.appointment("selon affluence"), "selon affluence", "selon l affluence")
    add(.appointment("horaires variables"), "horaires variables", "horaire variable", "variables")
    add(
      .appointment("voir le site"), "voir site internet", "voir site", "voir le site internet",
      "voir le site", "consulter le site")
    add(.appointment("sur demande"), "sur demande")
    add(.appointment("NC"), "non communique", "non communiques", "nc", "n c")
    add(.appointment("NR"), "non renseigne", "non renseignes", "nr", "n r")
    add(.appointment("inconnu"), "inconnu", "inconnus")
    return phrases.mapValues { $0.sorted { $0.0.count > $1.0.count } }
  }()
}
