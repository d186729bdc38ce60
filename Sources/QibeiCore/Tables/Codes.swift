// SPDX-License-Identifier: Apache-2.0

/// A country or region by its ISO 3166-1 alpha-3 code.
package struct Country: Hashable, Sendable, CustomStringConvertible {
  /// The three letters as one number, in the order of the alphabet.
  package let number: Int32

  /// Three capital letters; nil for anything else.
  ///
  /// Whether such a country exists is the table's to say.
  package init?(_ code: String) {
    let bytes = code.utf8
    self.init(bytes.span, 0, bytes.count)
  }

  /// Three capital letters in a run of bytes.
  package init?(_ bytes: Span<UInt8>, _ start: Int, _ length: Int) {
    guard length == 3, let number = Letters.pack(bytes, start, length, from: 65) else { return nil }
    self.number = number
  }

  private init(_ a: Int32, _ b: Int32, _ c: Int32) { number = a << 16 | b << 8 | c }

  package var description: String { Letters.unpack(number) }

  package static let china = Country(67, 72, 78)
  package static let hongKong = Country(72, 75, 71)
  package static let macao = Country(77, 65, 67)
  package static let taiwan = Country(84, 87, 78)

  /// Hong Kong, Macao or Taiwan, whose papers are neither foreign nor of the mainland.
  package var isHongKongMacaoTaiwan: Bool {
    self == .hongKong || self == .macao || self == .taiwan
  }
}

/// A language by its ISO 639 code.
package struct Tongue: Hashable, Sendable, CustomStringConvertible {
  /// The letters as one number; zero for none.
  package let number: Int32

  /// Two or three small letters; nil for anything else.
  package init?(_ code: String) {
    let bytes = code.utf8
    self.init(bytes.span, 0, bytes.count)
  }

  /// Two or three small letters in a run of bytes.
  package init?(_ bytes: Span<UInt8>, _ start: Int, _ length: Int) {
    guard length == 2 || length == 3, let number = Letters.pack(bytes, start, length, from: 97)
    else { return nil }
    self.number = number
  }

  fileprivate init(number: Int32) { self.number = number }

  package var description: String { Letters.unpack(number) }

  package static let chinese = Tongue(number: 0x7A68)
  package static let english = Tongue(number: 0x656E)
}

/// The languages of one paper; at most four.
package struct Tongues: Hashable, Sendable {
  private var slots: (Int32, Int32, Int32, Int32) = (0, 0, 0, 0)
  package private(set) var count = 0

  package init() {}

  /// Adds a language; false when there are four already.
  package mutating func append(_ tongue: Tongue) -> Bool {
    switch count {
    case 0: slots.0 = tongue.number
    case 1: slots.1 = tongue.number
    case 2: slots.2 = tongue.number
    case 3: slots.3 = tongue.number
    default: return false
    }
    count += 1
    return true
  }

  package func contains(_ tongue: Tongue) -> Bool {
    tongue.number != 0
      && (slots.0 == tongue.number || slots.1 == tongue.number || slots.2 == tongue.number
        || slots.3 == tongue.number)
  }

  /// The first of the file.
  package var first: Tongue? { count == 0 ? nil : Tongue(number: slots.0) }

  /// The languages in the order of the file.
  package var all: [Tongue] {
    [slots.0, slots.1, slots.2, slots.3].prefix(count).compactMap { Tongue(Letters.unpack($0)) }
  }

  package static func == (left: Self, right: Self) -> Bool { left.slots == right.slots }

  package func hash(into hasher: inout Hasher) { hasher.combine(slots.0) }
}

/// Up to three letters as one number.
enum Letters {
  static func pack(_ bytes: Span<UInt8>, _ start: Int, _ length: Int, from first: UInt8) -> Int32? {
    var number: Int32 = 0
    for at in start..<(start + length) {
      guard bytes[at] >= first, bytes[at] < first + 26 else { return nil }
      number = number << 8 | Int32(bytes[at])
    }
    return number
  }

  static func unpack(_ number: Int32) -> String {
    let bytes = [UInt8(number >> 16 & 0xFF), UInt8(number >> 8 & 0xFF), UInt8(number & 0xFF)]
    return String(decoding: bytes.drop { $0 == 0 }, as: UTF8.self)
  }
}

/// A place by its GB/T 2260 code.
package struct Division: Hashable, Comparable, Sendable, CustomStringConvertible {
  package let number: Int32

  /// Six digits that do not start with 0.
  package init?(_ code: String) {
    let bytes = code.utf8
    self.init(bytes.span, 0, bytes.count)
  }

  /// Six digits in a run of bytes.
  package init?(_ bytes: Span<UInt8>, _ start: Int, _ length: Int) {
    guard length == 6, bytes[start] != 48 else { return nil }
    var number: Int32 = 0
    for at in start..<(start + length) {
      guard (48...57).contains(bytes[at]) else { return nil }
      number = number * 10 + Int32(bytes[at]) - 48
    }
    self.number = number
  }

  private init(number: Int32) { self.number = number }

  package var description: String { String(number) }

  package static func < (left: Self, right: Self) -> Bool { left.number < right.number }

  /// The province first, then the prefecture, then the place itself; each once.
  package var lineage: [Division] {
    let chain = [number / 10_000 * 10_000, number / 100 * 100, number]
    return chain.enumerated().filter { $0.offset == 0 || chain[$0.offset - 1] != $0.element }
      .map { Division(number: $0.element) }
  }
}

/// A kind of supplement, by its position in the table of kinds.
package struct SupplementKind: Hashable, Sendable {
  package let index: Int32

  package init(_ index: Int32) { self.index = index }
}
