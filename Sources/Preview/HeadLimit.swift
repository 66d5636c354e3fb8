internal import NIOCore

/// Stands before the parser: a request whose head is too long, or does not come to an end in time, is not
/// read further.
final class HeadLimit: ChannelInboundHandler {
  typealias InboundIn = ByteBuffer
  typealias InboundOut = ByteBuffer
  typealias OutboundOut = ByteBuffer

  /// Bytes of a request's line and headers.
  static let most = 16 << 10

  private let patience: TimeAmount
  private var count = 0
  private var hasLine = false
  private var isDiscarding = false
  private var deadline: Scheduled<Void>?
  /// Whether the connection sends events, and waits for nothing else from its client.
  var isStreaming = false

  /// - Parameter patience: how long a head may take.
  init(patience: TimeAmount) { self.patience = patience }

  /// The parser has a whole head.
  func headEnded() {
    count = 0
    hasLine = false
    deadline?.cancel()
    deadline = nil
  }

  /// Nothing more of what comes is looked at.
  func discardRest() { isDiscarding = true }

  /// The last answer was given; `time` is left for the next request to begin.
  func expectRequest(_ context: ChannelHandlerContext, within time: TimeAmount) {
    deadline?.cancel()
    deadline = closing(context, in: time)
  }

  func channelActive(context: ChannelHandlerContext) {
    deadline = closing(context, in: patience)
    context.fireChannelActive()
  }

  func channelInactive(context: ChannelHandlerContext) {
    deadline?.cancel()
    context.fireChannelInactive()
  }

  func channelRead(context: ChannelHandlerContext, data: NIOAny) {
    if isDiscarding { return }
    let bytes = unwrapInboundIn(data)
    if count == 0, !isStreaming {
      // Bytes that follow do not put it off.
      deadline?.cancel()
      deadline = closing(context, in: patience)
    }
    count += bytes.readableBytes
    hasLine = hasLine || bytes.readableBytesView.contains(UInt8(ascii: "\n"))
    if count > Self.most {
      refuse(context, hasLine ? "431 Request Header Fields Too Large" : "414 URI Too Long")
    } else {
      context.fireChannelRead(data)
    }
  }

  func userInboundEventTriggered(context: ChannelHandlerContext, event: Any) {
    // The handlers behind keep this for after the answer, which a stream does not come to the end of.
    if isStreaming, case ChannelEvent.inputClosed = event {
      context.close(promise: nil)
    } else {
      context.fireUserInboundEventTriggered(event)
    }
  }

  private func refuse(_ context: ChannelHandlerContext, _ status: String) {
    isDiscarding = true
    let text = "HTTP/1.1 \(status)\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"
    context.writeAndFlush(wrapOutboundOut(ByteBuffer(string: text)), promise: nil)
    // Closed at once, what was not read would make the client lose the answer.
    context.close(mode: .output, promise: nil)
    deadline?.cancel()
    deadline = closing(context, in: .seconds(1))
  }

  private func closing(_ context: ChannelHandlerContext, in time: TimeAmount) -> Scheduled<Void> {
    let channel = context.channel
    return context.eventLoop.scheduleTask(in: time) { channel.close(promise: nil) }
  }
}
