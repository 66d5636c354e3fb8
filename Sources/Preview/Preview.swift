// Preview: the site while it is being written, on the loopback interface.
// In: a content folder. Out: pages over HTTP, reloaded as the content changes. Nothing is served yet.
