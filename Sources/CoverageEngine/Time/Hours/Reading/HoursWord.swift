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
  /// By appointment only; the words that say so.
  case appointment(String)

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
          "sa sam samstag samstags sonnabend sonnabends", "so sonntag sonntags",
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
          "jan januar", "feb februar", "marz", "apr april", "mai", "jun juni", "jul juli",
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
    add(.state(.closed), "ferme fermee fermes fermees geschlossen chiuso cerrado gesloten")
    add(.state(.open), "ouvert ouverte ouverts ouvertes")
    add(.publicHoliday, "feries ferie feiertag feiertage feiertags")
    add(.schoolHoliday, "schulferien")
    add(.everyDay, "quotidien quotidiennement taglich daily")
    add(.upTo, "a au bis to")
    add(.and, "et und and")
    add(.article, "le les la du de des von er")
    add(.noon, "midi")
    add(.midnight, "minuit")
    return words
  }()

  /// Several words that mean one thing together.
  static let phrases: [([String], HoursWord)] = [
    (["jours", "feries"], .publicHoliday), (["jour", "ferie"], .publicHoliday),
    (["vacances", "scolaires"], .schoolHoliday), (["tous", "les", "jours"], .everyDay),
    (["sur", "rendez", "vous"], .appointment("sur rendez-vous")),
    (["sur", "rdv"], .appointment("sur rendez-vous")),
    (["by", "appointment"], .appointment("by appointment")),
    (["nach", "vereinbarung"], .appointment("nach Vereinbarung")),
  ]
}
