// Publish: a Portal becomes a site on disk.
// In: the Model and templates. Out: files, each whole, written only where their bytes changed.
