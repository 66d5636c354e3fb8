internal import Publish

/// The portal that `chancery new` writes: one short brief that shows every construct, and one in a
/// single file.
enum Starter {
  private static let brief = "Content/briefs/first-brief"

  /// Path below the new folder, and what it holds.
  private static let files: [(path: String, bytes: [UInt8])] = [
    ("Content/portal.yaml", PackageResources.portal_yaml),
    ("Content/about.md", PackageResources.about_md),
    ("Content/people.yaml", PackageResources.people_yaml),
    ("Content/actors.yaml", PackageResources.actors_yaml),
    ("Content/places.yaml", PackageResources.places_yaml),
    ("Content/glossary.yaml", PackageResources.glossary_yaml),
    ("\(brief)/brief.yaml", PackageResources.brief_yaml),
    ("\(brief)/01-introduction.md", PackageResources.introduction_md),
    ("\(brief)/02-evidence.md", PackageResources.evidence_md),
    ("\(brief)/rise.svg", PackageResources.rise_svg),
    ("\(brief)/sources.yaml", PackageResources.sources_yaml),
    ("\(brief)/events.yaml", PackageResources.events_yaml),
    ("\(brief)/data/counts.csv", PackageResources.counts_csv),
    ("\(brief)/data/counts.yaml", PackageResources.counts_yaml),
    ("\(brief)/maps/lake.yaml", PackageResources.lake_yaml),
    ("Content/briefs/short-brief.md", PackageResources.one_file_md),
    (".gitignore", Array(".chancery/\n.chancery-pending-*/\n".utf8)),
  ]

  /// Writes the portal into a folder that is new or empty; gives the files' paths below it.
  static func write(to folder: String) throws(OutputError) -> [String] {
    try writeNewFiles(files, to: folder)
    return files.map(\.path)
  }
}
