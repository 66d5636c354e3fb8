internal import HTML
internal import Model

/// The briefs by topic.
struct TopicsPage: Markup {
  let context: PageContext

  func write(to sink: inout Sink) {
    let topics = context.portal.briefsByTopic
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
        FeedLink(context: context, group: topic)
        BriefLinks(context: context, briefs: topic.briefs)
        Raw("\n")
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
