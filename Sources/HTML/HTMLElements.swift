// The elements of HTML, one function each, for templates here and in other packages.

@inlinable public func html<each A: Attribute, Content: Markup>(
  _ attributes: repeat each A, @MarkupBuilder content: () -> Content
) -> Element<Content, repeat each A> { Element("html", (repeat each attributes), content()) }

@inlinable public func head<each A: Attribute, Content: Markup>(
  _ attributes: repeat each A, @MarkupBuilder content: () -> Content
) -> Element<Content, repeat each A> { Element("head", (repeat each attributes), content()) }

@inlinable public func body<each A: Attribute, Content: Markup>(
  _ attributes: repeat each A, @MarkupBuilder content: () -> Content
) -> Element<Content, repeat each A> { Element("body", (repeat each attributes), content()) }

@inlinable public func title<each A: Attribute, Content: Markup>(
  _ attributes: repeat each A, @MarkupBuilder content: () -> Content
) -> Element<Content, repeat each A> { Element("title", (repeat each attributes), content()) }

@inlinable public func header<each A: Attribute, Content: Markup>(
  _ attributes: repeat each A, @MarkupBuilder content: () -> Content
) -> Element<Content, repeat each A> { Element("header", (repeat each attributes), content()) }

@inlinable public func footer<each A: Attribute, Content: Markup>(
  _ attributes: repeat each A, @MarkupBuilder content: () -> Content
) -> Element<Content, repeat each A> { Element("footer", (repeat each attributes), content()) }

@inlinable public func main<each A: Attribute, Content: Markup>(
  _ attributes: repeat each A, @MarkupBuilder content: () -> Content
) -> Element<Content, repeat each A> { Element("main", (repeat each attributes), content()) }

@inlinable public func nav<each A: Attribute, Content: Markup>(
  _ attributes: repeat each A, @MarkupBuilder content: () -> Content
) -> Element<Content, repeat each A> { Element("nav", (repeat each attributes), content()) }

@inlinable public func section<each A: Attribute, Content: Markup>(
  _ attributes: repeat each A, @MarkupBuilder content: () -> Content
) -> Element<Content, repeat each A> { Element("section", (repeat each attributes), content()) }

@inlinable public func article<each A: Attribute, Content: Markup>(
  _ attributes: repeat each A, @MarkupBuilder content: () -> Content
) -> Element<Content, repeat each A> { Element("article", (repeat each attributes), content()) }

@inlinable public func aside<each A: Attribute, Content: Markup>(
  _ attributes: repeat each A, @MarkupBuilder content: () -> Content
) -> Element<Content, repeat each A> { Element("aside", (repeat each attributes), content()) }

@inlinable public func div<each A: Attribute, Content: Markup>(
  _ attributes: repeat each A, @MarkupBuilder content: () -> Content
) -> Element<Content, repeat each A> { Element("div", (repeat each attributes), content()) }

@inlinable public func p<each A: Attribute, Content: Markup>(
  _ attributes: repeat each A, @MarkupBuilder content: () -> Content
) -> Element<Content, repeat each A> { Element("p", (repeat each attributes), content()) }

@inlinable public func h1<each A: Attribute, Content: Markup>(
  _ attributes: repeat each A, @MarkupBuilder content: () -> Content
) -> Element<Content, repeat each A> { Element("h1", (repeat each attributes), content()) }

@inlinable public func h2<each A: Attribute, Content: Markup>(
  _ attributes: repeat each A, @MarkupBuilder content: () -> Content
) -> Element<Content, repeat each A> { Element("h2", (repeat each attributes), content()) }

@inlinable public func h3<each A: Attribute, Content: Markup>(
  _ attributes: repeat each A, @MarkupBuilder content: () -> Content
) -> Element<Content, repeat each A> { Element("h3", (repeat each attributes), content()) }

@inlinable public func h4<each A: Attribute, Content: Markup>(
  _ attributes: repeat each A, @MarkupBuilder content: () -> Content
) -> Element<Content, repeat each A> { Element("h4", (repeat each attributes), content()) }

@inlinable public func h5<each A: Attribute, Content: Markup>(
  _ attributes: repeat each A, @MarkupBuilder content: () -> Content
) -> Element<Content, repeat each A> { Element("h5", (repeat each attributes), content()) }

@inlinable public func h6<each A: Attribute, Content: Markup>(
  _ attributes: repeat each A, @MarkupBuilder content: () -> Content
) -> Element<Content, repeat each A> { Element("h6", (repeat each attributes), content()) }

@inlinable public func ul<each A: Attribute, Content: Markup>(
  _ attributes: repeat each A, @MarkupBuilder content: () -> Content
) -> Element<Content, repeat each A> { Element("ul", (repeat each attributes), content()) }

@inlinable public func ol<each A: Attribute, Content: Markup>(
  _ attributes: repeat each A, @MarkupBuilder content: () -> Content
) -> Element<Content, repeat each A> { Element("ol", (repeat each attributes), content()) }

@inlinable public func li<each A: Attribute, Content: Markup>(
  _ attributes: repeat each A, @MarkupBuilder content: () -> Content
) -> Element<Content, repeat each A> { Element("li", (repeat each attributes), content()) }

@inlinable public func dl<each A: Attribute, Content: Markup>(
  _ attributes: repeat each A, @MarkupBuilder content: () -> Content
) -> Element<Content, repeat each A> { Element("dl", (repeat each attributes), content()) }

@inlinable public func dt<each A: Attribute, Content: Markup>(
  _ attributes: repeat each A, @MarkupBuilder content: () -> Content
) -> Element<Content, repeat each A> { Element("dt", (repeat each attributes), content()) }

@inlinable public func dd<each A: Attribute, Content: Markup>(
  _ attributes: repeat each A, @MarkupBuilder content: () -> Content
) -> Element<Content, repeat each A> { Element("dd", (repeat each attributes), content()) }

@inlinable public func table<each A: Attribute, Content: Markup>(
  _ attributes: repeat each A, @MarkupBuilder content: () -> Content
) -> Element<Content, repeat each A> { Element("table", (repeat each attributes), content()) }

@inlinable public func caption<each A: Attribute, Content: Markup>(
  _ attributes: repeat each A, @MarkupBuilder content: () -> Content
) -> Element<Content, repeat each A> { Element("caption", (repeat each attributes), content()) }

@inlinable public func thead<each A: Attribute, Content: Markup>(
  _ attributes: repeat each A, @MarkupBuilder content: () -> Content
) -> Element<Content, repeat each A> { Element("thead", (repeat each attributes), content()) }

@inlinable public func tbody<each A: Attribute, Content: Markup>(
  _ attributes: repeat each A, @MarkupBuilder content: () -> Content
) -> Element<Content, repeat each A> { Element("tbody", (repeat each attributes), content()) }

@inlinable public func tr<each A: Attribute, Content: Markup>(
  _ attributes: repeat each A, @MarkupBuilder content: () -> Content
) -> Element<Content, repeat each A> { Element("tr", (repeat each attributes), content()) }

@inlinable public func th<each A: Attribute, Content: Markup>(
  _ attributes: repeat each A, @MarkupBuilder content: () -> Content
) -> Element<Content, repeat each A> { Element("th", (repeat each attributes), content()) }

@inlinable public func td<each A: Attribute, Content: Markup>(
  _ attributes: repeat each A, @MarkupBuilder content: () -> Content
) -> Element<Content, repeat each A> { Element("td", (repeat each attributes), content()) }

@inlinable public func figure<each A: Attribute, Content: Markup>(
  _ attributes: repeat each A, @MarkupBuilder content: () -> Content
) -> Element<Content, repeat each A> { Element("figure", (repeat each attributes), content()) }

@inlinable public func figcaption<each A: Attribute, Content: Markup>(
  _ attributes: repeat each A, @MarkupBuilder content: () -> Content
) -> Element<Content, repeat each A> { Element("figcaption", (repeat each attributes), content()) }

@inlinable public func blockquote<each A: Attribute, Content: Markup>(
  _ attributes: repeat each A, @MarkupBuilder content: () -> Content
) -> Element<Content, repeat each A> { Element("blockquote", (repeat each attributes), content()) }

@inlinable public func a<each A: Attribute, Content: Markup>(
  _ attributes: repeat each A, @MarkupBuilder content: () -> Content
) -> Element<Content, repeat each A> { Element("a", (repeat each attributes), content()) }

@inlinable public func span<each A: Attribute, Content: Markup>(
  _ attributes: repeat each A, @MarkupBuilder content: () -> Content
) -> Element<Content, repeat each A> { Element("span", (repeat each attributes), content()) }

@inlinable public func em<each A: Attribute, Content: Markup>(
  _ attributes: repeat each A, @MarkupBuilder content: () -> Content
) -> Element<Content, repeat each A> { Element("em", (repeat each attributes), content()) }

@inlinable public func strong<each A: Attribute, Content: Markup>(
  _ attributes: repeat each A, @MarkupBuilder content: () -> Content
) -> Element<Content, repeat each A> { Element("strong", (repeat each attributes), content()) }

@inlinable public func cite<each A: Attribute, Content: Markup>(
  _ attributes: repeat each A, @MarkupBuilder content: () -> Content
) -> Element<Content, repeat each A> { Element("cite", (repeat each attributes), content()) }

@inlinable public func sup<each A: Attribute, Content: Markup>(
  _ attributes: repeat each A, @MarkupBuilder content: () -> Content
) -> Element<Content, repeat each A> { Element("sup", (repeat each attributes), content()) }

@inlinable public func small<each A: Attribute, Content: Markup>(
  _ attributes: repeat each A, @MarkupBuilder content: () -> Content
) -> Element<Content, repeat each A> { Element("small", (repeat each attributes), content()) }

@inlinable public func time<each A: Attribute, Content: Markup>(
  _ attributes: repeat each A, @MarkupBuilder content: () -> Content
) -> Element<Content, repeat each A> { Element("time", (repeat each attributes), content()) }

@inlinable public func abbr<each A: Attribute, Content: Markup>(
  _ attributes: repeat each A, @MarkupBuilder content: () -> Content
) -> Element<Content, repeat each A> { Element("abbr", (repeat each attributes), content()) }

@inlinable public func code<each A: Attribute, Content: Markup>(
  _ attributes: repeat each A, @MarkupBuilder content: () -> Content
) -> Element<Content, repeat each A> { Element("code", (repeat each attributes), content()) }

@inlinable public func pre<each A: Attribute, Content: Markup>(
  _ attributes: repeat each A, @MarkupBuilder content: () -> Content
) -> Element<Content, repeat each A> { Element("pre", (repeat each attributes), content()) }

@inlinable public func b<each A: Attribute, Content: Markup>(
  _ attributes: repeat each A, @MarkupBuilder content: () -> Content
) -> Element<Content, repeat each A> { Element("b", (repeat each attributes), content()) }

@inlinable public func i<each A: Attribute, Content: Markup>(
  _ attributes: repeat each A, @MarkupBuilder content: () -> Content
) -> Element<Content, repeat each A> { Element("i", (repeat each attributes), content()) }

@inlinable public func q<each A: Attribute, Content: Markup>(
  _ attributes: repeat each A, @MarkupBuilder content: () -> Content
) -> Element<Content, repeat each A> { Element("q", (repeat each attributes), content()) }

@inlinable public func s<each A: Attribute, Content: Markup>(
  _ attributes: repeat each A, @MarkupBuilder content: () -> Content
) -> Element<Content, repeat each A> { Element("s", (repeat each attributes), content()) }

@inlinable public func details<each A: Attribute, Content: Markup>(
  _ attributes: repeat each A, @MarkupBuilder content: () -> Content
) -> Element<Content, repeat each A> { Element("details", (repeat each attributes), content()) }

@inlinable public func summary<each A: Attribute, Content: Markup>(
  _ attributes: repeat each A, @MarkupBuilder content: () -> Content
) -> Element<Content, repeat each A> { Element("summary", (repeat each attributes), content()) }

@inlinable public func meta<each A: Attribute>(
  _ attributes: repeat each A
) -> VoidElement<repeat each A> { VoidElement("meta", (repeat each attributes)) }

@inlinable public func link<each A: Attribute>(
  _ attributes: repeat each A
) -> VoidElement<repeat each A> { VoidElement("link", (repeat each attributes)) }

@inlinable public func br<each A: Attribute>(
  _ attributes: repeat each A
) -> VoidElement<repeat each A> { VoidElement("br", (repeat each attributes)) }

@inlinable public func hr<each A: Attribute>(
  _ attributes: repeat each A
) -> VoidElement<repeat each A> { VoidElement("hr", (repeat each attributes)) }

@inlinable public func img<each A: Attribute>(
  _ attributes: repeat each A
) -> VoidElement<repeat each A> { VoidElement("img", (repeat each attributes)) }

@inlinable public func input<each A: Attribute>(
  _ attributes: repeat each A
) -> VoidElement<repeat each A> { VoidElement("input", (repeat each attributes)) }

@inlinable public func label<each A: Attribute, Content: Markup>(
  _ attributes: repeat each A, @MarkupBuilder content: () -> Content
) -> Element<Content, repeat each A> { Element("label", (repeat each attributes), content()) }
