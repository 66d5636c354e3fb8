// Ingest: a content folder becomes a Portal and findings.
// In: the folder's path. Out: the Model with every cross-link resolved, and all that is wrong with it.
