// SPDX-License-Identifier: Apache-2.0
internal import QibeiCore
internal import QibeiFiles

extension CheckRun {
  /// Checks again whenever a dossier changes, until somebody interrupts it.
  ///
  /// - Throws: when nobody watches (no terminal), an input can be read only once, or a round fails.
  func watch() throws -> Never {
    guard FileSystem.isTerminal() else {
      throw CommandFailure(
        .usage,
        .init(
          "--watch 只用于终端；写文件请每次运行 qibei check -o",
          "--watch needs a terminal; run qibei check -o for a file"
        ))
    }
    guard !paths.contains("-") else {
      throw CommandFailure(
        .usage, .init("--watch：标准输入只能读一次", "--watch: the standard input can be read only once"))
    }
    var before: [State]?
    while true {
      let now = paths.map(State.init)
      if now != before {
        before = now
        try FileSystem.print("\u{1B}[2J\u{1B}[H")
        _ = try round()
      }
      FileSystem.pause(milliseconds: 300)
    }
  }

  // What a round rests on.
  private struct State: Equatable {
    let bytes: [UInt8]?
    let files: [String]

    init(_ path: String) {
      let input = try? DossierInput(path)
      bytes = try? input?.bytes()
      files = input?.stamps ?? []
    }
  }
}
