// Packs: a brief becomes a document to print or to carry: Typst source for PDF, and EPUB.
// In: the Model. Out: bytes of documents. No pack is made yet.
