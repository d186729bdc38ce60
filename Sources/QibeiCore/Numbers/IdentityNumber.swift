// SPDX-License-Identifier: Apache-2.0

/// A number that China gives to a person: a citizen's identity number, or that of a permanent residence card.
package struct IdentityNumber: Equatable, Sendable {
  /// Which of the forms in use it has.
  package enum Form: Equatable, Sendable {
    /// 18 characters of a citizen (GB 11643-1999).
    case citizen
    /// 18 characters beginning with 9, on cards issued since 2023-12-01.
    case permanentResident
    /// Three letters and twelve digits, on earlier cards; its last digit proves nothing.
    case earlierPermanentResident
  }

  package let form: Form
  /// The date of birth inside it, as eight digits, or six in the earlier form.
  package let birth: String
  /// Whether the last character holds (ISO 7064, MOD 11-2).
  package let check: CheckDigit

  /// A number as printed; nil where it has none of the forms.
  package init?(_ number: String) {
    let characters = Array(number.utf8)
    let digits = { (range: Range<Int>) in
      characters[range].allSatisfy { (48...57).contains($0) }
    }
    if characters.count == 15, digits(3..<15),
      characters[..<3].allSatisfy({ (65...90).contains($0) })
    {
      form = .earlierPermanentResident
      birth = String(decoding: characters[7..<13], as: UTF8.self)
      check = .notPresent
      return
    }
    guard characters.count == 18, digits(0..<17), digits(17..<18) || characters[17] == 88 else {
      return nil
    }
    form = characters[0] == 57 ? .permanentResident : .citizen
    birth = String(decoding: characters[6..<14], as: UTF8.self)
    let weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
    let sum = zip(characters, weights).reduce(0) { $0 + Int($1.0 - 48) * $1.1 }
    let expected = Array("10X98765432".utf8)[sum % 11]
    check =
      characters[17] == expected
      ? .verified : .refuted(expected: Character(Unicode.Scalar(expected)))
  }

  /// Whether a date of birth is the one inside.
  package func agrees(with born: CalendarDate) -> Bool {
    let digits = String("\(born)".filter { $0 != "-" })
    return form == .earlierPermanentResident ? digits.dropFirst(2) == birth : digits == birth
  }
}
