/// What a column may stand for, in any table Relais reads.
///
/// Raw values are stable: they are the keys under `columns:` in `relais.yml`, the first column of
/// `vocabulary.tsv`, and what `check --json` names.
public enum ColumnTerm: String, CaseIterable, Sendable {
  /// What distinguishes a row from all others of its table.
  case id
  /// The school's number in the national directory.
  case uai
  /// A square of INSEE's grid, by its name.
  case square
  case siret
  case sticker
  case name
  case frenchName = "french_name"
  case englishName = "english_name"
  case germanName = "german_name"
  /// Further words for a category.
  case words
  /// What a shop's sign says.
  case sign
  case usualName = "usual_name"
  case companyName = "company_name"
  /// Shop, association, institution or municipal service.
  case kind
  /// Its trade or activity, in words.
  case category
  /// Its activity, as INSEE codes it.
  case activity = "naf"
  /// Its activity in the nomenclature of 2025.
  case activity2025 = "naf_2025"
  /// The nomenclature an activity is coded in.
  case nomenclature
  case tags = "osm"
  case state
  case since
  /// Whether the owner lets name and address be shown.
  case diffusion
  /// A school's nature, as the directory codes it.
  case natureCode = "nature_code"
  case nature
  /// What a school's official name begins with.
  case title
  case nursery
  case elementary
  /// A school's level, or a street's above ground.
  case level
  /// How likely a first visit ends in a yes.
  case acceptance
  case eligible
  case schoolHours = "school_hours"
  case longitude = "lon"
  case latitude = "lat"
  case x
  case y
  /// A position in one cell: latitude, then longitude.
  case point
  /// The reference system a row's coordinates are in.
  case referenceSystem = "crs"
  case positionKind = "position_kind"
  case positionQuality = "position_quality"
  /// A whole address in one cell.
  case wholeAddress = "whole_address"
  /// A street with its number, as people write it.
  case address
  /// A street without number.
  case street
  /// The source's key of a street.
  case streetID = "street_id"
  case streetType = "street_type"
  /// Another name of the same street.
  case otherName = "other_name"
  case hamlet
  case houseNumber = "house_number"
  /// `bis`, `B`.
  case suffix
  /// A line of an address other than its street: complement, hamlet.
  case furtherLine = "further_line"
  case postcode
  case city
  case formerCity = "former_city"
  /// Another name of the commune or of a part of it: that of its post office, or in another language.
  case otherCity = "other_city"
  /// The commune's INSEE code.
  case cityCode = "insee"
  /// Not a place on earth: it looks like an address column and is not one.
  case onlineAddress = "online_address"
  case groundFloor = "ground_floor"
  case streetFront = "street_front"
  case minorsAdmitted = "minors_admitted"
  case openingHours = "opening_hours"
  /// The hours of one weekday.
  case monday, tuesday, wednesday, thursday, friday, saturday, sunday
  case stickerOn = "sticker_on"
  case charterOn = "charter_on"
  case followedUpOn = "followed_up_on"
  case callBackOn = "call_back_on"
  case notes
  /// The person to call.
  case contact
  /// Of the person to call.
  case firstName = "first_name"
  case phone
  case secondPhone = "second_phone"
  case email
  /// The node an edge starts at.
  case tail = "u"
  /// The node an edge ends at.
  case head = "v"
  /// The line of an edge, or the point of a place, as WKT.
  case line = "wkt"
  case length
  case weight
  /// OpenStreetMap's kind of way.
  case highway
  /// A tag of OpenStreetMap, as a column.
  case tag
  /// Geofabrik's class of a way.
  case roadClass = "fclass"
  /// Several tags of OpenStreetMap in one cell.
  case tagList = "tags"
  /// When the source last changed the row.
  case changedOn = "changed_on"
  /// Whether a street is private.
  case isPrivate = "private"
  /// Whether one may walk there.
  case footAccess = "foot_access"
  /// The school an area or street belongs to.
  case school
  /// A further school of the same area or street.
  case otherSchool = "other_school"
  /// Whether the whole commune is one catchment.
  case singleSector = "single_sector"
  /// The first number of a stretch of street.
  case from
  /// The last number of a stretch of street.
  case to
  /// Even or odd numbers.
  case parity
  /// Children of 0 to 3 years in a square, and so on for the next ones.
  case childrenUpTo3 = "ind_0_3"
  case childrenUpTo5 = "ind_4_5"
  case childrenUpTo10 = "ind_6_10"
  case childrenUpTo17 = "ind_11_17"
  /// Whether the figures of a square are estimates.
  case imputed
  case zone
  /// The first day without lessons.
  case holidaysOn = "holidays_on"
  /// The day lessons begin again.
  case lessonsOn = "lessons_on"
  /// The last day without lessons.
  case holidaysTo = "holidays_to"
  /// Personal data of a child.
  case child
}
