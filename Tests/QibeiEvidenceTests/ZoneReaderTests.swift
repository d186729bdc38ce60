// SPDX-License-Identifier: Apache-2.0
import QibeiCore
import QibeiEvidence
import QibeiFiles
import QibeiTesting
import QibeiValidation
import Testing

/// Reading the machine-readable zone in the scan of an invented passport.
struct ZoneReaderTests {
  private static let picture = Result {
    try Fixture.bytes(of: "Tests/QibeiEvidenceTests/Pictures/passport.jpg")
  }
  private static let line = PassportDataLine("X123456785USA7502031M3109144<<<<<<<<<<<<<<<<")

  @Test func `reads the line as far as check digits protect it`() throws {
    let reader = ZoneReader(program: Program.qibei.path)
    let picture = try Self.picture.get()
    let expected = ZoneReading.read(try #require(Self.line))
    #expect(reader.read(picture, .jpeg) == expected)
    let scan = TestPDF.scan(picture, width: 1480, height: 1050, isGrey: true)
    #expect(reader.read(scan, .pdf) == expected)
  }

  @Test func `says where nothing can be read`() {
    let reader = ZoneReader(program: Program.qibei.path)
    let blank = TestJPEG.picture(width: 800, height: 600) { _, _ in [240, 128, 128] }
    #expect(reader.read(blank, .jpeg) == .unreadable)
    #expect(reader.read(TestPDF.page(), .pdf) == .unreadable)
    #expect(reader.read([0xFF, 0xD8, 0xFF], .jpeg) == .unreadable)
    #expect(ZoneReader(program: "/nowhere").read(blank, .jpeg) == .unreadable)
  }

  @Test(arguments: [
    ("X123456785USA7502031M3109144<<<<<<<<<<<<<<<8", true),
    ("X123456785USA7502031M3109144K<K<<<<<<<<<<<B", true),
    ("X123456786USA7502031M3109144<<<<<<<<<<<<<<<8", false),
    ("X123456785USA7502032M3109144<<<<<<<<<<<<<<<8", false),
    ("X123456785USA7502031M3109145<<<<<<<<<<<<<<<8", false),
    ("X123456785USA7502031M3109144", false),
  ])
  func `believes a line only with every digit`(_ text: String, _ isBelieved: Bool) {
    #expect((PassportDataLine(reading: text) != nil) == isBelieved)
  }

  private static func codes(
    person: String, passport: String, _ zone: ZoneReading
  ) throws -> [String] {
    let text = DossierText(
      """
      <dossier xmlns="urn:qibei:dossier:1">
        <application submission="2026-03-16"/>
        <person id="p1" role="applicant" \(person)>\(passport)</person>
        <supplements>
          <supplement id="s1" kind="passport" for="p1"><file path="p.jpg"/></supplement>
        </supplements>
      </dossier>
      """)
    let file = InspectedFile(
      size: 1, digest: "0", type: .jpeg, isWhole: true, image: ImageFacts(),
      inside: .seen(InsideFacts()), zone: zone)
    let validation = try DossierValidator(Fixture.library.get()).validate(
      text.bytes, ValidationRequest(today: Fixture.day)
    ) { mentioned in
      #expect(mentioned == [MentionedFile(path: "p.jpg", isPassport: true)])
      return EvidenceFiles(files: ["p.jpg": .inspected(file)], unmentioned: [])
    }
    return validation.assessment.findings.filter { $0.kind.code.hasPrefix("QB81") }.map {
      "\($0.kind.code) \($0.disposition)"
    }
  }

  @Test(
    arguments: [
      (#"born="1975-02-03""#, #"<passport number="X12345678" expires="2031-09-14"/>"#, 0),
      (
        "",
        #"<passport number="A1"/><passport number="X1234 5678" current="no" expires="2031-09-14"/>"#,
        0
      ),
      (#"born="1975-02-04""#, #"<passport number="X12345678" expires="2031-09-14"/>"#, 1),
      (#"born="1975-02-04""#, #"<passport number="X12345679" expires="2031-09-15"/>"#, 3),
      ("", "", 0),
    ])
  func `is a hint where it differs from what is typed`(
    _ person: String, _ passport: String, _ count: Int
  ) throws {
    let line = try #require(Self.line)
    #expect(
      try Self.codes(person: person, passport: passport, .read(line))
        == Array(repeating: "QB8106 look", count: count))
  }

  @Test func `says that the library is missing`() throws {
    #expect(
      try Self.codes(person: "", passport: "", .noLibrary("libtesseract.so.5"))
        == ["QB8107 look"])
    #expect(try Self.codes(person: "", passport: "", .unreadable) == [])
  }
}
