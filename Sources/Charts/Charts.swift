// Charts: a chart's data become SVG.
// In: a Model.Chart with its brief and portal, and the words of a language. Out: the figures that it draws, what
// they say in words, and SVG markup through the HTML target's sink, once for a column and once for a phone.
