// SPDX-License-Identifier: Apache-2.0
internal import QibeiCore

/// By when the authority has to speak, one line for each checklist.
struct ClockLines {
  private let assessment: Assessment
  private let received: CalendarDate

  init(_ assessment: Assessment, received: CalendarDate) {
    self.assessment = assessment
    self.received = received
  }

  /// Each checklist with its clock.
  var clocks: [(category: String, clock: LegalClock)] {
    let calendar = assessment.tables.workingDays
    return assessment.checklists.map {
      ($0.category, LegalClock($0.kind, received: received, calendar))
    }
  }

  /// In the order of the checklists.
  var lines: [BilingualText] { lines(for: assessment.checklists.map(\.category)) }

  /// Those of some checklists.
  func lines(for categories: [String]) -> [BilingualText] {
    clocks.filter { categories.contains($0.category) }.map { category, clock in
      let text = Self.text(clock, received)
      return BilingualText("\(category)：\(text.zh)", "\(category): \(text.en)")
    }
  }

  private static func text(_ clock: LegalClock, _ received: CalendarDate) -> BilingualText {
    switch clock {
    case .notice(let deadline):
      let years = deadline.unannounced.map(String.init)
      let doubt: BilingualText =
        deadline.isProvisional
        ? .init(
          "（暂定：\(years.joined(separator: "、")) 年的放假安排没有收录，日期可能变动）",
          " (provisional: the days off of \(years.joined(separator: ", ")) are not in the tables, so the day may move)"
        )
        : .init("", "")
      return .init(
        "\(received) 收到，一次性告知最迟 \(deadline.day)\(doubt.zh)；逾期不告知，自收到之日起即为受理（行政许可法第 32 条）",
        "received \(received); the one notice is due by \(deadline.day)\(doubt.en); without it the dossier is accepted as of the day received (Administrative Licensing Law, article 32)"
      )
    case .receipt:
      return .init(
        "\(received) 收到，须一次告知、另出回执；外国人入境出境管理条例没有规定告知的天数，也没有逾期视为受理",
        "received \(received); one notice and a receipt are due, but the Regulations on the entry and exit of foreigners set no days for the notice and know no acceptance by silence"
      )
    case .unknown:
      return .init(
        "\(received) 收到；告知期限请向受理机关确认，清单的依据没有写明",
        "received \(received); ask the authority by when it gives notice, the sources of the list do not say"
      )
    }
  }
}
