import CPROJ

/// The PROJ this program runs with, and what its data lets it do.
package enum PROJLibrary {
  package static var version: String {
    // Never NULL.
    String(cString: proj_info().version)
  }

  /// Whether the grid between the old French datum (NTF) and RGF93 is installed: without it,
  /// coordinates on NTF are some metres off.
  ///
  /// Nothing is asked of the network.
  package static var hasFrenchGrid: Bool {
    guard let context = try? PROJContext(), let source = try? context.makeDegrees(4275) else {
      return false
    }
    defer { PROJContext.destroy(source) }
    guard let target = try? context.makeDegrees(4171) else { return false }
    defer { PROJContext.destroy(target) }
    // NULL when memory is exhausted.
    guard let factory = proj_create_operation_factory_context(context.handle, nil) else {
      return false
    }
    defer { proj_operation_factory_context_destroy(factory) }
    // NULL on failure.
    guard let operations = proj_create_operations(context.handle, source, target, factory) else {
      return false
    }
    defer { proj_list_destroy(operations) }
    for index in 0..<proj_list_get_count(operations) {
      // NULL beyond the end.
      guard let operation = proj_list_get(context.handle, operations, index) else { continue }
      defer { PROJContext.destroy(operation) }
      for grid in 0..<proj_coordoperation_get_grid_used_count(context.handle, operation) {
        var isAvailable: Int32 = 0
        // 0 on failure.
        let known = proj_coordoperation_get_grid_used(
          context.handle, operation, grid, nil, nil, nil, nil, nil, nil, &isAvailable)
        if known != 0, isAvailable != 0 { return true }
      }
    }
    return false
  }
}
