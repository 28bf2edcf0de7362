import CoverageEngine
import RelaisReports

/// The layers and tables of a run.
extension Output {
  static let coverageLayers = Output(names: [.file("coverage.gpkg")]) { material in
    [
      OutputPart(name: "coverage.gpkg") { file in
        material.progress(.serviceAreas)
        let areas = try ServiceAreaShapes.shapes(
          of: material.result, in: material.inputs.referenceSystem)
        material.progress(.writing)
        try CoverageGeoPackage.write(
          material.result, areas: areas, routes: material.routes, doors: material.doors,
          trend: material.trend, system: material.inputs.referenceSystem,
          wording: material.wording, to: file)
      }
    ]
  }

  /// The layers as a project of QGIS.
  static let project = Output("relais.qgz") { material in
    material.report.map { report in
      { @Sendable in
        try QGISProject.bytes(
          report, doors: material.doors, system: material.inputs.referenceSystem, material.wording)
      }
    }
  }

  static let routeLayers = Output(names: [.file("routes.gpkg")]) { material in
    material.routes.map { routes in
      [
        OutputPart(name: "routes.gpkg") { file in
          try RoutesGeoPackage.write(
            routes, of: material.result, system: material.inputs.referenceSystem,
            wording: material.wording, to: file)
        }
      ]
    } ?? []
  }

  static let prospectLayers = Output(names: [.file("prospects.gpkg")]) { material in
    material.doors.map { doors in
      [
        OutputPart(name: "prospects.gpkg") { file in
          try ProspectsGeoPackage.write(
            doors, network: material.inputs.network, system: material.inputs.referenceSystem,
            wording: material.wording, to: file)
        }
      ]
    } ?? []
  }

  static let schools = Output("schools.csv") { material in
    material.routes.map { routes in
      { @Sendable in
        SchoolsCSV.bytes(
          routes, gaps: material.result.main.gaps, material.wording)
      }
    }
  }

  static let prospects = Output("prospects.csv") { material in
    material.doors.map { doors in { @Sendable in ProspectsCSV.bytes(doors, material.wording) } }
  }

  static let rounds = Output("rounds.geojson") { material in
    material.doors.map { doors in
      { @Sendable in RoundsGeoJSON.bytes(doors, ground: material.result.network.ground) }
    }
  }

  /// `rounds/round-<n>.gpx`.
  static let tracks = Output(names: [.files(beginning: "rounds/round-", ending: ".gpx")]) {
    material in
    guard let doors = material.doors else { return [] }
    let files = RoundGPX.files(
      doors, ground: material.result.network.ground, generator: Program.name, material.wording)
    return files.enumerated().map { index, bytes in
      OutputPart("rounds/round-\(index + 1).gpx") { bytes }
    }
  }

  static let leftOut = Output("candidates_left_out.csv") { material in
    let (pool, categories) = (
      material.inputs.candidateInputs.pool, material.inputs.candidateInputs.categories
    )
    guard !pool.leftOut.isEmpty else { return nil }
    return { LeftOutCSV.bytes(pool.leftOut, categories, material.wording) }
  }

  static let gaps = Output("gaps.csv") { material in
    { GapsCSV.bytes(material.result, routes: material.routes, material.wording) }
  }

  static let gapShapes = Output("gaps.geojson") { material in
    { GapsGeoJSON.bytes(material.result, material.wording) }
  }

  static let districts = Output("districts.csv") { material in
    guard !material.result.districts.isEmpty else { return nil }
    return { DistrictsTable(result: material.result, wording: material.wording).table().csv() }
  }

  /// Where the study area is a list of communes.
  static let communes = Output("communes.csv") { material in
    guard !material.result.communes.isEmpty else { return nil }
    return {
      DistrictsTable(result: material.result, wording: material.wording, of: .communes).table()
        .csv()
    }
  }

  static let windows = Output("windows.csv") { material in
    material.result.inTime.map { inTime in
      { @Sendable in WindowsCSV.bytes(inTime, material.result, material.wording) }
    }
  }

  static let gapsByWindow = Output("gaps_by_window.csv") { material in
    material.result.inTime.map { inTime in
      { @Sendable in TimedGapsCSV.bytes(inTime, of: material.result, material.wording) }
    }
  }

  static let week = Output("hours.csv") { material in
    material.result.inTime.map { inTime in { @Sendable in WeekCSV.bytes(inTime, material.wording) }
    }
  }

  static let changes = Output("changes.csv") { material in
    material.trend?.change.map { change in
      { @Sendable in ChangesCSV.bytes(change, of: material.result, material.wording) }
    }
  }

  static let trend = Output("trend.csv") { material in
    material.trend.map { trend in
      { @Sendable in
        TrendTable(
          trend: trend, main: material.result.parameters.mainBudget, wording: material.wording
        ).points().csv()
      }
    }
  }

  static let findings = Output("findings.csv") { material in
    { FindingsCSV.bytes(material.findings, material.findingNames, material.wording) }
  }

  /// A table for every file of which rows were not taken.
  static let rejects = Output(names: [.files(beginning: Rejects.folder, ending: ".csv")]) {
    material in
    Rejects.tables(
      of: material.inputs.namedReports.map { ($0.kind, $0.report.file, $0.report.rejected) },
      beside: material.importedRejects, material.wording)
  }
}
