// SPDX-License-Identifier: Apache-2.0
import QibeiCore
import QibeiTesting
import Testing

struct NameMatcherTests {
  private static func person(
    _ surname: String, _ given: String, chinese: String? = nil, former: String? = nil
  ) -> Person {
    var person = Person()
    var passport = PersonName()
    (passport.kind, passport.surname, passport.given) = (.passport, surname, given)
    person.names = [passport]
    for (kind, text) in [(NameKind.chinese, chinese), (.former, former)] {
      guard let text else { continue }
      var name = PersonName()
      (name.kind, name.full) = (kind, text)
      person.names.append(name)
    }
    return person
  }

  @Test(arguments: [
    ("VIDAL", "CAMILLE ANNE", "Camille Anne Vidal", true),
    ("VIDAL", "CAMILLE ANNE", "VIDAL, Camille Anne", true),
    ("VIDAL", "CAMILLE ANNE", "Vidal Camille", false),
    ("VIDAL", "CAMILLE ANNE", "Vidal Camille Marie Anne", false),
    ("VIDAL", "CAMILLE ANNE", "Vidal Camille Ann", false),
    ("VIDAL", "CAMILLE-ANNE", "Camille Anne Vidal", true),
    ("O'BRIEN", "SEAN", "Sean O’Brien", true), ("O'BRIEN", "SEAN", "SEAN OBRIEN", true),
    ("MÜLLER", "JÖRG", "Muller Jorg", true), ("NUNEZ", "JOSE", "José Núñez", true),
    ("STRAUSS", "ANNA", "Anna Strauß", true), ("OSTERGAARD", "LARS", "Lars Østergaard", true),
    ("ÆRØ", "LIV", "Liv AERO", true), ("WALESA", "LECH", "Lech Wałęsa", true),
    // E, then a combining acute accent.
    ("VIDAL", "RENE", "Rene\u{301} Vidal", true),
    ("VIDAL", "JEAN", "JEAN  VIDAL ", true), ("VIDAL", "J.", "J Vidal", true),
    ("VIDAL", "", "VIDAL", true), ("VIDAL", "JEAN", "", false),
  ])
  func `compares names as passports print them`(
    _ surname: String, _ given: String, _ text: String, _ matches: Bool
  ) {
    #expect(NameMatcher(Self.person(surname, given)).matches(text) == matches)
  }

  @Test(arguments: [
    ("张三", true), ("ZHANG SAN", true), ("ZHANG SAN 张三", true), ("张三 (ZHANG SAN)", true),
    ("张三丰", false), ("LI SAN 张三", false), ("张 三", true), ("三张", false),
  ])
  func `accepts either script and both together`(_ text: String, _ matches: Bool) {
    #expect(NameMatcher(Self.person("ZHANG", "SAN", chinese: "张三")).matches(text) == matches)
  }

  @Test func `leaves former names to a bridging paper`() {
    let matcher = NameMatcher(Self.person("VIDAL", "ANNE", former: "MOREAU ANNE"))
    #expect([matcher.matches("MOREAU ANNE"), matcher.matches("VIDAL ANNE")] == [false, true])
  }

  @Test(arguments: [
    ("Åsa Lindqvist", ["ASA", "LINDQVIST"]), ("Đặng Văn Hải", ["DANG", "HAI", "VAN"]),
    ("Αλέξης", ["ΑΛΈΞΗΣ"]), ("欧阳·娜娜", ["欧阳娜娜"]), ("Mary-Jane 2nd", ["2ND", "JANE", "MARY"]),
    ("\u{200B}Li", ["LI"]), ("", []), ("ɵ", ["O"]), ("Ɵ", ["O"]), ("ǰ ﬁ", ["FI", "J"]),
  ])
  func `folds a name into sorted parts`(_ text: String, _ parts: [String]) {
    #expect(NameMatcher.parts(text) == parts)
  }
}
