/// The Content-Security-Policies of the standard pages (https://www.w3.org/TR/CSP3/).
public enum ContentPolicy {
  /// Of every page but the one to search: nothing but its own style and pictures, and no script.
  public static let page =
    "default-src 'none';style-src 'self';img-src 'self' data:;base-uri 'none';form-action 'none'"
  /// Of the page to search, which runs a script, loads the index and compiles Pagefind's WebAssembly.
  public static let search = page + ";script-src 'self' 'wasm-unsafe-eval';connect-src 'self'"
}
