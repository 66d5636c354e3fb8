internal import Model

// Before « : », and inside « », a no-break space; before « ; ! ? », a narrow one.
struct FrenchStrings: InterfaceStrings {
  var skipToText: String { "Aller au texte" }
  var siteNavigation: String { "Site" }
  var moreNavigation: String { "Autres pages du site" }
  var breadcrumb: String { "Fil d’Ariane" }
  var home: String { "Accueil" }
  var briefs: String { "Notes d’analyse" }
  var topics: String { "Thèmes" }
  var authors: String { "Auteurs" }
  var actors: String { "Acteurs" }
  var places: String { "Lieux" }
  var glossary: String { "Glossaire" }
  var feed: String { "Flux Atom" }
  var search: String { "Recherche" }
  var searchDescription: String { "Rechercher dans le texte de toutes les notes." }
  var searchFor: String { "Rechercher dans toutes les notes" }
  var searching: String { "Recherche en cours…" }
  var searchFound: String { "Pages trouvées : {n}" }
  var searchNone: String { "Aucune page ne contient ces mots." }
  var searchAny: String { "Tous" }
  var searchMore: String { "Afficher la suite" }
  var searchNeedsScript: String {
    "La recherche a besoin de JavaScript. Tout le reste de ce site s’en passe."
  }
  var searchNotBuilt: String {
    "La recherche n’est pas possible : ce site a été construit sans index."
  }
  var searchMissing: String {
    "La recherche n’est pas possible ici : l’index n’a pas été construit, ou ne peut être chargé."
  }
  var madeWith: String { "Réalisé avec Chancery" }
  func licensed(_ name: String) -> String { "Texte sous \(name)" }

  var otherBriefs: String { "Autres notes d’analyse" }
  func allBriefs(_ count: Int) -> String { "Les \(grouped(count)) notes d’analyse" }
  func count(_ briefs: Int) -> String {
    briefs < 2 ? "\(briefs) note d’analyse" : "\(grouped(briefs)) notes d’analyse"
  }
  var byYear: String { "Années" }
  var undated: String { "Sans date" }
  var noBriefs: String { "Aucune note d’analyse n’a encore été publiée." }
  func briefs(on topic: String) -> String { "Notes d’analyse\(colon)\(topic)" }

  var abstract: String { "Résumé" }
  var keyFindings: String { "Principaux constats" }
  var glance: String { "Chiffres clés" }
  var contents: String { "Sommaire" }
  var inThisSection: String { "Dans cette section" }
  var alsoInBrief: String { "Aussi dans cette note d’analyse" }
  var readFromStart: String { "Commencer la lecture" }
  var readBrief: String { "Lire la note d’analyse" }
  var whole: String { "Le texte entier sur une page" }
  var wholeShort: String { "Texte entier" }
  var opening: String { "Ouverture" }
  func notes(_ count: Int) -> String { "Notes (\(count))" }
  var sources: String { "Sources" }
  var tables: String { "Tableaux" }
  var events: String { "Événements" }
  var maps: String { "Cartes" }
  var sections: String { "Sections" }
  var previous: String { "Précédent" }
  var next: String { "Suivant" }
  var endOfSection: String { "Retour à la note d’analyse" }

  var publication: String { "À propos de cette publication" }
  var series: String { "Série" }
  var published: String { "Publication" }
  var doi: String { "DOI" }
  var isbn: String { "ISBN" }
  var issn: String { "ISSN" }
  var catalogue: String { "Numéro de catalogue" }
  var publisher: String { "Éditeur" }
  var project: String { "Projet" }
  var funder: String { "Financement" }
  var licence: String { "Licence" }
  var disclaimer: String { "Avertissement" }
  var original: String { "Original" }
  var howToCite: String { "Pour citer" }
  var revisions: String { "Révisions" }
  func updated(_ date: String) -> String { "Mis à jour le \(date)" }
  var earlierWording: String { "Formulation antérieure" }
  var before: String { "Avant" }
  var now: String { "Désormais" }
  var related: String { "Notes d’analyse liées" }

  func readingTime(_ minutes: Int) -> String {
    minutes == 1 ? "environ une minute de lecture" : "environ \(minutes) minutes de lecture"
  }
  var draft: String { "Brouillon" }
  func holdsEverything(_ audiences: String) -> String {
    "Cette édition contient tout, y compris ce qui est réservé à certains destinataires : \(audiences). Elle n’est pas destinée à la publication."
  }

  var notFound: String { "Page introuvable" }
  var notFoundText: String {
    "Il n’y a pas de page à cette adresse. Elle a pu être déplacée, ou l’adresse mal saisie."
  }
  func moved(_ title: String) -> String { "Déplacé\(colon)\(title)" }
  var movedText: String { "Cette note d’analyse se trouve désormais ici\u{A0}:" }

  var zones: String { "Zones" }
  var zone: String { "Zone" }
  var category: String { "Catégorie" }
  var confidence: String { "Certitude" }
  func confidence(_ confidence: Zone.Confidence) -> String {
    switch confidence {
    case .stated: "énoncée"
    case .inferred: "déduite"
    case .schematic: "schématique"
    }
  }
  var area: String { "Superficie, km²" }
  var areaByDate: String { "Superficie à chaque date, km²" }
  var support: String { "Énoncée dans" }
  var criterion: String { "Pourquoi elle y figure" }
  var placesShown: String { "Lieux représentés" }
  var place: String { "Lieu" }
  var kind: String { "Type" }
  var latitude: String { "Latitude" }
  var longitude: String { "Longitude" }
  var basis: String { "Fondement" }
  var coordinates: String { "Coordonnées" }
  var approximate: String { "approximatif" }
  var movements: String { "Mouvements et routes" }
  func movement(from: String, to: String) -> String { "\(from) vers \(to)" }
  var callouts: String { "Événements sur la carte" }
  func shownAbove(_ label: String) -> String { "\(label)\(colon)voir plus haut." }
  func downloadCSV(_ table: String) -> String { "Télécharger en CSV\(colon)\(table)" }
  var downloadMap: String { "Télécharger cette carte" }
  var asDrawing: String { "en dessin (SVG)" }
  var asData: String { "en données (GeoJSON)" }
  var onTheMaps: String { "Sur les cartes" }
  func position(of place: String) -> String { "Situation\(colon)\(place)" }
  var source: String { "Source" }
  var notKnown: String { "inconnu" }

  var publishedWorks: String { "Publications" }
  var interviews: String { "Entretiens et observations" }
  var date: String { "Date" }
  var who: String { "Qui" }
  var location: String { "Où" }
  var usedIn: String { "Notes" }
  func usedIn(_ count: Int) -> String { count < 2 ? "Note" : "Notes" }
  var observation: String { "observation de terrain" }
  var someInterviews: String { "Entretiens" }
  var oneInterview: String { "Entretien" }
  func interviews(with role: String) -> String { "Entretiens\(colon)\(role)" }
  func interview(with role: String) -> String { "Entretien\(colon)\(role)" }
  var editors: String { "dir." }
  func edition(_ number: Int) -> String { number == 1 ? "1re éd." : "\(number)e éd." }
  func version(_ number: String) -> String { "version \(number)" }
  var undatedWork: String { "s. d." }

  var mentionedIn: String { "Mentionné dans" }
  var abstractInText: String { "page d’ouverture" }
  var areas: String { "Zones d’action" }
  var relations: String { "Relations" }
  var within: String { "Dans" }
  var orcid: String { "ORCID" }
  var website: String { "Site web" }

  func map(_ number: Int) -> String { "Carte \(number)" }
  func table(_ number: Int) -> String { "Tableau \(number)" }
  func section(_ number: Int) -> String { "Section \(number)" }
  func noteInText(_ number: Int) -> String { "note \(number)" }
  func note(_ number: Int) -> String { "Note \(number)" }
  func backToReference(_ ordinal: Int, of count: Int, note: Int) -> String {
    count == 1
      ? "\(backToText), note \(note)" : "\(backToText), appel \(ordinal) de la note \(note)"
  }
  func sameAs(_ number: Int) -> String { "Voir la note \(number)" }
  var tableInText: String { "Tableau" }
  var interview: String { "entretien" }
  var notes: String { "Notes" }
  var backToText: String { "Retour au texte" }
  func callOut(_ kind: CallOut) -> String {
    switch kind {
    case .note: "Remarque"
    case .tip: "Conseil"
    case .important: "Important"
    case .warning: "Avertissement"
    case .caution: "Attention"
    }
  }

  var downloads: String { "Pour imprimer et lire hors ligne" }
  var fullBrief: String { "Le texte entier" }
  var onePager: String { "En une page" }
  var mapPack: String { "Les cartes" }
  var ebook: String { "Livre numérique" }
  var packsOfSeveral: String { "Dossiers" }
  func pages(_ count: Int) -> String { count < 2 ? "\(count) page" : "\(grouped(count)) pages" }

  var pageInText: String { "page" }
  var ofPages: String { "sur" }
  var readOn: String { "Pour en savoir plus" }
  var thisOnTheWeb: String { "Ce document sur le web" }
  var sourcesAndInterviews: String { "Sources et entretiens" }
  var furtherNotes: String { "Autres notes" }
  var furtherFigures: String { "Cartes, graphiques et tableaux" }
  var setWith: String { "Composé avec Chancery et Typst." }
  var numbersOfWhole: String { "Les numéros renvoient aux notes du document complet." }

  var onTheWeb: String { "Sur le web" }
  var landmarks: String { "Repères" }
  var cover: String { "Page de titre" }
  var accessibleText: String {
    "Texte structuré par des titres, avec une table des matières\u{202F}; chaque appel de note est "
      + "un lien, et chaque note ramène au texte."
  }
  var accessibleMaps: String { "Chaque carte est décrite en mots et en tableaux." }
  var accessiblePictures: String { "Les images ont un texte de remplacement." }
  var inaccessiblePictures: String { "Certaines images n’ont pas de texte de remplacement." }

  var languages: String { "Langues" }
  func name(ofLanguage tag: String) -> String? {
    [
      "ar": "arabe", "de": "allemand", "en": "anglais", "es": "espagnol", "fa": "persan",
      "fr": "français", "he": "hébreu", "it": "italien", "ku": "kurde", "pt": "portugais",
      "ru": "russe", "so": "somali", "sw": "swahili", "tr": "turc", "uk": "ukrainien",
      "ur": "ourdou",
      "zh": "chinois",
    ][tag]
  }
  func sectionUntranslated(written: String) -> String {
    "Cette section n’est pas traduite ; elle figure ici dans la langue d’origine (\(written))."
  }
  func pageUntranslated(written: String) -> String {
    "Cette page n’est pas traduite ; elle figure ici dans la langue d’origine (\(written))."
  }
  func partlyTranslated(sections: Int, of all: Int, written: String) -> String {
    sections == 0
      ? "Le texte de cette note n’est pas traduit ; il figure ici dans la langue d’origine (\(written))."
      : "\(number(sections)) des \(number(all)) sections de cette note sont traduites ; les autres figurent ici dans la langue d’origine (\(written))."
  }

  var numerals: Numerals { .european }
  var months: [String] {
    [
      "janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre",
      "octobre", "novembre", "décembre",
    ]
  }
  func day(_ day: Int) -> String { day == 1 ? "1er" : "\(day)" }
  func from(_ date: PartialDate) -> String {
    "depuis \(date.day == nil ? "" : "le ")\(self.date(date))"
  }
  func until(_ date: PartialDate) -> String {
    "jusqu’\(date.day == nil ? "en" : "au") \(self.date(date))"
  }
  var thousands: String { "\u{202F}" }
  var decimal: String { "," }
  var bytes: [String] { ["octets", "ko", "Mo", "Go"] }
  var listComma: String { ", " }
  var listLast: String { " et " }
  var colon: String { "\u{A0}: " }
  var quotes: (open: String, close: String) { ("«\u{A0}", "\u{A0}»") }

  var takeCitation: String { "Pour un gestionnaire de références\u{A0}:" }
  func renderedAt(_ address: String) -> String {
    "Restitué en d’autres mots à l’adresse \(address)"
  }
  var jsonFeed: String { "Flux JSON" }
  var linkToParagraph: String { "Lien vers ce paragraphe" }
  var archivedCopy: String { "copie archivée" }
  func archived(on date: String) -> String { "copie archivée du \(date)" }
  var allSeries: String { "Collections" }
}

// Graphiques.
extension FrenchStrings {
  func chart(_ number: Int) -> String { "Graphique \(number)" }
  var charts: String { "Graphiques" }
  var downloadChart: String { "Télécharger ce graphique" }
  var asTable: String { "en tableau (CSV)" }
  func data(of label: String) -> String { "Données\(colon)\(label)" }
  var interviewsByMonth: String { "Entretiens par mois" }
  var interviewsByPlace: String { "Entretiens par lieu" }
  var accessibleCharts: String {
    "Chaque graphique est décrit en mots et accompagné d’un tableau de ses chiffres."
  }

  func kind(of chart: Chart.Kind) -> String {
    switch chart {
    case .bar: "Diagramme en barres"
    case .stackedBar: "Diagramme en barres empilées"
    case .line: "Graphique en courbes"
    case .dot: "Diagramme à points"
    case .timeline: "Frise chronologique"
    }
  }
  var chartEvent: String { "Événement" }
  func chartQualifier(_ sign: String) -> String {
    switch sign {
    case ">": "plus de"
    case "≥": "au moins"
    case "<": "moins de"
    case "≤": "au plus"
    default: "environ"
    }
  }
  func chartInexact(_ signs: String) -> String {
    "Les contours discontinus signalent des chiffres qui ne sont pas exacts\(colon)\(signs)."
  }
  func chartTotalSigns(_ signs: String) -> String { "Signes devant les totaux\(colon)\(signs)." }
  var chartLeastTotals: String {
    "Un total dont seul le minimum est connu laisse de côté les parts dont seul le maximum est connu."
  }
  func chartGaps(_ names: String) -> String { "Inconnu\(colon)\(names)." }
  func chartUndated(_ count: Int) -> String {
    count == 1
      ? "1 entretien sans date n’est pas compté."
      : "\(count) entretiens sans date ne sont pas comptés."
  }
  func chartUnplaced(_ count: Int) -> String {
    count == 1
      ? "1 entretien sans lieu n’est pas compté."
      : "\(count) entretiens sans lieu ne sont pas comptés."
  }
  var chartMonthsLeftOut: String { "Les mois sans entretien ne figurent pas." }
  var chartSeveralPeople: String { "Un entretien avec plusieurs personnes compte une fois." }
  var chartSeveralPlaces: String {
    "Un entretien mené en plusieurs lieux compte pour chacun d’eux."
  }
  var chartPartialDates: String {
    "Un repère vide signale une date connue au mois ou à l’année seulement."
  }
  func chartRange(_ count: Int, from least: String, to greatest: String) -> String {
    "\(count) au total, de \(least) à \(greatest)"
  }
  func chartMore(_ count: Int) -> String { count == 1 ? "1 autre" : "\(count) autres" }
}

// Pages de fiches.
extension FrenchStrings {
  var timeline: String { "Chronologie" }
  var wholeTimeline: String { "La chronologie de toutes les notes d’analyse" }
  var atlas: String { "Atlas" }
  var indexOfNames: String { "Index de A à Z" }
  var letters: String { "Lettres" }
  var mentions: String { "Mentions" }
  func more(mentions count: Int) -> String {
    count < 2
      ? "\(count) autre mention dans cette note d’analyse"
      : "\(grouped(count)) autres mentions dans cette note d’analyse"
  }
  func count(mentions: Int) -> String {
    mentions < 2 ? "\(mentions) mention" : "\(grouped(mentions)) mentions"
  }
  var relationsStatedByOthers: String { "Relations indiquées aux pages d’autres acteurs" }
  var otherKinds: String { "Autres" }
  var placesWithin: String { "Lieux qui s’y trouvent" }
  var zonesAround: String { "Zones où il se trouve" }
  var placesByRegion: String { "Lieux par région" }
  var otherPlaces: String { "Ailleurs" }
  func count(events: Int) -> String {
    events < 2 ? "\(events) événement" : "\(grouped(events)) événements"
  }
  func name(of kind: IndexedKind) -> String {
    switch kind {
    case .actor: "acteur"
    case .place: "lieu"
    case .term: "terme"
    case .person: "auteur"
    case .topic: "thème"
    case .series: "série"
    case .event: "événement"
    }
  }
}
