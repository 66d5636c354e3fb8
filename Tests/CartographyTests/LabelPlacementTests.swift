import Testing

@testable import Cartography

@Suite struct LabelPlacementTests {
  private let sheet = Box(minX: 0, minY: 0, maxX: 720, maxY: 480)

  @Test func labelsKeepOffEachOtherAndOffSymbols() {
    var placement = LabelPlacement(sheet: sheet)
    // A lattice too dense for every name.
    let points = (0..<12).flatMap { row in
      (0..<14).map { Point(x: 20 + Double($0) * 50, y: 20 + Double(row) * 40) }
    }
    for point in points { placement.reserve(point, size: 9) }
    for point in points {
      placement.place(
        Label.around(point, radius: 4.5, role: .place, name: Name("A name")))
    }
    let labels = placement.labels
    #expect(labels.count > 60)
    for lettering in [Lettering.wide, .narrow] {
      let shown = labels.filter { lettering == .wide || !$0.isWideOnly }
      let boxes = shown.map { $0.box(in: lettering) }
      for (index, box) in boxes.enumerated() {
        #expect(sheet.holds(box))
        #expect(!boxes[..<index].contains { $0.overlaps(box) })
        #expect(!points.contains { box.holds($0) })
      }
    }
  }

  @Test func aLabelStandsOnTheSideItsAnchorSays() {
    let labels = Label.around(
      Point(x: 100, y: 100), radius: 5, role: .place, name: Name("Somewhere"))
    #expect(labels[0].box(in: .wide).minX == 110)
    #expect(labels[2].box(in: .wide).maxX == 90)
    #expect(labels[4].box(in: .wide).maxY < 98)
    #expect(labels[5].box(in: .wide).minY > 105)
  }

  @Test func longNamesAreBrokenIntoEvenLines() {
    #expect(
      Lettering.lines(of: "Multi-faith territories of Diyala, Salaheddin and Kirkuk", within: 11)
        == ["Multi-faith territories", "of Diyala, Salaheddin", "and Kirkuk"])
    #expect(Lettering.lines(of: "Hajin", within: 11) == ["Hajin"])
    #expect(Lettering.lines(of: "", within: 11) == [""])
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
