// SPDX-License-Identifier: Apache-2.0
internal import QibeiCore
internal import QibeiXML

/// One rule file while it is read: its document, and every fault found in it.
final class RuleFile {
  let name: String
  let document: XMLDocument
  let vocabulary: XMLVocabulary
  /// The text that every value stands in; made only where somebody asks, unless it is in the program.
  private(set) lazy var text = String(decoding: document.values, as: UTF8.self)
  private(set) var problems: [RuleProblem] = []
  private lazy var locator = XMLLocator(document.source)
  private let names: [String]

  /// Reads a rule file.
  ///
  /// - Throws: every fault that keeps it from being such a file, with line and column.
  init(
    _ text: RuleText, named name: String, root: String, vocabulary: XMLVocabulary
  ) throws(ChecklistError) {
    self.name = name
    self.vocabulary = vocabulary
    names = vocabulary.names
    let bytes = text.bytes
    do throws(XMLReadError) {
      if let recording = text.recording,
        let recorded = XMLTape.document(
          Array(recording.tape.utf8), of: bytes, root: root, vocabulary: vocabulary)
      {
        document = recorded
        if document.values.count == bytes.count { self.text = recording.text }
      } else {
        document = try XMLReader(root: root, vocabulary: vocabulary, limits: .rules).read(bytes)
      }
    } catch {
      throw ChecklistError(
        error.problems.map { problem in
          RuleProblem(
            file: name, line: problem.position?.line, column: problem.position?.column,
            message: BilingualText(problem.sentence.zh, problem.sentence.en))
        })
    }
  }

  var root: RuleElement { RuleElement(file: self, index: 0) }

  /// Whether a name is this text; lengths first, for rule files hold thousands of names.
  func isNamed(_ name: XMLName, _ text: String) -> Bool {
    if name.index < 0 { return document.text(of: name, in: vocabulary) == text }
    let position = Int(name.index)
    return names[position].utf8.count == text.utf8.count && names[position] == text
  }

  func report(_ place: XMLPlace, _ message: BilingualText) {
    let position = locator.position(of: place, in: document)
    let problem = RuleProblem(
      file: name, line: position.line, column: position.column, message: message)
    if !problems.contains(problem) { problems.append(problem) }
  }

  /// Where an element begins.
  func position(of element: Int) -> SourcePosition {
    let position = locator.position(of: XMLPlace(element: Int32(element)), in: document)
    return SourcePosition(line: position.line, column: position.column, path: "")
  }

  /// Refuses the file when anything was wrong in it.
  func finish() throws(ChecklistError) {
    for element in document.strayText {
      report(
        XMLPlace(element: element),
        .init("元素之间有文字；内容应写在属性里", "there is text between elements; write it in attributes"))
    }
    if problems.isEmpty { return }
    throw ChecklistError(
      problems.enumerated().sorted { left, right in
        (left.element.line ?? 0, left.element.column ?? 0, left.offset)
          < (right.element.line ?? 0, right.element.column ?? 0, right.offset)
      }.map(\.element))
  }
}

/// One element of a rule file, with faults reported where they stand.
struct RuleElement {
  let file: RuleFile
  let index: Int

  var name: String {
    file.document.text(of: file.document.elements[index].name, in: file.vocabulary)
  }

  /// The element's children, in order.
  var children: [RuleElement] {
    var found: [RuleElement] = []
    var at = index + 1
    while at < Int(file.document.elements[index].end) {
      found.append(RuleElement(file: file, index: at))
      at = Int(file.document.elements[at].end)
    }
    return found
  }

  func children(named name: String) -> [RuleElement] {
    var found: [RuleElement] = []
    var at = index + 1
    while at < Int(file.document.elements[index].end) {
      if file.isNamed(file.document.elements[at].name, name) {
        found.append(RuleElement(file: file, index: at))
      }
      at = Int(file.document.elements[at].end)
    }
    return found
  }

  /// The child of a name, of which there may be one; what stands again would be passed over.
  func child(_ name: String) -> RuleElement? {
    let found = children(named: name)
    for again in found.dropFirst() {
      again.report(
        .init(
          "<\(self.name)> 里的 <\(name)> 写了两次，只能写一次",
          "<\(name)> stands twice in <\(self.name)>; it may stand once"))
    }
    return found.first
  }

  /// The value of an attribute as written.
  subscript(_ name: String) -> String? {
    position(of: name).map { file.document.value($0) }
  }

  /// All attributes as written.
  var attributes: [(name: String, text: String)] {
    range.map { at in
      (
        file.document.text(of: file.document.attributes[at].name, in: file.vocabulary),
        file.document.value(at)
      )
    }
  }

  func report(_ message: BilingualText, attribute: String? = nil) {
    let part = attribute.flatMap(position(of:)).map { Int32($0 - range.lowerBound) }
    file.report(XMLPlace(element: Int32(index), part: part ?? XMLPlace.tag), message)
  }

  /// Reports attributes and children that do not belong here.
  func allow(_ attributes: [String], _ children: [String] = []) {
    for at in range {
      let own = file.document.attributes[at].name
      if attributes.contains(where: { file.isNamed(own, $0) }) { continue }
      let name = file.document.text(of: own, in: file.vocabulary)
      if !name.hasPrefix("xsi:") {
        report(
          .init(
            "<\(self.name)> 没有“\(name)”这个属性\(hint(name, attributes).zh)",
            "<\(self.name)> has no attribute “\(name)”\(hint(name, attributes).en)"),
          attribute: name)
      }
    }
    guard Int(file.document.elements[index].end) > index + 1 else { return }
    for child in self.children
    where !children.contains(where: { file.isNamed(file.document.elements[child.index].name, $0) })
    {
      child.report(
        .init(
          "<\(self.name)> 里没有 <\(child.name)> 这个元素\(hint(child.name, children).zh)",
          "<\(self.name)> has no element <\(child.name)>\(hint(child.name, children).en)"))
    }
  }

  /// The value of an attribute that must be there and not be empty.
  func required(_ name: String) -> String {
    if let value = self[name], !value.isEmpty { return value }
    report(.init("<\(self.name)> 缺少“\(name)”", "<\(self.name)> lacks “\(name)”"), attribute: name)
    return ""
  }

  /// A day; nil when absent, reported when it is none.
  func date(_ name: String) -> CalendarDate? {
    guard let text = self[name] else { return nil }
    if let date = CalendarDate(text) { return date }
    report(
      .init("“\(text)”不是日期，请写成 2026-03-16 这样", "“\(text)” is not a date; write it as 2026-03-16"),
      attribute: name)
    return nil
  }

  func count(_ name: String) -> Int? {
    guard let text = self[name] else { return nil }
    // As in `checklist.xsd`; nothing that is added up then leaves the integers.
    if let count = Int(text), (0...99_999_999).contains(count) { return count }
    report(
      .init(
        "“\(text)”不是 0 到 99999999 的整数", "“\(text)” is not a whole number from 0 to 99,999,999"),
      attribute: name)
    return nil
  }

  func flag(_ name: String) -> Bool? { word(name, among: ["yes", "no"]).map { $0 == "yes" } }

  func word(_ name: String, among known: [String]) -> String? {
    guard let text = self[name] else { return nil }
    if known.contains(text) { return text }
    reportWord(text, known, attribute: name)
    return nil
  }

  func word<Word: VocabularyWord>(_ name: String, as type: Word.Type) -> Word? {
    guard let text = self[name] else { return nil }
    if let word = Word(word: text) { return word }
    reportWord(text, Word.allCases.map(\.word), attribute: name)
    return nil
  }

  /// Several words of a closed set, separated by blanks.
  func words<Word: VocabularyWord>(_ name: String, as type: Word.Type) -> [Word] {
    list(name).compactMap { text in
      if let word = Word(word: text) { return word }
      reportWord(text, Word.allCases.map(\.word), attribute: name)
      return nil
    }
  }

  func list(_ name: String) -> [String] {
    self[name]?.listedWords ?? []
  }

  /// A statement in both languages, from this element's `zh` and `en`.
  var bilingual: BilingualText {
    BilingualText(in: file.text, zh: statement("zh"), en: statement("en"))
  }

  private func statement(_ language: String) -> Verbatim {
    let run = position(of: language).map { at in
      let entry = file.document.attributes[at]
      return Verbatim(start: entry.start, length: entry.length)
    }
    if let run, isWritten(run) { return run }
    report(
      .init(
        "<\(name)> 缺少\(language == "zh" ? "中文" : "英文")（\(language)）",
        "<\(name)> lacks \(language == "zh" ? "Chinese" : "English") (\(language))"),
      attribute: language)
    return run ?? Verbatim()
  }

  // Whether there is more than blanks; what begins with an ASCII character or a Chinese one needs no closer look.
  private func isWritten(_ run: Verbatim) -> Bool {
    guard run.length > 0 else { return false }
    let first = file.document.values[Int(run.start)]
    if (0x21...0x7E).contains(first) || (0xE4...0xE9).contains(first) { return true }
    return file.document.string(Int(run.start), Int(run.length)).unicodeScalars.contains {
      $0.value > 0x3000 || !$0.properties.isWhitespace
    }
  }

  func reportWord(_ text: String, _ known: [String], attribute: String) {
    // A long list helps nobody; the nearest word does.
    if known.count > 30 {
      return report(
        .init("没有“\(text)”\(hint(text, known).zh)", "there is no “\(text)”\(hint(text, known).en)"),
        attribute: attribute)
    }
    let all = known.joined(separator: " ")
    report(
      .init(
        "“\(text)”不可用，可用：\(all)\(hint(text, known).zh)",
        "“\(text)” is not one of: \(all)\(hint(text, known).en)"), attribute: attribute)
  }

  private func hint(_ text: String, _ known: [String]) -> BilingualText {
    guard let word = Nearest.word(to: text, among: known) else { return .init("", "") }
    return .init("；是不是“\(word)”？", "; did you mean “\(word)”?")
  }

  private var range: Range<Int> {
    let element = file.document.elements[index]
    return Int(element.firstAttribute)..<Int(element.firstAttribute + element.attributeCount)
  }

  private func position(of name: String) -> Int? {
    range.first { file.isNamed(file.document.attributes[$0].name, name) }
  }
}
