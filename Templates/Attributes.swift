internal import HTML

// The attributes that templates use beside those that every page has.

extension Attribute {
  static func property(_ value: String) -> Self { .init("property", value) }
  static func title(_ value: String) -> Self { .init("title", value) }
  static func alt(_ value: String) -> Self { .init("alt", value) }
  static var lazy: Self { .init("loading", "lazy") }
  static func dataPage(_ page: Page) -> Self { .init("data-page", page.kind) }
  static func charset(_ value: String) -> Self { .init("charset", value) }
  static func httpEquiv(_ value: String) -> Self { .init("http-equiv", value) }
}

extension Attribute {
  static func width(_ value: Int) -> Self { .init("width", value) }
  static func height(_ value: Int) -> Self { .init("height", value) }
  static func tabindex(_ value: Int) -> Self { .init("tabindex", value) }
}

extension Attribute {
  static var download: Self { .init("download", true) }
}
