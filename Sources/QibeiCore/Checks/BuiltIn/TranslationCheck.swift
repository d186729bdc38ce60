// SPDX-License-Identifier: Apache-2.0

/// A paper that is not in Chinese comes with a Chinese translation by, and sealed by, whom the checklist accepts.
struct TranslationCheck: Check {
  static let description = CheckDescription(
    name: "translation",
    summary: .init(
      "非中文的文书附有中文译本，译者和印章符合要求。",
      "A paper not in Chinese has a Chinese translation, by and sealed by whom it should be."),
    parameters: [
      ("by", .init("可由谁翻译；不写不限", "who may translate; anybody where absent")),
      ("sealed-by", .init("由谁盖章；不写不要求", "whose seal it bears; none where absent")),
      ("except", .init("不需翻译的语言", "languages that need none")),
    ],
    kinds: [.notTranslated, .wrongTranslator, .translationNotSealed],
    examples: [
      CheckExample(
        "a Chinese paper", check: #"<translation sealed-by="company"/>"#,
        papers: #"<supplement id="s1" kind="passport" for="p1" language="zh"/>"#),
      CheckExample(
        "a paper in Chinese and English", check: #"<translation sealed-by="company"/>"#,
        papers: #"<supplement id="s1" kind="passport" for="p1" language="en zh"/>"#),
      CheckExample(
        "an English paper where English is exempt", check: #"<translation except="en"/>"#,
        papers: #"<supplement id="s1" kind="passport" for="p1" language="en"/>"#),
      CheckExample(
        "no translation", check: #"<translation sealed-by="company"/>"#,
        papers: #"<supplement id="s1" kind="passport" for="p1" language="sv"/>"#, finds: ["QB2301"]),
      CheckExample(
        "translated by the person", check: #"<translation by="company qualified-company"/>"#,
        papers:
          #"<supplement id="s1" kind="passport" for="p1" language="en"><translation language="zh" by="self"/></supplement>"#,
        finds: ["QB2302"]),
      CheckExample(
        "sealed by the wrong party",
        check: #"<translation sealed-by="company qualified-company"/>"#,
        papers:
          #"<supplement id="s1" kind="passport" for="p1" language="en"><translation language="zh" by="company" sealed-by="employer"/></supplement>"#,
        finds: ["QB2303"]),
      CheckExample(
        "translated and sealed", check: #"<translation by="company" sealed-by="company"/>"#,
        papers:
          #"<supplement id="s1" kind="passport" for="p1" language="en"><translation language="zh" by="company" sealed-by="company"/></supplement>"#
      ),
      CheckExample(
        "a language that nobody stated", check: #"<translation sealed-by="company"/>"#,
        papers: #"<supplement id="s1" kind="passport" for="p1"/>"#, finds: ["QB9102"]),
    ])

  let by: [Translator]
  let sealedBy: [Translator]
  private let except: [Tongue]

  init(_ parameters: CheckParameters) throws(CheckParameterError) {
    by = try parameters.words("by", as: Translator.self)
    sealedBy = try parameters.words("sealed-by", as: Translator.self)
    except = try parameters.tongues("except")
  }

  func examine(_ paper: Paper, into report: inout CheckReport) {
    let languages: Tongues
    switch paper.supplement.languages {
    case .value(let stated): languages = stated
    case .absent:
      return report.notStated(
        .init("文书的语言", "the language of the paper"), paper, attribute: "supplement/@language")
    case .unreadable:
      return report.wait(
        for: .words(.init("中文，或附中文译本", "Chinese, or with a Chinese translation")),
        "language", paper)
    }
    if languages.contains(.chinese) || except.contains(where: languages.contains) { return }
    if let translation = paper.supplement.translation, translation.language.isUnreadable {
      report.wait(for: .languages([.chinese]), "language", at: translation.sourcePlace, paper)
      return examine(translation, paper, &report)
    }
    guard let translation = paper.supplement.translation, isChinese(translation) else {
      return report.add(.notTranslated, paper, seen: .languages(languages.all), expected: whoSeals)
    }
    examine(translation, paper, &report)
  }

  private func isChinese(_ translation: Translation) -> Bool {
    translation.language.known.map { $0 == .chinese } ?? true
  }

  private func examine(_ translation: Translation, _ paper: Paper, _ report: inout CheckReport) {
    if !by.isEmpty {
      switch translation.by {
      case .value(let translator):
        if !by.contains(translator) {
          report.add(
            .wrongTranslator, paper, seen: .words(translator.label), expected: .anyOf(by),
            at: translation.sourcePlace)
        }
      case .absent:
        report.notStated(.init("由谁翻译", "who translated it"), paper, attribute: "translation/@by")
      case .unreadable:
        report.wait(
          for: .anyOf(by), "by", at: translation.sourcePlace, paper)
      }
    }
    guard !sealedBy.isEmpty else { return }
    if case .unreadable = translation.sealedBy {
      return report.wait(
        for: .anyOf(sealedBy), "sealed-by", at: translation.sourcePlace, paper)
    }
    let seals = translation.sealedBy.known ?? WordSet()
    if !sealedBy.contains(where: seals.contains) {
      let none = FindingValue.words(.init("没有印章", "no seal"))
      report.add(
        .translationNotSealed, paper, seen: seals.isEmpty ? none : .allOf(seals.words),
        expected: .anyOf(sealedBy), at: translation.sourcePlace)
    }
  }

  private var whoSeals: FindingValue {
    let who = sealedBy.isEmpty ? by : sealedBy
    return who.isEmpty ? .words(.init("译者", "the translator")) : .anyOf(who)
  }
}

extension TranslationCheck {
  var step: PaperStep? { .translation }

  func satisfy(_ paper: inout PaperDraft, _ setting: DraftSetting) {
    if paper.tongue == nil {
      paper.tongue = [.english, Tongue("fr"), Tongue("ru")].compactMap(\.self)
        .first { !except.contains($0) }
    }
    var translation = paper.translation ?? PaperDraft.Translated()
    if let first = by.first, !(translation.by.map(by.contains) ?? false) { translation.by = first }
    if let first = sealedBy.first, !(translation.sealedBy.map(sealedBy.contains) ?? false) {
      translation.sealedBy = first
    }
    paper.translation = translation
  }

  func spoil(_ paper: PaperDraft, _ setting: DraftSetting) -> [PaperDraft] {
    var spoilt = [paper.with { $0.translation = nil }]
    if let other = Translator.allCases.first(where: { !by.contains($0) }), !by.isEmpty {
      spoilt.append(paper.with { $0.translation?.by = other })
    }
    if !sealedBy.isEmpty { spoilt.append(paper.with { $0.translation?.sealedBy = nil }) }
    return spoilt
  }
}

extension FindingKind {
  fileprivate static let notTranslated = FindingKind(
    "QB2301", .supplement, tag: .init("未译", "no zh"),
    meaning: .init("非中文的文书没有中文译本。", "A paper that is not in Chinese has no Chinese translation."),
    message: .init("{paper}是{seen}，缺中文译本", "{paper} is in {seen} and has no Chinese translation"),
    remedy: .init(
      "请将全文（包括认证页）译成中文，由{expected}盖章，与原文一起交。",
      "Have all of it translated into Chinese, the authentication page included, with the seal of {expected}; hand in both."
    ), step: .translation)
  fileprivate static let wrongTranslator = FindingKind(
    "QB2302", .supplement, tag: .init("译者", "translator"),
    meaning: .init(
      "译本不是由清单接受的一方翻译。", "The translation is not by a party that the checklist accepts."),
    message: .init(
      "{paper}的译本由{seen}翻译，应由{expected}翻译",
      "The translation of {paper} is by {seen}; it comes from {expected}"),
    remedy: .init("请由{expected}重新翻译。", "Have it translated by {expected}."), step: .translation)
  fileprivate static let translationNotSealed = FindingKind(
    "QB2303", .supplement, tag: .init("译本未盖章", "unsealed"),
    meaning: .init("译本没有清单要求的印章。", "The translation lacks the seal that the checklist asks for."),
    message: .init(
      "{paper}的译本：{seen}，需要{expected}的印章",
      "The translation of {paper} bears: {seen}; the seal of {expected} is needed"),
    remedy: .init("请由{expected}在译本上盖章。", "Have {expected} seal the translation."),
    step: .translation)
}
