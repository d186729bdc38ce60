// SPDX-License-Identifier: Apache-2.0
internal import QibeiCore

/// Reads how photographs have to be.
enum PhotoStandardDecoder {
  static func standard(_ element: RuleElement, _ decoder: RequirementDecoder) -> PhotoStandard {
    element.allow([
      .zh, .en, .basis, .width, .height, .kilobytes, .ratio, .colour, .type, .background,
      .takenWithin,
    ])
    var limits = PhotoLimits()
    limits.width = range(element, .width)
    limits.height = range(element, .height)
    limits.kilobytes = range(element, .kilobytes)
    limits.ratio = ratio(element)
    limits.mustBeTrueColour = element.word(.colour, among: ["24-bit"]) != nil
    limits.mustBeJPEG = element.word(.type, among: ["image/jpeg"]) != nil
    limits.backgrounds = backgrounds(element)
    limits.takenWithin = period(element)
    return PhotoStandard(
      text: element.bilingual, limits: limits,
      bases: decoder.legalBases(element, required: true))
  }

  private static func backgrounds(_ element: RuleElement) -> Set<PhotoLimits.Background> {
    Set(
      element.list(.background).compactMap { word in
        if let background = PhotoLimits.Background(rawValue: word) { return background }
        let known = PhotoLimits.Background.allCases.map(\.rawValue).joined(separator: " ")
        element.report(
          .init(
            "没有“\(word)”这种底色，可用：\(known)", "there is no background “\(word)”; there are: \(known)"),
          attribute: .background)
        return nil
      })
  }

  private static func period(_ element: RuleElement) -> CalendarPeriod? {
    guard let text = element[.takenWithin] else { return nil }
    if let period = CalendarPeriod(text) { return period }
    element.report(
      .init("“\(text)”不是期间，请写成 P6M", "“\(text)” is not a period; write it as P6M"),
      attribute: .takenWithin)
    return nil
  }

  private static func range(_ element: RuleElement, _ name: RuleName) -> ClosedRange<Int>? {
    guard let text = element[name] else { return nil }
    let ends = text.split(separator: "-", omittingEmptySubsequences: false)
    if ends.count == 2, let from = Int(ends[0]), from >= 0 {
      if ends[1].isEmpty { return from...Int.max }
      if let until = Int(ends[1]), until >= from { return from...until }
    }
    element.report(
      .init(
        "“\(text)”不是范围，请写成 354-480 或 354-", "“\(text)” is not a range; write it as 354-480 or 354-"),
      attribute: name)
    return nil
  }

  private static func ratio(_ element: RuleElement) -> PhotoLimits.Ratio? {
    guard let text = element[.ratio] else { return nil }
    let sides = text.split(separator: ":", omittingEmptySubsequences: false).compactMap { Int($0) }
    if sides.count == 2, sides.allSatisfy({ (1...9999).contains($0) }) {
      return PhotoLimits.Ratio(width: sides[0], height: sides[1])
    }
    element.report(
      .init("“\(text)”不是宽高比，请写成 3:4", "“\(text)” is not a proportion; write it as 3:4"),
      attribute: .ratio)
    return nil
  }
}
