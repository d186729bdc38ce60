// SPDX-License-Identifier: Apache-2.0
package import QibeiCore

/// How facts travel between processes: a line each, a word and numbers.
extension InsideFacts {
  package var lines: [String] {
    var lines: [String] = []
    if isDamaged { lines.append("damaged") }
    if needsPassword { lines.append("password") }
    if isRestricted { lines.append("restricted") }
    if let pages { lines.append("pages \(pages)") }
    lines += blankPages.map { "blank \($0)" }
    lines += active.map { "active \($0.rawValue)" }
    lines += scans.map { "scan \($0.page) \($0.resolution) \($0.isGrey ? 1 : 0)" }
    if let border {
      lines.append("border \(border.red) \(border.green) \(border.blue) \(border.spread)")
    }
    return lines
  }

  /// Nil where a line is none of those above: whoever wrote it is not to be believed.
  package init?(lines: [Substring]) {
    self.init()
    for line in lines {
      let words = line.split(separator: " ")
      let numbers = words.dropFirst().compactMap { Int($0) }.filter { $0 >= 0 }
      switch (words.first, words.count - 1, numbers.count) {
      case ("damaged", 0, 0): isDamaged = true
      case ("password", 0, 0): needsPassword = true
      case ("restricted", 0, 0): isRestricted = true
      case ("pages", 1, 1): pages = numbers[0]
      case ("blank", 1, 1): blankPages.append(numbers[0])
      case ("active", 1, 0):
        guard let content = ActiveContent(rawValue: String(words[1])) else { return nil }
        active.append(content)
      case ("scan", 3, 3):
        scans.append(
          PageScan(page: numbers[0], resolution: numbers[1], isGrey: numbers[2] == 1))
      case ("border", 4, 4):
        border = PictureBorder(
          red: numbers[0], green: numbers[1], blue: numbers[2], spread: numbers[3])
      default: return nil
      }
    }
  }
}
