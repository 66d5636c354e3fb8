/// Documents that are made of a portal: for printing, and for reading devices.
public enum PackDocument: Sendable, Hashable {
  /// A brief whole, as PDF; index in `Portal.briefs`, as in all that follow but the last.
  case brief(Int)
  /// A brief on one side of a sheet, as PDF.
  case onePage(Int)
  /// A brief's maps, one on each page, as PDF.
  case maps(Int)
  /// A brief whole, as EPUB.
  case epub(Int)
  /// A picture that stands for a brief where others link to it, as PNG.
  case card(Int)
  /// Several briefs in one PDF; index in `Portal.packs`.
  case pack(Int)

  /// The brief that it is made of; none for a pack.
  public var brief: Int? {
    switch self {
    case .brief(let index), .onePage(let index), .maps(let index), .epub(let index),
      .card(let index):
      index
    case .pack: nil
    }
  }
}

/// What a portal has made of each brief; the raw value is its name in `portal.yaml`.
public enum PackKind: String, Sendable, CaseIterable, Hashable {
  case brief
  case onePage = "one-page"
  case maps, epub, card
}

/// A size of paper.
public enum Paper: String, Sendable, CaseIterable, Hashable {
  case a4
  case letter
}

/// How a portal's documents are made and set.
public struct PackSettings: Sendable, Equatable {
  public var paper = Paper.a4
  /// What stands at the head and foot of every page, such as a classification.
  public var marking: String?
  /// What is made of each brief.
  public var kinds = PackKind.allCases

  public init() {}
}

/// Several briefs, or sections of them, as one document.
public struct Pack: Sendable, Equatable {
  /// The name of its file without the ending.
  public var id: String
  public var title: String
  public var subtitle: String?
  public var date: PartialDate?
  public var language: String
  /// Blocks, without notes.
  public var introduction: Prose
  /// In the order of reading; never empty.
  public var parts: [Part]
  /// What the portal's settings say where it says nothing.
  public var paper: Paper?
  public var marking: String?
  /// The file that says what it is, relative to the content folder.
  public var file: String

  /// A brief, or some of its sections.
  public struct Part: Sendable, Equatable {
    /// Index in `Portal.briefs`.
    public var brief: Int
    /// Indices in `Brief.sections`, in the order of reading; `nil` for the whole brief.
    public var sections: [Int]?

    public init(brief: Int, sections: [Int]? = nil) {
      self.brief = brief
      self.sections = sections
    }
  }

  public init(id: String, title: String, language: String, file: String) {
    self.id = id
    self.title = title
    self.language = language
    self.file = file
    introduction = Prose()
    parts = []
  }
}

/// A document that stands ready, for pages to link to.
public struct BuiltPack: Sendable, Equatable {
  public var document: PackDocument
  /// Below the folder of packs.
  public var path: String
  /// In bytes.
  public var size: Int
  /// `nil` for a document without pages.
  public var pages: Int?

  /// Its path below the site's root: `packs/…`, but that of a brief beside the brief's page, as Google Scholar
  /// takes no other (https://scholar.google.com/intl/en/scholar/inclusion.html).
  public var sitePath: String {
    if case .brief = document, let name = path.split(separator: "/").last {
      return "briefs/\(name)"
    }
    return "packs/" + path
  }

  public init(document: PackDocument, path: String, size: Int, pages: Int?) {
    self.document = document
    self.path = path
    self.size = size
    self.pages = pages
  }
}

/// The documents that stand ready, by what they are made of.
public struct BuiltPacks: Sendable, Equatable {
  /// In the order of the portal's documents.
  public let all: [BuiltPack]
  /// The packs of several briefs among them.
  public let ofSeveral: [BuiltPack]
  private let byBrief: [Int: [BuiltPack]]

  public init() {
    all = []
    ofSeveral = []
    byBrief = [:]
  }

  public init(_ packs: [BuiltPack], of portal: Portal) {
    all = packs
    var ofSeveral: [BuiltPack] = []
    var byBrief: [Int: [BuiltPack]] = [:]
    for built in packs {
      if let brief = built.document.brief { byBrief[brief, default: []].append(built) }
      guard case .pack(let index) = built.document else { continue }
      ofSeveral.append(built)
      for brief in Set(portal.packs[index].parts.map(\.brief)) {
        byBrief[brief, default: []].append(built)
      }
    }
    self.ofSeveral = ofSeveral
    self.byBrief = byBrief
  }

  /// Those of a brief, then the packs of several that hold some of it.
  public func of(brief: Int) -> [BuiltPack] { byBrief[brief] ?? [] }

  public subscript(document: PackDocument) -> BuiltPack? {
    document.brief.map(of).flatMap { $0.first { $0.document == document } }
      ?? ofSeveral.first { $0.document == document }
  }
}

extension Portal {
  /// Where a document's file stands below the folder of packs: `SLUG/SLUG-maps.pdf`, `ID.pdf`.
  public func path(of document: PackDocument) -> String {
    func path(_ brief: Int, _ end: String) -> String {
      "\(briefs[brief].slug)/\(briefs[brief].slug)\(end)"
    }
    return switch document {
    case .brief(let brief): path(brief, ".pdf")
    case .onePage(let brief): path(brief, "-one-page.pdf")
    case .maps(let brief): path(brief, "-maps.pdf")
    case .epub(let brief): path(brief, ".epub")
    case .card(let brief): path(brief, ".png")
    case .pack(let pack): "\(packs[pack].id).pdf"
    }
  }

  /// Everything that the portal has made: of each brief what its settings say, a brief without maps
  /// having no map pack, then its packs.
  public var packDocuments: [PackDocument] {
    var documents: [PackDocument] = []
    for (index, brief) in briefs.enumerated() {
      for kind in packSettings.kinds {
        switch kind {
        case .brief: documents.append(.brief(index))
        case .onePage: documents.append(.onePage(index))
        case .maps: if !brief.maps.isEmpty { documents.append(.maps(index)) }
        case .epub: documents.append(.epub(index))
        case .card: documents.append(.card(index))
        }
      }
    }
    documents += packs.indices.map { .pack($0) }
    return sitePath.isEmpty ? documents : documents.filter(isTranslated)
  }

  /// Whether what a document is mostly made of is in the portal's language.
  private func isTranslated(_ document: PackDocument) -> Bool {
    switch document {
    case .brief(let index), .epub(let index):
      briefs[index].sections.allSatisfy { $0.language == nil }
    case .onePage(let index):
      briefs[index].language(of: "abstract") == nil
        || briefs[index].language(of: "keyFindings") == nil
    case .card(let index): briefs[index].language(of: "title") == nil
    case .maps(let index): briefs[index].maps.contains { $0.language == nil }
    case .pack(let index):
      packs[index].parts.allSatisfy { part in
        briefs[part.brief].sections.allSatisfy { $0.language == nil }
      }
    }
  }
}
