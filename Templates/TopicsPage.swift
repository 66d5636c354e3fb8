internal import HTML
internal import Model

/// The topics of briefs: each leads to its page.
struct TopicsPage: Markup {
  let context: PageContext

  func write(to sink: inout Sink) {
    Frame(context, title: context.strings.topics) {
      Raw("\n")
      h1 { context.strings.topics }
      ul(.class("record-list")) {
        for group in context.records.groups.allTopics {
          li(.id(group.anchor)) {
            context.link(group.name, to: .topic(group.slug))
            Raw(" ")
            small { context.strings.count(group.briefs.count) }
          }
        }
      }
    }.write(to: &sink)
  }
}

/// To the feeds of a topic, an author or a series.
struct FeedLink: Markup {
  let context: PageContext
  let group: BriefGroup

  func write(to sink: inout Sink) {
    p(.class("fine")) {
      a(
        .href(context.links.href(path: group.feedPath)), .type("application/atom+xml"),
        .ariaLabel(context.strings.feed + context.strings.colon + group.name)
      ) { context.strings.feed }
      Raw(" · ")
      a(
        .href(context.links.href(path: group.jsonFeedPath)), .type("application/feed+json"),
        .ariaLabel(context.strings.jsonFeed + context.strings.colon + group.name)
      ) { context.strings.jsonFeed }
    }.write(to: &sink)
    sink.append("\n")
  }
}
