/// Whether a language (BCP 47) is written from right to left.
public func isRightToLeft(_ language: String) -> Bool {
  let primary = language.prefix { $0 != "-" }.lowercased()
  return ["ar", "ckb", "dv", "fa", "he", "ps", "sd", "syr", "ug", "ur", "yi"].contains(primary)
}
