// SPDX-License-Identifier: Apache-2.0
import QibeiCore
import Testing

/// Numbers that prove themselves, against worked values of the standards.
struct NumberTests {
  private static let specimen = "L898902C36UTO7408122F1204159ZE184226B<<<<<10"

  @Test func `verifies every digit of the specimen in ICAO 9303`() throws {
    let line = try #require(PassportDataLine(Self.specimen))
    #expect(PassportDataLine.Part.allCases.allSatisfy { line.digit(of: $0) == .verified })
    #expect(
      [line.number, line.nationality?.description, line.birth, line.sex, line.expiry]
        == ["L898902C3", "UTO", "740812", "F", "120415"])
  }

  @Test(arguments: [
    (0, "M", "number"), (8, "8", "number"), (13, "8", "birth"), (21, "2", "expiry"),
    (28, "Y", "personal"),
  ])
  func `refutes the digit of the part that was mistyped`(
    at: Int, character: Character, part: String
  ) throws {
    var characters = Array(Self.specimen)
    characters[at] = character
    let line = try #require(PassportDataLine(String(characters)))
    let refuted = PassportDataLine.Part.allCases.filter {
      if case .refuted = line.digit(of: $0) { true } else { false }
    }
    #expect(refuted.map { "\($0)" } == [part, "whole"])
  }

  @Test func `says of an empty personal number that no digit is present`() throws {
    for digit in ["<", "0"] {
      let text = "X123456785USA7502031M3109144<<<<<<<<<<<<<<\(digit)8"
      let line = try #require(PassportDataLine(text))
      #expect(line.digit(of: .personal) == .notPresent)
      #expect(line.digit(of: .whole) == .verified)
    }
  }

  @Test func `cannot tell characters whose values differ by ten`() throws {
    let text = Self.specimen.replacing("L898902C3", with: "B898902C3")
    #expect(try #require(PassportDataLine(text)).digit(of: .number) == .verified)
  }

  @Test(arguments: ["", "l898902c36UTO7408122F1204159ZE184226B<<<<<10", "L898902C36UTO"])
  func `reads no line of another shape`(text: String) {
    #expect(PassportDataLine(text) == nil)
  }

  @Test func `reads the names, and whether they may be cut off`() throws {
    let line = try #require(PassportNameLine("P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<"))
    #expect(line.name == "ERIKSSON ANNA MARIA")
    #expect(!line.mayBeCut)
    let full = try #require(PassportNameLine("P<UTONILAVADHANANANDA<<ARNPOL<PETCH<CHAIYASI"))
    #expect(full.mayBeCut)
  }

  @Test(
    arguments: [
      ("91350100M000100Y43", nil), ("91512081MA62K0260E", nil),
      ("91350100M000100Y4Z", .shape), ("91350100M000100Y4", .shape),
      ("91310115MA1G4L1WXK", .check(expected: "7")), ("91310115MA1H8R7C6D", .check(expected: "7")),
      ("91350100M000100Y44", .check(expected: "3")),
      ("91350100M000100Y56", .organisation(expected: "4")),
    ] as [(String, SocialCreditCode.Fault?)])
  func `tries both check characters of a social credit code`(
    code: String, fault: SocialCreditCode.Fault?
  ) {
    #expect(SocialCreditCode.fault(in: code) == fault)
  }

  @Test(arguments: [
    ("11010519491231002X", IdentityNumber.Form.citizen, "19491231", CheckDigit.verified),
    ("110105194912310021", .citizen, "19491231", .refuted(expected: "X")),
    ("932682198501010017", .permanentResident, "19850101", .verified),
    ("932682198501010016", .permanentResident, "19850101", .refuted(expected: "7")),
    ("KAZ110090123105", .earlierPermanentResident, "901231", .notPresent),
  ])
  func `tells the forms of an identity number, and tries its last character`(
    number: String, form: IdentityNumber.Form, birth: String, check: CheckDigit
  ) throws {
    let parsed = try #require(IdentityNumber(number))
    #expect(parsed.form == form)
    #expect(parsed.birth == birth)
    #expect(parsed.check == check)
  }

  @Test(arguments: [
    "", "1101051949123100", "KAZ11009012310", "kaz110090123105", "11010519491231002x",
  ])
  func `knows no number of another form`(number: String) {
    #expect(IdentityNumber(number) == nil)
  }
}
