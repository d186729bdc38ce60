// SPDX-License-Identifier: Apache-2.0
import Foundation
import QibeiTesting
import Testing

struct WatchTests {
  // `script` (util-linux) lends a terminal; each step waits for what it needs to see.
  private static let steps = """
    waiting() { for i in $(seq 300); do grep -q "$1" "$2/screen" && return; sleep 0.1; done; exit 9; }
    trap 'kill $watcher 2>/dev/null' EXIT
    script -qfec "'$1' check --watch '$2/dossier.xml'" "$2/screen" >/dev/null </dev/null & watcher=$!
    waiting 'Result: not complete' "$2"
    cp "$3" "$2/new" && mv "$2/new" "$2/dossier.xml"
    waiting 'Result: complete' "$2"
    kill $watcher
    """

  @Test func `checks again when the dossier changes`() throws {
    let shell = try #require(Program(named: "bash"))
    try #require(Program(named: "script") != nil)
    let folder = try TemporaryFolder()
    let sample = "schemas/samples/residence-work-first-complete"
    let complete = try Fixture.sample("residence-work-first-complete")
    let broken = try DossierText(sample: "residence-work-first-complete")
      .removing(supplement: "s01")
    try folder.write(broken.bytes, to: "dossier.xml")
    for name in Fixture.names(in: "\(sample)/evidence") {
      try folder.write(
        Fixture.bytes(of: "\(sample)/evidence/\(name)"), to: "evidence/\(name)")
    }
    let new = try folder.write(Array(complete.utf8), to: "complete.xml")
    let result = try shell.run(
      ["-c", Self.steps, "bash", Qibei.path, folder.path, new], environment: ["QIBEI_LANG": "en"])
    #expect(result.status == 0, "\(result.error)")
  }
}
