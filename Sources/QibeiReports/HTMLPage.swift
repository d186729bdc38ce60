// SPDX-License-Identifier: Apache-2.0
package import QibeiCore

/// A page of plain HTML in both languages: no script, no outside file, black on white for the printer.
package struct HTMLPage {
  private let title: BilingualText
  private let languages: [Language]
  private let hasIndex: Bool
  private let style: String
  private var body = ""

  /// - Parameters:
  ///   - title: of the page, also its first heading.
  ///   - languages: those that it speaks, the first of them first.
  ///   - hasIndex: whether a page `index.html` lies beside it.
  ///   - style: rules of its own, in lines that end in a new line.
  package init(
    _ title: BilingualText, languages: [Language] = [.zh, .en], hasIndex: Bool, style: String = ""
  ) {
    self.style = style
    self.title = title
    self.languages = languages
    self.hasIndex = hasIndex
  }

  /// Text that can never become markup.
  package static func escaped(_ text: String) -> String {
    // Byte by byte: as a character, a quotation mark with an accent upon it is no quotation mark.
    var bytes: [UInt8] = []
    bytes.reserveCapacity(text.utf8.count)
    for byte in SafeText.visible(text).utf8 {
      switch byte {
      case UInt8(ascii: "<"): bytes += "&lt;".utf8
      case UInt8(ascii: ">"): bytes += "&gt;".utf8
      case UInt8(ascii: "&"): bytes += "&amp;".utf8
      case UInt8(ascii: "\""): bytes += "&quot;".utf8
      default: bytes.append(byte)
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Markup of the caller's own, in which every text is ``escaped(_:)``.
  mutating func add(_ markup: String) { body += markup }

  /// A heading below the page's own.
  package mutating func heading(_ text: BilingualText) {
    body += "<h2>\(both(text))</h2>\n"
  }

  /// A list of links, each with words beside it.
  package mutating func links(_ items: [(path: String, name: String, text: BilingualText)]) {
    body += "<ul>\n"
    for item in items {
      body +=
        "<li><a href=\"\(Self.escaped(item.path))\">\(Self.escaped(item.name))</a> \(both(item.text))</li>\n"
    }
    body += "</ul>\n"
  }

  /// Labelled paragraphs.
  package mutating func rows(_ rows: [(label: BilingualText, text: BilingualText)]) {
    body += "<dl>\n"
    // A label that repeats stands once, above all that it labels.
    var last: BilingualText?
    for row in rows {
      if row.label == last {
        body += "<dd>\(both(row.text))</dd>\n"
        continue
      }
      last = row.label
      body += "<dt>\(both(row.label))</dt><dd>\(both(row.text))</dd>\n"
    }
    body += "</dl>\n"
  }

  /// The whole page.
  package var text: String { head + body + Self.foot }

  /// Everything before the body's own markup, for a page that grows.
  var head: String {
    """
    <!DOCTYPE html>
    <html lang="\(languages[0].tag)">
    <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <title>\(languages.map { Self.escaped(title[$0]) }.joined(separator: " · "))</title>
    <style>
    body { font: 1rem/1.6 sans-serif; color: #111; background: #fff; max-width: 48rem; margin: 1rem auto; padding: 0 1rem; overflow-wrap: anywhere; }
    h1 { font-size: 1.4rem; } h2 { font-size: 1.15rem; margin-top: 2rem; }
    dt { font-weight: bold; margin-top: .8rem; } dd { margin: 0 0 0 1rem; }
    .second { display: block; color: #333; font-weight: normal; } a { color: #003a8c; }
    table { border-collapse: collapse; width: 100%; } th, td { border: 1px solid #555; padding: .3rem .5rem; text-align: left; vertical-align: top; }
    .items td:first-child, .items th:first-child { white-space: nowrap; } .items th:nth-child(2) { width: 22%; } .items th:nth-child(3) { width: 30%; }
    .bar { margin: .6rem 0 .1rem; }
    .verdict { border: 2px solid #111; padding: .6rem 1rem; font-size: 1.15rem; font-weight: bold; }
    .task { border-top: 1px solid #777; padding: .3rem 0; } .task p { margin: .3rem 0; } .small { color: #444; font-size: .9em; }
    summary { cursor: pointer; font-weight: bold; padding: .3rem 0; } pre { white-space: pre-wrap; font-size: .8rem; }
    .sign { display: flex; flex-wrap: wrap; gap: 2rem; margin-top: 2rem; } .sign > * { flex: 1 1 14rem; min-height: 5rem; }
    @media print { details::details-content { content-visibility: visible; display: block; } .screen { display: none; } tr, .task { break-inside: avoid; } body { font-size: 10pt; line-height: 1.35; padding: 0; } h1 { font-size: 14pt; text-align: center; } p { margin: .35em 0; } .sign { margin-top: 1em; gap: 1em; } .sign > * { min-height: 0; } @page { size: A4; margin: 15mm; } }
    @media print { nav { display: none; } body { max-width: none; margin: 0; } a { color: #000; } dt { break-after: avoid; } }
    \(style)</style>
    </head>
    <body>
    \(hasIndex ? "<nav><a href=\"index.html\">目录 · Index</a></nav>\n" : "")<main>
    <h1>\(both(title))</h1>

    """
  }

  /// Everything behind the body's own markup.
  static var foot: String { "</main>\n</body>\n</html>\n" }

  // Text for an attribute, which can hold no markup.
  func plain(_ text: BilingualText) -> String {
    languages.map { text[$0] }.joined(separator: " · ")
  }

  func both(_ text: BilingualText) -> String { Self.both(text, languages) }

  // What is the same in both languages, such as a code, stands once.
  static func both(_ text: BilingualText, _ languages: [Language]) -> String {
    if languages.count == 1 || text.zh == text.en { return escaped(text[languages[0]]) }
    return languages.enumerated().map { index, language in
      let attribute = index == 0 ? "" : " lang=\"\(language.tag)\" class=\"second\""
      return "<span\(attribute)>\(escaped(text[language]))</span>"
    }.joined(separator: " ")
  }
}
