extension MapWords {
  static let french = MapWords(
    baseMap: "Fond de carte : ",
    legend: "Légende",
    layersTitle: "Afficher ou masquer des parties de la carte",
    movements: "Mouvements et itinéraires",
    events: "Événements",
    places: "Lieux",
    route: "Itinéraire",
    at: "à",
    approximate: "Symbole évidé : position approximative",
    approximateRemark: " (position approximative)",
    inferredOutline: "Contour en tirets : déduit du texte",
    schematicOutline: "Contour pointillé : schématique, pour l’orientation seulement",
    inferredRemark: "déduit",
    schematicRemark: "schématique",
    listComma: ", ",
    listLast: " et ",
    kilometres: "km",
    metres: "m",
    northLetter: "N",
    north: "N",
    south: "S",
    east: "E",
    west: "O",
    months: [
      "janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre",
      "octobre", "novembre", "décembre",
    ],
    day: { "\($0 == 1 ? "1er" : String($0)) \($1) \($2)" },
    asOf: { "Situation en date de \($0)" },
    movement: { "\($0) vers \($1)" },
    scale: { "\($0) à \($1)" },
    inset: "Une petite carte, dans un coin, situe celle-ci.",
    symbols: {
      switch $0 {
      case .city: "Ville"
      case .town: "Petite ville"
      case .village: "Village"
      case .neighbourhood: "Quartier"
      case .site: "Site"
      case .camp: "Camp"
      case .crossing: "Route ou point de passage"
      case .area: "Région"
      }
    },
    layers: {
      switch $0 {
      case .borders: "Frontière internationale"
      case .boundaries: "Limite administrative"
      case .rivers: "Cours d’eau"
      case .lakes: "Lac"
      case .coast: "Côte"
      case .roads: "Route"
      case .land, .sea, .countries, .other: nil
      }
    })
}
