import CoverageEngine
import RelaisGeo

/// The command line's help: what each command and option does, with examples.
extension Wording {
  package var toolAbstract: String {
    say(
      "Où un enfant à pied est hors de portée d’un Point Relais Sécurité, et où recruter.",
      "Where a child on foot is out of reach of a relay, and where to recruit.")
  }

  package var toolDiscussion: String {
    say(
      """
      Pour commencer :
        relais init nancy --name Nancy --insee 54395
        relais run nancy

      Sur des fichiers, sans territoire :
        relais coverage --streets rues.osm.pbf --relays relais.csv --distance 300
      """,
      """
      To begin:
        relais init nancy --name Nancy --insee 54395
        relais run nancy

      On plain files, without a territory:
        relais coverage --streets streets.osm.pbf --relays relays.csv --distance 300
      """)
  }

  package var languageHelp: String {
    say("Langue des sorties : fr ou en.", "Language of outputs: fr or en.")
  }
  package var strictHelp: String {
    say("Code de sortie 2 s’il y a des anomalies.", "Exit status 2 if there are findings.")
  }
  package var quietHelp: String {
    say(
      "Ni progression ni messages ; seulement les résultats demandés et les erreurs.",
      "No progress and no messages; only the results asked for, and errors.")
  }
  package var filesTitle: String {
    say("FICHIERS, AU LIEU D’UN TERRITOIRE", "PLAIN FILES, INSTEAD OF A TERRITORY")
  }
  package var streetsHelp: String {
    say(
      "Rues : OSM (.osm.pbf, .osm, .osm.gz, .osm.bz2), GeoPackage, GeoJSON ou CSV (id,u,v,length,wkt).",
      "Streets: OSM (.osm.pbf, .osm, .osm.gz, .osm.bz2), GeoPackage, GeoJSON or CSV (id,u,v,length,wkt)."
    )
  }
  package var relaysHelp: String {
    say(
      "Relais : CSV (id,lon,lat ou id,x,y), GeoJSON ou GeoPackage de points.",
      "Relays: CSV (id,lon,lat or id,x,y), GeoJSON or GeoPackage of points.")
  }
  package var boundaryHelp: String {
    say(
      "Limite de la zone d’étude : GeoJSON ou GeoPackage.",
      "Boundary of the study area: GeoJSON or GeoPackage.")
  }
  package var districtsHelp: String {
    say("Quartiers : GeoJSON ou GeoPackage.", "Districts: GeoJSON or GeoPackage.")
  }
  package var distanceHelp: String {
    say(
      "Distance de marche, en mètres. relais coverage en prend plusieurs (300 et 500 par défaut), les autres commandes une seule (300 par défaut) ; un territoire a les siennes.",
      "Walking distance, metres. relais coverage takes several (300 and 500 unless given), other commands one (300 unless given); a territory has its own."
    )
  }
  package var connectorHelp: String {
    say(
      "Compter (straight) ou non (none) le trajet du relais à sa rue.",
      "Count (straight) or not (none) the leg from the relay to its street.")
  }
  package var maxSnapHelp: String {
    say(
      "Au-delà, un lieu reste non rattaché, en mètres (60 par défaut).",
      "Beyond it a place stays unattached, metres (60 unless given).")
  }
  package var bufferHelp: String {
    say(
      "Demi-largeur des aires de desserte autour des rues, en mètres (25 par défaut).",
      "Half the width of service areas around streets, metres (25 unless given).")
  }
  package var crsHelp: String {
    say(
      "Système de coordonnées des sorties et des x,y : EPSG:2154…, ou local pour un plan en mètres (par défaut, selon le lieu).",
      "Reference system of outputs and of x,y: EPSG:2154…, or local for a plane in metres (by location unless given)."
    )
  }
  package var territoryHelp: String {
    say(
      "Dossier du territoire (par défaut, celui qui contient relais.yml, ici ou au-dessus).",
      "The territory’s folder (by default the one here or above that holds relais.yml).")
  }
  package var filesOrTerritory: String {
    say(
      "--streets remplace le territoire : --streets ou --territory, pas les deux.",
      "--streets stands for the territory: --streets or --territory, not both.")
  }
  package var edgesHelp: String {
    say(
      "Avec --json : les portions couvertes de chaque arête.",
      "With --json: the covered intervals of every edge.")
  }
  package var jsonHelp: String {
    say(
      "Écrire le résultat en JSON dans un fichier, ou « - » pour la sortie standard.",
      "Write the result as JSON to a file, or - for standard output.")
  }
  package var summaryJSONHelp: String {
    say(
      "Écrire aussi summary.json ailleurs, ou « - » pour la sortie standard.",
      "Also write summary.json elsewhere, or - for standard output.")
  }
  package var outHelp: String {
    say(
      "Dossier où écrire coverage.gpkg, gaps.csv, gaps.geojson, findings.csv et rejects/.",
      "Folder for coverage.gpkg, gaps.csv, gaps.geojson, findings.csv and rejects/.")
  }

  package var coverageAbstract: String {
    say("Couverture à pied et trous, au mètre près.", "Walking coverage and gaps, to the metre.")
  }
  package var coverageDiscussion: String {
    say(
      """
      Exemples :
        relais coverage --streets ville.osm.pbf --relays relais.csv --distance 250
        relais coverage --streets ville.osm.pbf --relays relais.csv --json - --edges
        relais coverage --streets rues.gpkg --relays relais.geojson --out resultats
        relais coverage --territory nancy --distance 250
        relais coverage --territory nancy --at 2026-11-23T08:00
        relais coverage --territory nancy --window matin
      """,
      """
      Examples:
        relais coverage --streets town.osm.pbf --relays relays.csv --distance 250
        relais coverage --streets town.osm.pbf --relays relays.csv --json - --edges
        relais coverage --streets streets.gpkg --relays relays.geojson --out results
        relais coverage --territory nancy --distance 250
        relais coverage --territory nancy --at 2026-11-23T08:00
        relais coverage --territory nancy --window morning
      """)
  }
  package var momentTitle: String { say("À UNE HEURE DONNÉE", "AT A GIVEN TIME") }
  package var atHelp: String {
    say(
      "Ne compter que les relais ouverts à cet instant, heure locale : 2026-11-23T08:00.",
      "Count only relays open at this instant, local time: 2026-11-23T08:00.")
  }
  package var windowHelp: String {
    say(
      "Ne compter que les relais ouverts d’un bout à l’autre d’un créneau, chaque jour de classe de la période : ",
      "Count only relays open throughout a window, on every school day of the period: ")
      + SchoolRunWindow.standard.map(name).joined(separator: ", ")
      + say("… ou un créneau de relais.yml.", "… or a window of relais.yml.")
  }
  package var periodStartHelp: String {
    say(
      "Avec --window : premier jour de la période (par défaut, la dernière année scolaire connue).",
      "With --window: first day of the period (by default, the last school year known).")
  }
  package var periodEndHelp: String {
    say("Avec --window : dernier jour de la période.", "With --window: last day of the period.")
  }
  package var atOrWindow: String {
    say("--at ou --window, pas les deux.", "--at or --window, not both.")
  }
  package var periodOfWindow: String {
    say(
      "--from et --to vont ensemble, avec --window.", "--from and --to go together, with --window.")
  }
  package var badPeriod: String {
    say(
      "La période doit finir après son début, et durer deux ans au plus.",
      "The period must end after it begins, and last two years at most.")
  }
  package var streetsNeeded: String {
    say("Indiquez aussi les rues : --streets FICHIER.", "Name the streets too: --streets FILE.")
  }

  package var runAbstract: String {
    say(
      "Calcule tout pour un territoire et écrit out/.",
      "Computes everything for a territory and writes out/.")
  }
  package var runDiscussion: String {
    say(
      """
      Lit les fichiers de sources/, écrit out/council.html (pour un navigateur),
      out/coverage.gpkg (pour QGIS), les tableaux CSV et summary.json.

      Exemples :
        relais run nancy
        relais run nancy --lang en --strict
      """,
      """
      Reads the files in sources/, writes out/council.html (open it in a browser),
      out/coverage.gpkg (open it in QGIS), the CSV tables and summary.json.

      Examples:
        relais run nancy
        relais run nancy --lang en --strict
      """)
  }
  package var runFolderHelp: String {
    say("Le dossier du territoire.", "The territory’s folder.")
  }

  package var checkAbstract: String {
    say(
      "Dit ce que contient un fichier et ce qui en serait écarté ; n’écrit rien.",
      "Says what a file holds and what would be left out; writes nothing.")
  }
  package var checkDiscussion: String {
    say(
      """
      Le format est reconnu au contenu. Un fichier d’un territoire est lu comme le territoire le \
      lit : son genre, ses colonnes, son système de coordonnées. C’est le territoire de --territory, \
      sinon celui d’ici ou au-dessus, sinon celui où se trouve le fichier.

      Avec --strict : 0 si tout est repris, 2 s’il y a des anomalies, 1 si le fichier est refusé.

      Exemples :
        relais check relais.csv ville.osm.pbf
        relais check nancy/sources/*/*
      """,
      """
      The format is told by the content. A file of a territory is read as the territory reads it: \
      its kind, its columns, its reference system. That is the territory of --territory, else the one \
      here or above, else the one the file lies in.

      With --strict: 0 if all is taken, 2 with findings, 1 if the file is refused.

      Examples:
        relais check relays.csv town.osm.pbf
        relais check nancy/sources/*/*
      """)
  }
  package var checkFilesHelp: String { say("Les fichiers à examiner.", "The files to look at.") }

  package var importAbstract: String {
    say(
      "Vérifie des fichiers et les range dans le territoire.",
      "Checks files and puts them into the territory.")
  }
  package var importDiscussion: String {
    say(
      """
      Exemples :
        relais import streets lorraine.osm.pbf --territory nancy
        relais import adherents relais.csv
      """,
      """
      Examples:
        relais import streets lorraine.osm.pbf --territory nancy
        relais import adherents relays.csv
      """)
  }
  package var importKindHelp: String {
    say("Le genre de données : ", "The kind of data: ")
      + InputKind.allCases.map(\.rawValue).joined(separator: ", ") + "."
  }
  package var importFilesHelp: String { say("Les fichiers à ranger.", "The files to put in.") }

  package var initAbstract: String {
    say(
      "Crée le dossier d’un territoire, avec une configuration commentée.",
      "Makes a territory’s folder, with a commented configuration.")
  }
  package var initDiscussion: String {
    say(
      """
      Exemple :
        relais init nancy --name Nancy --insee 54395
      """,
      """
      Example:
        relais init nancy --name Nancy --insee 54395
      """)
  }
  package var initFolderHelp: String { say("Le dossier à créer.", "The folder to make.") }
  package var townNameHelp: String { say("Nom de la commune.", "The town’s name.") }
  package var inseeHelp: String {
    say("Code INSEE de la commune (5 caractères).", "The town’s INSEE code (5 characters).")
  }
  package var emptyName: String { say("Le nom est vide.", "The name is empty.") }
  package func badTownCode(_ code: String) -> String {
    say(
      "« \(code) » n’est pas un code INSEE : 5 chiffres, ou 2A/2B en Corse.",
      "“\(code)” is not an INSEE code: 5 digits, or 2A/2B in Corsica.")
  }

  package var explainAbstract: String {
    say(
      "Pour une adresse ou un point : le relais le plus proche et le chemin, ou pourquoi il n’y en a pas.",
      "For an address or a spot: the nearest relay and the way there, or why there is none.")
  }
  package var explainDiscussion: String {
    say(
      """
      L’adresse est cherchée dans celles du territoire, ou de --addresses ; s’il y en a plusieurs \
      possibles, elles sont listées et rien n’est calculé (code de sortie 1). Pour un point, \
      longitude d’abord, point décimal.

      Exemples :
        relais explain "12 rue Saint-Dizier" --territory nancy
        relais explain 6.1834,48.6935 --territory nancy
        relais explain -1.5536,47.2173 --streets redon.osm --relays relais.csv
      """,
      """
      The address is looked up among the territory’s, or those of --addresses; where several are \
      possible they are listed and nothing is computed (exit status 1). For a spot, longitude \
      first, decimal point.

      Examples:
        relais explain "12 rue Saint-Dizier" --territory nancy
        relais explain 6.1834,48.6935 --territory nancy
        relais explain -1.5536,47.2173 --streets redon.osm --relays relays.csv
      """)
  }
  package var explainPlaceHelp: String {
    say(
      "Une adresse, ou un point : longitude,latitude en degrés.",
      "An address, or a spot: longitude,latitude in degrees.")
  }
  package func badPlace(_ text: String) -> String {
    say(
      "« \(text) » n’est pas un point : longitude,latitude, par exemple 6.1834,48.6935.",
      "“\(text)” is not a spot: longitude,latitude, for example 6.1834,48.6935.")
  }
  package func badReferenceSystem(_ text: String) -> String {
    say(
      "« \(text) » n’est pas un système de coordonnées : EPSG:2154, par exemple, ou local.",
      "“\(text)” is not a reference system: EPSG:2154, for example, or local.")
  }
}
