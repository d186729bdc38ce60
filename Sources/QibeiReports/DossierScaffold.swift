// SPDX-License-Identifier: Apache-2.0
package import QibeiCore

/// A dossier to start from: every fact a checklist asks about, with example values, and a line for each item.
///
/// The values are mostly answers that ask for more, so that little stays hidden until they are corrected, and none that
/// sends the applicant elsewhere.
package struct DossierScaffold {
  private let checklists: [Checklist]
  private let place: Division?
  private let day: CalendarDate
  private let tables: ReferenceTables
  private let facts: ScaffoldFacts

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
    facts = ScaffoldFacts(checklists)
  }

  /// The file, ending in a new line.
  package var text: String {
    """
    <?xml version="1.0" encoding="UTF-8"?>
    \(titles)
    <!-- 下面的值都是示例，多按需要材料较多的情况填写；请逐一改为实际情况。
         All values below are examples, mostly those that ask for more; change each to what is true. -->
    <dossier xmlns="urn:qibei:dossier:1">
      <application category="\(isJoint ? JointDossier.category : checklists[0].category)"\(place.map { " place=\"\($0)\"" } ?? "") submission="\(day)"\(applicationFacts)\(limbs)
      <person id="p1" role="applicant" born="1990-01-01" nationality="SGP" former-chinese="yes" chinese-origin="yes" marital-status="married" permanent-resident="no">
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
      + (asked.contains(.caseCircumstances) || facts.circumstance != .none
        ? " circumstances=\"\(facts.circumstance.word)\"" : "")
  }

  private var kindFacts: String {
    switch checklists[0].kind {
    case .workPermit:
      " work-category=\"\(facts.workCategory.word)\" basis=\"\(facts.workCategory == .highEnd ? "position" : "degree-2y")\" location=\"\(facts.location.word)\" permit-months=\"\(facts.permitMonths)\" filed-by=\"agent\""
    case .residencePermit:
      " location=\"in-country\" permit-months=\"\(facts.permitMonths)\" filed-by=\"agent\""
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
    let kind = (checklists.last ?? checklists[0]).kind
    let isInCountry = facts.location == .inCountry || kind != .workPermit
    let isResident = facts.holds != [.visaZ]
    switch kind {
    case .permanentResidence: return "    <entry on=\"\(day)\" visa=\"visa-z\"/>\n"
    case .workPermit where !isInCountry && !isResident && !asksEnded: return ""
    case .workPermit where isResident || asksEnded: return permits
    case .workPermit, .residencePermit:
      return permits
        + "    <entry on=\"\(day)\" visa=\"\((facts.holds.last ?? .visaZ).word)\"/>\n"
    }
  }

  // An extension rests on permits that have not ended.
  private var asksEnded: Bool {
    checklists.flatMap(\.wrongDoors).contains { $0.condition.facts.contains(.ended) }
  }

  private var permits: String {
    let kinds: [PermitKind] = asksEnded ? [.workPermit, .residenceWork] : facts.holds
    return kinds.map { kind in
      let expires = kind == .visaZ ? "" : " expires=\"\(day.adding(months: 2))\""
      return "    <permit kind=\"\(kind.word)\"\(expires) current=\"yes\"/>\n"
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
