internal import HTML
internal import Model

/// The briefs by topic.
struct TopicsPage: Markup {
  let context: PageContext

  func write(to sink: inout Sink) {
    let topics = self.topics
    Frame(context, title: context.strings.topics) {
      Raw("\n")
      h1 { context.strings.topics }
      if topics.count > 1 {
        nav(.class("jump"), .ariaLabel(context.strings.topics)) {
          ul {
            for topic in topics {
              li { a(.href("#" + urlComponent(topic.anchor))) { topic.name } }
            }
          }
        }
      }
      Raw("\n")
      for topic in topics {
        h2(.id(topic.anchor)) { topic.name }
        BriefLinks(context: context, briefs: topic.briefs)
        Raw("\n")
      }
    }.write(to: &sink)
  }

  private struct Topic {
    let name: String
    let anchor: String
    var briefs: [Int]
  }

  /// In the order of the alphabet; topics that differ in case or punctuation alone are one.
  private var topics: [Topic] {
    var found: [String: Topic] = [:]
    for (index, brief) in context.portal.briefs.enumerated() {
      for name in brief.topics {
        let anchor = Self.anchor(of: name)
        var topic = found[anchor] ?? Topic(name: name, anchor: anchor, briefs: [])
        if topic.briefs.last != index { topic.briefs.append(index) }
        found[anchor] = topic
      }
    }
    return found.values.sorted { ($0.name, $0.anchor) < ($1.name, $1.anchor) }
  }

  /// `armed-groups`: letters and digits of any script, all else as hyphens.
  static func anchor(of topic: String) -> String {
    var anchor = ""
    for character in topic.lowercased() {
      if character.isLetter || character.isNumber {
        anchor.append(character)
      } else if anchor.last != "-", !anchor.isEmpty {
        anchor.append("-")
      }
    }
    while anchor.last == "-" { anchor.removeLast() }
    return "topic-" + anchor
  }
}
