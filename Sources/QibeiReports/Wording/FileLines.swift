// SPDX-License-Identifier: Apache-2.0
internal import QibeiCore

/// The files that were opened, and what was seen of each.
struct FileLines {
  private let assessment: Assessment
  private let language: Language

  init(_ assessment: Assessment, _ language: Language) {
    self.assessment = assessment
    self.language = language
  }

  /// A heading and one line for each file, in the dossier's order; empty where nobody looked.
  var lines: [String] {
    guard let evidence = assessment.evidence else { return [] }
    var seen: Set<String> = []
    let lines = assessment.dossier.files.compactMap { file -> String? in
      let path = assessment.dossier.text(file.path)
      guard seen.insert(path).inserted, case .inspected(let file) = evidence.files[path] else {
        return nil
      }
      return "  \(path): \(describe(file).joined(separator: language == .zh ? "，" : ", "))"
    }
    guard !lines.isEmpty else { return [] }
    let head = language == .zh ? "打开的文件（\(lines.count)）" : "Files opened (\(lines.count))"
    let decoded =
      language == .zh
      ? "  包内文件名按 GB18030（中文 Windows）解读"
      : "  names in the package were read as GB18030 (Chinese Windows)"
    return [head] + (evidence.hasGB18030Names ? [decoded] : []) + lines
  }

  private func describe(_ inside: Inside) -> [String] {
    switch inside {
    case .notLooked: return []
    case .failed, .noLibrary: return [language == .zh ? "没有看到内容" : "inside not seen"]
    case .seen(let facts):
      var parts: [String] = []
      if let pages = facts.pages {
        parts.append(language == .zh ? "\(pages) 页" : pages == 1 ? "1 page" : "\(pages) pages")
      }
      if let resolution = facts.scans.map(\.resolution).min() {
        parts.append(language == .zh ? "整页图片 \(resolution) dpi" : "page pictures \(resolution) dpi")
      }
      if let border = facts.border {
        let colour = "RGB \(border.red) \(border.green) \(border.blue)"
        parts.append(language == .zh ? "边缘 \(colour)" : "border \(colour)")
      }
      return parts
    }
  }

  private func describe(_ file: InspectedFile) -> [String] {
    var parts = [file.type.label[language], "\((file.size + 512) / 1024) KB"]
    if let image = file.image {
      parts.append("\(image.width)×\(image.height)")
      if let resolution = image.resolution { parts.append("\(resolution) dpi") }
      let bits = image.channels * image.bitsPerChannel
      parts.append(language == .zh ? "每像素 \(bits) 位" : "\(bits) bits a pixel")
    }
    parts += describe(file.inside)
    switch file.zone {
    case .read: parts.append(language == .zh ? "机读码已识读" : "machine-readable zone read")
    case .unreadable, .noLibrary:
      parts.append(language == .zh ? "机读码没有读出" : "machine-readable zone not read")
    case .notAsked: break
    }
    parts.append("SHA-256 \(file.digest.prefix(8))…")
    return parts
  }
}
