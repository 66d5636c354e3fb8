// Packs: a Portal becomes documents for print.
// In: the Model, its maps and templates. Out: PDF files, each whole, compiled by Typst only where what
// they are made of changed.
