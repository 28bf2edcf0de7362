/// The names streets are given: invented combinations of what French towns name streets after.
enum StreetNamePool {
  /// What a quarter's streets are named after, article included.
  static func subjects(of style: ZoneStyle) -> [String] {
    switch style {
    case .oldTown: trades
    case .faubourg, .grid: history
    case .suburb: plants
    case .hill: places
    case .estate: birdsAndFlowers
    case .towers: music
    case .industry: science
    }
  }

  private static let trades = split(
    """
    des Drapiers|du Four|des Cordeliers|de la Monnaie|du Puits|des Orfèvres|du Grenier-à-Sel|\
    de la Boucherie|Saint-Aubry|des Chanoines|du Cloître|de la Vieille-Halle|des Potiers|\
    du Cheval-Blanc|des Maréchaux|Saint-Éloi|de la Juiverie|des Tonneliers|du Beffroi|\
    de la Herse|des Capucins|du Guet|des Trois-Pigeons|de l'Étuve|des Cloutiers|du Poids-du-Roi|\
    Saint-Maurand|de la Source|des Tisserands|de l'Arsenal|du Petit-Pont|des Fondeurs|\
    du Lion-d'Or|des Parcheminiers|de la Prévôté|Sainte-Odrie|des Écuries|de la Clef|\
    du Vieux-Collège|des Ursulines|de la Tour|du Bailli|des Corroyeurs|du Pilori|de l'Hôpital|\
    des Chaudronniers|de la Barre|du Mouton|des Merciers|de l'Ancienne-Douane|du Colombier|\
    des Bonnetiers|de l'Aumône|du Cygne|des Sœurs-Grises|de la Poterne|des Selliers|du Chaudron|\
    des Lices|de la Salpêtrière|du Dauphin|de la Galère|des Vanniers|du Croissant
    """)
  private static let history = split(
    """
    Victor-Hugo|Jean-Jaurès|Léon-Gambetta|Émile-Zola|Jules-Ferry|Voltaire|Montesquieu|Lamartine|\
    George-Sand|Molière|Racine|Jean-de-La-Fontaine|Diderot|Marceau|Kléber|Hoche|Sadi-Carnot|\
    Louis-Blanc|Edgar-Quinet|Michelet|Arago|Béranger|Chanzy|Thiers|Denfert-Rochereau|Faidherbe|\
    du 4-Septembre|du 11-Novembre|du 8-Mai-1945|de Verdun|de la Marne|d'Alsace|de Lorraine|\
    de Metz|de Belfort|de Strasbourg|de Colmar|de la Liberté|de l'Égalité|de la Fraternité|\
    de la Paix|du Progrès|de l'Avenir|des Écoles|du Stade|de l'Abattoir|du Gaz|du Lavoir|\
    de la Brasserie|de la Filature|de la Cristallerie|des Verriers|des Faïenciers|du Canal|\
    de l'Octroi|de la Caserne|des Abeilles|de l'Ermitage|du Calvaire|de la Croix-de-Fer|\
    Saint-Jean|Saint-Léger|Sainte-Barbe|Saint-Fiacre|du Faubourg|de la Commanderie|\
    Alexandre-Dumas|Honoré-de-Balzac|Chateaubriand|Alfred-de-Musset|Théophile-Gautier|\
    Paul-Verlaine|Charles-Baudelaire|Gustave-Flaubert|Guy-de-Maupassant|Alphonse-Daudet|\
    Jules-Verne|Erckmann-Chatrian|Louise-Michel|Olympe-de-Gouges|Turgot|Vauban|Colbert|Sully|\
    Condorcet|Lakanal|Mirabeau|Danton|La-Fayette|Desaix|Lazare-Carnot|Barbès|Blanqui|Proudhon
    """)
  private static let plants = split(
    """
    des Lilas|des Acacias|des Tilleuls|des Marronniers|des Érables|des Platanes|des Peupliers|\
    des Frênes|des Hêtres|des Bouleaux|des Cèdres|des Sapins|des Mélèzes|des Genêts|des Bruyères|\
    des Fougères|des Églantiers|des Aubépines|des Troènes|des Chèvrefeuilles|des Glycines|\
    des Pommiers|des Poiriers|des Cerisiers|des Mirabelliers|des Pruniers|des Noyers|\
    des Groseilliers|des Framboisiers|du Verger|des Potagers|de la Pépinière|de la Roseraie|\
    des Serres|du Clos|des Prés|de la Haie|du Bosquet|de l'Orée|des Charmes|des Alisiers|\
    des Cornouillers|des Sureaux|des Fusains|du Houx|du Lierre|des Vergnes|du Trèfle|du Colza
    """)
  private static let places = split(
    """
    des Vignerons|du Pressoir|de la Serpe|des Vendanges|du Belvédère|de Bellevue|du Haut-de-Côte|\
    de la Carrière|des Grottes|de la Croix-Gagnée|du Chêne-Brûlé|de la Fontaine-aux-Loups|\
    des Quatre-Vents|du Plateau|de la Combe|du Ravin|de la Sapinière|des Sources|du Point-du-Jour|\
    des Échelles|du Coteau|de la Garenne|des Renards|du Blaireau|de la Roche|du Signal|\
    des Terrasses|de la Vierge|du Bois-Joli|de la Petite-Côte|des Murgers|du Cep|de la Treille|\
    du Vieux-Chemin|des Bornes|de la Haute-Borne|des Éboulis|du Fort|de l'Observatoire|des Genévriers
    """)
  private static let birdsAndFlowers = split(
    """
    des Mésanges|des Rossignols|des Alouettes|des Hirondelles|des Fauvettes|des Pinsons|\
    des Bergeronnettes|des Loriots|des Chardonnerets|des Grives|des Merles|des Rouges-Gorges|\
    des Hérons|des Sarcelles|des Vanneaux|des Cailles|des Perdrix|des Palombes|des Tourterelles|\
    des Martins-Pêcheurs|des Jonquilles|des Pâquerettes|des Violettes|des Primevères|des Bleuets|\
    des Coquelicots|des Marguerites|des Iris|des Anémones|des Pervenches|des Campanules|\
    des Capucines|des Dahlias|des Giroflées|des Glaïeuls|des Jacinthes|du Muguet|des Narcisses|\
    des Œillets|des Pensées|des Pivoines|des Tulipes|des Myosotis|des Véroniques|des Digitales|\
    des Roseaux|des Joncs|des Nénuphars|de la Passerelle|de l'Étang|des Grenouilles|du Ruisseau|\
    des Libellules|des Papillons|des Cigales|des Lucioles|des Écureuils|des Hérissons
    """)
  private static let music = split(
    """
    Hector-Berlioz|Georges-Bizet|Claude-Debussy|Maurice-Ravel|Gabriel-Fauré|Erik-Satie|\
    Camille-Saint-Saëns|Jules-Massenet|Charles-Gounod|Jean-Philippe-Rameau|François-Couperin|\
    Lili-Boulanger|Frédéric-Chopin|Franz-Schubert|Clara-Schumann|Joseph-Haydn|Antonio-Vivaldi|\
    de Bretagne|de Touraine|de Provence|de Savoie|du Poitou|du Berry|d'Anjou|de Gascogne|\
    de Picardie|d'Artois|de Champagne|de Bourgogne|du Dauphiné|du Béarn|d'Auvergne
    """)
  private static let science = split(
    """
    Denis-Papin|André-Ampère|Marie-Curie|Louis-Pasteur|Gay-Lussac|Antoine-Lavoisier|\
    Joseph-Fourier|Augustin-Fresnel|Sophie-Germain|Blaise-Pascal|Nicéphore-Niépce|Marc-Seguin|\
    Zénobe-Gramme|Clément-Ader|Gustave-Eiffel|des Frères-Montgolfier|des Fonderies|\
    du Laminoir|des Hauts-Fourneaux|de la Scierie|de l'Énergie|de l'Industrie|des Artisans
    """)

  private static func split(_ list: String) -> [String] {
    list.split(separator: "|").map(String.init)
  }

  /// The words a street's name may begin with, the likeliest first.
  ///
  /// - Parameters:
  ///   - isDeadEnd: Whether the street leads nowhere for cars.
  ///   - length: Metres.
  static func types(
    of kind: LineKind, style: ZoneStyle, isDeadEnd: Bool, length: Double
  ) -> [String] {
    if kind == .steps { return ["Montée", "Escalier", "Degrés"] }
    if style == .oldTown {
      return isDeadEnd
        ? ["Cour", "Impasse", "Cul-de-Sac"]
        : kind == .pedestrian && length < 90
          ? ["Passage", "Ruelle", "Rue"] : ["Rue", "Ruelle", "Petite-Rue"]
    }
    if isDeadEnd {
      return style == .estate ? ["Allée", "Impasse", "Clos"] : ["Impasse", "Allée", "Villa"]
    }
    switch style {
    case .estate: return ["Rue", "Allée", "Promenade", "Avenue"]
    case .hill: return ["Rue", "Chemin", "Sente", "Allée"]
    case .towers: return ["Rue", "Square", "Allée", "Cours"]
    default: return length > 620 ? ["Avenue", "Rue", "Cours"] : ["Rue", "Avenue", "Cité", "Allée"]
    }
  }
}
