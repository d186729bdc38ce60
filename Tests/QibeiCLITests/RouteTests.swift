// SPDX-License-Identifier: Apache-2.0
import Foundation
import QibeiTesting
import Testing

/// Which categories fit a person, and what keeps the others from fitting.
struct RouteTests {
  private static func route(
    _ sample: String, _ options: [String] = [], _ edit: (DossierText) -> DossierText = { $0 }
  ) throws -> [String: [String: [Substring]]] {
    let folder = try TemporaryFolder()
    try folder.write(edit(DossierText(sample: sample)).bytes, to: "dossier.xml")
    let result = try Qibei.program(["route", "\(folder.path)/dossier.xml"] + options)
    #expect(result.status == 0, "\(result.error)")
    var groups: [String: [String: [Substring]]] = [:]
    var (group, category) = ("", "")
    for line in result.output.split(separator: "\n") {
      if line.hasPrefix("    ") {
        groups[group]?[category]?.append(line.drop { $0 == " " })
      } else if line.hasPrefix("  ") {
        category = String(line.dropFirst(2).prefix { $0 != " " })
        groups[group, default: [:]][category] = []
      } else {
        group = String(line.prefix { $0 != ":" })
      }
    }
    return groups
  }

  @Test func `the engineer without a doctorate is routed to what fits him`() throws {
    let routes = try Self.route("wuxi-chip-engineer")
    #expect(
      routes["Nearly fits"]?["pr-foreign-chinese-doctor"]?.contains(
        "not met: The applicant holds a doctorate") == true)
    let delta = try #require(
      routes["Facts fit, an authority decides"]?["pr-yrd-hitech-professional"])
    #expect(delta.contains("no list is published; have the authority confirm it first"))
    // Every category in force is in the answer once.
    let all = routes.values.flatMap(\.keys)
    #expect(Set(all).count == all.count)
    let known = try Qibei.run("list", "categories").output.split(separator: "\n").count
    #expect(all.count >= 30 && all.count <= known)
  }

  @Test func `what misses is told by how much, and on which day time cures it`() throws {
    func elder(_ born: String) throws -> (near: [Substring]?, far: [Substring]?) {
      let routes = try Self.route("wuxi-chip-engineer", ["--on", "2026-03-16"]) {
        $0.replacing("born=\"1988-11-03\"", with: "born=\"\(born)\"")
      }
      let name = "pr-elder-reunion"
      return (routes["Nearly fits"]?[name], routes["Does not apply"]?[name])
    }
    let near = try elder("1967-05-20").near
    #expect(
      near?.first { $0.hasPrefix("not met") }
        == "not met: The applicant is 60 or older; the age is 58, wanted 60, 2 off; met by time alone on 2027-05-20"
    )
    // Twenty years are no plan.
    #expect(
      try elder("1990-05-20").far?.first { $0.hasPrefix("not met") }
        == "not met: The applicant is 60 or older; the age is 35, wanted 60, 25 off")
  }

  @Test func `facts that are not known are asked for`() throws {
    let routes = try Self.route("wuxi-chip-engineer") {
      $0.replacing(" level=\"master\"", with: "").replacing(" level=\"bachelor\"", with: "")
        .replacing(" level=\"secondary\"", with: "")
    }
    let doctor = try #require(routes["Cannot be told yet"]?["pr-foreign-chinese-doctor"])
    #expect(doctor.contains { $0.hasPrefix("to declare: the highest level of education") })
  }

  @Test func `the proof shows every condition with its state and evidence`() throws {
    let routes = try Self.route("wuxi-chip-engineer", ["--explain"])
    let doctor = try #require(routes["Nearly fits"]?["pr-foreign-chinese-doctor"])
    #expect(
      doctor.contains {
        $0.hasPrefix("[no] The applicant holds a doctorate: ") && $0.contains("(evidence: ")
      })
    #expect(doctor.count { $0.hasPrefix("[yes] ") } == 2)
    #expect(doctor.count { $0.hasPrefix("[opinion] ") } == 1)
  }
}
