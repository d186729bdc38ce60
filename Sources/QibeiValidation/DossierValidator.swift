// SPDX-License-Identifier: Apache-2.0
package import QibeiCore
internal import QibeiDecoding
package import QibeiXML

/// What to judge a dossier as, and for which day and place; nil takes what the dossier says.
package struct ValidationRequest: Sendable {
  /// One category, or the two of a joint dossier with a plus sign between them; empty for no list at all.
  package var category: String?
  package var submission: CalendarDate?
  package var place: Division?
  /// The version of the checklist to judge by, in force or not; nil for the one in force.
  package var version: CalendarDate?
  /// The day that stands in where neither the request nor the dossier names one.
  package var today: CalendarDate

  package init(
    category: String? = nil, submission: CalendarDate? = nil, place: Division? = nil,
    version: CalendarDate? = nil, today: CalendarDate
  ) {
    self.category = category
    self.submission = submission
    self.place = place
    self.version = version
    self.today = today
  }
}

/// An assessment together with the document it speaks of, which can name lines and columns.
package struct Validation: Sendable {
  package let assessment: Assessment
  let reading: Reading

  package var document: XMLDocument { reading.document }
}

/// What reading a dossier and its files gave, whatever the day that it is judged for.
struct Reading: Sendable {
  let document: XMLDocument
  /// Faults of the file and its structure.
  let findings: [Finding]
  let evidence: EvidenceFiles?
  /// How many files nobody could reach.
  let unopened: Int
  var request: ValidationRequest
}

/// Runs the stages in order: bytes, document, dossier, checklist, assessment.
///
/// It keeps its parser and its compiled plans; use one per thread.
package final class DossierValidator {
  package let library: ChecklistLibrary
  let vocabulary: DossierVocabulary
  let reader: XMLReader
  /// By the digests of the files that each rests on.
  var plans: [KnownPlan] = []
  /// The plans that answered the questions before: a morning's dossiers are filed at one place on one day.
  var recent: [Answer] = []

  struct Question: Equatable {
    let category: String
    let place: Division?
    let submission: CalendarDate
    let acceptance: CalendarDate
    let version: CalendarDate?
  }

  var inForce: (at: PlaceAndDay, plans: [RulePlan])?

  struct PlaceAndDay: Equatable {
    let place: Division?
    let submission: CalendarDate
    let acceptance: CalendarDate
  }

  /// A validator over a library of checklists.
  ///
  /// - Throws: when libxml2 has no memory for a parser.
  package init(_ library: ChecklistLibrary) throws(XMLReadError) {
    self.library = library
    vocabulary = DossierVocabulary(library.tables)
    reader = try DossierDecoder.reader()
  }

  /// Judges the bytes of one dossier.
  ///
  /// - Parameters:
  ///   - bytes: the XML.
  ///   - request: what to judge it as.
  ///   - leavesFiles: whether its files are left unopened on purpose, which is told.
  ///   - inspect: opens the files that the dossier mentions, and answers nil where it cannot reach any;
  ///     nobody looks at files where it is left out.
  /// - Returns: the assessment with its document.
  /// - Throws: ``XMLReadError`` when they are not a dossier, ``ChecklistError`` when the rules are faulty.
  package func validate(
    _ bytes: [UInt8], _ request: ValidationRequest, leavesFiles: Bool = false,
    inspecting inspect: (([MentionedFile]) -> EvidenceFiles?)? = nil
  ) throws -> Validation {
    let document = try reader.read(bytes)
    let decoded = DossierDecoder.decode(document, vocabulary)
    let (submission, acceptance) = Self.days(request, decoded.value.application)
    let evidence = inspect.flatMap { $0(mentionedFiles(decoded.value)) }
    let isTold = leavesFiles || (inspect != nil && evidence == nil)
    let unopened = isTold ? decoded.value.files.count { $0.path.length > 0 } : 0
    let reading = Reading(
      document: document, findings: decoded.findings, evidence: evidence, unopened: unopened,
      request: request)
    let examination = Examination(
      decoded.value, tables: library.tables, submission: submission, acceptance: acceptance)
    return Validation(assessment: try assess(examination, reading), reading: reading)
  }

  /// Judges a dossier that has been read, as if it were handed in and accepted on a day.
  ///
  /// - Parameters:
  ///   - validation: of the dossier; its files are not opened again.
  ///   - day: of submission and acceptance.
  ///   - foresight: what a plan will have done by then.
  /// - Returns: the assessment on that day.
  /// - Throws: ``ChecklistError`` when the rules are faulty.
  package func assess(
    _ validation: Validation, on day: CalendarDate, foreseeing foresight: Foresight? = nil
  ) throws -> Assessment {
    var reading = validation.reading
    reading.request.submission = day
    return try assess(
      validation.assessment.examination.on(day, foreseeing: foresight), reading)
  }

  private func assess(_ examination: Examination, _ reading: Reading) throws -> Assessment {
    let request = reading.request
    let application = examination.dossier.application
    let (submission, acceptance) = (examination.submission, examination.acceptance)
    let place = request.place ?? application.place.known
    var findings = reading.findings
    findings += try unsettled(request, examination)
    findings += NumberRule.findings(in: examination)
    findings += FactContradictions.findings(in: examination)
    var lines: [RulePlan.Line] = []
    let categories = Self.categories(request, application)
    if categories.isEmpty, request.category == nil {
      findings.append(.noCategory(application, try library.categories()))
    }
    if categories.count > 1, Set(categories).count < categories.count {
      findings.append(Finding(.limbsNotStated, at: application.sourcePlace))
    }
    let joint =
      categories.count > 1
      ? JointDossier(
        examination.dossier, categories, tables: library.tables, submission: submission,
        acceptance: acceptance, foresight: examination.foresight) : nil
    var plans: [(limb: Int, plan: RulePlan)] = []
    for (limb, category) in categories.enumerated() {
      do {
        plans.append((limb, try plan(category, place, examination, version: request.version)))
      } catch let absence as ChecklistLibrary.Absence {
        findings.append(
          category == JointDossier.category
            ? Finding(.limbsNotStated, at: application.sourcePlace)
            : .noChecklist(absence, application))
      }
    }
    for (_, plan) in plans {
      if request.version != nil { findings += Finding.outOfForce(plan.checklist, examination) }
      if let place { findings += Finding.elsewhere(plan.checklist, place, examination) }
    }
    let checklists = plans.map(\.plan.checklist)
    let outcome = joint?.examine(plans, whole: examination)
    for outcome in outcome.map({ [$0] }) ?? plans.map({ $0.plan.examine(examination) }) {
      if lines.isEmpty { lines = outcome.lines } else { lines += outcome.lines }
      findings.merge(outcome)
    }
    if let evidence = reading.evidence {
      var own = EvidenceRule.findings(
        of: evidence, in: examination, by: checklists, besides: findings)
      EvidenceRule.settle(&own, &lines, in: examination.dossier, by: checklists) { paper, list in
        joint?.serves(paper, plans[list].limb) ?? true
      }
      findings += own
    } else if reading.unopened > 0 {
      findings.append(
        Finding(.scansNotOpened, seen: .count(reading.unopened), at: application.sourcePlace))
    }
    examination.foresight?.settle(&findings, in: examination.dossier)
    return Assessment(
      findings: findings, checklists: checklists, lines: lines, examination: examination,
      place: place, evidence: reading.evidence)
  }

  static func days(
    _ request: ValidationRequest, _ application: Application
  ) -> (submission: CalendarDate, acceptance: CalendarDate) {
    let submission = request.submission ?? application.submission.known ?? request.today
    // A day assumed for the submission also moves the acceptance.
    guard request.submission == nil else { return (submission, submission) }
    return (submission, max(submission, application.acceptance.known ?? submission))
  }

  static func categories(
    _ request: ValidationRequest, _ application: Application
  ) -> [String] {
    request.category.map { $0.split(separator: "+").map(String.init) } ?? application.categories
  }

  private func mentionedFiles(_ dossier: Dossier) -> [MentionedFile] {
    dossier.supplements.flatMap { supplement in
      let isPassport = supplement.kind.known.map { library.tables.kinds[$0].id == "passport" }
      return dossier.files[supplement.files].filter { $0.path.length > 0 }.map {
        MentionedFile(path: dossier.text($0.path), isPassport: isPassport ?? false)
      }
    }
  }

  // What the request and the dossier leave open although the checklist turns on it.
  private func unsettled(
    _ request: ValidationRequest, _ examination: Examination
  ) throws(ChecklistError) -> [Finding] {
    let dossier = examination.dossier
    let application = dossier.application
    var findings: [Finding] = []
    if request.submission == nil {
      for (day, stated, anchor) in [
        (examination.submission, application.submission, Anchor.submission),
        (examination.acceptance, application.acceptance, Anchor.acceptance),
      ] where stated.isUnreadable {
        findings.append(
          Finding(
            .dayUnread, seen: .words(anchor.label), limit: .text(anchor.rawValue), on: .date(day),
            at: application.sourcePlace))
      }
    }
    if request.place == nil, application.place.known == nil, try library.hasOverlays() {
      findings.append(Finding(.placeUnknown, at: application.sourcePlace))
    }
    if dossier.applicant == nil, !dossier.persons.isEmpty {
      findings.append(Finding(.nobodyApplies, at: dossier.persons[0].sourcePlace))
    }
    return findings
  }
}

extension [Finding] {
  // A check that waits for an unreadable value tells that value's own finding what it will have to be.
  fileprivate mutating func merge(_ outcome: RulePlan.Outcome) {
    var places: [Int32: [Int]] = [:]
    if !outcome.waiting.isEmpty {
      for (index, finding) in enumerated() where finding.requirement == nil {
        places[finding.sourcePlace.element, default: []].append(index)
      }
    }
    for waiting in outcome.waiting {
      let own = places[waiting.sourcePlace.element]?.first {
        self[$0].limit == .text(waiting.attribute)
      }
      guard let own else {
        append(.unread(waiting))
        continue
      }
      var expected: [FindingValue] = []
      if case .list(let earlier) = self[own].alternatives { expected = earlier }
      if !expected.contains(waiting.expected) { expected.append(waiting.expected) }
      self[own].alternatives = .list(expected)
    }
    if isEmpty { self = outcome.findings } else { self += outcome.findings }
  }
}
