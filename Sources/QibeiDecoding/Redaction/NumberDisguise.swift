// SPDX-License-Identifier: Apache-2.0
internal import QibeiCore

/// Made-up numbers with check characters that hold, or fail, as those of the number did.
enum NumberDisguise {
  /// An identity number with the same form and date of birth; nil where the text is none.
  static func identity(_ text: String, _ madeUp: inout MadeUp) -> String? {
    guard let number = IdentityNumber(text) else { return nil }
    var made = Array(text)
    // The first character tells the form, and some after it the date of birth.
    let free =
      number.form == .earlierPermanentResident
      ? [3, 4, 5, 6, 13, 14] : [1, 2, 3, 4, 5, 14, 15, 16]
    for place in free { made[place] = madeUp.digit() }
    guard case .earlierPermanentResident = number.form else {
      let isRight = number.check == .verified
      for last in "0123456789X" {
        made[17] = last
        if (IdentityNumber(String(made))?.check == .verified) == isRight { break }
      }
      return String(made)
    }
    return String(made)
  }

  /// A credit code with the same fault, or none; the first two characters, which tell the kind of body, stay.
  static func creditCode(_ code: String, _ madeUp: inout MadeUp) -> String {
    let fault = SocialCreditCode.fault(in: code)
    var made = Array(code)
    guard made.count == 18 else { return madeUp.word(like: code) }
    if fault == .shape {
      return String(made.prefix(2)) + madeUp.word(like: "00000000000000I").dropLast() + "IO"
    }
    for place in 2..<16 { made[place] = madeUp.digit() }
    let wantsOrganisation: Bool
    if case .organisation = fault { wantsOrganisation = false } else { wantsOrganisation = true }
    // Each of both characters is tried until it holds, and then spoilt where the original was.
    for inner in "0123456789X" {
      made[16] = inner
      for last in "0123456789ABCDEFGHJKLMNPQRTUWXY" {
        made[17] = last
        let own = SocialCreditCode.fault(in: String(made))
        if case .check = own { continue }
        if (own == nil) == wantsOrganisation {
          if case .check = fault { made[17] = last == "0" ? "1" : "0" }
          return String(made)
        }
      }
    }
    return String(made)
  }
}
