// SPDX-License-Identifier: Apache-2.0
import Glibc
import Qibei

/// Median CPU seconds of two pieces of work, done in turn so that both meet the same machine.
func medians(_ rounds: Int, _ first: () throws -> Void, _ second: () throws -> Void) rethrows
  -> (first: Double, second: Double)
{
  var times: (first: [Double], second: [Double]) = ([], [])
  func time(_ work: () throws -> Void) rethrows -> Double {
    let start = cpuSeconds()
    try work()
    return cpuSeconds() - start
  }
  for round in 0..<(rounds + 3) {
    let pair = (try time(first), try time(second))
    guard round >= 3 else { continue }
    times.first.append(pair.0)
    times.second.append(pair.1)
  }
  return (median(times.first), median(times.second))
}

/// A route over every category against one check of the same bytes, both in memory with the lists already read.
func route(_ path: String) throws {
  let bytes = read(path)
  let validator = try Validator()
  var categories = 0
  let (check, route) = try medians(
    101, { _ = try validator.validate(bytes).findingCount },
    { categories = try validator.route(bytes).count })
  print(
    "route over \(categories) categories: \(rounded(route * 1000)) ms, one check: \(rounded(check * 1000)) ms, in memory; \(rounded(route / check)) ×"
  )
}

/// Plans of a dossier that lacks everything that 40 requirements with alternatives ask for.
func plan() throws {
  let folder = "/tmp/qibei-bench-\(getpid())"
  let list = "\(folder)/checklists/forty"
  for path in [folder, "\(folder)/checklists", list] { mkdir(path, 0o700) }
  let file = "\(list)/forty.2026-01-01.xml"
  write(forty, to: file)
  defer {
    unlink(file)
    for path in [list, "\(folder)/checklists", folder] { rmdir(path) }
  }
  let validator = try Validator(checklists: folder)
  let bytes = Array(
    """
    <dossier xmlns="urn:qibei:dossier:1">
    <application category="forty" place="320200" submission="2026-03-16"/>
    <person id="p1" role="applicant" born="1980-01-01"/>
    <supplements><supplement id="s1" kind="passport" for="p1" issued="2020-01-01"/></supplements>
    </dossier>
    """.utf8)
  var tasks = 0
  let (check, plan) = try medians(
    51, { _ = try validator.validate(bytes).findingCount },
    { tasks = try validator.plan(bytes).count })
  print(
    "plan of 40 requirements with alternatives: \(tasks) tasks, \(rounded(plan * 1000)) ms; one check of it: \(rounded(check * 1000)) ms"
  )
}

/// 40 items, each with three ways: a paper of its own, one that every fifth item takes, or two papers together.
private var forty: String {
  let kinds = [
    "passport", "photo", "resume", "work-permit", "residence-permit", "marriage-certificate",
    "birth-certificate", "health-certificate", "degree-certificate", "employment-contract",
    "employment-certificate", "employer-licence", "application-form", "lodging-registration",
    "tax-certificate", "power-of-attorney", "entry-stamp", "kinship-certificate",
    "adoption-certificate", "cscse-verification",
  ]
  var items = ""
  for at in 0..<40 {
    func paper(_ position: Int) -> String {
      "<supplement kind=\"\(kinds[position % kinds.count])\"><issued-within period=\"P6M\" before=\"submission\"/></supplement>"
    }
    let ways = paper(at) + paper(at % 5 + 3) + "<all-of>\(paper(at + 7))\(paper(at + 11))</all-of>"
    items += """
      <requirement id="item-\(at)" number="\(at + 1)" for="applicant" class="principal" basis="law">
      <title zh="材料" en="paper"/><any-of>\(ways)</any-of><remedy zh="请补。" en="Add it."/></requirement>

      """
  }
  return """
    <checklist xmlns="urn:qibei:checklist:1" category="forty" version="2026-01-01" in-force-from="2026-01-01" decided-by="submission" kind="residence-permit">
    <title zh="例" en="Example"/><authority zh="机关" en="Authority"/>
    <basis id="law" zh="法" en="Law" evidence="law"/>
    \(items)</checklist>
    """
}

private func write(_ text: String, to path: String) {
  guard let file = fopen(path, "wb") else { fatalError("cannot write \(path)") }
  defer { fclose(file) }
  fputs(text, file)
}
