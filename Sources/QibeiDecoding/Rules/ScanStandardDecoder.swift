// SPDX-License-Identifier: Apache-2.0
internal import QibeiCore

/// Reads how scans have to be.
enum ScanStandardDecoder {
  static func standard(_ element: RuleElement, _ decoder: RequirementDecoder) -> ScanStandard {
    element.allow([.zh, .en, .basis, .kilobytesAtMost, .colour])
    var most: Int?
    if let text = element[.kilobytesAtMost] {
      most = Int(text).flatMap { (1...99_999_999).contains($0) ? $0 : nil }
      if most == nil {
        element.report(
          .init(
            "“\(text)”不是 1 到 99999999 的整数", "“\(text)” is not a whole number from 1 to 99,999,999"),
          attribute: .kilobytesAtMost)
      }
    }
    return ScanStandard(
      text: element.bilingual, mostKilobytes: most,
      mustBeColour: element.word(.colour, among: ["colour"]) != nil,
      bases: decoder.legalBases(element, required: true))
  }
}
