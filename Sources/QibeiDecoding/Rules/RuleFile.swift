// SPDX-License-Identifier: Apache-2.0
internal import QibeiCore
internal import QibeiXML

/// One rule file while it is read: what stands in it, and every fault found.
final class RuleFile {
  let name: String
  let elements: [XMLDocument.Element]
  let attributes: [XMLDocument.Attribute]
  /// The text that every value stands in.
  let text: String
  private let unknownNames: [String]
  private let vocabulary: XMLVocabulary
  /// Where things stand; nil of a file inside the program.
  private let document: XMLDocument?
  private lazy var locator = document.map { XMLLocator($0.source) }
  private(set) var problems: [RuleProblem] = []

  /// Reads a rule file.
  ///
  /// - Throws: every fault that keeps it from being such a file, with line and column.
  init(
    _ text: RuleText, named name: String, root: String, vocabulary: XMLVocabulary
  ) throws(ChecklistError) {
    self.name = name
    self.vocabulary = vocabulary
    if let recording = text.recording,
      let record = XMLTape.read(
        recording.tape, of: recording.text, root: root, vocabulary: vocabulary)
    {
      elements = record.elements
      attributes = record.attributes
      unknownNames = record.unknownNames
      self.text = record.text
      document = nil
      return
    }
    do throws(XMLReadError) {
      let document = try XMLReader(root: root, vocabulary: vocabulary, limits: .rules)
        .read(text.bytes)
      let known = document.unknownNames.map { RuleName(written: $0)?.rawValue }
      elements = document.elements.map { element in
        var element = element
        // What stands in another namespace is read by its name, or it would be passed over in silence.
        if let name = element.name.unknown.flatMap({ known[$0] }) { element.name = XMLName(name) }
        return element
      }
      attributes = document.attributes
      unknownNames = document.unknownNames
      self.text = String(decoding: document.values, as: UTF8.self)
      self.document = document
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

  /// Whether it is inside the program: the tests read those with every refusal, so that a run looks for none.
  var isProven: Bool { document == nil }

  func written(_ name: XMLName) -> String { vocabulary.text(of: name, unknownNames) }

  /// Where the value of an attribute stands in `text`.
  func run(_ attribute: Int) -> Verbatim {
    Verbatim(start: attributes[attribute].start, length: attributes[attribute].length)
  }

  func value(_ attribute: Int) -> String { text[run(attribute)] }

  func report(_ place: XMLPlace, _ message: BilingualText) {
    let position = position(of: place)
    let problem = RuleProblem(
      file: name, line: position?.line, column: position?.column, message: message)
    if !problems.contains(problem) { problems.append(problem) }
  }

  /// Where an element begins.
  func position(of element: Int) -> SourcePosition? {
    position(of: XMLPlace(element: Int32(element))).map {
      SourcePosition(line: $0.line, column: $0.column, path: "")
    }
  }

  private func position(of place: XMLPlace) -> XMLPosition? {
    document.flatMap { locator?.position(of: place, in: $0) }
  }

  /// Refuses the file when anything was wrong in it.
  func finish() throws(ChecklistError) {
    for element in document?.strayText ?? [] {
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
