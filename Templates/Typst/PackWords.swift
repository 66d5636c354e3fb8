/// Words that only documents for print say.
struct PackWords {
  var page: String
  var of: String
  var keyMap: String
  var readOn: String
  var onTheWeb: String
  var glossary: String
  var sources: String
  var furtherNotes: String
  var further: String
  var setWith: String

  init(language: String) {
    switch language.prefix(while: { $0 != "-" }).lowercased() {
    case "fr":
      self.init(
        page: "page", of: "sur", keyMap: "Carte principale", readOn: "Pour en savoir plus",
        onTheWeb: "Ce document sur le web", glossary: "Glossaire",
        sources: "Sources et entretiens", furtherNotes: "Autres notes",
        further: "Cartes et tableaux", setWith: "Composé avec Chancery et Typst.")
    case "ar":
      self.init(
        page: "صفحة", of: "من", keyMap: "الخريطة الرئيسية", readOn: "لقراءة المزيد",
        onTheWeb: "هذه الوثيقة على الإنترنت", glossary: "مسرد المصطلحات",
        sources: "المصادر والمقابلات", furtherNotes: "حواشٍ أخرى",
        further: "خرائط وجداول", setWith: "نُضِّدت هذه الوثيقة ببرنامجي Chancery وTypst.")
    default:
      self.init(
        page: "page", of: "of", keyMap: "Key map", readOn: "Read on",
        onTheWeb: "This document on the web", glossary: "Glossary",
        sources: "Sources and interviews", furtherNotes: "Other notes",
        further: "Maps and tables", setWith: "Set with Chancery and Typst.")
    }
  }

  private init(
    page: String, of: String, keyMap: String, readOn: String, onTheWeb: String, glossary: String,
    sources: String, furtherNotes: String, further: String, setWith: String
  ) {
    self.page = page
    self.of = of
    self.keyMap = keyMap
    self.readOn = readOn
    self.onTheWeb = onTheWeb
    self.glossary = glossary
    self.sources = sources
    self.furtherNotes = furtherNotes
    self.further = further
    self.setWith = setWith
  }
}
