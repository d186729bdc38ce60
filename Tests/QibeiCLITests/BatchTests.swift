// SPDX-License-Identifier: Apache-2.0
import Foundation
import QibeiTesting
import Testing

/// `qibei batch`, as a user and a program see it.
struct BatchTests {
  private static let codes = ["complete": 0, "incomplete": 1, "undetermined": 2]

  /// `input verdict` of every line of JSON.
  private static func verdicts(_ lines: String) throws -> [String] {
    try lines.split(separator: "\n").map { line in
      let report = try #require(
        JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])
      let input = try #require(report["input"] as? String)
      return "\(input) \(report["verdict"] as? String ?? "refused \(report["exit_code"] ?? "?")")"
    }
  }

  private static func intake() throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    let good = try Fixture.sample("residence-work-first-complete")
    try folder.write(good.utf8, to: "in/b/dossier.xml")
    try folder.write(good.utf8, to: "in/a.xml")
    try folder.write("<dossier".utf8, to: "in/c.xml")
    try folder.write("PK nonsense".utf8, to: "in/d.zip")
    try folder.write([], to: "in/e/.hidden.xml")
    try folder.write("notes".utf8, to: "in/notes.txt")
    return folder
  }

  @Test func `every sample comes out as check says, whole and in order`() throws {
    let whole = try Qibei.run("batch", "schemas/samples", "--format", "ndjson")
    let lines = whole.output.split(separator: "\n").map(String.init)
    #expect(lines.count == Fixture.samples.count)
    var worst: Int32 = 0
    for (line, sample) in zip(lines, Fixture.samples) {
      let checked = try Qibei.run("check", Qibei.sample(sample), "--json")
      var alone = try #require(
        JSONSerialization.jsonObject(with: Data(checked.output.utf8)) as? [String: Any])
      var batch = try #require(
        JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])
      #expect(batch["input"] as? String == Qibei.sample(sample))
      // The seal is for a report that stands alone, and a folder is named as it was found.
      for name in ["seal", "input"] {
        alone[name] = nil
        batch[name] = nil
      }
      let text = String(
        decoding: try JSONSerialization.data(withJSONObject: alone, options: .sortedKeys),
        as: UTF8.self
      )
      .replacing("\(sample)\\/dossier.xml", with: sample)
      #expect(
        text
          == String(
            decoding: try JSONSerialization.data(withJSONObject: batch, options: .sortedKeys),
            as: UTF8.self))
      worst = max(worst, checked.status)
    }
    #expect(whole.status == worst)
  }

  @Test func `one that cannot be read has its line, and the others go on`() throws {
    let folder = try Self.intake()
    let result = try Qibei.run(
      "batch", "\(folder.path)/in", "\(folder.path)/none.xml", "--brief", "--no-scans", "--format",
      "ndjson")
    let prefix = folder.path
    #expect(
      try Self.verdicts(result.output) == [
        "\(prefix)/in/a.xml complete", "\(prefix)/in/b complete", "\(prefix)/in/c.xml refused 65",
        "\(prefix)/in/d.zip refused 65", "\(prefix)/none.xml refused 66",
      ])
    #expect(result.status == 2)
    #expect(
      result.firstError
        == "5 dossiers: 2 complete, 0 not complete, 0 could not tell, 3 could not be read")
  }

  @Test func `a list, a stream, an archive and lines of JSON give the same`() throws {
    let names = ["pr-yrd-hitech-professional-incomplete", "residence-work-first-complete"]
    let texts = try names.map { try Fixture.sample($0) }
    let options = ["--brief", "--no-scans", "--format", "ndjson"]
    func findings(_ result: ProgramResult) throws -> [String] {
      result.output.split(separator: "\n").map { line in
        String(line[(line.range(of: "\"submission\"")?.lowerBound ?? line.startIndex)...])
      }
    }
    let paths = names.map { "schemas/samples/\($0)/dossier.xml" }
    let direct = try findings(Qibei.program(["batch"] + paths + options))
    #expect(direct.count == 2)
    for (separator, flags) in [("\n", ["-"]), ("\0", ["-0", "-"])] {
      let listed = try Qibei.program(
        ["batch"] + flags + options, input: paths.joined(separator: separator))
      #expect(try findings(listed) == direct)
    }
    let streamed = try Qibei.program(
      ["batch", "--stream"] + options, input: texts.joined())
    #expect(try findings(streamed) == direct)
    // Without its declaration a dossier is a line shorter.
    func placeless(_ lines: [String]) -> [String] {
      lines.map { $0.replacing(/"line":\d+/, with: "") }
    }
    let rooted = texts.map { $0.split(separator: "?>", maxSplits: 1)[1] }.joined()
    #expect(
      try placeless(
        findings(Qibei.program(["batch", "--stream"] + options, input: "<all>\(rooted)</all>")))
        == placeless(direct))
    let shell = try #require(Program(named: "sh"))
    let archived = try shell.run(
      [
        "-c",
        "tar c \(paths.joined(separator: " ")) | '\(Qibei.path)' batch --stream --brief --no-scans --format ndjson",
      ],
      in: Fixture.root)
    #expect(try findings(archived) == direct)
    let lines = try zip(1..., texts).map { number, text in
      let object: [String: Any] = ["id": number, "xml": text]
      return String(decoding: try JSONSerialization.data(withJSONObject: object), as: UTF8.self)
    }
    let piped = try Qibei.program(
      ["batch", "--stdin", "--brief", "--no-scans"],
      input: lines.joined(separator: "\n") + "\n\n{\"id\":\"x\"}\n{\n")
    #expect(try Array(findings(piped).prefix(2)) == direct)
    #expect(piped.status == 0)
    #expect(
      piped.output.split(separator: "\n").map { $0.prefix(44) }.suffix(2) == [
        "{\"id\":\"x\",\"schema_version\":\"qibei.refusal/1\"",
        "{\"id\":null,\"schema_version\":\"qibei.refusal/1",
      ])
  }

  @Test func `a line with any number beside it is answered, and its number comes back`() throws {
    let path = Qibei.sample("residence-work-first-complete")
    let numbers = ["0.5", "1e5", "-1.25E-3", "12345678901234567890123", "0", "-7", "1.50"]
    let lines = numbers.map { "{\"id\": \($0), \"path\": \"\(path)\", \"score\": \($0)}" }
    let refused = ["{\"id\": 01}", "{\"id\": -}", "{\"id\": 1.}", "{\"id\": .5}", "\u{0}\u{0}"]
    let result = try Qibei.program(
      ["batch", "--stdin", "--brief", "--no-scans"],
      input: (lines + refused).joined(separator: "\n"))
    let answers = result.output.split(separator: "\n")
    #expect(answers.count == numbers.count + refused.count)
    for (answer, number) in zip(answers, numbers) {
      #expect(answer.hasPrefix("{\"id\":\(number),\"schema_version\":\"qibei.line/1\""))
    }
    #expect(answers.suffix(refused.count).allSatisfy { $0.contains("qibei.refusal/1") })
  }

  @Test func `results are the same on one thread and on four, and in a confined process`() throws {
    let options = ["batch", "schemas/samples", "--format", "ndjson"]
    let one = try Qibei.program(options + ["--threads", "1"])
    #expect(try Qibei.program(options + ["--threads", "4"]).output == one.output)
    #expect(try Qibei.program(options + ["--isolate"]).output == one.output)
    let loose = try Qibei.program(options + ["--threads", "4", "--unordered"])
    #expect(
      loose.output.split(separator: "\n").sorted() == one.output.split(separator: "\n").sorted())
  }

  @Test func `a killed run is gone on with, and nothing is told twice or lost`() throws {
    let folder = try TemporaryFolder()
    let text = try Fixture.sample("pr-yrd-hitech-professional-incomplete")
    for number in 100..<700 {
      try folder.write(text.utf8, to: "in/\(number).xml")
    }
    let whole = try Qibei.run(
      "batch", "\(folder.path)/in", "-o", "\(folder.path)/whole/", "--no-scans", "--pages")
    // One that waits in the middle is certain to be killed while it works.
    let shell = try #require(Program(named: "bash"))
    let steps = """
      cd '\(folder.path)' && mkfifo pipe
      '\(Qibei.path)' batch - -o parts/ --no-scans --pages --lang en < pipe & batch=$!
      exec 3> pipe
      for number in $(seq 100 399); do echo "\(folder.path)/in/$number.xml" >&3; done
      for try in $(seq 200); do [ "$(wc -l < parts/ledger.txt)" -gt 100 ] && break; sleep 0.05; done
      kill -9 $batch; wait $batch
      ls parts
      """
    let killed = try shell.run(["-c", steps])
    #expect(
      killed.output
        == "dossiers\ndossiers.html.part\nledger.txt\nreports.ndjson.part\nsummary.csv.part\n",
      "\(killed.error)")
    let list = (100..<700).map { "\(folder.path)/in/\($0).xml" }.joined(separator: "\n")
    let resumed = try Qibei.program(
      ["batch", "-", "-o", "\(folder.path)/parts/", "--no-scans", "--pages", "--resume"],
      input: list)
    #expect(resumed.status == whole.status)
    #expect(resumed.output == whole.output)
    for name in ["reports.ndjson", "summary.csv", "summary.html"] {
      #expect(try folder.text(of: "parts/\(name)") == folder.text(of: "whole/\(name)"), "\(name)")
    }
    // Lines of a list are told apart by their number, so the pages have other names than those of a folder.
    let pages = try folder.text(of: "parts/dossiers.html").matches(
      of: #/<a href="(dossiers/[^"]+)">/#)
    #expect(pages.count == 600)
    let first = try folder.text(of: "parts/\(pages[0].output.1)")
    for page in pages {
      #expect(try folder.text(of: "parts/\(page.output.1)").count == first.count)
    }
    let other = try Qibei.program(
      ["batch", "-", "-o", "\(folder.path)/parts/", "--resume", "--brief"], input: list)
    #expect(other.status == 64)
  }

  @Test func `pages are those of check, and the list leads to each`() throws {
    let folder = try Self.intake()
    try folder.write(Fixture.sample("power-company-manager").utf8, to: "in/李 雷&<1>/dossier.xml")
    for (name, options) in [("one", ["--threads", "1"]), ("two", []), ("apart", ["--isolate"])] {
      let result = try Program.qibei.run(
        ["batch", "in", "--pages", "-o", "\(name)/", "--lang", "both"] + options, in: folder.url)
      #expect(result.status == 2)
      let list = try folder.text(of: "\(name)/dossiers.html")
      let links = list.matches(of: #/<a href="dossiers/([^"]+)">([^<]+)</a>/#)
      #expect(
        links.map { String($0.output.2) } == ["in/a.xml", "in/b", "in/李 雷&amp;&lt;1&gt;"])
      #expect(
        links.map { $0.output.1.dropLast(22) } == ["a", "b", "李-雷--1-"])
      #expect(list.matches(of: #/<tr><td>in/[cd]\.(xml|zip)</td>/#).count == 2)
      #expect(list.hasSuffix("</html>\n"))
      let pages = try links.map { try folder.text(of: "\(name)/dossiers/\($0.output.1)") }
      for (page, input) in zip(pages, ["in/a.xml", "in/b"]) {
        let alone = try Program.qibei.run(
          ["check", input, "--format", "html", "--lang", "both"], in: folder.url)
        // As in the lines of JSON, there is no seal.
        let unsealed = alone.output.replacing(
          #/&quot;seal&quot;: .*/#, with: "&quot;seal&quot;: null")
        #expect(page == unsealed.replacing("\(input)/dossier.xml", with: input))
      }
      #expect(pages[2].contains("in/李 雷&amp;&lt;1&gt;"))
      #expect(try folder.text(of: "\(name)/summary.html").contains("href=\"dossiers.html\""))
    }
  }

  @Test func `a change of the rules is checked where it touches`() throws {
    let folder = try TemporaryFolder()
    let shell = try #require(Program(named: "sh"))
    let list = "checklists/residence-work-first/residence-work-first.2013-09-01.xml"
    _ = try shell.run(
      [
        "-c",
        "mkdir '\(folder.path)/old' && cp -r schemas/checklists schemas/overlays schemas/tables '\(folder.path)/old/'",
      ],
      in: Fixture.root)
    let none = try Qibei.run("batch", "schemas/samples", "--since", "\(folder.path)/old")
    #expect(none.status == 0)
    #expect(
      none.output.contains("0 dossiers") && none.output.contains("\(Fixture.samples.count) that"))
    _ = try shell.run(
      [
        "-c",
        "sed -i 's/<requirement id=\"photo\"/<!-- as it was --><requirement id=\"photo\"/' '\(folder.path)/old/\(list)'",
      ])
    let touched = try Qibei.run(
      "batch", "schemas/samples", "--since", "\(folder.path)/old", "--brief", "--format", "ndjson")
    #expect(
      try Self.verdicts(touched.output) == [
        "schemas/samples/power-company-manager incomplete",
        "schemas/samples/residence-work-first-complete complete",
      ])
    #expect(touched.output.split(separator: "\n").allSatisfy { $0.contains("\"verdict_before\":") })
  }

  private static let refused: [(arguments: [String], status: Int32)] = [
    (["batch"], 64),
    (["batch", "--stdin", "--stream"], 64),
    (["batch", ".", "-o", "x.pdf"], 64),
    (["batch", "schemas/samples", "--resume"], 64),
    (["batch", "schemas/samples", "--pages"], 64),
    (["batch", "schemas/samples", "--pages", "-o", "x.csv"], 64),
    (["batch", "schemas/samples", "--threads", "0"], 64),
    (["batch", "schemas/samples", "-o", "/nowhere/x.csv"], 73),
    (["batch", "schemas/samples", "--since", "/nowhere"], 66),
    (["batch", "schemas/tables.xsd"], 2),
    (["batch", "schemas/overlays/310000/none"], 2),
  ]

  @Test(arguments: refused.indices) func `what cannot be done has its exit code`(_ at: Int) throws {
    let (arguments, status) = Self.refused[at]
    #expect(try Qibei.program(arguments).status == status, "\(arguments)")
  }
}
