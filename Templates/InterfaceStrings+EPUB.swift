// The words of electronic publications alone.
extension InterfaceStrings {
  var onTheWeb: String {
    switch primary {
    case "fr": "Sur le web"
    case "ar": "على الإنترنت"
    default: "On the web"
    }
  }

  var landmarks: String {
    switch primary {
    case "fr": "Repères"
    case "ar": "معالم"
    default: "Landmarks"
    }
  }

  var cover: String {
    switch primary {
    case "fr": "Page de titre"
    case "ar": "صفحة العنوان"
    default: "Title page"
    }
  }

  /// What is accessible of a publication, in a sentence or two.
  func accessibility(hasPictures: Bool, areDescribed: Bool, hasMaps: Bool) -> String {
    let parts: [String?]
    switch primary {
    case "fr":
      parts = [
        "Texte structuré par des titres, avec une table des matières ; chaque appel de note est un lien, et chaque note ramène au texte.",
        hasMaps ? "Chaque carte est décrite en mots et en tableaux." : nil,
        hasPictures && areDescribed ? "Les images ont un texte de remplacement." : nil,
        hasPictures && !areDescribed ? "Certaines images n’ont pas de texte de remplacement." : nil,
      ]
    case "ar":
      parts = [
        "نص منظَّم بالعناوين مع فهرس للمحتويات، وكل إحالة إلى حاشية رابط، وكل حاشية تعود إلى النص.",
        hasMaps ? "كل خريطة موصوفة بالكلمات والجداول." : nil,
        hasPictures && areDescribed ? "للصور نص بديل." : nil,
        hasPictures && !areDescribed ? "بعض الصور بلا نص بديل." : nil,
      ]
    default:
      parts = [
        "Text structured by headings, with a table of contents; each reference to a note is a link, and each note leads back to the text.",
        hasMaps ? "Each map is described in words and tables." : nil,
        hasPictures && areDescribed ? "Pictures have text alternatives." : nil,
        hasPictures && !areDescribed ? "Some pictures have no text alternative." : nil,
      ]
    }
    return parts.compactMap(\.self).joined(separator: " ")
  }

  private var primary: String { language.prefix { $0 != "-" }.lowercased() }
}
