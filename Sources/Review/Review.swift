// Review: two Models become the changes of meaning between them.
// In: the portal before and after. Out: changes, then text, Markdown, HTML or JSON. Nothing is compared yet.
