// Chancery's commands with a home page of its own; every other page is the standard one.
import Cartography
import Commands
import HTML
import Model
import Templates

struct OwnTemplates: PortalTemplates {
  var standard: any PortalTemplates = StandardTemplates()

  func prepared(for portal: Portal, maps: MapDrawings) -> any PortalTemplates {
    OwnTemplates(standard: standard.prepared(for: portal, maps: maps))
  }

  func write(_ page: Page, of portal: Portal, to sink: inout Sink) {
    guard page == .home else { return standard.write(page, of: portal, to: &sink) }
    let links = Links(from: page, in: portal)
    sink.append("<!doctype html>\n")
    html(.lang(portal.language)) {
      head {
        meta(Attribute("charset", "utf-8"))
        title { portal.title }
      }
      body {
        h1 { "Own home of \(portal.title)" }
        ul {
          for index in portal.briefs.indices {
            li { a(.href(links.href(.brief(index)))) { portal.briefs[index].title } }
          }
        }
      }
    }.write(to: &sink)
  }

  func assets(of portal: Portal) -> [Asset] {
    standard.assets(of: portal) + [Asset(path: "assets/own.txt", bytes: Array("own\n".utf8))]
  }
}

await runChancery(templates: OwnTemplates())
