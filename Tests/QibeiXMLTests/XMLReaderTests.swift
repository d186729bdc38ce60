// SPDX-License-Identifier: Apache-2.0
import QibeiTesting
import QibeiXML
import Testing

struct XMLReaderTests {
  @Test func `reads ten thousand documents, good and bad, with one reader`() throws {
    let reader = try XMLSource.reader()
    var wrong: [Int] = []
    for count in 0..<10_000 {
      switch count % 4 {
      case 0:
        let source = #"<r xmlns="urn:t" x="\#(count)"><new\#(count) name\#(count)=""/></r>"#
        let document = try reader.read(Array(source.utf8))
        if document.value(0) != String(count)
          || document.unknownNames != ["new\(count)", "name\(count)"]
        {
          wrong.append(count)
        }
      case 1:
        let document = try reader.read(Array(#"<r xmlns="urn:t"><a/><b/></r>"#.utf8))
        if document.elements.count != 3 || !document.unknownNames.isEmpty { wrong.append(count) }
      case 2:
        do throws(XMLReadError) {
          _ = try reader.read(Array(#"<r xmlns="urn:t"><a>"#.utf8))
          wrong.append(count)
        } catch {
          if error.problems.map(XMLSource.text) != [#"truncated(open: Optional("a")) 1:21"#] {
            wrong.append(count)
          }
        }
      default:
        do throws(XMLReadError) {
          _ = try reader.read(Array("<!DOCTYPE r><r/>".utf8))
          wrong.append(count)
        } catch {
          if error.problems.map(\.kind) != [.documentType] { wrong.append(count) }
        }
      }
    }
    #expect(wrong == [])
  }

  @Test func `does not mix up documents that are read side by side`() async throws {
    let wrong = try await withThrowingTaskGroup(of: Int.self) { group in
      for worker in 0..<8 {
        group.addTask {
          let reader = try XMLSource.reader()
          var wrong = 0
          for count in 0..<1_000 {
            let value = "\(worker)-\(count)"
            let document = try reader.read(Array(#"<r xmlns="urn:t" x="\#(value)"/>"#.utf8))
            if document.value(0) != value { wrong += 1 }
          }
          return wrong
        }
      }
      return try await group.reduce(0, +)
    }
    #expect(wrong == 0)
  }

  @Test func `reads a dossier or refuses it, broken off anywhere`() throws {
    let sample = try DossierText(sample: "wuxi-chip-engineer")
    // The first thousand bytes, and the last: every kind of markup, in a fraction of the time.
    let lengths = Array(0..<1_000) + Array((sample.bytes.count - 500)..<sample.bytes.count)
    let reader = try XMLReader(
      root: "dossier", vocabulary: XMLVocabulary(namespace: "urn:qibei:dossier:1", names: []))
    var read: [Int] = []
    for length in lengths {
      do throws(XMLReadError) {
        _ = try reader.read(Array(sample.bytes[..<length]))
        read.append(length)
      } catch {
        if error.problems.isEmpty { Issue.record("no problem named at \(length)") }
      }
    }
    // Only the last line end can be missing.
    #expect(read == (sample.bytes.last == 0x0A ? [sample.bytes.count - 1] : []))
  }

  @Test(arguments: Fixture.samples)
  func `never stumbles over a flipped bit`(_ sample: String) throws {
    let whole = try DossierText(sample: sample).bytes
    let reader = try XMLReader(
      root: "dossier", vocabulary: XMLVocabulary(namespace: "urn:qibei:dossier:1", names: []))
    let sound = try reader.read(whole).elements.count
    var random = SeededGenerator(seed: UInt64(whole.count))
    var silent = 0
    for _ in 0..<60 {
      var spoilt = whole
      spoilt[Int.random(in: 0..<whole.count, using: &random)] ^=
        1 << UInt8.random(in: 0..<8, using: &random)
      do throws(XMLReadError) {
        _ = try reader.read(spoilt)
      } catch {
        if error.problems.isEmpty { silent += 1 }
      }
    }
    #expect(silent == 0)
    #expect(try reader.read(whole).elements.count == sound)
  }
}
