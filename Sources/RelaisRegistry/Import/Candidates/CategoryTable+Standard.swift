package import CoverageEngine
import RelaisFormats
import RelaisGeo

extension CategoryTable {
  /// The categories a territory starts from; its own `categories.csv` may change any.
  package static let standard: CategoryTable = {
    do {
      let table = try CSVReader.read(Array(standardText.utf8), file: "categories.csv")
      return try CategoriesImporter.table(table, over: [])
    } catch {
      preconditionFailure("the standard categories cannot be read: \(error)")
    }
  }()

  /// The standard table as a file people edit. The acceptances are estimates nobody has measured: ranks
  /// matter more than values.
  package static let standardText = """
    id;nom;name;name_de;mots;osm;naf;naf_2025;genre;eligible;vitrine;heures_ecole;acceptation
    bakery;Boulangerie;Bakery;Bäckerei;boulangerie-pâtisserie|boulanger|fournil|pâtisserie|chocolatier|konditorei|backshop|bäcker;shop=bakery shop=pastry shop=chocolate shop=confectionery;10.71C 10.71D 10.71B 47.24;10.71 47.24;shop;oui;oui;oui;0,5
    pharmacy;Pharmacie;Pharmacy;Apotheke;pharmacien|parapharmacie|drogerie;amenity=pharmacy healthcare=pharmacy shop=chemist;47.73;47.73;shop;oui;oui;oui;0,6
    grocery;Épicerie;Grocery;Lebensmittelgeschäft;alimentation|supérette|alimentation générale|convenience|lebensmittel|bioladen|hofladen|reformhaus;shop=convenience shop=grocery shop=health_food shop=farm shop=general shop=frozen_food;47.11A 47.11B 47.11C 47.29;47.11G 47.11H 47.27;shop;oui;oui;oui;0,4
    supermarket;Supermarché;Supermarket;Supermarkt;hypermarché|grande surface|discounter|kaufhaus|warenhaus|großmarkt;shop=supermarket shop=department_store shop=wholesale;47.11D 47.11E 47.11F 47.19;47.11 47.12;shop;oui;oui;oui;0,35
    fresh-food;Commerce de bouche;Fresh food;Metzgerei und Feinkost;boucherie|charcuterie|boucherie-charcuterie|poissonnerie|fromagerie|primeur|traiteur|metzgerei|fleischerei|feinkost|fischgeschäft|obst und gemüse;shop=butcher shop=seafood shop=cheese shop=greengrocer shop=deli shop=dairy shop=pasta;47.21 47.22 47.23 10.13B;47.21 47.22 47.23 10.13;shop;oui;oui;oui;0,45
    hairdresser;Coiffeur;Hairdresser;Friseur;coiffure|salon de coiffure|barbier|frisör|friseursalon|barbershop;shop=hairdresser;96.02A;96.21;shop;oui;oui;oui;0,45
    beauty;Institut de beauté;Beauty salon;Kosmetik;esthétique|parfumerie|onglerie|massage|kosmetikstudio|parfümerie|nagelstudio;shop=beauty shop=cosmetics shop=perfumery shop=massage;96.02B 47.75;96.22 96.23 47.75;shop;oui;oui;oui;0,35
    florist;Fleuriste;Florist;Blumengeschäft;fleurs|jardinerie|blumen|blumenladen|gärtnerei;shop=florist shop=garden_centre;47.76;47.76;shop;oui;oui;oui;0,45
    bookshop;Librairie;Bookshop;Buchhandlung;papeterie|jouets|loisirs créatifs|bande dessinée|buchladen|schreibwaren|spielwaren;shop=books shop=stationery shop=toys shop=art shop=craft shop=games shop=music shop=video_games;47.61 47.62Z 47.63 47.65;47.61 47.64 47.69;shop;oui;oui;oui;0,5
    newsagent;Maison de la presse;Newsagent;Zeitungsgeschäft;presse|kiosque|journaux|kiosk|zeitungskiosk|zeitschriften;shop=newsagent shop=kiosk;;47.62;shop;oui;oui;oui;0,45
    optician;Opticien;Optician;Optiker;optique|audioprothésiste|augenoptiker|hörgeräte;shop=optician shop=hearing_aids;47.78A 47.74;47.74;shop;oui;oui;oui;0,5
    clothes;Vêtements;Clothes shop;Bekleidung;prêt-à-porter|chaussures|maroquinerie|bijouterie|mercerie|friperie|mode|schuhe|schuhgeschäft|juwelier;shop=clothes shop=shoes shop=boutique shop=fashion shop=fashion_accessories shop=bag shop=leather shop=jewelry shop=watches shop=fabric shop=sewing shop=baby_goods shop=second_hand shop=charity;47.71 47.72 47.77 47.51 47.79;47.71 47.72 47.77 47.51 47.79;shop;oui;oui;oui;0,35
    home;Équipement de la maison;Household shop;Haushalt und Einrichtung;meubles|bricolage|quincaillerie|décoration|cadeaux|électroménager|möbel|möbelhaus|baumarkt|eisenwaren|geschenke;shop=furniture shop=doityourself shop=hardware shop=houseware shop=interior_decoration shop=gift shop=kitchen shop=electronics shop=bed shop=paint shop=tiles shop=curtain shop=appliance shop=antiques shop=variety_store;47.4 47.52 47.53 47.54 47.59 47.78C;47.52 47.53 47.54 47.55;shop;oui;oui;oui;0,3
    telephones;Téléphonie;Phone shop;Telefongeschäft;téléphone|informatique|handyshop|mobilfunk|computer;shop=mobile_phone shop=computer shop=telecommunication;47.42 47.41 95.1;47.4 95.1;shop;oui;oui;oui;0,35
    services;Service de proximité;Local service;Dienstleistung;pressing|laverie|cordonnerie|retouches|photographe|reprographie|agence de voyages|toilettage|reinigung|wäscherei|schuster|schlüsseldienst|reisebüro|fotograf|änderungsschneiderei;shop=dry_cleaning shop=laundry shop=shoe_repair shop=locksmith shop=tailor shop=copyshop shop=photo shop=travel_agency shop=pet_grooming shop=repair craft=shoemaker craft=key_cutter craft=tailor craft=photographer;96.01 95.2 79.1;96.1 95.2 79.1;shop;oui;oui;oui;0,35
    pets;Animalerie;Pet shop;Tierbedarf;vétérinaire|clinique vétérinaire|zoohandlung|tierarzt|tierarztpraxis;shop=pet amenity=veterinary;75.00;75.00;shop;oui;oui;oui;0,4
    sports;Sport et cycles;Sports and bicycles;Sport und Fahrräder;vélo|cycles|magasin de sport|sportgeschäft|fahrradladen|fahrräder;shop=bicycle shop=sports shop=outdoor;47.64;47.63;shop;oui;oui;oui;0,4
    motors;Garage;Garage;Autohaus und Werkstatt;concession|automobile|station-service|auto-école|autohaus|autowerkstatt|kfz-werkstatt|tankstelle|fahrschule;shop=car shop=car_repair shop=car_parts shop=motorcycle shop=tyres amenity=fuel amenity=driving_school;45.1 45.2 45.3 45.4 47.30 85.53;47.8 47.3 95.3 85.53;shop;oui;non;oui;0,25
    bank;Banque;Bank;Bank;crédit|caisse d'épargne|sparkasse|volksbank;amenity=bank;64.19;64.19;shop;oui;oui;oui;0,25
    insurance;Assurance;Insurance;Versicherung;assurances|mutuelle|versicherungen|versicherungsagentur;office=insurance;65.1 66.22;65.1 66.22;shop;oui;oui;oui;0,4
    estate-agent;Agence immobilière;Estate agent;Immobilienbüro;immobilier|immobilière|immobilien|immobilienmakler;office=estate_agent shop=estate_agent;68.31;68.31;shop;oui;oui;oui;0,35
    employment;Agence d'intérim;Employment agency;Zeitarbeit;intérim|travail temporaire|emploi|zeitarbeitsfirma|personaldienstleister;office=employment_agency;78.;78.;shop;oui;oui;oui;0,35
    lawyer;Étude ou cabinet;Law firm;Kanzlei;notaire|étude notariale|avocat|expert-comptable|rechtsanwalt|anwaltskanzlei|notar|notariat|steuerberater;office=lawyer office=notary office=accountant;69.;69.;shop;oui;non;oui;0,25
    restaurant;Restaurant;Restaurant;Restaurant;brasserie|pizzeria|auberge|bistrot|gaststätte|gasthaus|gasthof|wirtshaus;amenity=restaurant;56.10A 56.10B;56.11G 56.11H 56.11;shop;oui;oui;non;0,3
    fast-food;Restauration rapide;Fast food;Imbiss;sandwicherie|kebab|snack|glacier|imbissstube|eisdiele;amenity=fast_food amenity=ice_cream amenity=food_court shop=ice_cream;56.10C;56.11J;shop;oui;oui;non;0,3
    cafe;Café ou salon de thé;Café;Café;café|salon de thé|kaffeehaus|teestube;amenity=cafe shop=tea shop=coffee;;;shop;oui;oui;oui;0,4
    hotel;Hôtel;Hotel;Hotel;hôtellerie|auberge de jeunesse|pension|gästehaus|jugendherberge;tourism=hotel tourism=hostel tourism=guest_house;55.1;55.1;shop;oui;oui;oui;0,35
    doctor;Cabinet médical;Doctor's surgery;Arztpraxis;médecin|cabinet médical|maison de santé|dentiste|cabinet dentaire|infirmier|kinésithérapeute|laboratoire|arzt|zahnarzt|zahnarztpraxis|physiotherapie;amenity=doctors amenity=dentist amenity=clinic healthcare=doctor healthcare=laboratory healthcare=physiotherapist healthcare=nurse;86.21 86.22 86.23;86.21 86.22 86.23 86.94 86.95;shop;oui;non;oui;0,3
    cinema;Cinéma ou théâtre;Cinema or theatre;Kino oder Theater;cinéma|théâtre|salle de spectacle|kino|theater;amenity=cinema amenity=theatre amenity=arts_centre;59.14 90.04;59.14 90.31;shop;oui;oui;non;0,4
    gym;Salle de sport;Gym;Fitnessstudio;fitness|salle de sport|gymnase|turnhalle|sporthalle;leisure=fitness_centre leisure=sports_centre;93.11 93.13;93.11 93.13;shop;oui;oui;oui;0,35
    post-office;Bureau de poste;Post office;Postfiliale;poste|la poste|agence postale|post|postagentur;amenity=post_office;53.10;53.10;institution;oui;oui;oui;0,6
    town-hall;Mairie;Town hall;Rathaus;hôtel de ville|mairie annexe|mairie de quartier|bürgeramt|bürgerbüro|stadtverwaltung|gemeindeverwaltung;amenity=townhall;84.11;84.11;municipal;oui;oui;oui;0,9
    library;Bibliothèque;Library;Bibliothek;médiathèque|ludothèque|bücherei|stadtbücherei|mediathek;amenity=library amenity=toy_library;91.01;91.11;municipal;oui;oui;oui;0,8
    community-centre;Centre social;Community centre;Bürgerhaus;maison de quartier|mjc|centre social|centre socioculturel|association|stadtteilzentrum|jugendzentrum|gemeindehaus|verein;amenity=community_centre amenity=social_centre amenity=social_facility;;;association;oui;oui;oui;0,7
    police;Police ou gendarmerie;Police;Polizei;police municipale|commissariat|commissariat de police|commissariat_police|gendarmerie|polizeirevier|polizeiwache;amenity=police;84.24;84.24;institution;oui;oui;oui;0,95
    fire-station;Caserne de pompiers;Fire station;Feuerwehr;pompiers|sdis|feuerwache;amenity=fire_station;84.25;84.25;institution;oui;oui;oui;0,8
    public-office;Service public;Public office;Behörde;caf|cpam|trésor public|france services|préfecture|sous-préfecture|office de tourisme|mission locale|cio|pmi|clic|pif|jobcenter|arbeitsagentur|jugendamt|tourist-information;office=government tourism=information amenity=public_building amenity=courthouse;84.12 84.13 84.30 79.90;84.12 84.13 84.30 79.90;institution;oui;oui;oui;0,6
    museum;Musée;Museum;Museum;galerie|musée|kunsthalle;tourism=museum tourism=gallery;91.02 91.03;91.2;institution;oui;oui;oui;0,5
    hospital;Hôpital;Hospital;Krankenhaus;centre hospitalier|clinique|ehpad|maison de retraite|klinik|klinikum|pflegeheim|altenheim|seniorenheim;amenity=hospital amenity=nursing_home;86.10 87.10 87.30;86.10 87.10 87.30;institution;oui;non;oui;0,4
    other-shop;Autre commerce;Other shop;Sonstiges Geschäft;commerce|magasin|boutique|shop|geschäft|laden|einzelhandel;shop=*;47.1 47.2 47.3 47.5 47.6 47.7;47.1 47.2 47.5 47.6 47.7;shop;oui;oui;oui;0,3
    bar;Bar;Bar;Bar;café-bar|pub|débit de boissons|discothèque|boîte de nuit|casino|kneipe|diskothek|nachtclub;amenity=bar amenity=pub amenity=nightclub amenity=biergarten amenity=hookah_lounge;56.30;56.30;shop;non;oui;non;0,3
    betting;Jeux d'argent;Betting;Glücksspiel;pmu|paris|loterie|paris et loterie|bookmaker|jeux|spielhalle|wettbüro|lotto;shop=lottery shop=bookmaker shop=betting amenity=gambling amenity=casino leisure=adult_gaming_centre;92.00;92.00;shop;non;oui;oui;0,3
    tobacco;Tabac;Tobacconist;Tabakwaren;bureau de tabac|débit de tabac|cigarette électronique|tabakladen;shop=tobacco shop=e-cigarette shop=hookah shop=cannabis;47.26;47.26;shop;non;oui;oui;0,3
    alcohol;Caviste;Wine and spirits;Wein und Spirituosen;vins|cave|spiritueux|brasserie artisanale|weinhandlung|getränkemarkt;shop=alcohol shop=wine shop=beverages craft=brewery;47.25;47.25;shop;non;oui;oui;0,3
    adult;Commerce pour adultes;Adult shop;Erotikgeschäft;sex-shop|érotique|erotik;shop=erotic amenity=stripclub amenity=brothel amenity=swingerclub amenity=love_hotel shop=weapons;;;shop;non;non;non;0,3

    """
}
