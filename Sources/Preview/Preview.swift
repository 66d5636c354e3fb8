// Preview: the site while it is being written, on the loopback interface.
// In: a content folder. Out: pages over HTTP, reloaded as the content changes.
//
// WatchedFolder tells what changed → PreviewSite reads it → SiteView answers with pages and what is wrong
// → PreviewServer, PageStreams and the script in the page bring it to browsers.

/// Serves a site and keeps it up to date until it is told to stop.
public struct Preview: Sendable {
  /// What it shows.
  public var site: any PreviewSite
  /// The content folder.
  public var content: String
  /// 0 for any that is free; `nil` for 8080 or the next that is free.
  public var port: Int?
  /// Whether to look at files again and again, instead of being told of changes by the system.
  public var isPolling = false
  /// Seconds that a request may take to arrive.
  public var patience = 10
  /// What the program is built from; `nil` where its source is not watched.
  public var package: SwiftPackage?
  /// Told what happens, in turn.
  public var news: @Sendable (PreviewNews) -> Void

  public init(
    of site: any PreviewSite, content: String, port: Int?,
    news: @escaping @Sendable (PreviewNews) -> Void
  ) {
    self.site = site
    self.content = content
    self.port = port
    self.news = news
  }

  private enum Event { case content, templates(TemplateChange), stop }

  /// - Throws: `PreviewError` where it cannot be served at all.
  public func run() async throws(PreviewError) -> PreviewEnd {
    guard PathStamp(content)?.isFolder == true else {
      throw PreviewError(description: "there is no content folder “\(content)”")
    }
    let (events, source) = AsyncStream.makeStream(of: Event.self)
    StopSignal.expect { source.yield(.stop) }
    let changes = Changes()
    // Before the first reading, so that nothing that changes meanwhile is missed.
    WatchedFolder(root: content).watch(polling: isPolling) { paths in
      changes.add(paths)
      source.yield(.content)
    }
    let programWatch = package.map { package in
      ProgramWatch(package) { source.yield(.templates($0)) }
    }
    programWatch?.start(polling: isPolling)

    var screen = Screen(preview: self)
    await screen.refresh(nil)
    let streams = PageStreams()
    let server = try await PreviewServer(screen.view, streams, port: port, patience: patience)
    news(.listening("http://localhost:\(server.port)/"))
    var end = PreviewEnd.stopped
    loop: for await event in events {
      switch event {
      case .stop: break loop
      case .content:
        guard let changed = changes.take() else { continue }
        await screen.refresh(changed.paths)
      case .templates(.replaced):
        guard let package else { continue }
        news(.restarting)
        end = .replaced(package.program, port: server.port)
        break loop
      case .templates(let change): screen.show(change)
      }
      screen.update(streams)
    }
    programWatch?.stop()
    await server.close()
    return end
  }
}
