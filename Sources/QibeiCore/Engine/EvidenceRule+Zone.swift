// SPDX-License-Identifier: Apache-2.0

/// What was read in the scans of passports, held against what is declared; a machine's reading is never more than a hint.
extension EvidenceRule {
  mutating func compareZones(_ mentions: [Mention]) {
    var missing: [String: Int] = [:]
    for mention in mentions {
      guard case .inspected(let file) = evidence.files[mention.path] else { continue }
      switch file.zone {
      case .read(let line): compare(line, mention)
      case .noLibrary(let name): missing[name, default: 0] += 1
      case .notAsked, .unreadable: break
      }
    }
    for (name, count) in missing.sorted(by: { $0.key < $1.key }) {
      findings.append(
        Finding(
          .zonesNotRead, seen: .count(count), expected: .text(name),
          at: examination.dossier.application.sourcePlace))
    }
  }

  // Only what a check digit protects was kept; of several passports it is the one with the number.
  private mutating func compare(_ line: PassportDataLine, _ mention: Mention) {
    guard case .person(let index) = owner(of: mention) else { return }
    let person = examination.dossier.persons[index]
    let passport = person.passports.first { line.hasNumber($0.number) } ?? person.currentPassport
    func differ(_ label: BilingualText, _ seen: FindingValue, _ expected: FindingValue) {
      report(.zoneSeems, mention, seen: seen, expected: expected)
      findings[findings.count - 1].on = .words(label)
    }
    if let passport, !passport.number.isEmpty, !line.hasNumber(passport.number) {
      differ(
        PassportDataLine.Part.number.label, .secret(line.number), .secret(passport.number))
    }
    if let born = person.born.known, line.agrees(born, with: .birth) == false {
      differ(PassportDataLine.Part.birth.label, .text(line.birth), .date(born))
    }
    if let expires = passport?.expires.known, line.agrees(expires, with: .expiry) == false {
      differ(PassportDataLine.Part.expiry.label, .text(line.expiry), .date(expires))
    }
  }
}
