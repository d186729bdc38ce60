// SPDX-License-Identifier: Apache-2.0
package import QibeiCore

/// A page of plain HTML in both languages: no script, no outside file, black on white for the printer.
package struct HTMLPage {
  private let title: BilingualText
  private var body = ""

  package init(_ title: BilingualText) { self.title = title }

  /// Text that can never become markup.
  package static func escaped(_ text: String) -> String {
    var result = ""
    for character in SafeText.visible(text) {
      switch character {
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "&": result += "&amp;"
      case "\"": result += "&quot;"
      default: result.append(character)
      }
    }
    return result
  }

  /// A heading below the page's own.
  package mutating func heading(_ text: BilingualText) {
    body += "<h2>\(Self.both(text))</h2>\n"
  }

  /// A list of links, each with words beside it.
  package mutating func links(_ items: [(path: String, name: String, text: BilingualText)]) {
    body += "<ul>\n"
    for item in items {
      body +=
        "<li><a href=\"\(Self.escaped(item.path))\">\(Self.escaped(item.name))</a> \(Self.both(item.text))</li>\n"
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
        body += "<dd>\(Self.both(row.text))</dd>\n"
        continue
      }
      last = row.label
      body += "<dt>\(Self.both(row.label))</dt><dd>\(Self.both(row.text))</dd>\n"
    }
    body += "</dl>\n"
  }

  /// The whole page.
  package var text: String {
    """
    <!DOCTYPE html>
    <html lang="zh-Hans">
    <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <title>\(Self.escaped(title.zh)) · \(Self.escaped(title.en))</title>
    <style>
    body { font: 1rem/1.6 sans-serif; color: #111; background: #fff; max-width: 48rem; margin: 1rem auto; padding: 0 1rem; overflow-wrap: anywhere; }
    h1 { font-size: 1.4rem; } h2 { font-size: 1.15rem; margin-top: 2rem; }
    dt { font-weight: bold; margin-top: .8rem; } dd { margin: 0 0 0 1rem; }
    [lang=en] { display: block; color: #333; } a { color: #003a8c; }
    @media print { nav { display: none; } body { max-width: none; margin: 0; } a { color: #000; } dt { break-after: avoid; } }
    </style>
    </head>
    <body>
    <nav><a href="index.html">目录 · Index</a></nav>
    <main>
    <h1>\(Self.both(title))</h1>
    \(body)</main>
    </body>
    </html>

    """
  }

  // What is the same in both languages, such as a code, stands once.
  private static func both(_ text: BilingualText) -> String {
    text.zh == text.en
      ? escaped(text.zh)
      : "<span>\(escaped(text.zh))</span> <span lang=\"en\">\(escaped(text.en))</span>"
  }
}
