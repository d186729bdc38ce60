// SPDX-License-Identifier: Apache-2.0
package import QibeiCore

/// The last member of a JSON report: what it rests on, and a digest of everything in it.
///
/// It shows an edit and a change of what lies beneath; it proves nothing to somebody who can compute it.
package struct ReportSeal: Sendable {
  private let tokens: String
  private let digest: @Sendable ([UInt8]) -> String

  private static let mark = "\n  \"seal\": "
  private static let empty = "\n  \"seal\": null\n}\n"

  /// - Parameters:
  ///   - sealed: what the report rests on; its fingerprints stand with the findings.
  ///   - digest: SHA-256 of bytes, 64 hexadecimal digits.
  package init(_ sealed: SealedReport, digest: @escaping @Sendable ([UInt8]) -> String) {
    var tokens = [
      "submission:\(sealed.submission)", "category:\(Self.closed(sealed.category))",
      "files:\(sealed.readsFiles ? "yes" : "no")", "verdict:\(sealed.verdict.rawValue)",
      "tables:\(sealed.tables)",
    ]
    if let place = sealed.place { tokens.append("place:\(place)") }
    tokens += sealed.rules.map { "rule:\($0.digest):\($0.version):\(Self.closed($0.id))" }
    tokens += sealed.parts.map {
      "part:\($0.digest):\($0.kind.rawValue):\($0.word ?? ""):\(Self.closed($0.id))"
    }
    self.tokens = tokens.joined(separator: " ")
    self.digest = digest
  }

  /// A report with its seal.
  func seal(_ report: String) -> String {
    guard report.hasSuffix(Self.empty) else { return report }
    let own = digest(Array((tokens + report).utf8))
    // As a string of JSON, so that whatever a dossier calls its parts stays inside.
    let text = JSONValue.string("\(tokens) report:\(own)").text.dropLast()
    return report.dropLast(Self.empty.count) + "\(Self.mark)\(text)\n}\n"
  }

  /// Why a report cannot be verified.
  package enum Refusal: Error, Sendable {
    /// No seal: not a report, one of several dossiers, or a part of one.
    case noSeal
    /// Edited since it was written.
    case edited
  }

  /// What a report rests on.
  ///
  /// - Parameters:
  ///   - text: a report in JSON, or in HTML with the JSON inside.
  ///   - digest: SHA-256 of bytes, 64 hexadecimal digits.
  /// - Returns: what the seal says, with the findings' fingerprints.
  /// - Throws: why it cannot be told.
  package static func open(
    _ text: String, digest: ([UInt8]) -> String
  ) throws(Refusal) -> SealedReport {
    let report = json(in: text)
    guard let start = report.ranges(of: mark).last,
      report[start.upperBound...].hasPrefix("\""),
      let end = report[start.upperBound...].dropFirst().firstIndex(of: "\"")
    else { throw .noSeal }
    let seal = report[report.index(after: start.upperBound)..<end]
      .replacing("\\u003c", with: "<").replacing("\\u003e", with: ">").replacing(
        "\\u0026", with: "&")
    guard let last = seal.ranges(of: " report:").last else { throw .noSeal }
    let tokens = seal[..<last.lowerBound]
    let plain = report[..<start.lowerBound] + empty
    guard report[end...] == "\"\n}\n",
      digest(Array((tokens + plain).utf8)) == seal[last.upperBound...]
    else { throw .edited }
    guard let sealed = sealed(tokens, fingerprints: values(of: "fingerprint", in: plain)) else {
      throw .noSeal
    }
    return sealed
  }

  // In a page the JSON stands last, with its quotation marks escaped.
  private static func json(in text: String) -> String {
    guard let start = text.ranges(of: "<pre>").last, let end = text.ranges(of: "</pre>").last,
      start.upperBound <= end.lowerBound
    else { return text }
    return text[start.upperBound..<end.lowerBound].replacing("&quot;", with: "\"") + "\n"
  }

  // Inside a string of JSON no quotation mark stands bare, so this finds members only.
  private static func values(of name: String, in json: some StringProtocol) -> [String] {
    let mark = "\"\(name)\": \""
    return json.split(separator: "\n").compactMap { line in
      let member = line.drop { $0 == " " }
      guard member.hasPrefix(mark) else { return nil }
      return String(member.dropFirst(mark.count).prefix { $0 != "\"" })
    }
  }

  private static func sealed(
    _ tokens: some StringProtocol, fingerprints: [String]
  ) -> SealedReport? {
    var fields: [Substring: [[Substring]]] = [:]
    for token in String(tokens).split(separator: " ") {
      let steps = token.split(separator: ":", maxSplits: 4, omittingEmptySubsequences: false)
      fields[steps[0], default: []].append(Array(steps.dropFirst()))
    }
    func first(_ name: Substring) -> String? { fields[name]?.first?.first.map(String.init) }
    guard let day = first("submission").flatMap({ CalendarDate($0) }),
      let verdict = first("verdict").flatMap({ Verdict(rawValue: $0) }),
      let tables = first("tables"), let category = first("category")
    else { return nil }
    let parts = (fields["part"] ?? []).compactMap { steps -> DossierPart? in
      guard steps.count == 4, let kind = DossierPart.Kind(rawValue: String(steps[1])) else {
        return nil
      }
      return DossierPart(
        kind: kind, id: open(steps[3]), word: steps[2].isEmpty ? nil : String(steps[2]),
        digest: String(steps[0]))
    }
    let rules = (fields["rule"] ?? []).compactMap { steps -> SealedReport.Rule? in
      guard steps.count == 3 else { return nil }
      return SealedReport.Rule(
        id: open(steps[2]), version: String(steps[1]), digest: String(steps[0]))
    }
    return SealedReport(
      submission: day, category: open(category[...]),
      place: first("place").flatMap { Division($0) },
      readsFiles: first("files") == "yes", verdict: verdict, parts: parts, rules: rules,
      tables: tables, fingerprints: fingerprints)
  }

  // Names may hold anything; blanks and colons divide.
  private static func closed(_ name: String) -> String {
    var text = ""
    for byte in name.utf8 {
      let scalar = Unicode.Scalar(byte)
      let isPlain =
        scalar.isASCII
        && (scalar.properties.isAlphabetic || "0123456789-._+".unicodeScalars.contains(scalar))
      text += isPlain ? String(scalar) : "%" + (byte < 16 ? "0" : "") + String(byte, radix: 16)
    }
    return text
  }

  private static func open(_ name: Substring) -> String {
    var bytes: [UInt8] = []
    var rest = name[...]
    while let first = rest.first {
      if first == "%", let byte = UInt8(rest.dropFirst().prefix(2), radix: 16) {
        bytes.append(byte)
        rest = rest.dropFirst(3)
      } else {
        bytes += String(first).utf8
        rest = rest.dropFirst()
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
