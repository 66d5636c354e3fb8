internal import NIOCore
internal import NIOHTTP1
internal import NIOPosix

/// What all connections of a server share.
struct Service: Sendable {
  let view: SiteView
  let streams: PageStreams
  let connections: Connections
  /// Where pages are rendered, so that no connection waits for another's page.
  let pool: NIOThreadPool
  /// How long a request may take to arrive.
  let patience: TimeAmount
  /// How long an answer may take to be taken, and a connection may be idle.
  var idleTime: TimeAmount { .nanoseconds(patience.nanoseconds * 3) }
}

/// Answers the requests of one connection, in turn.
final class Connection: ChannelInboundHandler {
  typealias InboundIn = HTTPServerRequestPart
  typealias OutboundOut = HTTPServerResponsePart

  private let service: Service
  private let limit: HeadLimit
  private var head: HTTPRequestHead?
  private var isLast = false
  private var isAnswering = false
  private var isInputClosed = false

  init(_ service: Service, _ limit: HeadLimit) {
    self.service = service
    self.limit = limit
  }

  func channelInactive(context: ChannelHandlerContext) {
    service.streams.remove(context.channel)
    service.connections.remove(context.channel)
    context.fireChannelInactive()
  }

  func channelRead(context: ChannelHandlerContext, data: NIOAny) {
    switch unwrapInboundIn(data) {
    case .head(let head):
      limit.headEnded()
      guard !isLast else { return }
      isAnswering = true
      service.connections.setBusy(context.channel, true)
      let check = RequestCheck(port: context.localAddress?.port ?? 0)
      if let refusal = check.refusal(of: head) {
        isLast = true
        limit.discardRest()
        send(.line(refusal.status, refusal.reason), to: head, context)
      } else {
        isLast = !head.isKeepAlive
        self.head = head
      }
    case .body: break
    case .end:
      guard let head else { return }
      self.head = nil
      answer(head, context)
    }
  }

  func userInboundEventTriggered(context: ChannelHandlerContext, event: Any) {
    if case ChannelEvent.inputClosed = event {
      isInputClosed = true
      if !isAnswering { context.close(promise: nil) }
    } else {
      context.fireUserInboundEventTriggered(event)
    }
  }

  func errorCaught(context: ChannelHandlerContext, error: any Error) {
    context.close(promise: nil)
  }

  private func answer(_ head: HTTPRequestHead, _ context: ChannelHandlerContext) {
    let (path, query) = divided(head.uri)
    let view = service.view
    switch String(path) {
    case OwnFile.events where head.method == .GET:
      stream(to: queryValue("page", in: query) ?? "/", head, context)
    case OwnFile.state:
      let page = queryValue("page", in: query) ?? "/"
      later(head, context) {
        Answer(
          type: "application/json; charset=utf-8", bytes: Array(view.message(for: page).utf8))
      }
    default:
      let (target, origin) = (head.uri, "http://\(head.headers.first(name: "host") ?? "")")
      later(head, context) { view.answer(target, origin: origin) }
    }
  }

  private func later(
    _ head: HTTPRequestHead, _ context: ChannelHandlerContext,
    _ work: @escaping @Sendable () -> Answer
  ) {
    service.pool.runIfActive(eventLoop: context.eventLoop, work).assumeIsolated()
      .whenSuccess { self.send($0, to: head, context) }
  }

  private func send(
    _ answer: Answer, to head: HTTPRequestHead, _ context: ChannelHandlerContext
  ) {
    guard context.channel.isActive else { return }
    let start = HTTPResponseHead(
      version: .http1_1, status: answer.status, headers: answer.headers(isLast: isLast))
    context.write(wrapOutboundOut(.head(start)), promise: nil)
    if head.method != .HEAD {
      let body = context.channel.allocator.buffer(bytes: answer.bytes)
      context.write(wrapOutboundOut(.body(.byteBuffer(body))), promise: nil)
    }
    isAnswering = false
    service.connections.setBusy(context.channel, false)
    // Who does not take the answer does not hold the connection either.
    limit.expectRequest(context, within: service.idleTime)
    let written = context.eventLoop.makePromise(of: Void.self)
    let wasLast = isLast
    written.futureResult.assumeIsolated().whenSuccess { self.ended(context, wasLast: wasLast) }
    // The next request may come before this returns.
    context.writeAndFlush(wrapOutboundOut(.end(nil)), promise: written)
  }

  private func ended(_ context: ChannelHandlerContext, wasLast: Bool) {
    if wasLast {
      // Closed whole at once, what the client still sends would make it lose the answer.
      context.close(mode: .output, promise: nil)
      limit.expectRequest(context, within: .seconds(1))
    } else if isInputClosed, !isAnswering {
      context.close(promise: nil)
    }
  }

  private func stream(
    to page: String, _ head: HTTPRequestHead, _ context: ChannelHandlerContext
  ) {
    limit.isStreaming = true
    let headers: HTTPHeaders = [
      "Content-Type": "text/event-stream; charset=utf-8", "Cache-Control": "no-store",
      "X-Content-Type-Options": "nosniff",
    ]
    context.write(
      wrapOutboundOut(.head(HTTPResponseHead(version: .http1_1, status: .ok, headers: headers))),
      promise: nil)
    context.writeAndFlush(
      wrapOutboundOut(.body(.byteBuffer(ByteBuffer(string: "retry: 300\n\n")))), promise: nil)
    let (streams, view) = (service.streams, service.view)
    streams.add(context.channel, page: page)
    // Only now: what changes from here on is sent to the stream.
    service.pool.submit { _ in streams.send([page: view.message(for: page)]) }
  }
}
