internal import HTML
internal import Model

/// The documents that a brief can be printed from and read in offline, packs of several that hold it
/// among them.
struct Downloads: Markup {
  let context: PageContext
  let index: Int

  func write(to sink: inout Sink) {
    let packs = context.portal.builtPacks.of(brief: index).filter { !$0.document.isCard }
    guard !packs.isEmpty else { return }
    nav(.class("also packs"), .ariaLabel(context.strings.downloads)) {
      h2(.class("label")) { context.strings.downloads }
      PackLinks(context: context, packs: packs)
    }.write(to: &sink)
    sink.append("\n")
  }
}

/// The portal's packs of several briefs.
struct PacksOfSeveral: Markup {
  let context: PageContext

  func write(to sink: inout Sink) {
    let packs = context.portal.builtPacks.ofSeveral
    guard !packs.isEmpty else { return }
    section(.class("packs")) {
      h2 { context.strings.packsOfSeveral }
      PackLinks(context: context, packs: packs)
    }.write(to: &sink)
    sink.append("\n")
  }
}

/// Documents by name, each with its format, pages and size.
struct PackLinks: Markup {
  let context: PageContext
  let packs: [BuiltPack]

  func write(to sink: inout Sink) {
    ul {
      for pack in packs {
        li {
          a(
            .href(context.links.href(path: pack.sitePath)), .type(pack.document.mediaType),
            language(of: pack.document).map { Attribute("lang", $0) }
          ) { name(of: pack.document) }
          Raw(" ")
          span { context.strings.description(of: pack) }
        }
      }
    }.write(to: &sink)
  }

  private func name(of document: PackDocument) -> String {
    switch document {
    case .brief: context.strings.fullBrief
    case .onePage: context.strings.onePager
    case .maps: context.strings.mapPack
    case .epub: context.strings.ebook
    case .card: ""
    case .pack(let pack): context.portal.packs[pack].title
    }
  }

  /// That of a pack's title, where the page is in another.
  private func language(of document: PackDocument) -> String? {
    guard case .pack(let pack) = document else { return nil }
    let language = context.portal.packs[pack].language
    return language == context.language ? nil : language
  }
}

/// “PDF, 27 pages, 1.2 MB”: a link to the whole brief in print; nothing where it is not built.
struct PDFLink: Markup {
  let context: PageContext
  let index: Int

  func write(to sink: inout Sink) {
    guard let pack = context.portal.builtPacks[.brief(index)] else { return }
    sink.append(" ")
    a(.href(context.links.href(path: pack.sitePath)), .type(pack.document.mediaType)) {
      context.strings.description(of: pack)
    }.write(to: &sink)
  }
}

extension InterfaceStrings {
  /// “PDF, 27 pages, 1.2 MB”.
  func description(of pack: BuiltPack) -> String {
    let parts = [pack.document.format, pack.pages.map(pages), fileSize(pack.size)]
    return parts.compactMap(\.self).joined(separator: listComma)
  }
}

extension PackDocument {
  /// Whether it holds one brief, and all of it.
  var isWhole: Bool {
    switch self {
    case .brief, .epub: true
    case .onePage, .maps, .card, .pack: false
    }
  }

  /// Whether it is for others who link to a brief, and not for its readers.
  var isCard: Bool { if case .card = self { true } else { false } }

  /// As it is known to readers.
  var format: String {
    switch self {
    case .epub: "EPUB"
    case .card: "PNG"
    default: "PDF"
    }
  }

  var mediaType: String {
    switch self {
    case .epub: "application/epub+zip"
    case .card: "image/png"
    default: "application/pdf"
    }
  }
}
