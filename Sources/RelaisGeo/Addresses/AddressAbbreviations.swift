/// Words of street names that people and sources shorten. Data: a line is a writing, then what it may
/// stand for; folded.
enum AddressAbbreviations {
  private static let table = """
    st saint
    ste sainte
    sts saints
    stes saintes
    s saint
    gal general galerie
    gen general
    gnl general
    gl general
    gle general generale
    gral general
    geal general
    mal marechal
    mar marechal
    marech marechal
    mchal marechal
    mcal marechal
    col colonel
    cel colonel
    cdt commandant
    cmdt commandant
    cmt commandant
    cne capitaine
    cap capitaine
    capt capitaine
    cpt capitaine
    lt lieutenant
    ltn lieutenant
    lieut lieutenant
    sgt sergent
    serg sergent
    adj adjudant
    cpl caporal
    cal caporal
    cao caporal
    aml amiral
    amal amiral
    am amiral
    pdt president
    pres president
    prdt president
    pr professeur president
    prof professeur
    pfr professeur
    dr docteur
    doct docteur
    me maitre
    mtre maitre
    mgr monseigneur
    ab abbe
    ch charles chemin chateau
    chan chanoine
    card cardinal
    cur cure
    fr frere freres
    frs freres francois
    ing ingenieur
    arch architecte
    sen senateur
    dep depute
    min ministre
    gouv gouverneur
    pce prince
    pcesse princesse
    gd grand
    gde grande
    gds grands
    gdes grandes
    grd grand
    pt petit pont point port
    pte petite porte pointe
    pts petits ponts
    vx vieux
    vl val
    vle vieille ville
    nv neuve
    nvl nouvel nouvelle
    nvelle nouvelle
    anc ancien ancienne
    ht haut
    hte haute
    hts hauts
    htes hautes
    bs bas
    inf inferieure
    sup superieure
    ind independance
    rep republique
    repub republique
    rgt regiment
    reg regiment
    regt regiment
    bat bataillon
    bon bataillon
    div division
    comp compagnie
    cie compagnie
    fg faubourg
    fbg faubourg
    faub faubourg
    chat chateau
    chau chateau
    egl eglise
    mlin moulin
    mln moulin
    gare gare
    hop hopital
    hosp hospice
    fontne fontaine
    font fontaine
    lib liberation liberte
    vict victoire
    bld boulevard
    bd boulevard
    av avenue
    pl place
    rte route
    che chemin
    imp impasse
    pass passage
    sq square
    jn jean
    jq jacques
    jqs jacques
    chs charles
    frcs francois
    franc francois
    ls louis
    geo georges
    ge georges
    hri henri
    alex alexandre
    alph alphonse
    ant antoine
    aug auguste
    edm edmond
    ed edouard
    emm emmanuel
    eug eugene
    ferd ferdinand
    fred frederic
    gab gabriel
    gust gustave
    jos joseph
    jul jules
    laur laurent
    leop leopold
    luc lucien
    marg marguerite
    marc marcel
    mich michel
    nic nicolas
    phil philippe
    ray raymond
    rob robert
    theo theodore
    thom thomas
    vor victor
    vict victor
    will william
    janv janvier
    fev fevrier
    fevr fevrier
    avr avril
    juil juillet
    jui juillet
    sept septembre 7
    octo octobre
    oct octobre
    nov novembre
    dec decembre
    v 5
    x 10
    i 1
    """

  /// What a word may stand for, itself not among it.
  static let readings: [String: [String]] = {
    var readings: [String: [String]] = [:]
    for line in table.split(separator: "\n") {
      let words = line.split(separator: " ").map(String.init)
      readings[words[0], default: []] += words.dropFirst().filter { $0 != words[0] }
    }
    return readings
  }()
}
