import Cache
import Diagnostics
import Model
import Testing

@testable import Ingest

/// What is kept of a brief from one build to the next says all that the brief says.
struct KeptOutlineTests {
  private static let rich = """
    ---
    id: rich
    title: Rich
    subtitle: Every key
    series: Papers
    issue: "7"
    date: 2024-05-06
    language: fr
    authors: [ada, Grace Hopper]
    topics: [Water, Ground]
    abstract: "Water in [Dhiban](place:dhiban).[^one]"
    keyFindings: ["First.[^one]", "See [](brief:plain)."]
    glance: [{ value: "3", label: "wells in [Dhiban](place:dhiban)", note: one }]
    doi: 10.1000/182
    isbn: 978-92-9466-193-7
    issn: 2467-4540
    catalogue: QM-1
    publisher: { name: House, url: https://house.example/, address: 1 Road }
    project: A project.
    funder: A *funder*.
    disclaimer: A disclaimer.
    licence: { name: CC BY 4.0, url: https://creativecommons.org/licenses/by/4.0/ }
    original: { statement: Renders a paper., title: Paper, url: https://paper.example/ }
    slug: rich-brief
    aliases: [older, oldest]
    related: [plain]
    revisions:
      - date: 2024-06-01
        summary: A word was *changed*.
        wording: [{ section: ground, was: wet, now: dry }]
    ---

    An opening without a title.[^one][^two]

    ## Ground *and* stone[^one] {#ground}

    Dry ground, [water](place:dhiban), [](section:river), [](section:plain/far), [](note:two).

    ### Under it

    ![A well](well.svg) and [a document](paper.csv).

    > [!NOTE]
    > Quoted.[^two]

    ## River

    | place | wells |
    | ----- | ----: |
    | [Dhiban](place:dhiban)[^one] | 3 |

    [^one]: A source about [Dhiban](place:dhiban).
    [^two]: Ibid.
    """

  private static let content = [
    "places.yaml": "dhiban: { name: Dhiban, lon: 40.47, lat: 35.01 }\n",
    "people.yaml": "ada: { name: Ada }\n",
    "briefs/rich.md": rich,
    "briefs/plain.md": "---\nid: plain\n---\n# Plain\n\n## Far\n\nWords. [](note:rich/one)\n",
    "briefs/well.svg": "<svg xmlns=\"http://www.w3.org/2000/svg\"/>",
    "briefs/paper.csv": "a,b\n",
  ]

  @Test func theSameBriefComesBack() async throws {
    let fixture = try ContentFixture(Self.content)
    let read = try await readOutline(at: fixture.path, jobs: 2)
    #expect(read.findings.map(\.line) == [])
    #expect(read.state.briefs.map { $0.outline != nil } == [true, true])
    let again = try await readOutline(at: fixture.path, known: read.state, jobs: 2)
    #expect(again.portal.asKept == read.portal.asKept)
    #expect(again.keys.records == read.keys.records)
    #expect(again.keys.pages == read.keys.pages)
    let whole = try await fixture.read().portal
    for index in whole.briefs.indices {
      let (first, second) = (try read.briefs.brief(index), try again.briefs.brief(index))
      #expect(first.asKept == whole.briefs[index].asKept)
      #expect(second.asKept == whole.briefs[index].asKept)
    }
  }

  @Test func theStateComesBackFromBytes() async throws {
    let fixture = try ContentFixture(Self.content)
    let read = try await readOutline(at: fixture.path, jobs: 1)
    var writer = ByteWriter()
    read.state.write(to: &writer)
    let bytes = writer.bytes
    let state = try bytes.withUnsafeBytes { buffer in
      var reader = ByteReader(buffer)
      let state = try ContentState(from: &reader)
      #expect(reader.isAtEnd)
      return state
    }
    let again = try await readOutline(at: fixture.path, known: state, jobs: 1)
    #expect(again.portal.asKept == read.portal.asKept)
    #expect(state.checked(at: fixture.path) != nil)
    try fixture.write(Array("# Plain\n\n## Near\n".utf8), to: "briefs/plain.md")
    #expect(state.checked(at: fixture.path) == nil)
  }

  /// Whatever is cut off or changed, reading ends: with nothing, or with what a checksum of the whole
  /// file then refuses.
  @Test func damagedBytesAreRead() async throws {
    let fixture = try ContentFixture(Self.content)
    let read = try await readOutline(at: fixture.path, jobs: 1)
    var writer = ByteWriter()
    read.state.write(to: &writer)
    let bytes = writer.bytes
    func state(_ bytes: [UInt8]) -> ContentState? {
      bytes.withUnsafeBytes { buffer in
        var reader = ByteReader(buffer)
        return try? ContentState(from: &reader)
      }
    }
    #expect(state(bytes) != nil)
    for end in 0..<bytes.count - 1 { #expect(state(Array(bytes[..<end])) == nil) }
    for at in bytes.indices {
      var damaged = bytes
      damaged[at] ^= 0xFF
      _ = state(damaged)
    }
  }

  @Test func numbersComeBack() throws {
    let numbers = [0, 1, -1, 63, 64, -64, -65, 8191, 8192, .max, .min, 1 << 40]
    var writer = ByteWriter()
    for number in numbers { writer.write(number) }
    let bytes = writer.bytes
    try bytes.withUnsafeBytes { buffer in
      var reader = ByteReader(buffer)
      for number in numbers {
        let read = try reader.number()
        #expect(read == number)
      }
      #expect(reader.isAtEnd)
    }
  }
}

extension Portal {
  /// Without what is not kept from one build to the next.
  fileprivate var asKept: Portal {
    var portal = self
    portal.briefs = briefs.map(\.asKept)
    return portal
  }
}

extension Brief {
  /// Without the positions of nodes, and each prose with the text alone that it names.
  fileprivate var asKept: Brief {
    var brief = self
    brief.updateProse { _, _, prose in
      prose = prose.slice(0..<prose.nodes.count)
      for index in prose.nodes.indices {
        prose.nodes[index].position = SourcePosition(line: 0, column: 0)
      }
    }
    return brief
  }
}
