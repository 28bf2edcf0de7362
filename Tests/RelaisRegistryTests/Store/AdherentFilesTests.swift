import CoverageEngine
import Foundation
import RelaisFormats
import RelaisGeo
import RelaisTestSupport
import Testing

@testable import RelaisRegistry

/// Lists in the forms in which programs save them.
@Suite struct AdherentFilesTests {
  private func read(
    _ bytes: [UInt8]
  ) throws -> (report: AdherentsReport, all: [Establishment]) {
    let rig = try RegistryRig()
    let store = try rig.open()
    let report = try rig.importBytes(bytes, into: store)
    return (report, try store.establishments())
  }

  private func read(_ text: String) throws -> (report: AdherentsReport, all: [Establishment]) {
    try read(Array(text.utf8))
  }

  @Test func cellsThatExcelIsToLeaveAsTheyAreAreReadAsTheirText() throws {
    let (report, all) = try read(
      "Nom;Adresse;CP;SIRET\nA;1 rue A;=\"01000\";\"=\"\"00012345600017\"\"\"\n")
    #expect(all[0].text(.postcode) == "01000")
    #expect(all[0].siret == "00012345600017")
    #expect(report.doubts.map(\.reason) == [.positionMissing(nil)])
  }

  @Test func numbersThatBecameDecimalsAreWhole() throws {
    let all = try read("Nom;N° rue;Adresse;CP;N° autocollant\nA;3.0;rue A;54000,0;12.0\n").all
    #expect(all[0].text(.address) == "3 rue A")
    #expect(all[0].text(.postcode) == "54000")
    #expect(all[0].sticker == "12")
  }

  @Test func rowsOfDelimitersAreNoRows() throws {
    let report = try read(
      "Nom;Adresse;;\nA;1 rue A;;\n" + String(repeating: ";;;\n", count: 1000)
    ).report
    #expect(report.rows == 1 && report.rejected.isEmpty && report.emptyLines == 1000)
  }

  @Test func namesOfColumnsInTwoRowsAreOneHeader() throws {
    let (report, all) = try read(
      "Nom;;Adresse;CP;Contact;\nRaison sociale;Enseigne;n° et voie;;Nom;Téléphone\n"
        + "SARL A;Boulangerie;1 rue A;54000;Mme Truc;0383123456\n")
    #expect(report.rows == 1 && report.headerLine == 2)
    #expect(all.map(\.name) == ["Boulangerie"])
    #expect(all[0].text(.address) == "1 rue A")
  }

  @Test func whatItsOwnRowsShowOfDaysAndMonthsIsBelieved() throws {
    let (report, all) = try read(
      "Nom;Adresse;Date d'adhésion\nA;1 rue A;02/13/2020\nB;2 rue B;03/04/2020\nC;3 rue C;05/05/2020\n"
    )
    #expect(all.map { $0.text(.charterOn) } == ["2020-02-13", "2020-03-04", "2020-05-05"])
    #expect(
      report.doubts.map(\.reason).filter { $0 != .positionMissing(nil) }
        == [.dateGuessed(.init(column: "Date d'adhésion", text: "03/04/2020"))])
    // Where days come first somewhere, they do where it could be either.
    let mixed = try read(
      "Nom;Adresse;Date d'adhésion\nA;1 rue A;02/13/2020\nB;2 rue B;03/04/2020\nC;3 rue C;25/12/2020\n"
    )
    #expect(mixed.all.map { $0.text(.charterOn) } == ["2020-02-13", "2020-04-03", "2020-12-25"])
  }

  @Test(arguments: [
    "geo_point_2d\nA;48.83, 6.03", "Coordonnées GPS\nA;48,83 ; 6,03", "WKT\nA;POINT (6.03 48.83)",
    "gps\nA;(48.83 6.03)", "geom\nA;SRID=4326;POINT(6.03 48.83)",
  ])
  func aPositionMayStandInOneCell(_ text: String) throws {
    let quoted = text.replacing("\nA;", with: "\nA;\"") + "\"\n"
    let all = try read("Nom;" + quoted).all
    #expect(all.first?.position == Position(longitude: 6.03, latitude: 48.83))
  }

  @Test func hoursOfAColumnADayArePutTogether() throws {
    let all = try read("Nom;Adresse;Lundi;Mardi;Dimanche\nA;1 rue A;9h-12h 14h-19h;9h-19h;fermé\n")
      .all
    #expect(all[0].openingHours == "Mo 09:00-12:00,14:00-19:00; Tu 09:00-19:00; Su off")
  }

  @Test func anAddressOfSeveralColumnsIsOne() throws {
    let all = try read(
      "Nom;N° voie;Type voie;Nom voie;Latitude;Longitude\nA;3;RUE;DES HALLES;48,83;6,03\nB;4;RUE;RONDE;;\n"
    ).all
    #expect(all.map { $0.text(.address) } == ["3 RUE DES HALLES", "4 RUE RONDE"])
  }

  // « Épicerie Noëlle » as programs of several systems write it.
  @Test(arguments: [
    [0x90, 0x69, 0x63, 0x20, 0x4E, 0x6F, 0x89, 0x6C] as [UInt8],
    [0x83, 0x69, 0x63, 0x20, 0x4E, 0x6F, 0x91, 0x6C],
    [0xC9, 0x69, 0x63, 0x20, 0x4E, 0x6F, 0xEB, 0x6C],
    [0xC3, 0x83, 0xE2, 0x80, 0xB0, 0x69, 0x63, 0x20, 0x4E, 0x6F, 0xC3, 0x83, 0xC2, 0xAB, 0x6C],
  ])
  func accentsOfEveryMachineAreRead(_ name: [UInt8]) throws {
    let all = try read(Array("Nom;Adresse\n".utf8) + name + Array(";1 rue A\n".utf8)).all
    #expect(all.map(\.name) == ["Éic Noël"])
  }

  @Test func oneForeignRowDoesNotSpoilTheOthers() throws {
    let (report, all) = try read(
      Array("Nom;Adresse\nÉpicerie;1 rue A\n".utf8) + [0x43, 0x72, 0xE8, 0x6D, 0x65]
        + Array(";2 rue B\n".utf8))
    #expect(all.map(\.name) == ["Crème", "Épicerie"])
    #expect(report.findings.map(\.kind) == [.linesReencoded(lines: 1)])
  }

  @Test func utf16NeedsNoMark() throws {
    let text = "Nom;Adresse\nÉpicerie;1 rue A\n"
    let bytes = text.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
    #expect(try read(bytes).all.map(\.name) == ["Épicerie"])
  }

  @Test(arguments: [
    "Nom,lon,lat,Date de naissance\nA,6,48,1/1/2015\n", "Nom,lon,lat,DDN\nA,6,48,1/1/2015\n",
    "Nom,lon,lat,Responsable légal 1\nA,6,48,B\n",
    "a,lon,lat,c\nA,6,48,CE1\nB,6,48,CM2\nC,6,48,5e B\n",
    "a,lon,lat,c\nA,6,48,1234567890A\nB,6,48,123456789AB\nC,6,48,0123456789C\n",
  ])
  func childrensDataAreTakenByNoImport(_ text: String) throws {
    let folder = try TemporaryFolder()
    let file = try folder.write(text.utf8, "list.csv")
    let surroundings = Surroundings(nil)
    #expect(throws: RegistryError.self) { try FacilitiesImporter.read(file, in: surroundings) }
    #expect(throws: RegistryError.self) { try HomesImporter.read(file, in: surroundings) }
    #expect(throws: RegistryError.self) { try SchoolsImporter.read(file, in: surroundings) }
    #expect(throws: RegistryError.self) { try read(text) }
  }

  @Test func wordsAboutChildrenInGeneralPass() throws {
    let report = try read(
      "Nom;Adresse;Mineurs admis;Notes;Enfants abrités\nA;1 rue A;oui;a abrité une enfant de CE1;2\n"
    ).report
    #expect(report.added.count == 1)
    // The fifth arrondissement is no fifth class, and three post offices are no pupils.
    let other = try read(
      "Nom;Adresse;Arrondissement\nA;1 rue A;5e\nB;2 rue B;5e\nC;3 rue C;6e\n")
    #expect(other.report.added.count == 3)
  }
}
