import ArgumentParser
import RelaisGeo
import RelaisTown
import RelaisWording

/// `relais batch plan`: a unit per commune, of files that are read once.
struct BatchPlanCommand: SpeakingCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "plan", abstract: Help.words.batchPlanAbstract,
      discussion: Help.words.batchPlanDiscussion)
  }

  @Option(name: .long, help: ArgumentHelp(Help.words.batchStreetsHelp, valueName: "file"))
  var streets: [String] = []

  @Option(name: .long, help: ArgumentHelp(Help.words.batchBoundariesHelp, valueName: "file"))
  var boundaries: [String] = []

  @Option(name: .long, help: ArgumentHelp(Help.words.batchAdherentsHelp, valueName: "file"))
  var adherents: [String] = []

  @Option(name: .long, help: ArgumentHelp(Help.words.batchAddressesHelp, valueName: "file"))
  var addresses: [String] = []

  @Option(name: .long, help: ArgumentHelp(Help.words.batchSchoolsHelp, valueName: "file"))
  var schools: [String] = []

  // Numbers take what follows them, so that a negative one is reported as such.
  @Option(
    name: .long, parsing: .unconditionalSingleValue,
    help: ArgumentHelp(Help.words.distanceHelp, valueName: "metres"))
  var distance: [Double] = []

  @Option(name: .long, help: ArgumentHelp(Help.words.connectorHelp, valueName: "straight|none"))
  var connector: PlainFileOptions.Connector?

  @Option(
    name: .customLong("max-snap"), parsing: .unconditional,
    help: ArgumentHelp(Help.words.maxSnapHelp, valueName: "metres"))
  var maxSnap: Double?

  @Option(name: .long, help: ArgumentHelp(Help.words.crsHelp, valueName: "EPSG:n"))
  var crs: String?

  @OptionGroup var layer: LayerOption

  @Option(name: .long, help: ArgumentHelp(Help.words.batchPlanOutHelp, valueName: "dir"))
  var out: String

  @OptionGroup var global: GlobalOptions

  func validate() throws {
    if streets.isEmpty { throw ValidationError(Help.words.batchStreetsNeeded) }
    if boundaries.isEmpty { throw ValidationError(Help.words.batchBoundariesNeeded) }
    if let crs {
      let system = try? ReferenceSystem(parsing: crs)
      if system == nil || system == .local {
        throw ValidationError(Help.words.badReferenceSystem(crs))
      }
    }
    do { _ = try measure.parameters() } catch {
      throw ValidationError(Help.words.sentence(error))
    }
  }

  private var measure: Measure {
    var measure = Measure()
    measure.budgets = distance
    measure.countsConnector = connector.map { $0 == .straight }
    measure.maximumSnap = maxSnap
    return measure
  }

  func run(_ speaker: Speaker) throws {
    var plan = BatchPlan(streets: streets, boundaries: boundaries)
    plan.adherents = adherents
    plan.addresses = addresses
    plan.schools = schools
    plan.measure = measure
    plan.referenceSystem = try crs.map { try ReferenceSystem(parsing: $0) }
    plan.layers = layer.layers(aloneFor: [.streets])
    let outcome = try plan.make(in: BatchFolder(out), speaker.work())
    let words = speaker.words
    for file in outcome.files {
      if file.beyond > 0 { speaker.note(words.batchBeyond(file.path, file.beyond)) }
      if file.rejected > 0 { speaker.note(words.batchRejected(file.path, file.rejected, in: out)) }
    }
    if !global.quiet { try speaker.say(words.batchPlanned(outcome.units.count, in: out)) }
    try global.end(withFindings: outcome.files.contains { $0.rejected > 0 })
  }
}
