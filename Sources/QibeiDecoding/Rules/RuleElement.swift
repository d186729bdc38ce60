// SPDX-License-Identifier: Apache-2.0
internal import QibeiCore
internal import QibeiXML

/// One element of a rule file, with faults reported where they stand.
struct RuleElement {
  let file: RuleFile
  let index: Int

  /// Its name; nil when no schema has such a name.
  var name: RuleName? { RuleName(file.elements[index].name) }

  /// Its name as the file writes it.
  var written: String { file.written(file.elements[index].name) }

  /// The element's children, in order.
  var children: [RuleElement] {
    var found: [RuleElement] = []
    var at = index + 1
    while at < Int(file.elements[index].end) {
      found.append(RuleElement(file: file, index: at))
      at = Int(file.elements[at].end)
    }
    return found
  }

  func children(named name: RuleName) -> [RuleElement] {
    var found: [RuleElement] = []
    var at = index + 1
    while at < Int(file.elements[index].end) {
      let element = file.elements[at]
      if element.name.index == name.rawValue { found.append(RuleElement(file: file, index: at)) }
      at = Int(element.end)
    }
    return found
  }

  /// The child of a name, of which there may be one; what stands again would be passed over.
  func child(_ name: RuleName) -> RuleElement? {
    var found: RuleElement?
    var at = index + 1
    let end = Int(file.elements[index].end)
    while at < end {
      let element = file.elements[at]
      if element.name.index == name.rawValue {
        let child = RuleElement(file: file, index: at)
        if file.isProven { return child }
        if found == nil { found = child } else { child.reportAgain(name, in: self) }
      }
      at = Int(element.end)
    }
    return found
  }

  private func reportAgain(_ name: RuleName, in parent: RuleElement) {
    report(
      .init(
        "<\(parent.written)> 里的 <\(name.written)> 写了两次，只能写一次",
        "<\(name.written)> stands twice in <\(parent.written)>; it may stand once"))
  }

  /// The value of an attribute as written.
  subscript(_ name: RuleName) -> String? {
    position(of: name).map(file.value)
  }

  /// Where the value of an attribute stands in the file's text.
  func run(_ name: RuleName) -> Verbatim? { position(of: name).map(file.run) }

  /// All attributes as written.
  var attributes: [CheckParameters.Value] {
    range.map { at in
      CheckParameters.Value(
        name: file.written(file.attributes[at].name),
        text: file.value(at))
    }
  }

  func report(_ message: BilingualText, attribute: RuleName? = nil) {
    report(message, at: attribute.flatMap(position(of:)))
  }

  private func report(_ message: BilingualText, at attribute: Int?) {
    let part = attribute.map { Int32($0 - range.lowerBound) }
    file.report(XMLPlace(element: Int32(index), part: part ?? XMLPlace.tag), message)
  }

  /// Reports attributes and children that do not belong here.
  func allow(
    _ attributes: @autoclosure () -> [RuleName], _ children: @autoclosure () -> [RuleName] = []
  ) {
    if !file.isProven { refuseOthers(than: attributes(), children()) }
  }

  private func refuseOthers(than attributes: [RuleName], _ children: [RuleName]) {
    for at in range {
      let own = file.attributes[at].name
      if RuleName(own).map(attributes.contains) ?? false { continue }
      let name = file.written(own)
      if !name.hasPrefix("xsi:") {
        let hint = hint(name, attributes.map(\.written))
        report(
          .init(
            "<\(written)> 没有“\(name)”这个属性\(hint.zh)",
            "<\(written)> has no attribute “\(name)”\(hint.en)"), at: at)
      }
    }
    for child in self.children where !(child.name.map(children.contains) ?? false) {
      let hint = hint(child.written, children.map(\.written))
      child.report(
        .init(
          "<\(written)> 里没有 <\(child.written)> 这个元素\(hint.zh)",
          "<\(written)> has no element <\(child.written)>\(hint.en)"))
    }
  }

  /// The value of an attribute that must be there and not be empty.
  func required(_ name: RuleName) -> String {
    if let value = self[name], !value.isEmpty { return value }
    report(
      .init("<\(written)> 缺少“\(name.written)”", "<\(written)> lacks “\(name.written)”"),
      attribute: name)
    return ""
  }

  /// A day; nil when absent, reported when it is none.
  func date(_ name: RuleName) -> CalendarDate? {
    guard let run = run(name) else { return nil }
    if let date = CalendarDate(file.text.utf8.span, Int(run.start), Int(run.length)) { return date }
    let text = file.text[run]
    report(
      .init("“\(text)”不是日期，请写成 2026-03-16 这样", "“\(text)” is not a date; write it as 2026-03-16"),
      attribute: name)
    return nil
  }

  func count(_ name: RuleName) -> Int? {
    guard let text = self[name] else { return nil }
    // As in `checklist.xsd`; nothing that is added up then leaves the integers.
    if let count = Int(text), (0...99_999_999).contains(count) { return count }
    report(
      .init(
        "“\(text)”不是 0 到 99999999 的整数", "“\(text)” is not a whole number from 0 to 99,999,999"),
      attribute: name)
    return nil
  }

  func flag(_ name: RuleName) -> Bool? {
    if position(of: name) == nil { return nil }
    return word(name, among: ["yes", "no"]).map { $0 == "yes" }
  }

  func word(_ name: RuleName, among known: [String]) -> String? {
    guard let text = self[name] else { return nil }
    if known.contains(text) { return text }
    reportWord(text, known, attribute: name)
    return nil
  }

  func word<Word: VocabularyWord>(_ name: RuleName, as type: Word.Type) -> Word? {
    guard let text = self[name] else { return nil }
    if let word = Word(word: text) { return word }
    reportWord(text, Word.allCases.map(\.word), attribute: name)
    return nil
  }

  /// The same for what stands in every row of a long table: no string is made of what is read.
  ///
  /// - Parameters:
  ///   - name: of the attribute.
  ///   - type: what it holds.
  ///   - table: of all words, in their order.
  /// - Returns: nil where the attribute is not there, or is none of the words, which is reported.
  func word<Word: VocabularyWord>(
    _ name: RuleName, as type: Word.Type, in table: WordTable
  ) -> Word? where Word.AllCases == [Word] {
    guard let run = run(name) else { return nil }
    let text = file.text.utf8
    if let position = table.position(text.span, Int(run.start), Int(run.length)) {
      return Word.allCases[position]
    }
    reportWord(file.text[run], table.words, attribute: name)
    return nil
  }

  /// Several words of a closed set, separated by blanks.
  func words<Word: VocabularyWord>(_ name: RuleName, as type: Word.Type) -> [Word] {
    list(name).compactMap { text in
      if let word = Word(word: text) { return word }
      reportWord(text, Word.allCases.map(\.word), attribute: name)
      return nil
    }
  }

  func list(_ name: RuleName) -> [String] {
    self[name]?.listedWords ?? []
  }

  /// A statement in both languages, from this element's `zh` and `en`.
  var bilingual: BilingualText {
    BilingualText(in: file.text, zh: statement(.zh), en: statement(.en))
  }

  private func statement(_ language: RuleName) -> Verbatim {
    let run = run(language)
    if let run, file.isProven || isWritten(run) { return run }
    report(
      .init(
        "<\(written)> 缺少\(language == .zh ? "中文" : "英文")（\(language.written)）",
        "<\(written)> lacks \(language == .zh ? "Chinese" : "English") (\(language.written))"),
      attribute: language)
    return run ?? Verbatim()
  }

  // Whether there is more than blanks.
  private func isWritten(_ run: Verbatim) -> Bool {
    file.text[run].unicodeScalars.contains { $0.value > 0x3000 || !$0.properties.isWhitespace }
  }

  func reportWord(_ text: String, _ known: [String], attribute: RuleName) {
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
    let element = file.elements[index]
    return Int(element.firstAttribute)..<Int(element.firstAttribute + element.attributeCount)
  }

  private func position(of name: RuleName) -> Int? {
    range.first { file.attributes[$0].name.index == name.rawValue }
  }
}
