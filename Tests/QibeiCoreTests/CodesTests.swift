// SPDX-License-Identifier: Apache-2.0
import QibeiCore
import QibeiTesting
import Testing

struct CodesTests {
  @Test(arguments: [("CHN", true), ("XKX", true), ("chn", false), ("CN", false), ("CHNA", false)])
  func `reads three capital letters as a country`(_ text: String, _ reads: Bool) {
    #expect(Country(text)?.description == (reads ? text : nil))
  }

  @Test(arguments: ["", "ＣＨＮ", "C1N", "C N"])
  func `refuses what is no country code`(_ text: String) {
    #expect(Country(text) == nil)
  }

  @Test func `tells Hong Kong, Macao and Taiwan from the rest`() throws {
    let codes = ["CHN", "HKG", "MAC", "SGP", "TWN"]
    let found = codes.filter { Country($0)?.isHongKongMacaoTaiwan == true }
    #expect(found == ["HKG", "MAC", "TWN"])
  }

  @Test(arguments: [
    ("310000", ["310000"]), ("320200", ["320000", "320200"]),
    ("320585", ["320000", "320500", "320585"]), ("110105", ["110000", "110100", "110105"]),
  ])
  func `names province, prefecture and place once each`(_ code: String, _ lineage: [String]) {
    #expect(Division(code)?.lineage.map(\.description) == lineage)
  }

  @Test(arguments: ["", "31000", "3100000", "031000", "31000a", "３１００００", "-31000", "+31000"])
  func `refuses what is no place code`(_ text: String) {
    #expect(Division(text) == nil)
  }

  @Test(arguments: [
    ("SGP", "2023-11-06", false), ("SGP", "2023-11-07", true), ("CAN", "2024-01-10", false),
    ("CAN", "2024-01-11", true), ("KHM", "2026-03-16", false),
    // Said to join then, but the table is not certain of it.
    ("VNM", "2026-09-10", false), ("VNM", "2026-09-11", nil),
  ])
  func `knows between which states an apostille counts, and since when`(
    _ code: String, _ text: String, _ counts: Bool?
  ) throws {
    let country = try #require(Country(code))
    let day = try #require(CalendarDate(text))
    #expect(try Fixture.tables().apostille.isInForce(with: country, on: day) == counts)
  }
}

struct NearestTests {
  private static let known = ["passport", "photo", "police-certificate", "payslip"]

  @Test(arguments: [
    ("pasport", "passport"), ("PASSPORT", "passport"), ("phto", "photo"),
    ("police-certifcate", "police-certificate"), ("pay-slip", "payslip"), ("passport", "passport"),
  ])
  func `names what somebody probably meant`(_ text: String, _ word: String) {
    #expect(Nearest.word(to: text, among: Self.known) == word)
  }

  @Test(arguments: [
    "", "x", "marriage", "passportpassport", String(repeating: "p", count: 100_000),
  ])
  func `names nothing where nothing is near`(_ text: String) {
    #expect(Nearest.word(to: text, among: Self.known) == nil)
  }

  @Test func `gives ties to the first`() {
    #expect(Nearest.word(to: "cat", among: ["bat", "hat", "rat"]) == "bat")
  }
}
