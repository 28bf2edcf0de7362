import Foundation
import RelaisDesk
import RelaisRegistry
import RelaisWording

/// Asks for a new password: twice at a terminal, which does not show it, else the first line of standard input.
struct PasswordPrompt {
  private let words: Wording

  init(_ words: Wording) { self.words = words }

  /// - Throws: `ExitStatus` once what is wrong was said.
  func ask(of name: String, _ speaker: Speaker) throws -> DeskPassword {
    let first: String?
    if isatty(STDIN_FILENO) == 1 {
      first = silent(words.passwordPrompt(name))
      guard first == silent(words.passwordAgain) else {
        speaker.warn(words.passwordsDiffer)
        throw ExitStatus.couldNotFinish
      }
    } else {
      first = readLine(strippingNewline: true)
    }
    guard let first, !first.isEmpty else {
      speaker.warn(words.passwordExpected)
      throw ExitStatus.couldNotFinish
    }
    do {
      return try DeskPassword(first, of: name)
    } catch {
      speaker.warn(words.sentence(error))
      throw ExitStatus.couldNotFinish
    }
  }

  /// A line that is typed and not shown.
  private func silent(_ prompt: String) -> String? {
    FileHandle.standardError.write(Data(prompt.utf8))
    var former = termios()
    tcgetattr(STDIN_FILENO, &former)
    var hidden = former
    hidden.c_lflag &= ~tcflag_t(ECHO)
    tcsetattr(STDIN_FILENO, TCSAFLUSH, &hidden)
    defer {
      tcsetattr(STDIN_FILENO, TCSAFLUSH, &former)
      FileHandle.standardError.write(Data("\n".utf8))
    }
    return readLine(strippingNewline: true)
  }
}
