// SPDX-License-Identifier: Apache-2.0

/// How well a legal basis is evidenced, best first.
package enum Evidence: String, VocabularyWord {
  case law, gov
  case govCopy = "gov-copy"
  case univ, agency, inferred, unverified

  /// Whether it may demand anything; the rest only advises.
  ///
  /// Article 31 of the Administrative Licensing Law forbids asking for unrelated papers.
  package var binds: Bool {
    switch self {
    case .law, .gov, .govCopy: true
    case .univ, .agency, .inferred, .unverified: false
    }
  }

  package var label: BilingualText {
    switch self {
    case .law: .init("法律原文", "text of the law")
    case .gov: .init("政府网页", "government page")
    case .govCopy: .init("政府文本的转载", "copy of a government text")
    case .univ: .init("高校指南", "university guide")
    case .agency: .init("中介资料", "agency page")
    case .inferred: .init("推断", "inferred")
    case .unverified: .init("未核实", "not verified")
    }
  }
}

/// One instrument that a line of a checklist rests on.
package struct LegalBasis: Hashable, Sendable {
  package let id: String
  package let instrument: BilingualText
  package let article: String?
  package let inForceFrom: CalendarDate?
  package let link: String?
  package let evidence: Evidence
  package let pageDate: CalendarDate?

  package init(
    id: String, instrument: BilingualText, article: String?, inForceFrom: CalendarDate?,
    link: String?, evidence: Evidence, pageDate: CalendarDate?
  ) {
    self.id = id
    self.instrument = instrument
    self.article = article
    self.inForceFrom = inForceFrom
    self.link = link
    self.evidence = evidence
    self.pageDate = pageDate
  }
}
