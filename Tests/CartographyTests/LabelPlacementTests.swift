import Model
import Testing
import TextMetrics

@testable import Cartography

@Suite struct LabelPlacementTests {
  /// A lattice of places, moved a little so that it is none; names of many lengths.
  private func contents(_ count: Int, spread: Double = 4) -> MapContents {
    var portal = Portal()
    let side = Int(Double(count).squareRoot().rounded(.up))
    portal.places = (0..<count).map { index in
      let (row, column) = (Double(index / side), Double(index % side))
      let shake = Double((index * 7919) % 101) / 101 - 0.5
      return Fixture.place(
        "p\(index)", String("Abcdefgh".prefix(2 + index % 7)),
        38 + (column + shake * 0.8) * spread / Double(side),
        34 + (row - shake * 0.7) * spread * 0.7 / Double(side),
        kind: ["town", "village", "city", "area"][index % 13 == 0 ? 2 : index % 3 % 2])
    }
    var map = ZoneMap(id: "m", number: 1, title: "")
    map.places = Array(portal.places.indices)
    map.extent = Extent(west: 37.8, south: 33.8, east: 42.2, north: 37)
    return MapContents(map, of: Fixture.brief(map), in: portal)
  }

  private func boxes(_ labels: MapLabels, in lettering: Lettering) -> [[Box]] {
    let words = labels.words.filter { $0.visibility.isShown(in: lettering) }
      .map { $0.label.boxes(in: lettering) }
    let larger = lettering.enlargement
    let keys = labels.keySigns.filter { $0.visibility.isShown(in: lettering) }
      .map { sign in
        [
          Box(
            around: sign.at, width: labels.keyWidth * larger,
            height: MapSign.keyHeight * larger)
        ]
      }
    return words + keys
  }

  @Test func fiveHundredPlacesKeepOffEachOtherAndOnTheSheet() {
    let contents = contents(500)
    let labels = MapLabels(of: contents, language: "en")
    #expect(contents.marks.count > 490)
    #expect(labels.words.count { $0.visibility.isShown(in: .wide) } > 100)
    #expect(labels.words.count { $0.visibility.isShown(in: .narrow) } > 5)
    for lettering in [Lettering.wide, .narrow] {
      let signs = boxes(labels, in: lettering)
      for (index, sign) in signs.enumerated() {
        #expect(sign.allSatisfy(contents.frame.sheet.holds))
        for box in sign {
          #expect(!signs[..<index].contains { $0.contains(where: box.overlaps) })
          #expect(!contents.marks.contains { box.holds($0.at) })
        }
      }
    }
  }

  @Test func eachIsShownOnceAtMostAtEachSize() {
    let contents = contents(200)
    let labels = MapLabels(of: contents, language: "en")
    for lettering in [Lettering.wide, .narrow] {
      let names = labels.words.count { $0.visibility.isShown(in: lettering) }
      let keys = labels.keySigns.filter { $0.visibility.isShown(in: lettering) }
      #expect(Set(keys.map(\.text)).count == keys.count)
      #expect(names + keys.count <= contents.marks.count)
    }
    #expect(Set(labels.unplaced).count == labels.unplaced.count)
  }

  @Test func isTheSameEveryTime() {
    let first = MapLabels(of: contents(150), language: "en")
    let second = MapLabels(of: contents(150), language: "en")
    #expect(first.words.map(\.label) == second.words.map(\.label))
    #expect(first.keySigns.map(\.at) == second.keySigns.map(\.at))
    #expect(first.keys == second.keys)
  }

  /// Three places in a row, so near that the middle one's name fits only where another's stood.
  @Test func chainsOfMovesFindRoomThatGreedDoesNot() {
    let sheet = Box(minX: 0, minY: 0, maxX: 100, maxY: 20)
    func candidate(_ x: Double, _ cost: Double) -> LabelCandidate {
      LabelCandidate(
        sign: .badge(Point(x: x, y: 10), leader: []),
        box: Box(around: Point(x: x, y: 10), width: 18, height: 18), cost: cost)
    }
    let requests = [
      LabelRequest(
        subject: .mark(0), absence: 300, candidates: [candidate(30, 0), candidate(50, 2)]),
      LabelRequest(
        subject: .mark(1), absence: 200, candidates: [candidate(50, 1), candidate(70, 3)]),
      LabelRequest(subject: .mark(2), absence: 100, candidates: [candidate(30, 0)]),
    ]
    let ranked = requests.map {
      LabelOptimiser.Ranking(
        costs: $0.candidates.map(\.cost), order: Array($0.candidates.indices))
    }
    #expect(LabelOptimiser(requests, ranked, sheet: sheet).choices == [1, 1, 0])
  }

  @Test func aLabelStandsOnTheSideItsAnchorSays() {
    let point = Point(x: 300, y: 100)
    let labels = LabelCandidate.around(
      point, radius: 5, role: .place, name: Name("Somewhere"), on: LabelGround(of: contents(0))
    ).compactMap(\.sign.label)
    let gap = LabelCandidate.gap(radius: 5)
    #expect(labels[0].box(in: .wide).maxY < 100)
    #expect(labels[0].box(in: .wide).minX > 300)
    #expect(labels[1].box(in: .wide).minX == 300 + gap)
    #expect(labels[4].box(in: .wide).maxX == 300 - gap)
    #expect(labels[5].box(in: .wide).maxY < 98)
    #expect(labels[7].box(in: .wide).minY > 105)
  }

  @Test func keysAreNumberedByLetters() {
    #expect(
      [0, 25, 26, 51, 52, 701, 702].map(MapLabels.letters) == [
        "A", "Z", "AA", "AZ", "BA", "ZZ", "AAA",
      ])
  }

  @Test func namesAreOnOneLineAndOfCharactersThatXMLAllows() {
    #expect(Name("  Two\n words\t\u{0}\u{1B} ").text == "Two words")
    #expect(Name("\u{301}\u{301}").text == "\u{301}\u{301}")
  }

  /// Ems that DejaVu Sans and Noto Sans Arabic take, which the estimate is to cover, but not by much.
  @Test(arguments: [
    ("دير الزور", 3.69), ("البادية الشمالية", 6.27), ("الحسكة", 3.21), ("محافظة صلاح الدين", 8.19),
    ("北京市", 3), ("Settlements of Salaheddin", 12.3), ("Москва", 3.66), ("שלום עולם", 4.66),
  ])
  func widthsCoverCommonFonts(_ text: String, _ ems: Double) {
    #expect(TextMeasure.width(of: text) >= ems)
    #expect(TextMeasure.width(of: text) < ems * 1.25)
  }

  @Test func combiningMarksTakeNoRoom() {
    #expect(TextMeasure.width(of: "e\u{301}\u{302}") == TextMeasure.width(of: "e"))
    #expect(TextMeasure.width(of: "\u{64E}\u{670}") == 0)
  }

  @Test func longNamesAreBrokenIntoEvenLines() {
    #expect(
      TextMeasure.lines(of: "Multi-faith territories of Diyala, Salaheddin and Kirkuk", within: 11)
        == ["Multi-faith territories", "of Diyala, Salaheddin", "and Kirkuk"])
    #expect(TextMeasure.lines(of: "Hajin", within: 11) == ["Hajin"])
    #expect(TextMeasure.lines(of: "", within: 11) == [""])
  }

  @Test func pathsAreShortAndDoNotDrift() {
    let third = (0...30).map { Point(x: Double($0) / 3, y: 0) }
    #expect(PathData(lines: [[Point(x: 1, y: 2), Point(x: 1, y: 2.04)]]).isEmpty)
    #expect(
      PathData(lines: [[Point(x: 1, y: 2), Point(x: 1.5, y: 1.75), Point(x: 0, y: 0)]]).text
        == "M1 2l.5-.2-1.5-1.8")
    let numbers = PathData(lines: [third]).text.drop { $0 != "l" }.dropFirst().split(separator: " ")
    let sum = stride(from: 0, to: numbers.count, by: 2).compactMap { Double(numbers[$0]) }
      .reduce(0, +)
    #expect(abs(sum - 10) < 1e-9)
  }
}
