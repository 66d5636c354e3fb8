// Cartography: a zone map's data becomes SVG.
// In: a Model.ZoneMap with its portal. Out: SVG markup through the HTML target's sink, and areas in km².
// Owns GEOS: its geometries never leave this target.
