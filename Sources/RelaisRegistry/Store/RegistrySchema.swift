import CoverageEngine
import RelaisFormats
import RelaisGeo

/// The steps a registry went through since its first version.
///
/// A step is frozen once shipped: files that went through it are in towns' hands.
enum RegistrySchema {
  struct Step {
    var name: String
    var sql: String
  }

  static let steps: [Step] = [
    Step(name: "1-establishments", sql: establishments),
    Step(name: "2-stickers-and-shelterings", sql: stickersAndShelterings),
    Step(name: "3-runs", sql: runs),
    Step(name: "4-map-sightings", sql: mapSightings),
    Step(name: "5-street-maps", sql: streetMaps),
    Step(name: "6-undo-and-merge", sql: undoAndMerge),
    Step(name: "7-answers", sql: answers),
    Step(name: "8-numbers-and-uses", sql: numbersAndUses + requests),
  ]

  private static let establishments = """
    CREATE TABLE "relais_migrations" (
      "id" INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL, "name" TEXT NOT NULL UNIQUE);
    CREATE TABLE "establishments" (
      "fid" INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL, "geom" POINT, "uuid" TEXT UNIQUE,
      "name" TEXT, "kind" TEXT, "state" TEXT, "category" TEXT, "address" TEXT, "postcode" TEXT,
      "city" TEXT, "insee" TEXT, "position_source" TEXT, "position_quality" TEXT,
      "ground_floor" TEXT, "ground_floor_on" DATE, "street_front" TEXT, "street_front_on" DATE,
      "minors_admitted" TEXT, "minors_admitted_on" DATE, "opening_hours" TEXT, "siret" TEXT,
      "sticker" TEXT, "sticker_on" DATE, "charter_on" DATE, "followed_up_on" DATE,
      "call_back_on" DATE, "notes" TEXT);
    CREATE TABLE "events" (
      "id" INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL, "establishment" TEXT NOT NULL,
      "kind" TEXT NOT NULL, "holds_from" DATE NOT NULL, "recorded_at" TEXT NOT NULL,
      "author" TEXT NOT NULL, "reason" TEXT, "outcome" TEXT);
    CREATE INDEX "events_by_establishment" ON "events" ("establishment");
    CREATE TABLE "event_changes" (
      "id" INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
      "event" INTEGER NOT NULL REFERENCES "events" ("id"), "field" TEXT NOT NULL, "value" TEXT,
      UNIQUE ("event", "field"));
    CREATE TABLE "contacts" (
      "id" INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL, "establishment" TEXT NOT NULL,
      "source" TEXT NOT NULL, "name" TEXT, "phone" TEXT, "email" TEXT,
      UNIQUE ("establishment", "source"));
    CREATE TABLE "rejected_edits" (
      "id" INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL, "establishment" TEXT,
      "field" TEXT, "value" TEXT, "reason" TEXT NOT NULL, "recorded_at" TEXT NOT NULL);
    """ + "\n" + register("establishments", isLayer: true)
    + ["events", "event_changes", "contacts", "rejected_edits"].map { register($0) }.joined()

  private static let stickersAndShelterings = """
    CREATE TABLE "sticker_movements" (
      "id" INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL, "moved_on" DATE NOT NULL,
      "kind" TEXT NOT NULL, "quantity" INTEGER NOT NULL, "author" TEXT NOT NULL);
    CREATE TABLE "shelterings" (
      "id" INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL, "sheltered_on" DATE NOT NULL,
      "hour_band" TEXT NOT NULL, "outcome" TEXT NOT NULL);
    """ + "\n" + ["sticker_movements", "shelterings"].map { register($0) }.joined()

  private static let runs = """
    CREATE TABLE "runs" (
      "id" INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL, "as_of" DATE NOT NULL,
      "ran_on" DATE NOT NULL, "program" TEXT NOT NULL, "parameters" TEXT NOT NULL,
      "last_event" INTEGER NOT NULL, "fingerprint" TEXT NOT NULL UNIQUE);
    CREATE TABLE "run_inputs" (
      "id" INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
      "run" INTEGER NOT NULL REFERENCES "runs" ("id"), "kind" TEXT NOT NULL,
      "sha256" TEXT NOT NULL);
    CREATE INDEX "run_inputs_by_run" ON "run_inputs" ("run");
    CREATE TABLE "run_figures" (
      "id" INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
      "run" INTEGER NOT NULL REFERENCES "runs" ("id"), "name" TEXT NOT NULL, "district" TEXT,
      "budget_mm" INTEGER, "value" INTEGER NOT NULL);
    CREATE INDEX "run_figures_by_run" ON "run_figures" ("run");
    """ + "\n" + ["runs", "run_inputs", "run_figures"].map { register($0) }.joined()

  private static let mapSightings = """
    CREATE TABLE "map_sightings" (
      "id" INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL, "establishment" TEXT NOT NULL UNIQUE,
      "object" TEXT NOT NULL, "category" TEXT NOT NULL, "position" TEXT NOT NULL,
      "neighbours" TEXT NOT NULL, "seen_on" DATE NOT NULL);
    """ + "\n" + register("map_sightings")

  private static let streetMaps = """
    CREATE TABLE "street_maps" (
      "id" INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL, "as_of" DATE NOT NULL UNIQUE,
      "fingerprint" TEXT NOT NULL, "streets" BLOB NOT NULL);
    """ + "\n" + register("street_maps")

  /// What one command recorded belongs together; so did the events of an import of old, by their time and author.
  private static let undoAndMerge =
    """
    ALTER TABLE "events" ADD COLUMN "act" INTEGER;
    ALTER TABLE "sticker_movements" ADD COLUMN "event" INTEGER;
    CREATE TABLE "undone_events" (
      "id" INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
      "event" INTEGER NOT NULL REFERENCES "events" ("id"),
      "undone" INTEGER NOT NULL REFERENCES "events" ("id"), UNIQUE ("event", "undone"));
    CREATE TABLE "merges" (
      "id" INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
      "event" INTEGER NOT NULL UNIQUE REFERENCES "events" ("id"), "role" TEXT NOT NULL,
      "other" TEXT NOT NULL);
    CREATE TABLE "imports" (
      "id" INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
      "first_event" INTEGER NOT NULL UNIQUE REFERENCES "events" ("id"), "file" TEXT);
    """ + "\n" + ["undone_events", "merges", "imports"].map { register($0) }.joined() + """
      UPDATE "events" SET "act" = i.first FROM (
        SELECT min("id") first, "recorded_at" at, "author" who FROM "events"
        WHERE "kind" = 'imported' GROUP BY "recorded_at", "author") i
      WHERE "kind" = 'imported' AND "recorded_at" = i.at AND "author" = i.who;
      INSERT INTO "imports" ("first_event")
        SELECT DISTINCT "act" FROM "events" WHERE "act" NOTNULL ORDER BY "act";
      """

  /// Answers of rounds, each under the UUID its telephone gave it. One that was refused may be sent again, and then has no
  /// event yet.
  private static let answers =
    """
    CREATE TABLE "answers" (
      "id" INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL, "uuid" TEXT NOT NULL UNIQUE,
      "place" TEXT, "new_name" TEXT, "answered_at" TEXT, "outcome" TEXT, "why" TEXT,
      "conditions" TEXT, "call_back_on" DATE, "note" TEXT, "establishment" TEXT,
      "event" INTEGER REFERENCES "events" ("id"), "refusal" TEXT, "refusal_detail" TEXT,
      "sender" TEXT NOT NULL, "received_at" TEXT NOT NULL, "seen_at" TEXT);
    """ + "\n" + register("answers")

  /// Keys of requests that were done, so that none is done twice.
  private static let requests =
    """
    CREATE TABLE "requests" (
      "id" INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL, "key" TEXT NOT NULL UNIQUE,
      "subject" TEXT, "recorded_at" TEXT NOT NULL);
    """ + "\n" + register("requests")

  /// The numbers of lists as they write them; the events of shelterings; and which contacts another program changed, whose
  /// mark is nothing or 1 until the next write.
  private static let numbersAndUses =
    """
    CREATE TABLE "list_numbers" (
      "id" INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL, "number" TEXT NOT NULL UNIQUE,
      "establishment" TEXT NOT NULL);
    ALTER TABLE "shelterings" ADD COLUMN "event" INTEGER;
    ALTER TABLE "contacts" ADD COLUMN "edited" INTEGER;
    UPDATE "contacts" SET "edited" = 0;
    CREATE TRIGGER "contacts_edited" AFTER UPDATE OF "name", "phone", "email" ON "contacts" BEGIN
      UPDATE "contacts" SET "edited" = 1 WHERE "id" = NEW."id";
    END;
    """ + "\n" + register("list_numbers")

  /// Lists a table in the file's contents.
  private static func register(_ table: String, isLayer: Bool = false) -> String {
    let type = isLayer ? "features" : "attributes"
    let system = isLayer ? "4326" : "NULL"
    let layer = """
      INSERT INTO gpkg_geometry_columns VALUES ('\(table)', 'geom', 'POINT', 4326, 0, 0);
      INSERT INTO gpkg_extensions VALUES ('\(table)', 'geom', 'gpkg_rtree_index',
        'http://www.geopackage.org/spec120/#extension_rtree', 'write-only');
      \(GeoPackageParts.indexAndTriggers(ofPointLayer: table))
      """
    return """
      INSERT INTO gpkg_contents VALUES ('\(table)', '\(type)', '\(table)', '',
        '1970-01-01T00:00:00.000Z', NULL, NULL, NULL, NULL, \(system));
      INSERT INTO gpkg_ogr_contents VALUES ('\(table)', 0);
      \(isLayer ? layer : GeoPackageParts.countTriggers(ofTable: table))

      """
  }
}
