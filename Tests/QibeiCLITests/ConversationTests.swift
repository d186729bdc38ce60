// SPDX-License-Identifier: Apache-2.0
import Foundation
import QibeiTesting
import Testing

struct ConversationTests {
  // A client that hands in the next dossier only once it has the answer on the last.
  private static let steps = """
    coproc answers { "$1" batch "${@:2}"; }
    for sample in residence-work-first-complete power-company-manager wuxi-chip-engineer; do
      echo "schemas/samples/$sample" >&"${answers[1]}"
      read -r -t 60 line <&"${answers[0]}" || exit 9
      case $line in *"schemas/samples/$sample"*) ;; *) exit 8 ;; esac
    done
    """

  @Test(arguments: [["--stdin"], ["-"]])
  func `answers a dossier before the next is handed in`(_ source: [String]) throws {
    let shell = try #require(Program(named: "bash"))
    let options = ["--brief", "--no-scans", "--format", "ndjson", "--threads", "1"]
    let result = try shell.run(
      ["-c", Self.steps, "bash", Qibei.path] + source + options, in: Fixture.root)
    #expect(result.status == 0, "\(result.error)")
  }
}
