import ArgumentParser
import RelaisReports
import RelaisTown
import RelaisWording

/// A command of `relais`: it is parsed, calls RelaisTown, and says what came of it.
protocol SpeakingCommand: ParsableCommand {
  var global: GlobalOptions { get }

  /// - Throws: an exit status, misuse, or whatever went wrong, which is then said.
  func run(_ speaker: Speaker) throws
}

extension SpeakingCommand {
  /// Does the command's work, and says what went wrong.
  ///
  /// - Throws: `ExitCode`, `ValidationError`.
  func run(in words: Wording) throws {
    let speaker = Speaker(words, isQuiet: global.quiet, isTimed: global.timings)
    defer { speaker.conclude() }
    do {
      try run(speaker)
    } catch _ where Interruption.signal != nil {
      // Whatever failed, it failed because programs and work were ended.
      speaker.warn(words.interrupted)
      throw ExitStatus.interrupted
    } catch let exit as ExitCode {
      throw exit
    } catch let misuse as ValidationError {
      throw misuse
    } catch let misuse as RequestError where misuse.isMisuse {
      throw ValidationError(words.sentence(misuse))
    } catch {
      speaker.warn(of: error)
      throw ExitStatus.couldNotFinish
    }
  }
}
