extension MapWords {
  static let arabic = MapWords(
    baseMap: "الخريطة الأساس: ",
    legend: "مفتاح الخريطة",
    layersTitle: "إظهار أجزاء من الخريطة أو إخفاؤها",
    movements: "التحركات والطرق",
    events: "الأحداث",
    places: "الأماكن",
    route: "طريق",
    at: "عند",
    approximate: "رمز مفرّغ: موقع تقريبي",
    approximateRemark: " (موقع تقريبي)",
    inferredOutline: "حدّ متقطّع: مستنتج من النص",
    schematicOutline: "حدّ منقّط: تخطيطي للاستدلال فقط",
    inferredRemark: "مستنتج",
    schematicRemark: "تخطيطي",
    listComma: "، ",
    listLast: " و",
    kilometres: "كم",
    metres: "م",
    northLetter: "ش",
    north: "شمال",
    south: "جنوب",
    east: "شرق",
    west: "غرب",
    months: [
      "كانون الثاني/يناير", "شباط/فبراير", "آذار/مارس", "نيسان/أبريل", "أيار/مايو",
      "حزيران/يونيو", "تموز/يوليو", "آب/أغسطس", "أيلول/سبتمبر", "تشرين الأول/أكتوبر",
      "تشرين الثاني/نوفمبر", "كانون الأول/ديسمبر",
    ],
    day: { "\($0) \($1) \($2)" },
    asOf: { "الوضع في \($0)" },
    movement: { "من \($0) إلى \($1)" },
    scale: { "\($0) عند \($1)" },
    inset: "تبيّن خريطة صغيرة في الزاوية موقع هذه الخريطة.",
    symbols: {
      switch $0 {
      case .city: "مدينة"
      case .town: "بلدة"
      case .village: "قرية"
      case .neighbourhood: "حيّ"
      case .site: "موقع"
      case .camp: "مخيّم"
      case .crossing: "طريق أو معبر"
      case .area: "منطقة"
      }
    },
    layers: {
      switch $0 {
      case .borders: "حدود دولية"
      case .boundaries: "حدود إدارية"
      case .rivers: "نهر"
      case .lakes: "بحيرة"
      case .coast: "ساحل"
      case .roads: "طريق"
      case .land, .sea, .countries, .other: nil
      }
    })
}
