// SPDX-License-Identifier: Apache-2.0
import Glibc

// qibei-corpus files DIR COUNT      so many dossiers, a thousand in a folder
// qibei-corpus stream FILE BYTES    one file of at least so many bytes, all dossiers under one root
// qibei-corpus lines FILE COUNT     so many lines of JSON with a dossier each, as batch --stdin takes them
//
// Made from the complete samples: other names, some papers gone, too old or untranslated, and one in five grown to
// up to 60 KB. The same number always gives the same dossier.

/// Numbers that look random and always are the same (SplitMix64).
struct Dice {
  var state: UInt64

  mutating func roll(_ sides: Int) -> Int {
    state &+= 0x9E37_79B9_7F4A_7C15
    var value = state
    value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
    value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
    return Int((value ^ (value >> 31)) % UInt64(sides))
  }
}

func read(_ path: String) -> String {
  guard let file = fopen(path, "rb") else { fatalError("cannot open \(path)") }
  defer { fclose(file) }
  var bytes = [UInt8](repeating: 0, count: 1 << 20)
  let count = fread(&bytes, 1, bytes.count, file)
  return String(decoding: bytes[..<count], as: UTF8.self)
}

/// A complete dossier taken apart, so that it can be put together otherwise.
struct Template {
  let head: String
  let supplements: [String]
  let tail: String
  let surname: String

  init(_ text: String) {
    let opening = text.range(of: "    <supplement ")
    let closing = text.range(of: "  </supplements>")
    head = String(text[..<opening.lowerBound])
    tail = String(text[closing.lowerBound...])
    supplements = text[opening.lowerBound..<closing.lowerBound]
      .pieces(of: "    </supplement>\n").map { $0 + "    </supplement>\n" }
    let name = text[text.range(of: "surname=\"").upperBound...]
    surname = String(name.prefix { $0 != "\"" })
  }

  func dossier(_ number: Int) -> String {
    var dice = Dice(state: UInt64(number))
    var text = head
    var papers: [String] = []
    for paper in supplements {
      switch dice.roll(100) {
      case 0..<3: continue
      case 3..<6: papers.append(paper.replacing("issued=\"2026", with: "issued=\"2019"))
      case 6..<8: papers.append(paper.without("<translation "))
      default: papers.append(paper)
      }
    }
    text += papers.joined()
    let wanted = dice.roll(5) > 0 ? 0 : 15_000 + dice.roll(45_000)
    var more = 0
    while text.utf8.count + tail.utf8.count < wanted, !papers.isEmpty {
      let paper = papers[more % papers.count]
      let id = paper[paper.range(of: "id=\"").upperBound...].prefix { $0 != "\"" }
      text += paper.replacing("id=\"\(id)\"", with: "id=\"x\(more)\"")
      more += 1
    }
    let letters = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZ")
    let name = String((0..<surname.count).map { _ in letters[dice.roll(26)] })
    return (text + tail).replacing(surname, with: name)
  }
}

extension StringProtocol {
  func range(of text: String) -> Range<Index> {
    guard let found = firstRange(of: text) else { fatalError("no \(text)") }
    return found
  }

  func pieces(of separator: String) -> [String] {
    var pieces: [String] = []
    var rest = self[...]
    while let found = rest.firstRange(of: separator) {
      pieces.append(String(rest[..<found.lowerBound]))
      rest = rest[found.upperBound...]
    }
    return pieces
  }
}

extension String {
  func without(_ element: String) -> String {
    guard let start = firstRange(of: element), let end = self[start.upperBound...].firstRange(of: "/>")
    else { return self }
    return String(self[..<start.lowerBound]) + self[end.upperBound...]
  }
}

func write(_ text: String, to path: String) {
  guard let file = fopen(path, "wb") else { fatalError("cannot write \(path)") }
  _ = Array(text.utf8).withUnsafeBytes { fwrite($0.baseAddress, 1, $0.count, file) }
  fclose(file)
}

func stream(to path: String, atLeast amount: Int) -> (dossiers: Int, bytes: Int) {
  guard let file = fopen(path, "wb") else { fatalError("cannot write \(path)") }
  defer { fclose(file) }
  var written = 0
  var number = 0
  func put(_ text: String) {
    written += Array(text.utf8).withUnsafeBytes { fwrite($0.baseAddress, 1, $0.count, file) }
  }
  put("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<dossiers>\n")
  while written < amount {
    let text = templates[number % templates.count].dossier(number)
    put(String(text[text.range(of: "?>\n").upperBound...]))
    number += 1
  }
  put("</dossiers>\n")
  return (number, written)
}

func lines(to path: String, _ count: Int) {
  guard let file = fopen(path, "wb") else { fatalError("cannot write \(path)") }
  defer { fclose(file) }
  for number in 0..<count {
    var line = Array("{\"id\":\(number),\"xml\":\"".utf8)
    for byte in templates[number % templates.count].dossier(number).utf8 {
      switch byte {
      case UInt8(ascii: "\""), UInt8(ascii: "\\"): line += [UInt8(ascii: "\\"), byte]
      case UInt8(ascii: "\n"): line += Array("\\n".utf8)
      default: line.append(byte)
      }
    }
    line += Array("\"}\n".utf8)
    _ = line.withUnsafeBytes { fwrite($0.baseAddress, 1, $0.count, file) }
  }
}

let samples = "../schemas/samples"
let templates = [
  "work-permit-notice-abroad-complete", "work-permit-a-complete", "residence-work-first-complete",
  "pr-foreign-chinese-doctor-complete", "pr-yrd-hitech-professional-complete",
].map { Template(read("\(samples)/\($0)/dossier.xml")) }

let arguments = CommandLine.arguments
guard arguments.count == 4, let amount = Int(arguments[3]) else {
  print("usage: qibei-corpus files DIR COUNT | stream FILE BYTES | lines FILE COUNT")
  exit(64)
}
switch arguments[1] {
case "files":
  mkdir(arguments[2], 0o777)
  for number in 0..<amount {
    let thousand = String(10_000 + number / 1_000).dropFirst()
    let folder = "\(arguments[2])/\(thousand)"
    if number % 1_000 == 0 { mkdir(folder, 0o777) }
    write(
      templates[number % templates.count].dossier(number),
      to: "\(folder)/\(String(1_000_000 + number).dropFirst()).xml")
  }
case "stream":
  let (dossiers, bytes) = stream(to: arguments[2], atLeast: amount)
  print("\(dossiers) dossiers, \(bytes) bytes")
case "lines": lines(to: arguments[2], amount)
default:
  print("usage: qibei-corpus files DIR COUNT | stream FILE BYTES | lines FILE COUNT")
  exit(64)
}
