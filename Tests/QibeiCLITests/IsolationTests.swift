// SPDX-License-Identifier: Apache-2.0
import Foundation
import QibeiTesting
import Testing

/// Checks in a process of their own, and what is told when that process dies.
struct IsolationTests {
  private static func shell(_ steps: String) throws -> ProgramResult {
    let folder = try TemporaryFolder()
    let bash = try #require(Program(named: "bash"))
    return try bash.run(
      [
        "-c",
        "cd '\(Fixture.root.path)'; pipe='\(folder.path)/pipe'; mkfifo \"$pipe\"; qibei='\(Qibei.path)'\n\(steps)",
      ],
      environment: ["QIBEI_LANG": "en"])
  }

  // Waits for a child of the program, and kills it while it waits for its input.
  private static let kill = """
    victim() {
      for i in $(seq 200); do
        child=$(cat /proc/$1/task/*/children 2>/dev/null) && [ -n "$child" ] && echo $child && return
        sleep 0.05
      done
    }

    """

  @Test(arguments: Fixture.samples) func `a confined check says the same`(_ sample: String) throws {
    let path = Qibei.sample(sample)
    for format in ["text", "json"] {
      let plain = try Qibei.run("check", path, "--format", format)
      let confined = try Qibei.run("check", path, "--format", format, "--isolate")
      #expect(confined.output == plain.output)
      #expect(confined.status == plain.status)
    }
  }

  @Test func `a check whose process dies is undetermined and says so`() throws {
    let result = try Self.shell(
      Self.kill
        + """
        "$qibei" check --isolate - < "$pipe" & check=$!
        exec 3> "$pipe"
        kill -9 $(victim $check)
        wait $check
        """)
    #expect(result.status == 2)
    #expect(result.output.contains("QB9121"))
    #expect(result.output.contains("Result: could not tell"))
  }

  @Test func `a dossier that its process dies of is one line, and the next are judged`() throws {
    let sample = "schemas/samples/residence-work-first-complete/dossier.xml"
    let result = try Self.shell(
      Self.kill
        + """
        "$qibei" batch --stdin --isolate --brief --no-scans --threads 1 < "$pipe" > "$pipe.out" & batch=$!
        exec 3> "$pipe"
        echo '\(sample)' >&3
        until [ -s "$pipe.out" ] || ! kill -0 $batch; do sleep 0.05; done
        kill -9 $(victim $batch)
        echo '\(sample)' >&3
        echo '\(sample)' >&3
        exec 3>&-
        wait $batch
        status=$?
        cat "$pipe.out"
        exit $status
        """)
    #expect(result.status == 0)
    let verdicts = result.output.split(separator: "\n").compactMap {
      $0.firstMatch(of: /"verdict":"(\w+)"/).map { String($0.1) }
    }
    #expect(verdicts == ["complete", "undetermined", "complete"])
    #expect(result.output.contains("QB9121"))
  }

  @Test func `a confined process has no socket`() throws {
    let strace = try #require(Program(named: "strace"))
    let result = try strace.run(
      [
        "-f", "-e", "trace=seccomp,prctl,%network", Qibei.path, "check", "--isolate", "-q",
        Qibei.sample("residence-work-first-complete"),
      ],
      in: Fixture.root)
    #expect(result.status == 0, "\(result.error.suffix(500))")
    #expect(result.error.contains("SECCOMP_MODE_FILTER"))
    #expect(!result.error.contains("socket("))
  }

  @Test func `it is for one dossier`() throws {
    #expect(try Qibei.run("check", "--isolate", "a.xml", "b.xml").status == 64)
  }
}
