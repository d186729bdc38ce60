// SPDX-License-Identifier: Apache-2.0

/// The fewest papers that complete several lines at once; among equals the least to mend, then the shortest times.
///
/// Lines that share no paper, not even through others, are decided apart. Within such a group the search is exact
/// branch and bound: a line that the papers chosen so far complete is never branched on, and a branch ends where what is
/// chosen, and the papers that lines without a paper in common still need, cannot beat the best. At most it tries the product
/// of the open ways of one group. The problem is set cover, so no algorithm is known that is always fast; past a fixed
/// number of steps the best found so far stands.
struct LeastCover {
  /// The way chosen for each line.
  private(set) var ways: [Way] = []
  /// Whether the search came to its end, so that nothing cheaper exists.
  private(set) var isProven = true

  /// What to mend on papers that are there.
  var mends: [Finding] { ways.flatMap(\.mends) }

  private static let mostSteps = 100_000

  /// - Parameters:
  ///   - lines: the open ways of each line that is not complete, none of them empty.
  ///   - days: how long a paper takes.
  init(_ lines: [[Way]], days: (Way.Want) -> Int) {
    var numbers: [WantedPaper: Int] = [:]
    var length: [Int] = []
    let options = lines.map { line in
      line.map { way in
        let papers = way.wants.map { want -> Int in
          let number = numbers[want.paper] ?? length.count
          if number == length.count {
            numbers[want.paper] = number
            length.append(0)
          }
          length[number] = max(length[number], days(want))
          return number
        }
        return Option(papers: Set(papers).sorted(), mending: way.mending)
      }
    }
    var chosen = [Int](repeating: 0, count: lines.count)
    var stepsLeft = Self.mostSteps
    for group in Self.groups(options, papers: length.count) {
      var search = CoverSearch(group.map { options[$0] }, length, stepsLeft)
      search.run()
      stepsLeft = max(search.stepsLeft, 0)
      if search.stepsLeft < 0 { isProven = false }
      for (line, option) in zip(group, search.best) { chosen[line] = option }
    }
    ways = zip(lines, chosen).map { $0[$1] }
  }

  fileprivate struct Option {
    let papers: [Int]
    let mending: Int
  }

  // Lines by the papers that tie them together.
  private static func groups(_ lines: [[Option]], papers count: Int) -> [[Int]] {
    var group = Array(0..<count)
    func root(_ paper: Int) -> Int {
      var paper = paper
      while group[paper] != paper { paper = group[paper] }
      return paper
    }
    for line in lines {
      let papers = line.flatMap(\.papers)
      for paper in papers.dropFirst() { group[root(paper)] = root(papers[0]) }
    }
    var found: [Int: Int] = [:]
    var groups: [[Int]] = []
    for (at, line) in lines.enumerated() {
      guard let paper = line.lazy.flatMap(\.papers).first else {
        groups.append([at])
        continue
      }
      let key = root(paper)
      if let number = found[key] {
        groups[number].append(at)
      } else {
        found[key] = groups.count
        groups.append([at])
      }
    }
    return groups
  }
}

/// Branch and bound over lines that share papers.
private struct CoverSearch {
  private struct Cost: Comparable {
    var papers = 0
    var mending = 0
    var days = 0

    static func < (left: Self, right: Self) -> Bool {
      (left.papers, left.mending, left.days) < (right.papers, right.mending, right.days)
    }

    static func + (left: Self, right: Self) -> Self {
      Self(
        papers: left.papers + right.papers, mending: left.mending + right.mending,
        days: left.days + right.days)
    }
  }

  /// The option chosen for each line.
  private(set) var best: [Int] = []
  private(set) var stepsLeft: Int
  private let lines: [[LeastCover.Option]]
  private let length: [Int]
  private var bestCost: Cost?
  private var used: [Int]
  private var chosen: [Int?]

  init(_ lines: [[LeastCover.Option]], _ length: [Int], _ steps: Int) {
    self.lines = lines
    self.length = length
    stepsLeft = steps
    used = [Int](repeating: 0, count: length.count)
    chosen = [Int?](repeating: nil, count: lines.count)
  }

  mutating func run() { search(Cost()) }

  private mutating func search(_ so: Cost) {
    stepsLeft -= 1
    // A first answer is always found; only looking for a cheaper one ends early.
    guard stepsLeft >= 0 || bestCost == nil else { return }
    let open = lines.indices.filter { chosen[$0] == nil && free($0) == nil }
    if let bestCost, so + leastMore(open) >= bestCost { return }
    guard let line = open.min(by: { lines[$0].count < lines[$1].count }) else {
      bestCost = so
      best = lines.indices.map { chosen[$0] ?? free($0) ?? 0 }
      return
    }
    let priced = lines[line].indices.map { ($0, more(lines[line][$0])) }
    for (option, more) in priced.sorted(by: { $0.1 < $1.1 }) {
      chosen[line] = option
      for paper in lines[line][option].papers { used[paper] += 1 }
      search(so + more)
      for paper in lines[line][option].papers { used[paper] -= 1 }
      chosen[line] = nil
    }
  }

  // An option that the papers chosen for other lines already fill.
  private func free(_ line: Int) -> Int? {
    lines[line].firstIndex { option in
      option.mending == 0 && option.papers.allSatisfy { used[$0] > 0 }
    }
  }

  private func more(_ option: LeastCover.Option) -> Cost {
    var cost = Cost(mending: option.mending)
    for paper in option.papers where used[paper] == 0 {
      cost.papers += 1
      cost.days += length[paper]
    }
    return cost
  }

  // What lines without a paper in common need at least.
  private func leastMore(_ open: [Int]) -> Cost {
    var taken = [Bool](repeating: false, count: used.count)
    var cost = Cost()
    for line in open {
      let papers = lines[line].lazy.flatMap(\.papers).filter { used[$0] == 0 }
      guard !papers.contains(where: { taken[$0] }) else { continue }
      for paper in papers { taken[paper] = true }
      if let least = lines[line].map(more).min() { cost = cost + least }
    }
    return cost
  }
}
