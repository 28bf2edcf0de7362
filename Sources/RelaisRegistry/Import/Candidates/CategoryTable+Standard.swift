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
    id;nom;name;mots;osm;naf;naf_2025;genre;eligible;vitrine;heures_ecole;acceptation
    bakery;Boulangerie;Bakery;boulangerie-pâtisserie|boulanger|fournil|pâtisserie|chocolatier;shop=bakery shop=pastry shop=chocolate shop=confectionery;10.71C 10.71D 10.71B 47.24;10.71 47.24;shop;oui;oui;oui;0,5
    pharmacy;Pharmacie;Pharmacy;pharmacien|parapharmacie;amenity=pharmacy healthcare=pharmacy shop=chemist;47.73;47.73;shop;oui;oui;oui;0,6
    grocery;Épicerie;Grocery;alimentation|supérette|alimentation générale|convenience;shop=convenience shop=grocery shop=health_food shop=farm shop=general shop=frozen_food;47.11A 47.11B 47.11C 47.29;47.11G 47.11H 47.27;shop;oui;oui;oui;0,4
    supermarket;Supermarché;Supermarket;hypermarché|grande surface;shop=supermarket shop=department_store shop=wholesale;47.11D 47.11E 47.11F 47.19;47.11 47.12;shop;oui;oui;oui;0,35
    fresh-food;Commerce de bouche;Fresh food;boucherie|charcuterie|boucherie-charcuterie|poissonnerie|fromagerie|primeur|traiteur;shop=butcher shop=seafood shop=cheese shop=greengrocer shop=deli shop=dairy shop=pasta;47.21 47.22 47.23 10.13B;47.21 47.22 47.23 10.13;shop;oui;oui;oui;0,45
    hairdresser;Coiffeur;Hairdresser;coiffure|salon de coiffure|barbier;shop=hairdresser;96.02A;96.21;shop;oui;oui;oui;0,45
    beauty;Institut de beauté;Beauty salon;esthétique|parfumerie|onglerie|massage;shop=beauty shop=cosmetics shop=perfumery shop=massage;96.02B 47.75;96.22 96.23 47.75;shop;oui;oui;oui;0,35
    florist;Fleuriste;Florist;fleurs|jardinerie;shop=florist shop=garden_centre;47.76;47.76;shop;oui;oui;oui;0,45
    bookshop;Librairie;Bookshop;papeterie|jouets|loisirs créatifs|bande dessinée;shop=books shop=stationery shop=toys shop=art shop=craft shop=games shop=music shop=video_games;47.61 47.62Z 47.63 47.65;47.61 47.64 47.69;shop;oui;oui;oui;0,5
    newsagent;Maison de la presse;Newsagent;presse|kiosque|journaux;shop=newsagent shop=kiosk;;47.62;shop;oui;oui;oui;0,45
    optician;Opticien;Optician;optique|audioprothésiste;shop=optician shop=hearing_aids;47.78A 47.74;47.74;shop;oui;oui;oui;0,5
    clothes;Vêtements;Clothes shop;prêt-à-porter|chaussures|maroquinerie|bijouterie|mercerie|friperie;shop=clothes shop=shoes shop=boutique shop=fashion shop=fashion_accessories shop=bag shop=leather shop=jewelry shop=watches shop=fabric shop=sewing shop=baby_goods shop=second_hand shop=charity;47.71 47.72 47.77 47.51 47.79;47.71 47.72 47.77 47.51 47.79;shop;oui;oui;oui;0,35
    home;Équipement de la maison;Household shop;meubles|bricolage|quincaillerie|décoration|cadeaux|électroménager;shop=furniture shop=doityourself shop=hardware shop=houseware shop=interior_decoration shop=gift shop=kitchen shop=electronics shop=bed shop=paint shop=tiles shop=curtain shop=appliance shop=antiques shop=variety_store;47.4 47.52 47.53 47.54 47.59 47.78C;47.52 47.53 47.54 47.55;shop;oui;oui;oui;0,3
    telephones;Téléphonie;Phone shop;téléphone|informatique;shop=mobile_phone shop=computer shop=telecommunication;47.42 47.41 95.1;47.4 95.1;shop;oui;oui;oui;0,35
    services;Service de proximité;Local service;pressing|laverie|cordonnerie|retouches|photographe|reprographie|agence de voyages|toilettage;shop=dry_cleaning shop=laundry shop=shoe_repair shop=locksmith shop=tailor shop=copyshop shop=photo shop=travel_agency shop=pet_grooming shop=repair craft=shoemaker craft=key_cutter craft=tailor craft=photographer;96.01 95.2 79.1;96.1 95.2 79.1;shop;oui;oui;oui;0,35
    pets;Animalerie;Pet shop;vétérinaire|clinique vétérinaire;shop=pet amenity=veterinary;75.00;75.00;shop;oui;oui;oui;0,4
    sports;Sport et cycles;Sports and bicycles;vélo|cycles|magasin de sport;shop=bicycle shop=sports shop=outdoor;47.64;47.63;shop;oui;oui;oui;0,4
    motors;Garage;Garage;concession|automobile|station-service|auto-école;shop=car shop=car_repair shop=car_parts shop=motorcycle shop=tyres amenity=fuel amenity=driving_school;45.1 45.2 45.3 45.4 47.30 85.53;47.8 47.3 95.3 85.53;shop;oui;non;oui;0,25
    bank;Banque;Bank;crédit|caisse d'épargne;amenity=bank;64.19;64.19;shop;oui;oui;oui;0,25
    insurance;Assurance;Insurance;assurances|mutuelle;office=insurance;65.1 66.22;65.1 66.22;shop;oui;oui;oui;0,4
    estate-agent;Agence immobilière;Estate agent;immobilier|immobilière;office=estate_agent shop=estate_agent;68.31;68.31;shop;oui;oui;oui;0,35
    employment;Agence d'intérim;Employment agency;intérim|travail temporaire|emploi;office=employment_agency;78.;78.;shop;oui;oui;oui;0,35
    lawyer;Étude ou cabinet;Law firm;notaire|étude notariale|avocat|expert-comptable;office=lawyer office=notary office=accountant;69.;69.;shop;oui;non;oui;0,25
    restaurant;Restaurant;Restaurant;brasserie|pizzeria|auberge|bistrot;amenity=restaurant;56.10A 56.10B;56.11G 56.11H 56.11;shop;oui;oui;non;0,3
    fast-food;Restauration rapide;Fast food;sandwicherie|kebab|snack|glacier;amenity=fast_food amenity=ice_cream amenity=food_court shop=ice_cream;56.10C;56.11J;shop;oui;oui;non;0,3
    cafe;Café ou salon de thé;Café;café|salon de thé;amenity=cafe shop=tea shop=coffee;;;shop;oui;oui;oui;0,4
    hotel;Hôtel;Hotel;hôtellerie|auberge de jeunesse;tourism=hotel tourism=hostel tourism=guest_house;55.1;55.1;shop;oui;oui;oui;0,35
    doctor;Cabinet médical;Doctor's surgery;médecin|cabinet médical|maison de santé|dentiste|cabinet dentaire|infirmier|kinésithérapeute|laboratoire;amenity=doctors amenity=dentist amenity=clinic healthcare=doctor healthcare=laboratory healthcare=physiotherapist healthcare=nurse;86.21 86.22 86.23;86.21 86.22 86.23 86.94 86.95;shop;oui;non;oui;0,3
    cinema;Cinéma ou théâtre;Cinema or theatre;cinéma|théâtre|salle de spectacle;amenity=cinema amenity=theatre amenity=arts_centre;59.14 90.04;59.14 90.31;shop;oui;oui;non;0,4
    gym;Salle de sport;Gym;fitness|salle de sport|gymnase;leisure=fitness_centre leisure=sports_centre;93.11 93.13;93.11 93.13;shop;oui;oui;oui;0,35
    post-office;Bureau de poste;Post office;poste|la poste|agence postale;amenity=post_office;53.10;53.10;institution;oui;oui;oui;0,6
    town-hall;Mairie;Town hall;hôtel de ville|mairie annexe|mairie de quartier;amenity=townhall;84.11;84.11;municipal;oui;oui;oui;0,9
    library;Bibliothèque;Library;médiathèque|ludothèque;amenity=library amenity=toy_library;91.01;91.11;municipal;oui;oui;oui;0,8
    community-centre;Centre social;Community centre;maison de quartier|mjc|centre social|centre socioculturel|association;amenity=community_centre amenity=social_centre amenity=social_facility;;;association;oui;oui;oui;0,7
    police;Police ou gendarmerie;Police;police municipale|commissariat|commissariat de police|commissariat_police|gendarmerie;amenity=police;84.24;84.24;institution;oui;oui;oui;0,95
    fire-station;Caserne de pompiers;Fire station;pompiers|sdis;amenity=fire_station;84.25;84.25;institution;oui;oui;oui;0,8
    public-office;Service public;Public office;caf|cpam|trésor public|france services|préfecture|sous-préfecture|office de tourisme|mission locale|cio|pmi|clic|pif;office=government tourism=information amenity=public_building amenity=courthouse;84.12 84.13 84.30 79.90;84.12 84.13 84.30 79.90;institution;oui;oui;oui;0,6
    museum;Musée;Museum;galerie|musée;tourism=museum tourism=gallery;91.02 91.03;91.2;institution;oui;oui;oui;0,5
    hospital;Hôpital;Hospital;centre hospitalier|clinique|ehpad|maison de retraite;amenity=hospital amenity=nursing_home;86.10 87.10 87.30;86.10 87.10 87.30;institution;oui;non;oui;0,4
    other-shop;Autre commerce;Other shop;commerce|magasin|boutique|shop;shop=*;47.1 47.2 47.3 47.5 47.6 47.7;47.1 47.2 47.5 47.6 47.7;shop;oui;oui;oui;0,3
    bar;Bar;Bar;café-bar|pub|débit de boissons|discothèque|boîte de nuit|casino;amenity=bar amenity=pub amenity=nightclub amenity=biergarten amenity=hookah_lounge;56.30;56.30;shop;non;oui;non;0,3
    betting;Jeux d'argent;Betting;pmu|paris|loterie|paris et loterie|bookmaker|jeux;shop=lottery shop=bookmaker shop=betting amenity=gambling amenity=casino leisure=adult_gaming_centre;92.00;92.00;shop;non;oui;oui;0,3
    tobacco;Tabac;Tobacconist;bureau de tabac|débit de tabac|cigarette électronique;shop=tobacco shop=e-cigarette shop=hookah shop=cannabis;47.26;47.26;shop;non;oui;oui;0,3
    alcohol;Caviste;Wine and spirits;vins|cave|spiritueux|brasserie artisanale;shop=alcohol shop=wine shop=beverages craft=brewery;47.25;47.25;shop;non;oui;oui;0,3
    adult;Commerce pour adultes;Adult shop;sex-shop|érotique;shop=erotic amenity=stripclub amenity=brothel amenity=swingerclub amenity=love_hotel shop=weapons;;;shop;non;non;non;0,3

    """
}
