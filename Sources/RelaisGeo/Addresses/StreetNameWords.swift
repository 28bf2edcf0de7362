/// How much a word says in a street's name.
enum StreetNameWords {
  /// Articles and prepositions: left out and exchanged without notice.
  private static let articles: Set<String> = [
    "de", "du", "des", "d", "la", "le", "les", "l", "a", "au", "aux", "et", "en", "sur", "sous",
    "ls", "dit", "dite", "the", "of", "en",
  ]

  /// Titles and first names: `rue Leclerc` is the rue du Général Leclerc.
  private static let light: Set<String> = Set(
    """
    general marechal docteur president professeur capitaine colonel commandant lieutenant sergent
    caporal adjudant amiral abbe chanoine cardinal pere monseigneur frere soeur maitre ingenieur
    architecte depute senateur maire roi reine duc prince princesse cure pasteur ministre gouverneur
    adrien agnes aime alain albert alexandre alexis alfred aline alphonse amedee anatole andre ange
    anne antoine antonin aristide armand arsene arthur auguste augustin aurelien barthelemy bastien
    benjamin benoit bernard bertrand blaise camille catherine cecile celestin cesar charles charlotte
    christian christophe claire claude clement colette constant cyrille daniel david denis denise
    desire didier dominique edgar edmond edouard eleonore elie elisabeth emile emilie emmanuel eric
    ernest etienne eugene eugenie fabien felix ferdinand fernand fleury florent francis francois
    francoise frederic gabriel gabrielle gaston genevieve geoffroy georges gerard germain germaine
    gilbert gilles guillaume gustave guy hector helene henri henriette henry herve hippolyte honore
    hubert hugues ignace irene isabelle jacqueline jacques jean jeanne jerome joachim joel joseph
    josephine jules julien juliette justin lazare leo leon leonard leonie leopold louis louise luc
    lucie lucien lucienne ludovic madeleine marc marcel marcelle marguerite marie marius marthe martin
    mathieu mathilde maurice max maxime michel michele narcisse nicolas noel octave odette olivier
    oscar pascal patrice patrick paul paulette pauline philippe pierre prosper raoul raphael raymond
    regis remi remy rene renee richard robert roger roland romain rosa simon simone sophie stanislas
    stephane suzanne sylvain sylvie theodore theophile therese thierry thomas ulysse valentin victor
    vincent virginie william xavier yves yvette yvonne zoe john fitzgerald
    """.split { $0 == " " || $0 == "\n" }.map(String.init))

  static func isArticle(_ word: String) -> Bool { articles.contains(word) }

  /// 1 for a word that names, less for one that goes with a name.
  static func weight(_ word: String) -> Double {
    if articles.contains(word) { return 0.08 }
    if light.contains(word) { return 0.5 }
    // « Mal » in a name weighs what « maréchal » does.
    if let readings = AddressAbbreviations.readings[word], readings.allSatisfy(light.contains) {
      return 0.5
    }
    return 1
  }
}
