// SPDX-License-Identifier: Apache-2.0
import QibeiFiles
import QibeiPackages
import QibeiTesting
import Testing

/// Archives as people make them, and as those who mean harm do.
struct DossierPackageTests {
  private static func faults(_ archive: TestArchive) -> [PackageFault] { faults(archive.bytes) }

  private static func faults(_ bytes: [UInt8]) -> [PackageFault] {
    do {
      _ = try DossierPackage(bytes)
      return []
    } catch {
      return error.faults
    }
  }

  @Test func `reads what lies in it, at the top or in one folder`() throws {
    for base in ["", "材料/"] {
      let package = try DossierPackage(
        TestArchive([
          .init("\(base)dossier.xml", "<dossier/>"), .init("\(base)证明/a.pdf", "%PDF"),
          .init("\(base).DS_Store"), .init("__MACOSX/._a.pdf"),
        ]).bytes)
      #expect(package.files() == ["dossier.xml", "证明/a.pdf"])
      #expect(try package.read("证明/a.pdf", atMost: 10) == Array("%PDF".utf8))
      #expect(throws: FileError.self) { try package.read("证明/a.pdf", atMost: 3) }
      #expect(throws: FileError.self) { try package.read("../a.pdf", atMost: 3) }
      #expect(!package.hasGB18030Names)
    }
  }

  @Test func `reads names in the encoding of Chinese Windows`() throws {
    var entry = TestArchive.Entry("")
    // 护照.pdf in GBK, without the mark of UTF-8.
    entry.name = [0xBB, 0xA4, 0xD5, 0xD5] + Array(".pdf".utf8)
    entry.flags = 0
    let package = try DossierPackage(TestArchive(with: entry).bytes)
    #expect(package.files() == ["dossier.xml", "护照.pdf"])
    #expect(package.hasGB18030Names)
    entry.flags = 0x800
    #expect(Self.faults(TestArchive(with: entry)) == [.name("????.pdf", .undecodable)])
  }

  @Test(
    arguments: [
      ("", .empty), ("../a", .leavesFolder), ("a/../b", .leavesFolder), ("./a", .leavesFolder),
      ("a//b", .leavesFolder), (".", .leavesFolder), ("/etc/passwd", .absolute),
      ("C:/a", .absolute),
      ("C:a", .absolute), ("a\\b", .backslash), ("a\0b", .control), ("a\nb", .control),
      ("a\u{1B}[2J", .control), ("a\u{202E}fdp.exe", .invisible), ("a\u{200B}b", .invisible),
      ("CON", .reserved), ("con.pdf", .reserved), ("LPT1.txt", .reserved), ("a./b", .reserved),
      ("a .pdf/b ", .reserved), (String(repeating: "a", count: 5_000), .tooLong),
      (String(repeating: "a", count: 256), .tooLong),
      (String(repeating: "a/", count: 17) + "b", .tooDeep),
    ] as [(String, PackageFault.Name)])
  func `refuses names that lead elsewhere or cannot exist`(
    _ name: String, _ fault: PackageFault.Name
  ) {
    #expect(Self.faults(TestArchive(with: .init(name))) == [.name(name, fault)])
  }

  @Test(arguments: [
    "a.pdf", "证明 (2)/护照.pdf", "console.pdf", "COMMA.txt", "ab:c.pdf", "…", "..a", "a..b/c",
  ])
  func `takes any other name`(_ name: String) {
    #expect(Self.faults(TestArchive(with: .init(name))) == [])
  }

  @Test(
    arguments: [
      (["a.pdf", "a.pdf"], .twice("a.pdf", "a.pdf")),
      (["a.pdf", "A.PDF"], .twice("a.pdf", "A.PDF")),
      (["\u{E9}.pdf", "e\u{301}.pdf"], .twice("\u{E9}.pdf", "e\u{301}.pdf")),
      (["a", "a/b"], .twice("a", "a/")),
      (["a", "A/"], .twice("a", "A/")),
    ] as [([String], PackageFault)])
  func `refuses two entries that would be one file`(_ names: [String], _ fault: PackageFault) {
    #expect(Self.faults(TestArchive(names: ["dossier.xml"] + names)).contains(fault))
  }

  @Test func `refuses links, devices, passwords and strange compression`() {
    var entry = TestArchive.Entry("a")
    for mode in [0o120777, 0o020644, 0o010644] {
      entry.mode = mode
      #expect(Self.faults(TestArchive(with: entry)) == [.link("a")])
    }
    entry.mode = 0
    #expect(Self.faults(TestArchive(with: entry)) == [])
    entry.flags = 1
    #expect(Self.faults(TestArchive(with: entry)) == [.encrypted("a")])
    entry.flags = 0
    entry.method = 14
    #expect(Self.faults(TestArchive(with: entry)) == [.method("a", 14)])
  }

  @Test func `refuses what says two things`() {
    var entry = TestArchive.Entry("a", "hello")
    entry.localName = Array("b".utf8)
    #expect(Self.faults(TestArchive(with: entry)) == [.disagrees("a")])
    entry.localName = nil
    entry.check = 1
    #expect(Self.faults(TestArchive(with: entry)) == [.damaged("a")])
    entry.check = nil
    entry.size = 4
    #expect(Self.faults(TestArchive(with: entry)) == [.damaged("a")])
    entry.method = 8
    #expect(Self.faults(TestArchive(with: entry)) == [.damaged("a")])
    entry = .init("a")
    entry.place = 0
    #expect(Self.faults(TestArchive(with: entry)) == [.disagrees("a")])
  }

  @Test func `refuses entries that share bytes`() {
    let inner = TestArchive(names: ["b"]).bytes
    var archive = TestArchive([.init("dossier.xml"), .init("a")])
    archive.entries[1].body = Array(inner.prefix(31 + 1))
    var shared = TestArchive.Entry("b")
    shared.place = 30 + 11 + 1 + 30 + 1
    archive.entries.append(shared)
    #expect(Self.faults(archive) == [.overlaps("a")])
  }

  @Test func `refuses what stands before or behind it, and what is cut off, at every byte`() {
    var archive = TestArchive(names: ["dossier.xml", "a/b.pdf"])
    let whole = archive.bytes
    #expect(Self.faults(whole) == [])
    for count in 0..<whole.count {
      #expect(Self.faults(Array(whole.prefix(count))) != [], "\(count)")
    }
    archive.before = Array("%PDF-1.7".utf8)
    #expect(Self.faults(archive) == [.precededBytes])
    archive.before = Array("PK".utf8)
    #expect(Self.faults(archive) == [.precededBytes])
    archive.before = []
    archive.after = [0]
    #expect(Self.faults(archive) == [.trailingBytes])
    #expect(Self.faults([]) == [.notAPackage])
    #expect(Self.faults(Array("<dossier/>                     ".utf8)) == [.notAPackage])
    #expect(Self.faults(TestArchive([])) == [.empty])
  }

  @Test func `one byte turned anywhere is answered, and never gives other contents`() throws {
    let archive = try PackageWriter.write([
      ("dossier.xml", Array(String(repeating: "<dossier/>", count: 40).utf8)),
      ("a.pdf", [1, 2, 3]),
    ])
    let whole = try DossierPackage(archive)
    for at in archive.indices {
      for bit in 0..<8 {
        var spoilt = archive
        spoilt[at] ^= 1 << bit
        guard let package = try? DossierPackage(spoilt) else { continue }
        for name in package.files() where whole.files().contains(name) {
          #expect(
            try package.read(name, atMost: 10_000) == whole.read(name, atMost: 10_000),
            "byte \(at) bit \(bit)")
        }
      }
    }
  }

  @Test func `refuses bombs before they unpack`() {
    let zeros = Deflate.shrink([UInt8](repeating: 0, count: 20_000_000)) ?? []
    var bomb = TestArchive.Entry("a")
    (bomb.body, bomb.method, bomb.size) = (zeros, 8, 20_000_000)
    #expect(Self.faults(TestArchive(with: bomb)) == [.tooDense("a")])
    bomb.size = 1_000
    bomb.check = 0
    #expect(Self.faults(TestArchive(with: bomb)) == [.damaged("a")])
    var huge = TestArchive.Entry("a")
    (huge.body, huge.method, huge.size) = (zeros, 8, 400_000_000)
    #expect(
      Self.faults(TestArchive(with: huge)) == [.tooLarge(400_000_010), .tooDense("a")])
    let many = TestArchive(names: ["dossier.xml"] + (0..<500).map { "\($0)" })
    #expect(Self.faults(many) == [.tooManyEntries(501)])
    #expect(Self.faults(TestArchive(names: ["dossier.xml"] + (0..<499).map { "\($0)" })) == [])
  }

  @Test func `wants one dossier, beside its files, and no archive within`() {
    #expect(Self.faults(TestArchive(names: ["a.pdf"])) == [.noDossier])
    #expect(
      Self.faults(TestArchive(names: ["b/dossier.xml", "a/dossier.xml"]))
        == [.severalDossiers(["a/dossier.xml", "b/dossier.xml"])])
    #expect(
      Self.faults(TestArchive(names: ["a/dossier.xml", "c.pdf", "b/d.pdf"]))
        == [.outside("b/d.pdf"), .outside("c.pdf")])
    #expect(
      Self.faults(TestArchive(with: .init("a.zip", "PK\u{3}\u{4}"))) == [.nested("a.zip")])
    #expect(Self.faults(TestArchive(with: .init("a.docx", "PK\u{3}\u{4}"))) == [])
  }

  @Test func `tells every fault at once`() {
    var link = TestArchive.Entry("b")
    link.mode = 0o120777
    let archive = TestArchive([.init("../a"), link, .init("b")])
    #expect(
      Self.faults(archive)
        == [.name("../a", .leavesFolder), .link("b"), .twice("b", "b"), .noDossier])
  }
}

/// Packing, and what a package says of its own files.
struct PackageWriterTests {
  private static let files = [
    (name: "dossier.xml", bytes: Array("<dossier/>".utf8)),
    (name: "证明/a.pdf", bytes: [UInt8](repeating: 7, count: 5_000)),
  ]

  @Test func `gives the same bytes for the same files, and the files back`() throws {
    let archive = try PackageWriter.write(Self.files)
    #expect(try PackageWriter.write(Self.files) == archive)
    let package = try DossierPackage(archive)
    #expect(package.files() == Self.files.map(\.name))
    for file in Self.files {
      #expect(try package.read(file.name, atMost: 10_000) == file.bytes)
    }
  }

  @Test func `other programs can read it`() throws {
    let python = try #require(Program(named: "python3"))
    let folder = try TemporaryFolder()
    let path = try folder.write(PackageWriter.write(Self.files), to: "a.zip")
    let run = try python.run(["-m", "zipfile", "-t", path])
    #expect(run.status == 0, "\(run.output) \(run.error)")
    let list = try python.run(
      ["-c", "import sys,zipfile;print(zipfile.ZipFile(sys.argv[1]).namelist())", path],
      environment: ["PYTHONUTF8": "1"])
    #expect(list.firstLine == "['dossier.xml', 'SHA256SUMS', '证明/a.pdf']")
  }

  @Test func `refuses what it would not take`() {
    #expect(throws: PackageError.self) { try PackageWriter.write([("../dossier.xml", [])]) }
    #expect(throws: PackageError.self) { try PackageWriter.write([("a.pdf", [])]) }
  }

  @Test func `a file changed, added or taken out after packing is found`() throws {
    let digest = "a" + String(repeating: "0", count: 63)
    let sums = "\(digest)  dossier.xml\n\(digest)  gone.pdf\nnonsense\n"
    do {
      _ = try DossierPackage(
        TestArchive([
          .init("dossier.xml"), .init("SHA256SUMS", sums), .init("new.pdf"),
        ]).bytes)
      Issue.record("accepted")
    } catch {
      #expect(
        error.faults == [
          .changed("dossier.xml"), .listedMissing("gone.pdf"), .listUnreadable(3),
          .unlisted("new.pdf"),
        ])
    }
  }
}
