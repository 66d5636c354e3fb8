// Diagnostics: where something stands in a source file, what is wrong with it, and how that is shown.
// In: findings made by the phases. Out: text with a caret, JSON or SARIF, as bytes.
// Nothing here reads a file: a printer is handed the source it quotes.
