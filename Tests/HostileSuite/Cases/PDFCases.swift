// SPDX-License-Identifier: Apache-2.0
import QibeiFiles
import QibeiTesting

/// PDF files as evidence (71).
enum PDFCases {
  static var all: [HostileCase] { damaged + active + endless + other }

  private static func pdf(
    _ name: String, _ bytes: [UInt8], exit: Int32 = 1, limit: Double = 1, _ words: String...
  ) -> HostileCase {
    var hostile = HostileCase.xml(71, "pdf-\(name)", Sample.paper("a.pdf"), exit: exit)
    hostile.files.append(("dossier/a.pdf", bytes))
    hostile.words = words
    hostile.limit = limit
    return hostile
  }

  private static let page = TestPDF.page()

  private static let damaged: [HostileCase] = [
    pdf("truncated", Array(page.prefix(200)), "QB2501"),
    pdf("empty", [], "QB2507"),
    pdf("head-only", Sample.utf8("%PDF-1.7"), "QB2501"),
    pdf("head-and-end", Sample.utf8("%PDF-1.7\n%%EOF\n"), "QB2501"),
    pdf("html", Sample.utf8("<html><script>qbx()</script></html>"), "QB2507"),
    pdf("program", [0x4D, 0x5A, 0x90, 0] + [UInt8](repeating: 0, count: 500), "QB2507"),
    pdf("script", Sample.utf8("#!/bin/sh\ntouch /tmp/qibei-canary\n"), "QB2507"),
    pdf(
      "noise",
      Sample.utf8("%PDF-1.7\n")
        + (0..<50_000).map { UInt8(truncatingIfNeeded: $0 &* $0 &* 31 >> 3) }
        + Sample.utf8("\n%%EOF\n"), "QB2501"),
    // It is opened as the PDF that it is; nobody looks for an archive behind its end.
    pdf(
      "zip-behind", page + TestArchive(names: ["dossier.xml", "evil.exe"]).bytes, "QB2101"),
    pdf("zip-before", TestArchive(names: ["evil.exe"]).bytes + page, "QB2507"),
  ]

  private static let active: [HostileCase] = [
    pdf("javascript", TestPDF.page(catalogue: "/OpenAction<</S/JavaScript/JS(qbx)>>"), "QB2521"),
    pdf(
      "launch", TestPDF.page(page: "/Annots[<</Subtype/Link/A<</S/Launch/F(a.exe)>>>>]"), "QB2521"),
    pdf(
      "embedded-file", TestPDF.page(catalogue: "/Names<</EmbeddedFiles<</Names[]>>>>"), "QB2521"),
    pdf("submission", TestPDF.page(page: "/AA<</O<</S/SubmitForm>>>>"), "QB2521"),
    pdf(
      "external-file",
      TestPDF.page(
        page: "/Resources<</XObject<</P 5 0 R>>>>", content: "/P Do",
        TestPDF.stream([], "/Subtype/Image/F(/etc/hostname)/FFilter/DCTDecode")), "QB2101"),
    pdf(
      "external-url",
      TestPDF.page(
        page: "/Resources<</XObject<</P 5 0 R>>>>", content: "/P Do",
        TestPDF.stream([], "/Subtype/Image/F<</FS/URL/F(http://127.0.0.1:9/a)>>")), "QB2101"),
  ]

  private static func deflated(_ bytes: [UInt8]) -> [UInt8] {
    [0x78, 0xDA] + (Deflate.shrink(bytes) ?? []) + [0, 0, 0, 0]
  }

  // The child may take three seconds of processor time before it is given up.
  private static let endless: [HostileCase] = [
    pdf("pages-in-a-circle", TestPDF.tree("/Kids[2 0 R 3 0 R]/Count 2"), "QB2501"),
    pdf("no-page", TestPDF.tree("/Kids[]/Count 0"), "QB2501"),
    pdf("count-lies", TestPDF.tree("/Kids[3 0 R]/Count 2147483647"), "QB2101"),
    pdf("count-negative", TestPDF.tree("/Kids[3 0 R]/Count -1"), "QB2101"),
    pdf(
      "table-in-a-circle",
      TestPDF.file(
        [
          Sample.utf8("<</Type/Catalog/Pages 2 0 R>>"),
          Sample.utf8("<</Type/Pages/Kids[3 0 R]/Count 1>>"),
          Sample.utf8("<</Type/Page/Parent 2 0 R/Contents 4 0 R>>"),
          TestPDF.stream(Sample.utf8("0 0 1 1 re f")),
        ], trailer: "/Prev 254"), "QB2101"),
    pdf(
      "actions-in-a-circle",
      TestPDF.page(catalogue: "/OpenAction 5 0 R", Sample.utf8("<</S/GoTo/Next 5 0 R>>")), "QB2101"),
    pdf(
      "arrays-100000-deep",
      TestPDF.page(catalogue: "/D " + Sample.times(100_000, "[") + Sample.times(100_000, "]")),
      "QB2501"),
    pdf(
      "dictionaries-100000-deep",
      TestPDF.page(catalogue: Sample.times(100_000, "/D<<") + Sample.times(100_000, ">>")),
      "QB2501"),
    pdf(
      "size-lies",
      TestPDF.file([Sample.utf8("<</Type/Catalog/Pages 1 0 R>>")], trailer: "/Size 2147483647"),
      "QB2501"),
    pdf(
      "swells",
      TestPDF.tree(
        "/Kids[3 0 R]/Count 1",
        content: deflated([UInt8](repeating: 32, count: 220 << 20)), "/Filter/FlateDecode"),
      exit: 2, limit: 5, "QB9116"),
    pdf(
      "takes-long",
      TestPDF.tree(
        "/Kids[\(Sample.times(2_000, "3 0 R "))]/Count 2000",
        content: deflated(Sample.utf8(Sample.times(4 << 20, "q "))), "/Filter/FlateDecode"),
      exit: 2, limit: 5, "QB9116"),
  ]

  private static let other: [HostileCase] = [
    pdf("locked", TestPDF.locked, "QB2517"),
    pdf("restricted", TestPDF.restricted, "QB2518"),
  ]
}
