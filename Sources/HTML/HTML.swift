// HTML: markup as static generic types, streamed to a sink of bytes.
// In: elements built by templates, with text, attributes and addresses told apart by type.
// Out: bytes of HTML, SVG or XML, escaped for where each piece lands.
// Strings never become markup: raw markup is a StaticString, or goes through a label that says `unsafe`.
