// SPDX-License-Identifier: Apache-2.0
package import QibeiCore

/// A dossier to start from: every fact a checklist asks about, with example values, and a line for each item.
///
/// The values are the answers that ask for the most, so that nothing stays hidden until they are corrected.
package struct DossierScaffold {
  private let checklists: [Checklist]
  private let place: Division?
  private let day: CalendarDate
  private let tables: ReferenceTables

  /// - Parameters:
  ///   - checklists: one, or the two of a joint dossier.
  ///   - place: where it is filed.
  ///   - day: of submission.
  ///   - tables: for the names of kinds.
  package init(
    _ checklists: [Checklist], place: Division?, day: CalendarDate, _ tables: ReferenceTables
  ) {
    self.checklists = checklists
    self.place = place
    self.day = day
    self.tables = tables
  }

  /// The file, ending in a new line.
  package var text: String {
    """
    <?xml version="1.0" encoding="UTF-8"?>
    \(titles)
    <!-- 下面的值都是示例，按需要材料最多的情况填写；请逐一改为实际情况。
         All values below are examples that ask for the most; change each to what is true. -->
    <dossier xmlns="urn:qibei:dossier:1">
      <application category="\(isJoint ? JointDossier.category : checklists[0].category)"\(place.map { " place=\"\($0)\"" } ?? "") submission="\(day)"\(applicationFacts)\(limbs)
      <person id="p1" role="applicant" born="1990-01-01" former-chinese="yes" chinese-origin="yes" marital-status="married" permanent-resident="no">
        <name kind="passport" surname="SURNAME" given="GIVEN NAMES"/>
        <passport number="X0000000"/>
    \(entry)\(lived)    <education level="doctor" country="SGP"/>
      </person>
      <employer id="e1" name="单位名称" kinds="enterprise high-tech foreign-invested" on-file="no">
        <employment person="p1" position="职务" previous-employer-in-china="yes" licence-needed="yes" performance="yes"/>
      </employer>
      <supplements>
    \(items)  </supplements>
    </dossier>

    """
  }

  private var isJoint: Bool { checklists.count > 1 }

  private var titles: String {
    checklists.map { "<!-- \(comment($0.title.zh)) · \(comment($0.title.en)) -->" }
      .joined(separator: "\n")
  }

  private var limbs: String {
    guard isJoint else { return "/>" }
    let limbs = checklists.map { "        <limb category=\"\($0.category)\"/>\n" }.joined()
    return ">\n\(limbs)      </application>"
  }

  private var applicationFacts: String {
    let conditions = checklists.flatMap {
      $0.requirements.compactMap(\.condition) + $0.waivers.compactMap(\.condition)
    }
    let asked = Set(conditions.flatMap(\.facts))
    return kindFacts + (asked.contains(.online) ? " online=\"no\"" : "")
      + (asked.contains(.caseCircumstances) ? " circumstances=\"none\"" : "")
  }

  private var kindFacts: String {
    switch checklists[0].kind {
    case .workPermit:
      " work-category=\"B\" basis=\"degree-2y\" location=\"\(isJoint ? "in-country" : "abroad")\" permit-months=\"12\" filed-by=\"agent\""
    case .residencePermit: " location=\"in-country\" permit-months=\"12\" filed-by=\"agent\""
    case .permanentResidence: " filed-by=\"agent\""
    }
  }

  private var lived: String {
    checklists.flatMap(\.requirements).contains {
      if case .lived = $0.countries { true } else { false }
    }
      ? "    <lived country=\"SGP\" from=\"1990-01\"/>\n" : ""
  }

  private var entry: String {
    switch (checklists.last ?? checklists[0]).kind {
    case .workPermit where asksEnded: permits
    case .workPermit: ""
    case .permanentResidence: "    <entry on=\"\(day)\" visa=\"visa-z\"/>\n"
    case .residencePermit where asksEnded:
      permits + "    <entry on=\"\(day)\" visa=\"residence-work\"/>\n"
    case .residencePermit:
      "    <permit kind=\"visa-z\" current=\"yes\"/>\n    <entry on=\"\(day)\" visa=\"visa-z\"/>\n"
    }
  }

  // An extension rests on permits that have not ended.
  private var asksEnded: Bool {
    checklists.flatMap(\.wrongDoors).contains { $0.condition.facts.contains(.ended) }
  }

  private var permits: String {
    ["work-permit", "residence-work"].map {
      "    <permit kind=\"\($0)\" expires=\"\(day.adding(months: 2))\" current=\"yes\"/>\n"
    }.joined()
  }

  // Each item stands as a comment: remove the marks once the paper is there.
  private var items: String {
    var used: [String: Int] = [:]
    return checklists.map { checklist in
      let granted = Set(
        checklists.lazy.filter { $0.category != checklist.category }.flatMap(\.grants))
      return checklist.requirements.map { requirement in
        let demands = requirement.choice.demands.filter { demand in
          guard isJoint, let kind = demand.kinds.first else { return true }
          // What the other procedure brings is asked of nobody, and what it asked for serves both.
          return !demand.kinds.contains(where: granted.contains)
            && (checklist.category == checklists[0].category || tables.kinds[kind].isPerLimb
              || used[tables.kinds[kind].id] == nil)
        }
        return demands.isEmpty ? "" : item(requirement, demands, of: checklist, &used)
      }.joined()
    }.joined()
  }

  private func item(
    _ requirement: Requirement, _ demands: [SupplementDemand], of checklist: Checklist,
    _ used: inout [String: Int]
  ) -> String {
    let owner =
      switch requirement.audience {
      case .employer: " for=\"e1\""
      case .applicant, .eachPerson: " for=\"p1\""
      case .application, .spouse, .eachChild, .eachFamilyMember: ""
      }
    let lines = demands.map { demand in
      let kind = demand.kinds.first.map { tables.kinds[$0].id } ?? ""
      used[kind, default: 0] += 1
      let isOwn = isJoint && (demand.kinds.first.map { tables.kinds[$0].isPerLimb } ?? false)
      let limb = isOwn ? " limb=\"\(checklist.category)\"" : ""
      return
        "         <supplement id=\"\(kind)-\(used[kind] ?? 1)\" kind=\"\(kind)\"\(owner)\(limb)/>\n"
    }
    return
      "    <!-- 第 \(requirement.number) 项 \(comment(requirement.title.zh)) · \(comment(requirement.title.en))\n"
      + lines.joined() + "    -->\n"
  }

  private func comment(_ text: String) -> String {
    SafeText.visible(text).split(separator: "-", omittingEmptySubsequences: false).filter {
      !$0.isEmpty
    }
    .joined(separator: "-")
  }
}
