// Model: what a portal says, as Sendable values. No I/O, no markup, no C.
// In: built by Ingest. Out: read by Templates, Publish, Packs and Review.
// A record is found by its index in its portal's or brief's array; cross-links are such indices,
// resolved once, so that nothing after Ingest can dangle.
