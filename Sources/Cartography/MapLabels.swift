/// The words, keys and numbered badges of a map, where they found room: in the drawing read in a
/// column, and in the narrow one.
struct MapLabels: Sendable {
  struct Words: Sendable {
    var label: Label
    var visibility: MapSign.Visibility
    var layer: MapLayer?
  }

  /// A number of an event, or a letter that the legend explains.
  struct Sign: Sendable {
    var text: String
    var at: Point
    /// From what it stands for; units.
    var leader: [Point]
    var visibility: MapSign.Visibility
    var layer: MapLayer?
  }

  /// The letter of a zone, place or route, in the drawings where its name has no room.
  struct Key: Sendable, Equatable {
    var letters: String
    var visibility: MapSign.Visibility
  }

  private(set) var words: [Words] = []
  private(set) var badges: [Sign] = []
  private(set) var keySigns: [Sign] = []
  private(set) var keys: [LabelRequest.Subject: Key] = [:]
  /// What is not named in full in the drawing read in a column.
  private(set) var unplaced: [LabelRequest.Subject] = []
  let keyWidth: Double
  /// Of what is being added.
  private var layer: MapLayer?
  private let language: String

  /// - Parameter isOneOfMany: whether the map has other panels, in which a letter has to mean the same.
  init(of contents: MapContents, language: String, isOneOfMany: Bool = false) {
    self.language = language
    let ground = LabelGround(of: contents)
    let (wideGround, narrowGround) = (
      ground.standing(contents, in: .wide), ground.standing(contents, in: .narrow)
    )
    let requests = LabelRequests(contents, on: wideGround, language: language).requests
    let wide = LabelPlacement(requests, on: wideGround).signs
    let narrow = LabelPlacement(
      LabelRequests(contents, on: narrowGround, language: language).requests, on: narrowGround,
      keeping: wide
    ).signs
    let subjects = requests.map(\.subject)
    keys = Self.keys(for: subjects, wide, narrow) { subject in
      isOneOfMany ? contents.number(of: subject) : nil
    }
    keyWidth = MapSign.keyWidth(letters: keys.values.map(\.letters.count).max() ?? 1)
    for (index, subject) in subjects.enumerated() {
      layer = requests[index].layer
      add(subject, wide[index], narrow[index], contents)
    }
    unplaced = subjects.indices.filter { wide[$0]?.label == nil }.map { subjects[$0] }
      .filter {
        switch $0 {
        case .zone, .mark, .route, .words: true
        case .callout, .feature: false
        }
      }
  }

  private mutating func add(
    _ subject: LabelRequest.Subject, _ wide: MapSign?, _ narrow: MapSign?, _ contents: MapContents
  ) {
    var (wide, narrow) = (wide, narrow)
    if case .callout(let index) = subject {
      let at = contents.callouts[index].at
      wide = wide ?? .badge(at, leader: [])
      narrow = narrow ?? .badge(at, leader: [])
    }
    if wide == narrow {
      add(wide, for: subject, .both, contents)
    } else {
      add(wide, for: subject, .wide, contents)
      add(narrow, for: subject, .narrow, contents)
    }
  }

  private mutating func add(
    _ sign: MapSign?, for subject: LabelRequest.Subject, _ visibility: MapSign.Visibility,
    _ contents: MapContents
  ) {
    switch sign {
    case .name(let label): words.append(Words(label: label, visibility: visibility, layer: layer))
    case .key(let at, let leader):
      let text = keys[subject]?.letters ?? ""
      keySigns.append(
        Sign(text: text, at: at, leader: leader, visibility: visibility, layer: layer))
    case .badge(let at, let leader):
      guard case .callout(let index) = subject else { return }
      let number = MapWords(language: language)
        .digits(String(contents.callouts[index].callout + 1))
      badges.append(
        Sign(text: number, at: at, leader: leader, visibility: visibility, layer: layer))
    case nil: break
    }
  }

  /// A, B, … Z, AA, … in the order of the legend: zones, routes, places.
  private static func keys(
    for subjects: [LabelRequest.Subject], _ wide: [MapSign?], _ narrow: [MapSign?],
    numbered: (LabelRequest.Subject) -> Int?
  ) -> [LabelRequest.Subject: Key] {
    let keyed = subjects.indices.filter { wide[$0]?.isKey == true || narrow[$0]?.isKey == true }
    let order = keyed.sorted { (subjects[$0].keyOrder, $0) < (subjects[$1].keyOrder, $1) }
    var keys: [LabelRequest.Subject: Key] = [:]
    for (number, index) in order.enumerated() {
      let visibility: MapSign.Visibility =
        wide[index]?.isKey != true ? .narrow : narrow[index]?.isKey != true ? .wide : .both
      keys[subjects[index]] = Key(
        letters: letters(numbered(subjects[index]) ?? number), visibility: visibility)
    }
    return keys
  }

  /// Of a number from 0.
  static func letters(_ number: Int) -> String {
    var (number, letters) = (number + 1, "")
    while number > 0 {
      let scalar = Unicode.Scalar(UInt8(65 + (number - 1) % 26))
      letters = String(Character(scalar)) + letters
      number = (number - 1) / 26
    }
    return letters
  }
}

extension LabelRequest.Subject {
  fileprivate var keyOrder: Int {
    switch self {
    case .zone: 0
    case .route: 1
    case .mark: 2
    case .words, .callout, .feature: 3
    }
  }
}
