// The elements of HTML, one function each, for templates here and in other packages.

@inlinable public func html<Content: Markup>(
  _ attributes: Attribute?..., @MarkupBuilder content: () -> Content
) -> Element<Content> { Element("html", attributes, content()) }

@inlinable public func head<Content: Markup>(
  _ attributes: Attribute?..., @MarkupBuilder content: () -> Content
) -> Element<Content> { Element("head", attributes, content()) }

@inlinable public func body<Content: Markup>(
  _ attributes: Attribute?..., @MarkupBuilder content: () -> Content
) -> Element<Content> { Element("body", attributes, content()) }

@inlinable public func title<Content: Markup>(
  _ attributes: Attribute?..., @MarkupBuilder content: () -> Content
) -> Element<Content> { Element("title", attributes, content()) }

@inlinable public func header<Content: Markup>(
  _ attributes: Attribute?..., @MarkupBuilder content: () -> Content
) -> Element<Content> { Element("header", attributes, content()) }

@inlinable public func footer<Content: Markup>(
  _ attributes: Attribute?..., @MarkupBuilder content: () -> Content
) -> Element<Content> { Element("footer", attributes, content()) }

@inlinable public func main<Content: Markup>(
  _ attributes: Attribute?..., @MarkupBuilder content: () -> Content
) -> Element<Content> { Element("main", attributes, content()) }

@inlinable public func nav<Content: Markup>(
  _ attributes: Attribute?..., @MarkupBuilder content: () -> Content
) -> Element<Content> { Element("nav", attributes, content()) }

@inlinable public func section<Content: Markup>(
  _ attributes: Attribute?..., @MarkupBuilder content: () -> Content
) -> Element<Content> { Element("section", attributes, content()) }

@inlinable public func article<Content: Markup>(
  _ attributes: Attribute?..., @MarkupBuilder content: () -> Content
) -> Element<Content> { Element("article", attributes, content()) }

@inlinable public func aside<Content: Markup>(
  _ attributes: Attribute?..., @MarkupBuilder content: () -> Content
) -> Element<Content> { Element("aside", attributes, content()) }

@inlinable public func div<Content: Markup>(
  _ attributes: Attribute?..., @MarkupBuilder content: () -> Content
) -> Element<Content> { Element("div", attributes, content()) }

@inlinable public func p<Content: Markup>(
  _ attributes: Attribute?..., @MarkupBuilder content: () -> Content
) -> Element<Content> { Element("p", attributes, content()) }

@inlinable public func h1<Content: Markup>(
  _ attributes: Attribute?..., @MarkupBuilder content: () -> Content
) -> Element<Content> { Element("h1", attributes, content()) }

@inlinable public func h2<Content: Markup>(
  _ attributes: Attribute?..., @MarkupBuilder content: () -> Content
) -> Element<Content> { Element("h2", attributes, content()) }

@inlinable public func h3<Content: Markup>(
  _ attributes: Attribute?..., @MarkupBuilder content: () -> Content
) -> Element<Content> { Element("h3", attributes, content()) }

@inlinable public func h4<Content: Markup>(
  _ attributes: Attribute?..., @MarkupBuilder content: () -> Content
) -> Element<Content> { Element("h4", attributes, content()) }

@inlinable public func h5<Content: Markup>(
  _ attributes: Attribute?..., @MarkupBuilder content: () -> Content
) -> Element<Content> { Element("h5", attributes, content()) }

@inlinable public func h6<Content: Markup>(
  _ attributes: Attribute?..., @MarkupBuilder content: () -> Content
) -> Element<Content> { Element("h6", attributes, content()) }

@inlinable public func ul<Content: Markup>(
  _ attributes: Attribute?..., @MarkupBuilder content: () -> Content
) -> Element<Content> { Element("ul", attributes, content()) }

@inlinable public func ol<Content: Markup>(
  _ attributes: Attribute?..., @MarkupBuilder content: () -> Content
) -> Element<Content> { Element("ol", attributes, content()) }

@inlinable public func li<Content: Markup>(
  _ attributes: Attribute?..., @MarkupBuilder content: () -> Content
) -> Element<Content> { Element("li", attributes, content()) }

@inlinable public func dl<Content: Markup>(
  _ attributes: Attribute?..., @MarkupBuilder content: () -> Content
) -> Element<Content> { Element("dl", attributes, content()) }

@inlinable public func dt<Content: Markup>(
  _ attributes: Attribute?..., @MarkupBuilder content: () -> Content
) -> Element<Content> { Element("dt", attributes, content()) }

@inlinable public func dd<Content: Markup>(
  _ attributes: Attribute?..., @MarkupBuilder content: () -> Content
) -> Element<Content> { Element("dd", attributes, content()) }

@inlinable public func table<Content: Markup>(
  _ attributes: Attribute?..., @MarkupBuilder content: () -> Content
) -> Element<Content> { Element("table", attributes, content()) }

@inlinable public func caption<Content: Markup>(
  _ attributes: Attribute?..., @MarkupBuilder content: () -> Content
) -> Element<Content> { Element("caption", attributes, content()) }

@inlinable public func thead<Content: Markup>(
  _ attributes: Attribute?..., @MarkupBuilder content: () -> Content
) -> Element<Content> { Element("thead", attributes, content()) }

@inlinable public func tbody<Content: Markup>(
  _ attributes: Attribute?..., @MarkupBuilder content: () -> Content
) -> Element<Content> { Element("tbody", attributes, content()) }

@inlinable public func tr<Content: Markup>(
  _ attributes: Attribute?..., @MarkupBuilder content: () -> Content
) -> Element<Content> { Element("tr", attributes, content()) }

@inlinable public func th<Content: Markup>(
  _ attributes: Attribute?..., @MarkupBuilder content: () -> Content
) -> Element<Content> { Element("th", attributes, content()) }

@inlinable public func td<Content: Markup>(
  _ attributes: Attribute?..., @MarkupBuilder content: () -> Content
) -> Element<Content> { Element("td", attributes, content()) }

@inlinable public func figure<Content: Markup>(
  _ attributes: Attribute?..., @MarkupBuilder content: () -> Content
) -> Element<Content> { Element("figure", attributes, content()) }

@inlinable public func figcaption<Content: Markup>(
  _ attributes: Attribute?..., @MarkupBuilder content: () -> Content
) -> Element<Content> { Element("figcaption", attributes, content()) }

@inlinable public func blockquote<Content: Markup>(
  _ attributes: Attribute?..., @MarkupBuilder content: () -> Content
) -> Element<Content> { Element("blockquote", attributes, content()) }

@inlinable public func a<Content: Markup>(
  _ attributes: Attribute?..., @MarkupBuilder content: () -> Content
) -> Element<Content> { Element("a", attributes, content()) }

@inlinable public func span<Content: Markup>(
  _ attributes: Attribute?..., @MarkupBuilder content: () -> Content
) -> Element<Content> { Element("span", attributes, content()) }

@inlinable public func em<Content: Markup>(
  _ attributes: Attribute?..., @MarkupBuilder content: () -> Content
) -> Element<Content> { Element("em", attributes, content()) }

@inlinable public func strong<Content: Markup>(
  _ attributes: Attribute?..., @MarkupBuilder content: () -> Content
) -> Element<Content> { Element("strong", attributes, content()) }

@inlinable public func cite<Content: Markup>(
  _ attributes: Attribute?..., @MarkupBuilder content: () -> Content
) -> Element<Content> { Element("cite", attributes, content()) }

@inlinable public func sup<Content: Markup>(
  _ attributes: Attribute?..., @MarkupBuilder content: () -> Content
) -> Element<Content> { Element("sup", attributes, content()) }

@inlinable public func small<Content: Markup>(
  _ attributes: Attribute?..., @MarkupBuilder content: () -> Content
) -> Element<Content> { Element("small", attributes, content()) }

@inlinable public func time<Content: Markup>(
  _ attributes: Attribute?..., @MarkupBuilder content: () -> Content
) -> Element<Content> { Element("time", attributes, content()) }

@inlinable public func abbr<Content: Markup>(
  _ attributes: Attribute?..., @MarkupBuilder content: () -> Content
) -> Element<Content> { Element("abbr", attributes, content()) }

@inlinable public func code<Content: Markup>(
  _ attributes: Attribute?..., @MarkupBuilder content: () -> Content
) -> Element<Content> { Element("code", attributes, content()) }

@inlinable public func pre<Content: Markup>(
  _ attributes: Attribute?..., @MarkupBuilder content: () -> Content
) -> Element<Content> { Element("pre", attributes, content()) }

@inlinable public func b<Content: Markup>(
  _ attributes: Attribute?..., @MarkupBuilder content: () -> Content
) -> Element<Content> { Element("b", attributes, content()) }

@inlinable public func i<Content: Markup>(
  _ attributes: Attribute?..., @MarkupBuilder content: () -> Content
) -> Element<Content> { Element("i", attributes, content()) }

@inlinable public func q<Content: Markup>(
  _ attributes: Attribute?..., @MarkupBuilder content: () -> Content
) -> Element<Content> { Element("q", attributes, content()) }

@inlinable public func s<Content: Markup>(
  _ attributes: Attribute?..., @MarkupBuilder content: () -> Content
) -> Element<Content> { Element("s", attributes, content()) }

@inlinable public func details<Content: Markup>(
  _ attributes: Attribute?..., @MarkupBuilder content: () -> Content
) -> Element<Content> { Element("details", attributes, content()) }

@inlinable public func summary<Content: Markup>(
  _ attributes: Attribute?..., @MarkupBuilder content: () -> Content
) -> Element<Content> { Element("summary", attributes, content()) }

@inlinable public func meta(_ attributes: Attribute?...) -> VoidElement {
  VoidElement("meta", attributes)
}

@inlinable public func link(_ attributes: Attribute?...) -> VoidElement {
  VoidElement("link", attributes)
}

@inlinable public func br(_ attributes: Attribute?...) -> VoidElement {
  VoidElement("br", attributes)
}

@inlinable public func hr(_ attributes: Attribute?...) -> VoidElement {
  VoidElement("hr", attributes)
}

@inlinable public func img(_ attributes: Attribute?...) -> VoidElement {
  VoidElement("img", attributes)
}

@inlinable public func input(_ attributes: Attribute?...) -> VoidElement {
  VoidElement("input", attributes)
}

@inlinable public func label<Content: Markup>(
  _ attributes: Attribute?..., @MarkupBuilder content: () -> Content
) -> Element<Content> { Element("label", attributes, content()) }
