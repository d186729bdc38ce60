// SPDX-License-Identifier: Apache-2.0

/// A country or region by its ISO 3166-1 alpha-3 code.
package struct Country: Hashable, Sendable, CustomStringConvertible {
  private let packed: UInt32

  /// Three capital letters; nil for anything else. Whether such a country exists is the table's to say.
  package init?(_ code: some StringProtocol) {
    let bytes = Array(code.utf8)
    guard bytes.count == 3, bytes.allSatisfy({ (65...90).contains($0) }) else { return nil }
    packed = UInt32(bytes[0]) << 16 | UInt32(bytes[1]) << 8 | UInt32(bytes[2])
  }

  package var description: String {
    String(
      decoding: [UInt8(packed >> 16), UInt8(packed >> 8 & 0xFF), UInt8(packed & 0xFF)],
      as: UTF8.self)
  }

  private init(_ a: UInt8, _ b: UInt8, _ c: UInt8) {
    packed = UInt32(a) << 16 | UInt32(b) << 8 | UInt32(c)
  }

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
  package let description: String

  package init(_ code: String) { description = code }

  package static let chinese = Tongue("zh")
}

/// A place by its GB/T 2260 code.
package struct Division: Hashable, Comparable, Sendable, CustomStringConvertible {
  package let number: Int32

  /// Six digits that do not start with 0.
  package init?(_ code: some StringProtocol) {
    guard code.utf8.count == 6, code.utf8.allSatisfy({ (48...57).contains($0) }),
      let number = Int32(code), number >= 100_000
    else { return nil }
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
