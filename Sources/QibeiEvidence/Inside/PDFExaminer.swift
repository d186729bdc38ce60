// SPDX-License-Identifier: Apache-2.0
internal import QibeiCore

/// Takes a PDF apart: pages, what acts in it, and the pictures that cover its pages.
struct PDFExaminer {
  private let document: PDFDocument
  private let jpeg: JPEGLibrary?
  private var facts = InsideFacts()

  /// What was found; nil where it could not be read to its end, which says nothing about the file.
  static func examine(
    _ bytes: [UInt8], _ library: PDFLibrary, _ jpeg: JPEGLibrary?
  ) -> InsideFacts? {
    let opening = library.open(bytes) { document -> InsideFacts? in
      var examiner = PDFExaminer(document: document, jpeg: jpeg)
      return examiner.examine() ? examiner.facts : nil
    }
    var facts = InsideFacts()
    switch opening {
    case .opened(let found): return found
    case .needsPassword: facts.needsPassword = true
    case .unreadable: facts.isDamaged = true
    case .failed: return nil
    }
    return facts
  }

  private init(document: PDFDocument, jpeg: JPEGLibrary?) {
    self.document = document
    self.jpeg = jpeg
  }

  private mutating func examine() -> Bool {
    facts.isRestricted = document.isEncrypted
    guard let count = document.countPages(), count > 0 else {
      facts.isDamaged = true
      return true
    }
    facts.pages = count
    findActions(inCatalogue: document.root)
    for index in 0..<count {
      let page = document.page(index)
      note(actions(of: page))
      guard examine(page, number: index + 1) else { return false }
    }
    return true
  }

  // MARK: What acts (ISO 32000-1, 12.6)

  private mutating func findActions(inCatalogue root: PDFObject) {
    note(action(root["/OpenAction"]))
    note(additionalActions(root["/AA"]))
    if !root["/Names"]["/JavaScript"].isNull { note([.script]) }
    if !root["/Names"]["/EmbeddedFiles"].isNull || !root["/AF"].isNull { note([.attachment]) }
    for field in root["/AcroForm"]["/Fields"].items { note(additionalActions(field["/AA"])) }
  }

  private func actions(of page: PDFObject) -> [ActiveContent] {
    additionalActions(page["/AA"])
      + page["/Annots"].items.flatMap { annotation -> [ActiveContent] in
        let own: [ActiveContent] =
          switch annotation["/Subtype"].name {
          case "/FileAttachment": [.attachment]
          case "/RichMedia", "/Movie", "/Sound", "/Screen", "/3D": [.media]
          default: []
          }
        return own + action(annotation["/A"]) + additionalActions(annotation["/AA"])
      }
  }

  private static let triggers = [
    "/O", "/C", "/WC", "/WS", "/DS", "/WP", "/DP", "/E", "/X", "/D", "/U", "/Fo", "/Bl", "/PO",
    "/PC", "/PV", "/PI", "/K", "/F", "/V",
  ]

  private func additionalActions(_ dictionary: PDFObject) -> [ActiveContent] {
    dictionary.isNull ? [] : Self.triggers.flatMap { action(dictionary[$0]) }
  }

  // An action may name others that follow it; those that go in a circle end after a few.
  private func action(_ first: PDFObject) -> [ActiveContent] {
    var found: [ActiveContent] = []
    var action = first
    for _ in 0..<16 where !action.isNull {
      switch action["/S"].name {
      case "/JavaScript", "/Rendition": found.append(.script)
      case "/Launch": found.append(.launch)
      case "/SubmitForm", "/ImportData": found.append(.submission)
      case "/GoToE": found.append(.attachment)
      case "/Sound", "/Movie", "/GoTo3DView", "/RichMediaExecute": found.append(.media)
      default: break
      }
      let next = action["/Next"]
      action = next.items.first ?? next
    }
    return found
  }

  private mutating func note(_ found: [ActiveContent]) {
    for content in found where !facts.active.contains(content) { facts.active.append(content) }
  }

  // MARK: What is seen

  private mutating func examine(_ page: PDFObject, number: Int) -> Bool {
    guard let bytes = page.content() else { return false }
    let content = PageContent(bytes)
    if content.isBlank, page["/Annots"].items.isEmpty {
      facts.blankPages.append(number)
      return true
    }
    let box = page["/MediaBox"].items.compactMap(\.number)
    guard box.count == 4, !content.showsText, !content.paintsOther else { return true }
    let pictures = page["/Resources"]["/XObject"]
    let area = abs((box[2] - box[0]) * (box[3] - box[1]))
    var covering: (picture: PDFObject, placement: PageContent.Placement)?
    for placement in content.placements {
      let picture = pictures[placement.name]
      guard picture["/Subtype"].name == "/Image" else { return true }
      if placement.width * placement.height >= area * 0.7 { covering = (picture, placement) }
    }
    guard let covering else { return true }
    let unit = page["/UserUnit"].number ?? 1
    let across = Self.resolution(covering.picture["/Width"], covering.placement.width * unit)
    let down = Self.resolution(covering.picture["/Height"], covering.placement.height * unit)
    guard let across, let down else { return true }
    facts.scans.append(
      PageScan(
        page: number, resolution: min(across, down), isGrey: Self.isGrey(covering.picture)))
    if content.placements.count == 1,
      BlankPicture.looksBlank(covering.picture, jpeg)
    {
      facts.blankPages.append(number)
    }
    return true
  }

  private static func resolution(_ pixels: PDFObject, _ points: Double) -> Int? {
    guard let pixels = pixels.number, pixels >= 1, points >= 1 else { return nil }
    return Int(min(pixels * 72 / points, 100_000).rounded())
  }

  private static func isGrey(_ picture: PDFObject) -> Bool {
    let space = picture["/ColorSpace"]
    let parts = space.items
    switch parts.first?.name ?? space.name {
    case "/DeviceGray", "/CalGray": return true
    case "/ICCBased": return parts.count > 1 && parts[1]["/N"].number == 1
    default: return picture["/BitsPerComponent"].number == 1 && parts.isEmpty
    }
  }
}
