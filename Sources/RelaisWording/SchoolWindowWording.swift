/// What is said of ways to school by window.
extension Wording {
  // MARK: A school's page

  package var schoolWindowsHeading: String {
    say("schools.schoolWindowsHeading")
  }

  package var schoolWindowsIntroduction: String {
    say("schools.schoolWindowsIntroduction")
  }

  package var schoolWindowsCaption: String {
    say("schools.schoolWindowsCaption")
  }
}
