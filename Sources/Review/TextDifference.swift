internal import Model

/// What changed between two texts, word by word.
struct TextDifference {
  /// A reference to a note that came or went.
  struct NoteMark {
    var label: String
    /// Words that stand on both sides before it: where it is, whatever else changed.
    var keptWords: Int
    /// The last words before it.
    var context: String
    var line: Int32
  }

  private(set) var fragments: [Change.Fragment] = []
  private(set) var words = Change.Words()
  private(set) var claims: [Change.Claim] = []
  private(set) var notesIn: [NoteMark] = []
  private(set) var notesOut: [NoteMark] = []
  /// Where words lead now, and led.
  private(set) var links: [(text: String, old: String?, new: String?)] = []
  /// Whether anything but notes, links and typography differs.
  private(set) var hasWording = false
  private(set) var hasTypography = false

  /// - Parameter names: words that name somebody or something; the claims are left out where `nil`.
  init(_ old: [Token], _ new: [Token], names: NameWords? = nil) {
    let difference = TokenDifference(old.map(\.key), new.map(\.key))
    var (x, y, kept) = (0, 0, 0)
    for hunk in difference.hunks + [.init(old: old.count..<old.count, new: new.count..<new.count)] {
      while x < hunk.old.lowerBound {
        addKept(old[x], new[y])
        if new[y].isWord { kept += 1 }
        x += 1
        y += 1
      }
      for index in hunk.old {
        let token = old[index]
        if token.kind == .note {
          notesOut.append(mark(token, kept, old[..<index]))
        } else {
          count(token, \.deleted)
        }
        add(.deleted, token)
      }
      for index in hunk.new {
        let token = new[index]
        if token.kind == .note {
          notesIn.append(mark(token, kept, new[..<index]))
        } else {
          count(token, \.inserted)
        }
        add(.inserted, token)
      }
      (x, y) = (hunk.old.upperBound, hunk.new.upperBound)
    }
    if let names, hasWording { claims = Claims(old, new, difference, names).all }
  }

  private mutating func count(_ token: Token, _ side: WritableKeyPath<Change.Words, Int>) {
    if token.isWord { words[keyPath: side] += 1 }
    if token.kind == .punctuation || token.kind == .cell {
      hasTypography = true
    } else {
      hasWording = true
    }
  }

  private mutating func addKept(_ old: Token, _ new: Token) {
    if old.link != new.link {
      if let last = links.last, last.old == old.link, last.new == new.link {
        links[links.count - 1].text += " " + new.text
      } else {
        links.append((new.text, old.link, new.link))
      }
    }
    if old.style != new.style { hasTypography = true }
    if old.text != new.text {
      hasTypography = true
      add(.deleted, old)
      add(.inserted, new)
    } else if old.isSpaced != new.isSpaced {
      add(old.isSpaced ? .deleted : .inserted, (old.isSpaced ? old : new).space.text)
      add(.kept, new.written ?? new.text)
    } else {
      add(.kept, new)
    }
  }

  private mutating func add(_ kind: Change.Fragment.Kind, _ token: Token) {
    add(kind, (fragments.isEmpty ? "" : token.space.text) + (token.written ?? token.text))
  }

  private mutating func add(_ kind: Change.Fragment.Kind, _ text: String) {
    if text.isEmpty { return }
    if let last = fragments.last, last.kind == kind {
      fragments[fragments.count - 1].text += text
    } else {
      fragments.append(.init(kind: kind, text: text))
    }
  }

  private func mark(_ token: Token, _ kept: Int, _ before: ArraySlice<Token>) -> NoteMark {
    NoteMark(
      label: String(token.text.dropFirst(2).dropLast()), keptWords: kept,
      context: text(of: before.filter { $0.kind != .note }.suffix(5)), line: token.line)
  }
}

/// Tokens as they read.
func text(of tokens: some Sequence<Token>) -> String {
  var out = ""
  for token in tokens {
    if !out.isEmpty { out += token.space.text }
    out += token.written ?? token.text
  }
  return out
}
