/// Words that only documents for print say.
struct PackWords {
  var page: String
  var of: String
  var readOn: String
  var onTheWeb: String
  var glossary: String
  var sources: String
  var furtherNotes: String
  var further: String
  var setWith: String
  var noteNumbers: String

  init(language: String) {
    switch language.prefix(while: { $0 != "-" }).lowercased() {
    case "fr":
      self.init(
        page: "page", of: "sur", readOn: "Pour en savoir plus",
        onTheWeb: "Ce document sur le web", glossary: "Glossaire",
        sources: "Sources et entretiens", furtherNotes: "Autres notes",
        further: "Cartes et tableaux", setWith: "Composé avec Chancery et Typst.",
        noteNumbers: "Les numéros renvoient aux notes du document complet.")
    case "ar":
      self.init(
        page: "صفحة", of: "من", readOn: "لقراءة المزيد",
        onTheWeb: "هذه الوثيقة على الإنترنت", glossary: "مسرد المصطلحات",
        sources: "المصادر والمقابلات", furtherNotes: "حواشٍ أخرى",
        further: "خرائط وجداول", setWith: "نُضِّدت هذه الوثيقة ببرنامجي Chancery وTypst.",
        noteNumbers: "الأرقام هي أرقام الحواشي في الوثيقة الكاملة.")
    default:
      self.init(
        page: "page", of: "of", readOn: "Read on",
        onTheWeb: "This document on the web", glossary: "Glossary",
        sources: "Sources and interviews", furtherNotes: "Other notes",
        further: "Maps and tables", setWith: "Set with Chancery and Typst.",
        noteNumbers: "Numbers are those of the notes in the whole brief.")
    }
  }

  private init(
    page: String, of: String, readOn: String, onTheWeb: String, glossary: String,
    sources: String, furtherNotes: String, further: String, setWith: String, noteNumbers: String
  ) {
    self.page = page
    self.of = of
    self.readOn = readOn
    self.onTheWeb = onTheWeb
    self.glossary = glossary
    self.sources = sources
    self.furtherNotes = furtherNotes
    self.further = further
    self.setWith = setWith
    self.noteNumbers = noteNumbers
  }
}
