// SPDX-License-Identifier: Apache-2.0
package import QibeiCore
internal import QibeiFiles

/// Reads the machine-readable zone of passport scans in a process of its own; slow, and never sure.
package final class ZoneReader {
  /// What the program is told so that it serves instead of running a command.
  package static let argument = "read-passports"

  private let process: InspectionProcess

  private static let milliseconds = 4_800
  private static let processorSeconds = 4
  private static let memory = 400 * 1_048_576
  private static let mostPixels = 20_000_000

  /// - Parameter program: path of `qibei`; inside of it, `/proc/self/exe`.
  package init(program: String) {
    process = InspectionProcess(program, Self.argument, milliseconds: Self.milliseconds)
  }

  /// What the scan of a passport's data page says.
  package func read(_ bytes: [UInt8], _ type: FileType) -> ZoneReading {
    guard type == .pdf || type == .jpeg else { return .unreadable }
    guard let answer = process.answer(to: type == .pdf ? 0 : 1, bytes) else { return .unreadable }
    let text = String(decoding: answer, as: UTF8.self)
    if text == "library" { return .noLibrary(TextLibrary.name) }
    return PassportDataLine(text).map { .read($0) } ?? .unreadable
  }

  /// Answers questions on the standard input until there are no more, and ends the process.
  package static func serve() -> Never {
    let pdf = PDFLibrary()
    let jpeg = JPEGLibrary()
    let text = jpeg == nil ? nil : TextLibrary()
    ChildSide.serve(
      memory: memory, seconds: processorSeconds, largest: EvidenceInspector.largestFile
    ) { kind, bytes in
      guard let jpeg, let text else { return Array("library".utf8) }
      let picture = kind == 0 ? pdf.flatMap { self.picture(in: bytes, $0) } : bytes
      return Array((picture.flatMap { line(in: $0, jpeg, text) } ?? "").utf8)
    }
  }

  // The first page of a scan is one picture.
  private static func picture(in bytes: [UInt8], _ library: PDFLibrary) -> [UInt8]? {
    let opening = library.open(bytes) { document -> [UInt8]? in
      guard let count = document.countPages(), count > 0 else { return nil }
      let page = document.page(0)
      guard let content = page.content() else { return nil }
      let pictures = page["/Resources"]["/XObject"]
      for placement in PageContent(content).placements {
        let picture = pictures[placement.name]
        let filter = picture["/Filter"]
        guard (filter.items.first?.name ?? filter.name) == "/DCTDecode" else { continue }
        return picture.data(.none)
      }
      return nil
    }
    if case .opened(let picture) = opening { return picture }
    return nil
  }

  // The zone stands at the foot of a data page, or somewhere on a sheet that the passport lay upon.
  private static func line(
    in picture: [UInt8], _ jpeg: JPEGLibrary, _ library: TextLibrary
  ) -> String? {
    guard
      case .pixels(let pixels, let width, let height, _) = jpeg.decode(
        picture, eighth: false, inColour: false, limit: mostPixels)
    else { return nil }
    for rows in [height * 7 / 10..<height, 0..<height] {
      let lines = library.lines(pixels, width: width, rows: rows)
      if let line = lines.lazy.compactMap(PassportDataLine.init(reading:)).first {
        return line.text
      }
    }
    return nil
  }
}
