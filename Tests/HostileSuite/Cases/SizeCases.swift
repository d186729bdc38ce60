// SPDX-License-Identifier: Apache-2.0
import QibeiFiles

/// Documents that are too much of something, and those that are just not (27 to 37).
enum SizeCases {
  static var all: [HostileCase] {
    depths + tags + large + verbose + verbose.map(\.quiet) + compressed
  }

  private static func nested(_ count: Int, closed: Bool = true) -> String {
    Sample.dossier(Sample.times(count, "<a>") + (closed ? Sample.times(count, "</a>") : ""))
  }

  private static func attributes(_ count: Int, _ name: String = "a") -> String {
    (0..<count).map { " \(name)\($0)=\"x\"" }.joined()
  }

  private static let depths: [HostileCase] = [
    .xml(27, "depth-64", nested(63), exit: 1, "QB1001"),
    .xml(27, "depth-65", nested(64), exit: 65, "nested more than 64 deep"),
    .xml(27, "depth-100000", nested(100_000), exit: 65, "nested more than 64 deep"),
    .xml(27, "depth-unclosed", nested(1_000, closed: false), exit: 65, "nested more than 64 deep"),
    .xml(
      27, "depth-unclosed-small", nested(40, closed: false), exit: 65, "meets </dossier> here"),
  ]

  private static let tags: [HostileCase] = [
    .xml(
      28, "attributes-257", Sample.dossier("<a\(attributes(257))/>"), exit: 65,
      "more than 256 attributes"),
    .xml(
      28, "attributes-100000", Sample.dossier("<a\(attributes(100_000))/>"), exit: 65,
      "A tag is longer than 65536 bytes"),
    .xml(
      28, "namespaces-50000", Sample.dossier("<a\(attributes(50_000, "xmlns:n"))/>"), exit: 65,
      "A tag is longer than 65536 bytes"),
    .xml(
      29, "attributes-256-in-2000-tags",
      Sample.dossier(Sample.times(2_000, "<a\(attributes(256))/>")), exit: 1, "QB1001"),
    .xml(
      34, "attribute-70-kb", Sample.dossier(root: " id=\"\(Sample.times(70_000, "x"))\""), exit: 65,
      "A tag is longer than 65536 bytes"),
    .xml(
      34, "name-70-kb", Sample.dossier("<\(Sample.times(70_000, "n"))/>"), exit: 65,
      "A tag is longer than 65536 bytes"),
    .xml(
      34, "blanks-70-kb", Sample.dossier("<a\(Sample.times(70_000, " "))/>"), exit: 65,
      "A tag is longer than 65536 bytes"),
    .xml(
      34, "attribute-unended", Sample.dossier("<a b=\"" + Sample.times(300_000, "x")), exit: 65,
      "A tag is longer than 65536 bytes"),
  ]

  private static let large: [HostileCase] = [
    .xml(
      30, "elements-110000", Sample.dossier(Sample.times(110_000, "<a/>")), exit: 65,
      "more than 100000 tags and comments"),
    .xml(
      32, "supplements-20000",
      Sample.dossier(
        "<supplements>"
          + (0..<20_000).map { "<supplement id=\"s\($0)\" kind=\"passport\" for=\"p1\"/>" }.joined()
          + "</supplements>"), exit: 2, "QB2101"),
    .xml(
      33, "text-6-mb", Sample.dossier(Sample.times(6_000_000, "x")), exit: 65,
      "larger than 5000000 bytes"),
    .xml(
      36, "comment-4-mb", Sample.dossier("<!--\(Sample.times(4_000_000, "x"))-->"), exit: 1,
      "QB2101"),
    .xml(
      36, "ampersands-900000", Sample.dossier(Sample.times(900_000, "&amp;")), exit: 1, "QB1005"),
    .xml(
      36, "references-600000", Sample.dossier(Sample.times(600_000, "&#65;")), exit: 1, "QB1005"),
    .xml(
      37, "ampersands-unended", Sample.dossier(Sample.times(900_000, "&amp")), exit: 65,
      "The & here is not complete."),
  ]

  // Findings are never capped, so a report of 95,000 takes its time and room: some 50 µs and 8 KB for each. The
  // verdict alone is bound like everything else.
  private static let verbose: [HostileCase] = [
    (31, "names-95000", (0..<95_000).map { "<n\($0)/>" }.joined()),
    (32, "xml-id-95000", (0..<95_000).map { "<a xml:id=\"i\($0)\"/>" }.joined()),
  ].map { number, name, inside in
    var hostile = HostileCase.xml(number, name, Sample.dossier(inside), exit: 1, "QB1001")
    (hostile.limit, hostile.memory) = (5, 768 << 20)
    return hostile
  }

  private static let compressed: [HostileCase] = [
    ("gzip", [0x1F, 0x8B, 8, 0]), ("xz", [0xFD, 0x37, 0x7A, 0x58, 0x5A, 0]),
    ("bzip2", Sample.utf8("BZh91AY&SY")), ("zip", [0x50, 0x4B, 3, 4]),
    ("PDF", Sample.utf8("%PDF-1.7")),
  ].map { name, head in
    .xml(
      35, "compressed-\(name)",
      head + (Deflate.shrink([UInt8](repeating: 0, count: 1_000_000)) ?? []), exit: 65,
      "This is a \(name) file, not XML text.")
  }
}
