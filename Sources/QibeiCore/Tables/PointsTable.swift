// SPDX-License-Identifier: Apache-2.0

/// The points that put a person into category A (85 and more) or B (60 to 84) of the work permit.
///
/// Points table (provisional), annex to the service guide of 2017 (外专发〔2017〕36号).
package struct PointsTable: Sendable {
  /// A value that earns points: a number from a threshold on, or a word.
  package struct Band: Sendable {
    package let atLeast: Int?
    package let word: String?
    package let points: Int

    package init(atLeast: Int?, word: String?, points: Int) {
      self.atLeast = atLeast
      self.word = word
      self.points = points
    }
  }

  /// One line of the table.
  package struct Line: Sendable {
    package let id: String
    package let title: BilingualText
    package let most: Int
    /// Any one of these proves a claim.
    package let papers: [SupplementKind]
    package let bands: [Band]

    package init(
      id: String, title: BilingualText, most: Int, papers: [SupplementKind], bands: [Band]
    ) {
      self.id = id
      self.title = title
      self.most = most
      self.papers = papers
      self.bands = bands
    }

    /// The points for a number and words: the last threshold reached, or the best word; alternatives do not add up.
    package func points(number: Int?, words: [String]) -> Int {
      var best = words.compactMap { word in bands.first { $0.word == word }?.points }.max() ?? 0
      if let number {
        let reached = bands.filter { $0.atLeast.map { number >= $0 } ?? false }
        best = max(best, reached.max { ($0.atLeast ?? 0) < ($1.atLeast ?? 0) }?.points ?? 0)
      }
      return min(best, most)
    }
  }

  package let lines: [Line]

  package init(_ lines: [Line]) { self.lines = lines }
}

/// What a person claims on the lines of the points table; age and education come from elsewhere in the dossier.
package struct PointsClaim: Sendable {
  /// Annual pay by the employer in China, in CNY 10,000.
  package var pay: Stated<Int> = .absent
  /// Full years of related work.
  package var years: Stated<Int> = .absent
  /// Months of work in China a year.
  package var months: Stated<Int> = .absent
  package var bonus: Stated<Int> = .absent
  package var certificate: Stated<WordSet<ClaimWord>> = .absent
  package var chinese: Stated<WordSet<ClaimWord>> = .absent
  package var place: Stated<WordSet<ClaimWord>> = .absent
  package var top: Stated<WordSet<ClaimWord>> = .absent

  package init() {}

  /// Whether nothing in it was refused, which would make a sum of the rest.
  var isReadable: Bool {
    ![pay, years, months, bonus].contains { $0.isUnreadable }
      && ![certificate, chinese, place, top].contains { $0.isUnreadable }
  }
}

/// Words that a claim may use; which line takes which stands in the table.
package enum ClaimWord: UInt8, ListedWord {
  case topVocational, seniorTechnician, technician, seniorWorker, hsk1, hsk2, hsk3, hsk4, hsk5
  case taughtInChinese, formerNational, western, oldIndustrial, poorCounty, university, global500
  case patent, fiveYears

  package static let words = [
    "top-vocational", "senior-technician", "technician", "senior-worker", "hsk-1", "hsk-2",
    "hsk-3", "hsk-4", "hsk-5", "taught-in-chinese", "former-national", "western",
    "old-industrial", "poor-county", "university", "global-500", "patent", "five-years",
  ]

  package var label: BilingualText { .init(word, word) }
}

/// A person's score, line by line.
package struct PointsScore: Sendable {
  /// One line's points, and whether a paper that can prove them is there.
  package struct Line: Sendable {
    package let line: PointsTable.Line
    package let points: Int
    package let isProven: Bool
  }

  package let lines: [Line]

  package var total: Int { lines.reduce(0) { $0 + $1.points } }

  /// nil where the person claims nothing, the age is not declared, or something that counts cannot be read.
  package init?(_ person: Int, in examination: Examination) {
    let dossier = examination.dossier
    guard let claim = dossier.persons[person].claim, claim.isReadable,
      let born = dossier.persons[person].born.known,
      !dossier.persons[person].education.contains(where: { $0.level.isUnreadable })
    else { return nil }
    let age = examination.age(born: born)
    let education = dossier.persons[person].education.compactMap(\.level.known?.word)
    let kinds = Set(
      examination.papers(of: .person(person)).compactMap {
        dossier.supplements[Int($0)].kind.known
      })
    lines = examination.tables.points.lines.map { line in
      let (number, words): (Int?, [String]) =
        switch line.id {
        case "pay": (claim.pay.known, [])
        case "education": (nil, education + Self.words(claim.certificate))
        case "years": (claim.years.known, [])
        case "months": (claim.months.known, [])
        case "chinese": (nil, Self.words(claim.chinese))
        case "place": (nil, Self.words(claim.place))
        case "age": (age, [])
        case "top": (nil, Self.words(claim.top))
        case "bonus": (claim.bonus.known, [])
        default: (nil, [])
        }
      return Line(
        line: line, points: line.points(number: number, words: words),
        isProven: line.papers.contains(where: kinds.contains))
    }
  }

  private static func words(_ stated: Stated<WordSet<ClaimWord>>) -> [String] {
    stated.known?.words.map(\.word) ?? []
  }
}
