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
        "not met: The applicant holds a doctorate; needed: the highest level of education is doctor (person/education/@level); it is master"
      ) == true)
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
        == "not met: The applicant is 60 or older; the age is 58, wanted at least 60, 2 short; met by time alone on 2027-05-20"
    )
    // Twenty years are no plan.
    #expect(
      try elder("1990-05-20").far?.first { $0.hasPrefix("not met") }
        == "not met: The applicant is 60 or older; the age is 35, wanted at least 60, 25 short; not met by time alone within ten years"
    )
  }

  @Test func `facts that are not known are asked for`() throws {
    let routes = try Self.route("wuxi-chip-engineer") {
      $0.replacing(" level=\"master\"", with: "").replacing(" level=\"bachelor\"", with: "")
        .replacing(" level=\"secondary\"", with: "")
    }
    let doctor = try #require(routes["Cannot be told yet"]?["pr-foreign-chinese-doctor"])
    #expect(doctor.contains { $0.hasPrefix("to declare: the highest level of education") })
  }

  @Test func `the proof is a tree with the values that were looked at`() throws {
    let routes = try Self.route("wuxi-chip-engineer", ["--explain"])
    let doctor = try #require(routes["Nearly fits"]?["pr-foreign-chinese-doctor"])
    let at = try #require(
      doctor.firstIndex { $0.hasPrefix("[no] The applicant holds a doctorate (") })
    #expect(doctor[at].hasSuffix("(evidence: government page)"))
    #expect(doctor[at + 1] == "[no] the highest level of education is doctor: it is master")
    #expect(doctor.count { $0.hasPrefix("[opinion] ") } == 1)
    let chinese = try Qibei.run(
      "route", Qibei.sample("wuxi-chip-engineer"), "--explain", "--lang", "zh")
    #expect(chinese.output.contains("实为 硕士"))
  }

  @Test func `a child is routed beside the applicant, and its birthday is named`() throws {
    let child = """
      <person id="p9" role="child" born="2008-12-01" sex="F" nationality="SGP" applies="yes" marital-status="single"><name kind="passport" surname="LIM" given="ANNA"/></person><employer
      """
    let folder = try TemporaryFolder()
    let dossier = try DossierText(sample: "wuxi-chip-engineer").replacing("<employer", with: child)
    try folder.write(dossier.bytes, to: "dossier.xml")
    let result = try Qibei.run("route", "\(folder.path)/dossier.xml", "--on", "2026-03-16")
    let parts = result.output.components(separatedBy: "Family member LIM ANNA")
    #expect(parts.count == 2)
    #expect(parts[1].contains("pr-accompanying-child"))
    #expect(
      parts[1].contains("LIM ANNA turns 18 on 2026-12-01: submit on or before 2026-11-30"))
  }

  @Test func `JSON holds every category once`() throws {
    let result = try Qibei.run("route", Qibei.sample("wuxi-chip-engineer"), "--json")
    let value = try #require(
      try JSONSerialization.jsonObject(with: Data(result.output.utf8)) as? [String: Any])
    let persons = try #require(value["persons"] as? [[String: Any]])
    let routes = try #require(persons.first?["routes"] as? [[String: Any]])
    let doctor = try #require(
      routes.first { $0["category"] as? String == "pr-foreign-chinese-doctor" })
    #expect(doctor["fit"] as? String == "near")
    #expect((doctor["gaps"] as? [[String: Any]])?.count == 1)
    #expect(Set(routes.compactMap { $0["category"] as? String }).count == routes.count)
  }

  @Test func `no facts, contradictory facts and a day without lists are answered`() throws {
    let folder = try TemporaryFolder()
    func route(_ people: String, _ options: [String] = []) throws -> ProgramResult {
      let text = #"<dossier xmlns="urn:qibei:dossier:1">\#(people)</dossier>"#
      try folder.write(Array(text.utf8), to: "dossier.xml")
      return try Qibei.program(
        ["route", "\(folder.path)/dossier.xml", "--on", "2026-03-16"] + options)
    }
    let nobody = try route("<application/>")
    #expect(nobody.status == 2)
    #expect(nobody.output.contains("add a person with role=\"applicant\""))
    // Nothing but the person.
    let bare = try route(#"<person id="p1" role="applicant"/>"#)
    #expect(bare.status == 0)
    #expect(bare.output.contains("to declare: the age (person/@born)"))
    let unborn = try route(#"<person id="p1" role="applicant" born="2030-01-01"/>"#)
    #expect(unborn.status == 2)
    #expect(
      unborn.output.hasPrefix(
        "Put these right first; the comparison rests on them:\n  “the day of submission, held against born” (2026-03-16) lies before 2030-01-01\n"
      ))
    let early = try Qibei.run(
      "route", Qibei.sample("wuxi-chip-engineer"), "--on", "1990-01-01")
    #expect(early.status == 2)
    #expect(
      early.output.contains("No list is in force on 1990-01-01; the first is from 2004-08-15."))
  }

  @Test func `presence in China is foretold for who stays`() throws {
    let routes = try Self.route("wuxi-chip-engineer", ["--on", "2022-06-15"])
    #expect(
      routes["Nearly fits"]?["pr-employment-senior"]?.contains(
        "not met: Within these 4 years the applicant has lived in China for 3 years or more in total; the months spent in China in the last 4 years is 35, wanted at least 36, 1 short; met by time alone on 2022-07-01, if the person stays in China from the day of submission on"
      ) == true)
    for (day, isNear) in [("2022-06-30", true), ("2022-07-01", false)] {
      let then = try Self.route("wuxi-chip-engineer", ["--on", day])
      #expect((then["Nearly fits"]?["pr-employment-senior"] != nil) == isNear)
    }
  }

  @Test func `facts that contradict each other are told by route and check alike`() throws {
    let cases = [
      (
        "marital-status=\"married\"", "marital-status=\"single\"",
        "person/@marital-status is “single”, and yet married-on is stated (2016-05-14)"
      ),
      (
        "married-on=\"2016-05-14\"", "married-on=\"1980-05-14\"",
        "“married-on” (1980-05-14) lies before 1988-11-03"
      ),
      (
        "<entry on=\"2019-07-01\"", "<exit on=\"2018-01-05\"/><entry on=\"2019-07-01\"",
        "“exit/@on” (2018-01-05) lies before 2019-07-01"
      ),
    ]
    for (old, new, message) in cases {
      let folder = try TemporaryFolder()
      let text = try DossierText(sample: "wuxi-chip-engineer").replacing(old, with: new)
      let file = try folder.write(text.bytes, to: "dossier.xml")
      let route = try Qibei.program(["route", file, "--on", "2026-03-16"])
      #expect(route.status == 2)
      #expect(route.output.contains(message), "\(route.output.prefix(400))")
      let check = try Qibei.program(["check", file, "--plain", "--on", "2026-03-16"])
      #expect(check.output.contains(message))
    }
  }

  @Test func `a category that no declared fact speaks for is not said to fit`() throws {
    let routes = try Self.route("wuxi-chip-engineer", ["--on", "2026-03-16"])
    let open = "Nothing declared speaks for or against it, all is still to be shown"
    #expect(
      routes[open]?.keys.sorted() == [
        "pr-high-level-talent-recommended", "pr-investment", "pr-special-contribution",
      ])
    #expect(
      routes["Does not apply"]?["work-permit-employer-registration"]
        == ["the employer's own matter; no person applies"])
    #expect(
      routes["Cannot be told yet"]?["pr-accompanying-spouse"]?.first
        == "to declare: who else is in the dossier (person/@role)")
  }

  @Test func `without a place the categories of some places ask for it`() throws {
    let routes = try Self.route("wuxi-chip-engineer", ["--on", "2026-03-16"]) {
      $0.replacing(" place=\"320200\" submission", with: " submission")
    }
    #expect(
      routes["Cannot be told yet"]?["pr-points-70"]?.contains(
        "to declare: the place (application/@place, or --at)") == true)
  }

  @Test func `what only advises is counted apart from what binds`() throws {
    let routes = try Self.route("wuxi-chip-engineer", ["--on", "2026-03-16"])
    let fitting = try #require(routes["Facts fit, an authority decides"])
    #expect(
      fitting["pr-yrd-hitech-professional"]?.first
        == "papers: 12 items settled by what is there, 2 missing, 0 to mend; 2 more only advised")
    #expect(
      fitting["residence-work-extension"]?.first
        == "papers: 5 items settled by what is there, 3 missing, 0 to mend; 3 more only advised")
  }
}
