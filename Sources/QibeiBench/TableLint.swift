// SPDX-License-Identifier: Apache-2.0
internal import QibeiCore

/// Reads the reference tables for what cannot be true.
struct TableLint {
  private(set) var problems: [(table: String, message: BilingualText)] = []

  init(_ tables: ReferenceTables) {
    for fault in tables.workingDays.faults { problems.append(("working-days", fault)) }
    for country in tables.apostille.countries.sorted(by: { $0.description < $1.description }) {
      if !tables.countries.contains(country) {
        add("apostille", "没有国家代码“\(country)”", "there is no country “\(country)”")
      }
      if country == .china || country.isHongKongMacaoTaiwan {
        add(
          "apostille", "“\(country)”不是与中国相互适用公约的国家",
          "“\(country)” is no state between which and China the Convention applies")
      }
    }
    for place in tables.wageAverages.places where !tables.divisions.contains(place) {
      add("wage-averages", "没有地点代码“\(place)”", "there is no place “\(place)”")
    }
    for line in tables.points.lines {
      let best = line.bands.map(\.points).max() ?? 0
      if best != line.most {
        add(
          "points", "“\(line.id)”最高 \(line.most) 分，各档最多 \(best) 分",
          "“\(line.id)” gives \(line.most) at most and its best band \(best)")
      }
      let steps = line.bands.compactMap(\.atLeast)
      if steps != steps.sorted() || Set(steps).count < steps.count {
        add("points", "“\(line.id)”各档没有按起点排列", "the bands of “\(line.id)” are not in order")
      }
    }
  }

  private mutating func add(_ table: String, _ zh: String, _ en: String) {
    problems.append((table, .init(zh, en)))
  }
}
