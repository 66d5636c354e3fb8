internal import NIOCore
internal import NIOHTTP1
internal import Synchronization

/// The pages that are open in browsers, each with a stream of events to it.
final class PageStreams: Sendable {
  /// A browser opens six connections to a host, and needs some for pages. The oldest stream gives way;
  /// its page asks from time to time instead.
  static let most = 4

  private struct Stream {
    var channel: any Channel
    /// The page's address, as its browser wrote it.
    var page: String
    var last = ""
  }

  private let open = Mutex<[Stream]>([])

  func add(_ channel: any Channel, page: String) {
    let oldest: Stream? = open.withLock { open in
      open.append(Stream(channel: channel, page: page))
      return open.count > Self.most ? open.removeFirst() : nil
    }
    guard let oldest else { return }
    send("event: full\ndata:\n\n", to: oldest.channel)
    end(oldest.channel)
  }

  func remove(_ channel: any Channel) {
    open.withLock { $0.removeAll { $0.channel === channel } }
  }

  var pages: Set<String> { Set(open.withLock { $0.map(\.page) }) }

  /// Sends each page its message, where it is not the one that it had last.
  func send(_ messages: [String: String]) {
    let due = open.withLock { open in
      open.indices.compactMap { index -> ((any Channel), String)? in
        guard let message = messages[open[index].page], message != open[index].last else {
          return nil
        }
        open[index].last = message
        return (open[index].channel, message)
      }
    }
    for (channel, message) in due { send("data: \(message)\n\n", to: channel) }
  }

  /// Says nothing, so that connections whose other end has gone are found.
  func beat() {
    for stream in open.withLock({ $0 }) {
      // One that takes nothing any more is let go; its page, if there is one, connects again.
      if stream.channel.isWritable {
        send(":\n\n", to: stream.channel)
      } else {
        stream.channel.close(promise: nil)
      }
    }
  }

  private func send(_ text: String, to channel: any Channel) {
    channel.writeAndFlush(
      HTTPServerResponsePart.body(.byteBuffer(ByteBuffer(string: text))), promise: nil)
  }

  private func end(_ channel: any Channel) {
    channel.writeAndFlush(HTTPServerResponsePart.end(nil)).whenComplete { _ in
      channel.close(promise: nil)
    }
  }
}
