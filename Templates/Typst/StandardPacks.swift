public import Cartography
public import Model

/// The source of a document for print by the standard templates; `nil` for a document that is not
/// made by Typst.
public func standardSource(
  of document: PackDocument, in portal: Portal, maps: MapDrawings
) -> PackSource? {
  func writer(_ brief: Int) -> PackDocumentWriter {
    PackDocumentWriter(portal: portal, maps: maps, brief: brief)
  }
  return switch document {
  case .brief(let brief): writer(brief).source(.brief)
  case .onePage(let brief): writer(brief).source(.onePage)
  case .maps(let brief): writer(brief).source(.maps)
  case .pack(let pack):
    SeveralBriefsWriter(portal: portal, maps: maps, pack: portal.packs[pack]).source()
  case .card(let brief): CardWriter(portal: portal, maps: maps, index: brief).source()
  case .epub: nil
  }
}
