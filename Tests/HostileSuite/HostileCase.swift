// SPDX-License-Identifier: Apache-2.0
import QibeiReports

/// One hostile input, and what has to come of it.
struct HostileCase {
  /// Of the catalogue of hostile inputs; 0 for those that it does not have.
  let number: Int
  let name: String
  /// The exit code that is right.
  let exit: Int32
  /// What the output has to say, in English.
  var words: [String]
  /// Files by their paths below the case's folder; those outside of `dossier`, `dossier.zip` and `rules` are none of its business.
  var files: [(path: String, bytes: [UInt8])] = []
  /// Symbolic links by their paths, and where they lead.
  var links: [(path: String, target: String)] = []
  /// Named pipes by their paths.
  var pipes: [String] = []
  /// The command, in the case's folder.
  var command = ["check", "dossier"]
  /// A file that the command writes, and its format.
  var written: (path: String, format: String)?
  /// What must not stand in the output of a format, or of any (`*`).
  var forbidden: [(format: String, text: String)] = []
  /// Seconds of processor time that it may take.
  var limit = 1.0
  /// Bytes that it may take.
  var memory = 256 << 20

  init(_ number: Int, _ name: String, exit: Int32, _ words: String...) {
    self.number = number
    self.name = name
    self.exit = exit
    self.words = words
  }

  /// A case of one document.
  static func xml(
    _ number: Int, _ name: String, _ bytes: some Sequence<UInt8>, exit: Int32, _ words: String...
  ) -> HostileCase {
    var hostile = HostileCase(number, name, exit: exit)
    hostile.words = words
    hostile.files = [("dossier/dossier.xml", Array(bytes))]
    return hostile
  }

  static func xml(
    _ number: Int, _ name: String, _ text: String, exit: Int32, _ words: String...
  ) -> HostileCase {
    var hostile = xml(number, name, Array(text.utf8), exit: exit)
    hostile.words = words
    return hostile
  }

  /// Whether the input is judged, so that there is a report in every format.
  var isJudged: Bool { command.first == "check" && exit < 64 && !command.contains("-q") }

  /// The formats that there are reports in, once for what is slow; nil where there is no report.
  var formats: [ReportFormat?] {
    isJudged ? limit > 1 ? [.text] : ReportFormat.allCases : [nil]
  }

  /// The same without a report: how long the verdict takes, and how much.
  var quiet: HostileCase {
    var hostile = self
    hostile.command.append("-q")
    hostile.words = []
    (hostile.limit, hostile.memory) = (1, 256 << 20)
    return HostileCase(hostile, named: "\(name)-verdict")
  }

  /// A case with another name, or another exit code.
  init(_ other: HostileCase, named name: String? = nil, exit: Int32? = nil) {
    self.init(other.number, name ?? other.name, exit: exit ?? other.exit)
    (files, links, pipes, command) = (other.files, other.links, other.pipes, other.command)
    (words, written, forbidden) = (other.words, other.written, other.forbidden)
    (limit, memory) = (other.limit, other.memory)
  }

  /// Every case.
  static func all() throws -> [HostileCase] {
    try EntityCases.all + SizeCases.all + EncodingCases.all + SyntaxCases.all + TextCases.all
      + PathCases.all + ZipNameCases.all + ZipCases.all + PDFCases.all + ImageCases.all
      + ChecklistCases.all
  }
}

/// Text that cases are made of.
enum Sample {
  /// A dossier in which every fact is declared and every paper missing: exit 1, and not 2.
  static func dossier(
    before: String = "", root: String = "", _ inside: String = "", after: String = ""
  ) -> String {
    """
    \(before)<dossier xmlns="urn:qibei:dossier:1"\(root)>
      <application category="residence-work-first" place="320500" submission="2026-03-16" \
    permit-months="22" filed-by="self" location="in-country"/>
      <person id="p1" role="applicant" born="1990-01-01" former-chinese="no" permanent-resident="no">
        <name kind="passport" full="A B"/><permit kind="visa-z" current="yes"/><entry on="2026-03-02" visa="visa-z"/>
      </person>
      <employer id="e1" kinds="enterprise" on-file="yes">\
    <employment person="p1" performance="no"/></employer>\(inside)
    </dossier>\(after)
    """
  }

  /// A dossier with one paper that has this file.
  static func paper(_ path: String, _ type: String = "application/pdf") -> String {
    dossier(
      """

        <supplements><supplement id="s1" kind="passport" for="p1" originals="1" copies="1" \
      issued="2021-01-01" expires="2031-01-01"><states name="A B" born="1990-01-01" sex="M" \
      nationality="FRA" passport="X1"/>\
      <file path="\(path)" type="\(type)"/></supplement></supplements>
      """)
  }

  static func utf8(_ text: String) -> [UInt8] { Array(text.utf8) }

  static func utf16(_ text: String, little: Bool, mark: Bool = true) -> [UInt8] {
    ((mark ? [0xFEFF] : []) + Array(text.utf16)).flatMap { unit in
      let (high, low) = (UInt8(unit >> 8), UInt8(unit & 0xFF))
      return little ? [low, high] : [high, low]
    }
  }

  static func times(_ count: Int, _ text: String) -> String {
    String(repeating: text, count: count)
  }
}
