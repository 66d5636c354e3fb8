internal import NIOCore
internal import NIOHTTP1
internal import NIOPosix

#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Darwin)
  internal import Darwin
#endif

/// The HTTP server of a preview, on the loopback interface.
final class PreviewServer: Sendable {
  let port: Int
  private let service: Service
  private let listeners: [any Channel]
  private let group: MultiThreadedEventLoopGroup

  /// Tried in turn where no port was asked for.
  private static let ports = 8080..<8130

  /// - Parameters:
  ///   - port: 0 for any that is free; `nil` for 8080 or the next that is free.
  ///   - patience: seconds that a request may take to arrive.
  init(
    _ view: SiteView, _ streams: PageStreams, port: Int?, patience: Int
  ) async throws(PreviewError) {
    let group = MultiThreadedEventLoopGroup(numberOfThreads: 1)
    let pool = NIOThreadPool(numberOfThreads: 2)
    pool.start()
    let service = Service(
      view: view, streams: streams, connections: Connections(), pool: pool,
      patience: .seconds(Int64(patience)))
    (self.group, self.service) = (group, service)
    for candidate in port.map({ $0..<($0 + 1) }) ?? Self.ports {
      let listeners = try await Self.listen(candidate, group, service)
      guard let bound = listeners.first?.localAddress?.port else { continue }
      self.listeners = listeners
      self.port = bound
      group.next().scheduleRepeatedTask(initialDelay: .seconds(15), delay: .seconds(15)) { _ in
        streams.beat()
      }
      return
    }
    let (first, last) = (Self.ports.lowerBound, Self.ports.upperBound - 1)
    throw PreviewError(
      description: (port.map { "port \($0) is taken" } ?? "ports \(first) to \(last) are taken")
        + "; choose another with --port")
  }

  /// Closes every connection too, streams among them.
  func close() async {
    for listener in listeners { try? await listener.close() }
    service.connections.closeAll()
    try? await group.shutdownGracefully()
  }

  /// Listens at 127.0.0.1 and, where the machine has it, at ::1.
  ///
  /// - Returns: nothing where the port is taken.
  private static func listen(
    _ port: Int, _ group: MultiThreadedEventLoopGroup, _ service: Service
  ) async throws(PreviewError) -> [any Channel] {
    let first: any Channel
    do {
      first = try await bootstrap(group, service).bind(host: "127.0.0.1", port: port).get()
    } catch {
      let reason = (error as? IOError)?.errnoCode
      if reason == EADDRINUSE { return [] }
      throw PreviewError(
        description: "port \(port) cannot be opened: "
          + (reason.map { String(cString: strerror($0)) } ?? "\(error)"))
    }
    guard let bound = first.localAddress?.port else { return [first] }
    do {
      return [first, try await bootstrap(group, service).bind(host: "::1", port: bound).get()]
    } catch {
      guard (error as? IOError)?.errnoCode == EADDRINUSE else { return [first] }
      // “localhost” would lead to another program.
      try? await first.close()
      return []
    }
  }

  private static func bootstrap(
    _ group: MultiThreadedEventLoopGroup, _ service: Service
  ) -> ServerBootstrap {
    ServerBootstrap(group: group)
      .serverChannelOption(.backlog, value: 256)
      .serverChannelOption(.socketOption(.so_reuseaddr), value: 1)
      .serverChannelInitializer { channel in
        channel.eventLoop.makeCompletedFuture {
          try channel.pipeline.syncOperations.addHandler(AcceptBackoffHandler())
        }
      }
      .childChannelOption(.tcpOption(.tcp_nodelay), value: 1)
      .childChannelOption(.allowRemoteHalfClosure, value: true)
      .childChannelInitializer { channel in
        channel.eventLoop.makeCompletedFuture {
          service.connections.admit(channel)
          let pipeline = channel.pipeline.syncOperations
          let limit = HeadLimit(patience: service.patience)
          try pipeline.addHandler(limit)
          try pipeline.configureHTTPServerPipeline(withErrorHandling: true)
          try pipeline.addHandler(Connection(service, limit))
        }
      }
  }
}
