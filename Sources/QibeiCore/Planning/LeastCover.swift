// SPDX-License-Identifier: Apache-2.0

/// The fewest papers that complete several lines at once.
///
/// Lines that share no paper with any other are decided by themselves. The rest are searched exactly by branch and
/// bound, at most the product of their open ways; real lists leave a handful. The problem is set cover, so no
/// algorithm is known that is always fast; past a fixed number of steps the best found so far stands.
struct LeastCover {
  /// The papers to obtain.
  private(set) var papers: Set<WantedPaper> = []
  /// What to mend on papers that are there.
  var mends: [Finding] { ways.flatMap(\.mends) }
  /// The way chosen for each line.
  private(set) var ways: [Way] = []
  /// Whether the search came to its end, so that nothing cheaper exists.
  private(set) var isProven = true

  private static let mostSteps = 100_000

  private struct Cost: Comparable {
    var papers = Int.max
    var mending = Int.max
    var days = Int.max

    static func < (left: Self, right: Self) -> Bool {
      (left.papers, left.mending, left.days) < (right.papers, right.mending, right.days)
    }
  }

  private let days: (Way.Want) -> Int
  private var best = Cost()
  private var steps = 0

  /// - Parameters:
  ///   - lines: the open ways of each line that is not complete, none of them empty.
  ///   - days: how long a paper takes, to decide between ways that cost the same.
  init(_ lines: [[Way]], days: @escaping (Way.Want) -> Int) {
    self.days = days
    let forced = lines.filter { $0.count == 1 }.reduce(into: Set<WantedPaper>()) {
      $0.formUnion($1[0].papers)
    }
    var users: [WantedPaper: Int] = [:]
    for line in lines {
      for paper in line.reduce(into: Set<WantedPaper>(), { $0.formUnion($1.papers) }) {
        users[paper, default: 0] += 1
      }
    }
    var chosen = forced
    var decided = lines.filter { $0.count == 1 }.map { $0[0] }
    var entangled: [[Way]] = []
    for ways in lines where ways.count > 1 {
      let isAlone = ways.allSatisfy { $0.papers.allSatisfy { users[$0] == 1 } }
      if isAlone {
        let cheapest = ways.reduce(ways[0]) { cost($1, [], []) < cost($0, [], []) ? $1 : $0 }
        chosen.formUnion(cheapest.papers)
        decided.append(cheapest)
      } else {
        entangled.append(ways)
      }
    }
    search(entangled[...], chosen, decided)
  }

  private func cost(_ way: Way, _ chosen: Set<WantedPaper>, _ decided: [Way]) -> Cost {
    let ways = decided + [way]
    return Cost(
      papers: chosen.union(way.papers).count, mending: ways.reduce(0) { $0 + $1.mending },
      days: ways.reduce(0) { $0 + $1.wants.reduce(0) { $0 + days($1) } })
  }

  private mutating func search(
    _ lines: ArraySlice<[Way]>, _ chosen: Set<WantedPaper>, _ decided: [Way]
  ) {
    steps += 1
    // A first answer is always found; only looking for a cheaper one ends early.
    guard steps <= Self.mostSteps || ways.isEmpty else {
      isProven = false
      return
    }
    let so = cost(Way(), chosen, decided)
    guard so < best else { return }
    guard let line = lines.first else {
      best = so
      papers = chosen
      ways = decided
      return
    }
    let ordered = line.sorted { cost($0, chosen, decided) < cost($1, chosen, decided) }
    for way in ordered {
      search(lines.dropFirst(), chosen.union(way.papers), decided + [way])
    }
  }
}
