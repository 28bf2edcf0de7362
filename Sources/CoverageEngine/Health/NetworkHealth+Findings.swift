extension NetworkHealth {
  /// A finding for every place, by flaw.
  public var findings: [Finding] {
    problems.flatMap { problem in
      problem.places.map { place in
        Finding(
          .network(
            problem.flaw, street: place.street, length: place.length, verdict: problem.verdict),
          position: place.position)
      }
    }
  }
}
