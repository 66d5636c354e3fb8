extension MapWords {
  static let english = MapWords(
    baseMap: "Base map: ",
    legend: "Legend",
    layersTitle: "Show or hide parts of the map",
    movements: "Movements and routes",
    events: "Events",
    places: "Places",
    route: "Route",
    at: "at",
    approximate: "Hollow symbol: approximate position",
    approximateRemark: " (approximate)",
    inferredOutline: "Dashed outline: inferred from the text",
    schematicOutline: "Dotted outline: schematic, for orientation only",
    inferredRemark: "inferred",
    schematicRemark: "schematic",
    listComma: ", ",
    listLast: " and ",
    kilometres: "km",
    metres: "m",
    northLetter: "N",
    north: "N",
    south: "S",
    east: "E",
    west: "W",
    months: [
      "January", "February", "March", "April", "May", "June", "July", "August", "September",
      "October", "November", "December",
    ],
    day: { "\($0) \($1) \($2)" },
    asOf: { "As of \($0)" },
    movement: { "From \($0) to \($1)" },
    scale: { "\($0) at \($1)" },
    inset: "A small map in a corner shows where this one lies.",
    symbols: {
      switch $0 {
      case .city: "City"
      case .town: "Town"
      case .village: "Village"
      case .neighbourhood: "Neighbourhood"
      case .site: "Site"
      case .camp: "Camp"
      case .crossing: "Road or crossing"
      case .area: "Area"
      }
    },
    layers: {
      switch $0 {
      case .borders: "International border"
      case .boundaries: "Boundary within a country"
      case .rivers: "River"
      case .lakes: "Lake"
      case .coast: "Coast"
      case .roads: "Road"
      case .land, .sea, .countries, .other: nil
      }
    })
}
