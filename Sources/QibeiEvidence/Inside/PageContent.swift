// SPDX-License-Identifier: Apache-2.0

/// What the content stream of a page paints (ISO 32000-1, 7.8.2 and 8 to 9).
struct PageContent {
  /// A picture or a form, by its name among the page's resources, and the sides it was given in points.
  struct Placement {
    let name: String
    let width: Double
    let height: Double
  }

  private(set) var placements: [Placement] = []
  private(set) var showsText = false
  /// Lines, areas, shadings or pictures within the stream.
  private(set) var paintsOther = false

  var isBlank: Bool { placements.isEmpty && !showsText && !paintsOther }

  // a, b, c and d of the matrix that stretches and turns what is painted; where it lies does not matter.
  private var matrix = (1.0, 0.0, 0.0, 1.0)
  private var saved: [(Double, Double, Double, Double)] = []
  private var numbers: [Double] = []
  private var lastName = ""
  private var hidesText = false

  init(_ bytes: [UInt8]) {
    var lexer = ContentLexer(bytes)
    while let token = lexer.next() {
      switch token {
      case .number(let number):
        if numbers.count == 6 { numbers.removeFirst() }
        numbers.append(number)
      case .name(let name): lastName = name
      case .other: break
      case .operation(let name):
        perform(name)
        if name == "ID" { lexer.skipPicture() }
        numbers.removeAll(keepingCapacity: true)
      }
    }
  }

  private mutating func perform(_ operation: String) {
    switch operation {
    case "q": if saved.count < 512 { saved.append(matrix) }
    case "Q": matrix = saved.popLast() ?? matrix
    case "cm":
      guard numbers.count == 6 else { break }
      let (a, b, c, d) = (numbers[0], numbers[1], numbers[2], numbers[3])
      matrix = (
        a * matrix.0 + b * matrix.2, a * matrix.1 + b * matrix.3,
        c * matrix.0 + d * matrix.2, c * matrix.1 + d * matrix.3
      )
    case "Do":
      placements.append(
        Placement(
          name: lastName,
          width: (matrix.0 * matrix.0 + matrix.1 * matrix.1).squareRoot(),
          height: (matrix.2 * matrix.2 + matrix.3 * matrix.3).squareRoot()))
    // Text that a scanner's reading has put invisibly under its picture.
    case "Tr": hidesText = numbers.last == 3
    case "Tj", "TJ", "'", "\"": if !hidesText { showsText = true }
    case "f", "F", "f*", "B", "B*", "b", "b*", "s", "S", "sh", "EI", "ID": paintsOther = true
    default: break
    }
  }
}

/// Takes a content stream apart; whatever it is, each byte is read once.
struct ContentLexer {
  enum Token: Equatable {
    case number(Double)
    case name(String)
    case operation(String)
    case other
  }

  private let bytes: [UInt8]
  private var at = 0

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  mutating func next() -> Token? {
    while at < bytes.count, Self.isBlank(bytes[at]) || bytes[at] == UInt8(ascii: "%") {
      if bytes[at] == UInt8(ascii: "%") { skip { $0 != 10 && $0 != 13 } } else { at += 1 }
    }
    guard at < bytes.count else { return nil }
    switch bytes[at] {
    case UInt8(ascii: "("):
      skipString()
      return .other
    case UInt8(ascii: "/"):
      at += 1
      return .name("/" + word())
    case UInt8(ascii: "<"):
      at += 1
      if at < bytes.count, bytes[at] == UInt8(ascii: "<") {
        at += 1
      } else {
        skip { $0 != UInt8(ascii: ">") }
        at += 1
      }
      return .other
    case let byte where Self.isDelimiter(byte):
      at += 1
      return .other
    default:
      let text = word()
      return Double(text).map { .number($0.isFinite ? $0 : 0) } ?? .operation(text)
    }
  }

  /// Goes behind the end of a picture that stands in the stream itself.
  mutating func skipPicture() {
    while at < bytes.count {
      if bytes[at] == UInt8(ascii: "E"), at + 1 < bytes.count, bytes[at + 1] == UInt8(ascii: "I"),
        at > 0, Self.isBlank(bytes[at - 1]), at + 2 == bytes.count || Self.isBlank(bytes[at + 2])
      {
        at += 2
        return
      }
      at += 1
    }
  }

  private mutating func word() -> String {
    let start = at
    skip { !Self.isBlank($0) && !Self.isDelimiter($0) }
    return String(decoding: bytes[start..<at], as: UTF8.self)
  }

  private mutating func skip(while goesOn: (UInt8) -> Bool) {
    while at < bytes.count, goesOn(bytes[at]) { at += 1 }
  }

  private mutating func skipString() {
    var depth = 0
    while at < bytes.count {
      switch bytes[at] {
      case UInt8(ascii: "\\"): at += 1
      case UInt8(ascii: "("): depth += 1
      case UInt8(ascii: ")"): depth -= 1
      default: break
      }
      at += 1
      if depth == 0 { return }
    }
  }

  private static func isBlank(_ byte: UInt8) -> Bool {
    [0, 9, 10, 12, 13, 32].contains(byte)
  }

  private static func isDelimiter(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x28, 0x29, 0x3C, 0x3E, 0x5B, 0x5D, 0x7B, 0x7D, 0x2F, 0x25: true
    default: false
    }
  }
}
