import RelaisGeo

/// Why some JSON was not understood.
enum JSONProblem: Error {
  /// It is not JSON; at this byte.
  case syntax(offset: Int, detail: String)
  /// It is JSON, but not what belongs there; the row it is part of cannot be taken.
  case shape(RowDefect)
}
