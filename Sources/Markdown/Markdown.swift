// Markdown: bytes of CommonMark become the Model's prose.
// In: a file's bytes. Out: a Prose with source positions, note definitions beside it, and findings.
// Owns libcmark's tree: no C node leaves this target.
