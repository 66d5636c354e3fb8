internal import Model

struct ArabicStrings: InterfaceStrings {
  let numerals: Numerals

  var skipToText: String { "انتقل إلى النص" }
  var siteNavigation: String { "الموقع" }
  var moreNavigation: String { "صفحات أخرى في الموقع" }
  var breadcrumb: String { "مسار التصفح" }
  var home: String { "الرئيسية" }
  var briefs: String { "الموجزات" }
  var topics: String { "الموضوعات" }
  var authors: String { "المؤلفون" }
  var actors: String { "الفاعلون" }
  var places: String { "الأماكن" }
  var glossary: String { "مسرد المصطلحات" }
  var feed: String { "خلاصة Atom" }
  var search: String { "البحث" }
  var searchDescription: String { "البحث في نصوص جميع الموجزات." }
  var searchFor: String { "ابحث في جميع الموجزات عن" }
  var searching: String { "جارٍ البحث…" }
  var searchFound: String { "عدد الصفحات التي عُثر عليها: {n}" }
  var searchNone: String { "لا توجد صفحة فيها هذه الكلمات." }
  var searchAny: String { "الكل" }
  var searchMore: String { "عرض المزيد" }
  var searchNeedsScript: String {
    "يحتاج البحث إلى JavaScript، أما سائر الموقع فلا يحتاج إليها."
  }
  var searchNotBuilt: String { "لا يمكن البحث في هذا الموقع لأنه بُني بلا فهرس." }
  var searchMissing: String { "لا يمكن البحث هنا: لم يُبنَ الفهرس أو تعذّر تحميله." }
  var madeWith: String { "أُعدّ ببرنامج Chancery" }
  func licensed(_ name: String) -> String { "النص مرخَّص بموجب \(name)" }

  var otherBriefs: String { "موجزات أخرى" }
  func allBriefs(_ count: Int) -> String { "كل الموجزات (\(grouped(count)))" }
  func count(_ briefs: Int) -> String {
    counted(
      briefs, none: "لا موجزات", one: "موجز واحد", two: "موجزان", few: "موجزات",
      many: "موجزًا", other: "موجز")
  }
  var byYear: String { "السنوات" }
  var undated: String { "بلا تاريخ" }
  var noBriefs: String { "لم يُنشر أي موجز بعد." }
  func briefs(on topic: String) -> String { "موجزات عن \(topic)" }

  var abstract: String { "الملخص" }
  var keyFindings: String { "أبرز الاستنتاجات" }
  var glance: String { "أرقام في لمحة" }
  var contents: String { "المحتويات" }
  var inThisSection: String { "في هذا القسم" }
  var alsoInBrief: String { "في هذا الموجز أيضًا" }
  var readFromStart: String { "ابدأ القراءة" }
  var readBrief: String { "اقرأ الموجز" }
  var whole: String { "الموجز كاملًا في صفحة واحدة" }
  var wholeShort: String { "الموجز كاملًا" }
  var opening: String { "المستهل" }
  func notes(_ count: Int) -> String { "الحواشي (\(self.number(count)))" }
  var sources: String { "المصادر" }
  var tables: String { "الجداول" }
  var events: String { "الأحداث" }
  var maps: String { "الخرائط" }
  var sections: String { "الأقسام" }
  var previous: String { "السابق" }
  var next: String { "التالي" }
  var endOfSection: String { "العودة إلى الموجز" }

  var publication: String { "عن هذا المنشور" }
  var series: String { "السلسلة" }
  var published: String { "تاريخ النشر" }
  var doi: String { "DOI" }
  var isbn: String { "ISBN" }
  var issn: String { "ISSN" }
  var catalogue: String { "رقم الفهرس" }
  var publisher: String { "الناشر" }
  var project: String { "المشروع" }
  var funder: String { "الجهة الممولة" }
  var licence: String { "الرخصة" }
  var disclaimer: String { "إخلاء المسؤولية" }
  var original: String { "الأصل" }
  var howToCite: String { "طريقة الاقتباس" }
  var revisions: String { "المراجعات" }
  func updated(_ date: String) -> String { "حُدِّث في \(date)" }
  var earlierWording: String { "الصياغة السابقة" }
  var before: String { "قبل ذلك" }
  var now: String { "الآن" }
  var related: String { "موجزات ذات صلة" }

  func readingTime(_ minutes: Int) -> String {
    "مدة القراءة: نحو "
      + counted(
        minutes, none: "دقيقة", one: "دقيقة واحدة", two: "دقيقتين", few: "دقائق", many: "دقيقة",
        other: "دقيقة")
  }
  var draft: String { "مسودة" }
  func holdsEverything(_ audiences: String) -> String {
    "تتضمن هذه النسخة كل شيء، ومنها أجزاء مخصصة لفئات بعينها: \(audiences)؛ وهي غير معدّة للنشر."
  }

  var notFound: String { "الصفحة غير موجودة" }
  var notFoundText: String {
    "لا توجد صفحة في هذا العنوان. ربما نُقلت، أو كُتب العنوان خطأً."
  }
  func moved(_ title: String) -> String { "نُقل: \(title)" }
  var movedText: String { "نُقل هذا الموجز إلى" }

  var zones: String { "المناطق" }
  var zone: String { "المنطقة" }
  var category: String { "الفئة" }
  var confidence: String { "درجة اليقين" }
  func confidence(_ confidence: Zone.Confidence) -> String {
    switch confidence {
    case .stated: "مذكور صراحةً"
    case .inferred: "مستنتج"
    case .schematic: "تخطيطي"
    }
  }
  var area: String { "المساحة، كم²" }
  var areaByDate: String { "المساحة في كل تاريخ، كم²" }
  var support: String { "ورد في" }
  var criterion: String { "سبب إدراجه" }
  var placesShown: String { "الأماكن المبيّنة" }
  var place: String { "المكان" }
  var kind: String { "النوع" }
  var latitude: String { "خط العرض" }
  var longitude: String { "خط الطول" }
  var basis: String { "الأساس" }
  var coordinates: String { "الإحداثيات" }
  var approximate: String { "تقريبي" }
  var movements: String { "التحركات والطرق" }
  func movement(from: String, to: String) -> String { "من \(from) إلى \(to)" }
  var callouts: String { "الأحداث على الخريطة" }
  func shownAbove(_ label: String) -> String { "\(label): انظر أعلاه." }
  func downloadCSV(_ table: String) -> String { "تنزيل بصيغة CSV: \(table)" }
  var downloadMap: String { "تنزيل هذه الخريطة" }
  var asDrawing: String { "رسمًا (SVG)" }
  var asData: String { "بيانات (GeoJSON)" }
  var onTheMaps: String { "على الخرائط" }
  func position(of place: String) -> String { "موقع \(place)" }
  var source: String { "المصدر" }
  var notKnown: String { "غير معروف" }

  var publishedWorks: String { "الأعمال المنشورة" }
  var interviews: String { "المقابلات والمشاهدات" }
  var date: String { "التاريخ" }
  var who: String { "مع مَن" }
  var location: String { "أين" }
  var usedIn: String { "الحواشي" }
  func usedIn(_ count: Int) -> String {
    switch count {
    case 1: "الحاشية"
    case 2: "الحاشيتان"
    default: "الحواشي"
    }
  }
  var observation: String { "مشاهدة ميدانية" }
  var someInterviews: String { "مقابلات" }
  var oneInterview: String { "مقابلة" }
  func interviews(with role: String) -> String { "مقابلات مع \(role)" }
  func interview(with role: String) -> String { "مقابلة مع \(role)" }
  var editors: String { "تحرير" }
  func edition(_ edition: Int) -> String { "ط. \(number(edition))" }
  func version(_ number: String) -> String { "الإصدار \(number)" }
  var undatedWork: String { "د.ت." }

  var mentionedIn: String { "ورد ذكره في" }
  var abstractInText: String { "الصفحة الأولى" }
  var areas: String { "مناطق النشاط" }
  var relations: String { "العلاقات" }
  var within: String { "في" }
  var orcid: String { "ORCID" }
  var website: String { "الموقع الإلكتروني" }

  func map(_ number: Int) -> String { "الخريطة \(self.number(number))" }
  func table(_ number: Int) -> String { "الجدول \(self.number(number))" }
  func section(_ number: Int) -> String { "القسم \(self.number(number))" }
  func noteInText(_ number: Int) -> String { "الحاشية \(self.number(number))" }
  func note(_ number: Int) -> String { "الحاشية \(self.number(number))" }
  func backToReference(_ ordinal: Int, of count: Int, note: Int) -> String {
    count == 1
      ? "\(backToText)، الحاشية \(number(note))"
      : "\(backToText)، الإحالة \(number(ordinal)) إلى الحاشية \(number(note))"
  }
  func sameAs(_ number: Int) -> String { "انظر الحاشية \(self.number(number))" }
  var tableInText: String { "الجدول" }
  var interview: String { "مقابلة" }
  var notes: String { "الحواشي" }
  var backToText: String { "العودة إلى النص" }
  func callOut(_ kind: CallOut) -> String {
    switch kind {
    case .note: "ملاحظة"
    case .tip: "نصيحة"
    case .important: "مهم"
    case .warning: "تحذير"
    case .caution: "تنبيه"
    }
  }

  var downloads: String { "للطباعة والقراءة دون اتصال" }
  var fullBrief: String { "الموجز كاملًا" }
  var onePager: String { "في صفحة واحدة" }
  var mapPack: String { "الخرائط" }
  var ebook: String { "كتاب إلكتروني" }
  var packsOfSeveral: String { "ملفات الموجزات" }
  func pages(_ count: Int) -> String {
    counted(
      count, none: "لا صفحات", one: "صفحة واحدة", two: "صفحتان", few: "صفحات", many: "صفحة",
      other: "صفحة")
  }

  var pageInText: String { "صفحة" }
  var ofPages: String { "من" }
  var readOn: String { "لقراءة المزيد" }
  var thisOnTheWeb: String { "هذه الوثيقة على الإنترنت" }
  var sourcesAndInterviews: String { "المصادر والمقابلات" }
  var furtherNotes: String { "حواشٍ أخرى" }
  var furtherFigures: String { "خرائط ورسوم بيانية وجداول" }
  var setWith: String { "نُضِّدت هذه الوثيقة ببرنامجي Chancery وTypst." }
  var numbersOfWhole: String { "الأرقام هي أرقام الحواشي في الوثيقة الكاملة." }

  var onTheWeb: String { "على الإنترنت" }
  var landmarks: String { "معالم" }
  var cover: String { "صفحة العنوان" }
  var accessibleText: String {
    "نص منظَّم بالعناوين مع فهرس للمحتويات، وكل إحالة إلى حاشية رابط، وكل حاشية تعود إلى النص."
  }
  var accessibleMaps: String { "كل خريطة موصوفة بالكلمات والجداول." }
  var accessiblePictures: String { "للصور نص بديل." }
  var inaccessiblePictures: String { "بعض الصور بلا نص بديل." }

  // The names of the Levant and Iraq, then those of Egypt and the Gulf, as the United Nations write.
  var languages: String { "اللغات" }
  func name(ofLanguage tag: String) -> String? {
    [
      "ar": "العربية", "de": "الألمانية", "en": "الإنجليزية", "es": "الإسبانية", "fa": "الفارسية",
      "fr": "الفرنسية", "he": "العبرية", "it": "الإيطالية", "ku": "الكردية", "pt": "البرتغالية",
      "ru": "الروسية", "so": "الصومالية", "sw": "السواحلية", "tr": "التركية", "uk": "الأوكرانية",
      "ur": "الأردية", "zh": "الصينية",
    ][tag]
  }
  func sectionUntranslated(written: String) -> String {
    "لم يُترجَم هذا القسم، وهو معروض هنا باللغة \(written)."
  }
  func pageUntranslated(written: String) -> String {
    "لم تُترجَم هذه الصفحة، وهي معروضة هنا باللغة \(written)."
  }
  func partlyTranslated(sections: Int, of all: Int, written: String) -> String {
    sections == 0
      ? "لم يُترجَم نص هذا الموجز، وهو معروض هنا باللغة \(written)."
      : "عدد أقسام هذا الموجز المترجمة \(number(sections)) من \(number(all))، والأقسام الأخرى معروضة هنا باللغة \(written)."
  }

  var months: [String] {
    [
      "كانون الثاني/يناير", "شباط/فبراير", "آذار/مارس", "نيسان/أبريل", "أيار/مايو",
      "حزيران/يونيو", "تموز/يوليو", "آب/أغسطس", "أيلول/سبتمبر", "تشرين الأول/أكتوبر",
      "تشرين الثاني/نوفمبر", "كانون الأول/ديسمبر",
    ]
  }
  func day(_ day: Int) -> String { number(day) }
  func from(_ date: PartialDate) -> String { "منذ \(self.date(date))" }
  func until(_ date: PartialDate) -> String { "حتى \(self.date(date))" }
  var thousands: String { numerals.areEuropean ? "," : "\u{66C}" }
  var decimal: String { numerals.areEuropean ? "." : "\u{66B}" }
  var bytes: [String] { ["بايت", "ك.ب", "م.ب", "غ.ب"] }
  var listComma: String { "، " }
  var listLast: String { " و" }
  var colon: String { ": " }
  var quotes: (open: String, close: String) { ("«", "»") }

  /// A noun with its number, in the plural forms of the Unicode CLDR.
  private func counted(
    _ count: Int, none: String, one: String, two: String, few: String, many: String, other: String
  ) -> String {
    switch (count, count % 100) {
    case (0, _): none
    case (1, _): one
    case (2, _): two
    case (_, 3...10): "\(grouped(count)) \(few)"
    case (_, 11...99): "\(grouped(count)) \(many)"
    default: "\(grouped(count)) \(other)"
    }
  }

  var takeCitation: String { "لبرامج إدارة المراجع:" }
  func renderedAt(_ address: String) -> String { "معروض بصياغة أخرى على العنوان \(address)" }
  var jsonFeed: String { "خلاصة JSON" }
  var linkToParagraph: String { "رابط إلى هذه الفقرة" }
  var archivedCopy: String { "نسخة مؤرشفة" }
  func archived(on date: String) -> String { "نسخة مؤرشفة بتاريخ \(date)" }
  var allSeries: String { "السلاسل" }
}

// الرسوم البيانية.
extension ArabicStrings {
  func chart(_ number: Int) -> String { "الرسم البياني \(self.number(number))" }
  var charts: String { "الرسوم البيانية" }
  var downloadChart: String { "تنزيل هذا الرسم البياني" }
  var asTable: String { "جدولًا (CSV)" }
  func data(of label: String) -> String { "بيانات \(label)" }
  var interviewsByMonth: String { "المقابلات حسب الشهر" }
  var interviewsByPlace: String { "المقابلات حسب المكان" }
  var accessibleCharts: String { "لكل رسم بياني وصف بالكلمات وجدول بأرقامه." }

  func kind(of chart: Chart.Kind) -> String {
    switch chart {
    case .bar: "رسم بياني بالأعمدة"
    case .stackedBar: "رسم بياني بأعمدة مكدّسة"
    case .line: "رسم بياني خطي"
    case .dot: "رسم بياني بالنقاط"
    case .timeline: "خط زمني"
    }
  }
  var chartEvent: String { "الحدث" }
  func chartQualifier(_ sign: String) -> String {
    switch sign {
    case ">": "أكثر من"
    case "≥": "لا يقل عن"
    case "<": "أقل من"
    case "≤": "لا يزيد على"
    default: "نحو"
    }
  }
  func chartInexact(_ signs: String) -> String {
    "تشير الحدود المتقطعة إلى أرقام غير دقيقة: \(signs)."
  }
  func chartTotalSigns(_ signs: String) -> String { "العلامات قبل المجاميع: \(signs)." }
  var chartLeastTotals: String {
    "المجموع الذي لا يُعرف إلا حدّه الأدنى لا يشمل الأجزاء التي لا يُعرف إلا حدّها الأقصى."
  }
  func chartGaps(_ names: String) -> String { "غير معروف: \(names)." }
  func chartUndated(_ count: Int) -> String { "مقابلات بلا تاريخ لم تُحسب: \(number(count))." }
  func chartUnplaced(_ count: Int) -> String { "مقابلات بلا مكان لم تُحسب: \(number(count))." }
  var chartMonthsLeftOut: String { "لا تظهر الأشهر التي لم تُجرَ فيها مقابلات." }
  var chartSeveralPeople: String { "تُحسب المقابلة مع عدة أشخاص مرة واحدة." }
  var chartSeveralPlaces: String { "تُحسب المقابلة في عدة أماكن لكل مكان منها." }
  var chartPartialDates: String { "العلامة المفرّغة تاريخ لا يُعرف إلا بالشهر أو بالسنة." }
  func chartRange(_ count: Int, from least: String, to greatest: String) -> String {
    "\(number(count)) في المجموع، من \(least) إلى \(greatest)"
  }
  func chartMore(_ count: Int) -> String { "\(number(count)) غير ذلك" }
}

// صفحات السجلات.
extension ArabicStrings {
  var timeline: String { "الخط الزمني" }
  var wholeTimeline: String { "الخط الزمني لجميع الموجزات" }
  var atlas: String { "الأطلس" }
  var indexOfNames: String { "الفهرس الأبجدي" }
  var letters: String { "الحروف" }
  var mentions: String { "مواضع الذكر" }
  func more(mentions count: Int) -> String { "مواضع أخرى في هذا الموجز: \(grouped(count))" }
  func count(mentions: Int) -> String {
    counted(
      mentions, none: "لا ذكر", one: "موضع واحد", two: "موضعان", few: "مواضع", many: "موضعًا",
      other: "موضع")
  }
  var relationsStatedByOthers: String { "علاقات مذكورة في صفحات فاعلين آخرين" }
  var otherKinds: String { "غير ذلك" }
  var placesWithin: String { "أماكن تقع فيه" }
  var zonesAround: String { "المناطق التي يقع فيها" }
  var placesByRegion: String { "الأماكن حسب المنطقة" }
  var otherPlaces: String { "أماكن أخرى" }
  func count(events: Int) -> String {
    counted(
      events, none: "لا أحداث", one: "حدث واحد", two: "حدثان", few: "أحداث", many: "حدثًا",
      other: "حدث")
  }
  func name(of kind: IndexedKind) -> String {
    switch kind {
    case .actor: "فاعل"
    case .place: "مكان"
    case .term: "مصطلح"
    case .person: "مؤلف"
    case .topic: "موضوع"
    case .series: "سلسلة"
    case .event: "حدث"
    }
  }
}
