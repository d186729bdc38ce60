// SPDX-License-Identifier: Apache-2.0
internal import QibeiCore
internal import QibeiFiles

/// A line on the terminal that says how far a batch is; nothing anywhere else.
struct BatchProgress {
  private let total: Int?
  private let language: Language
  private let start = FileSystem.milliseconds
  private var last = 0
  private var done = 0
  private let isShown: Bool

  /// - Parameters:
  ///   - total: how many inputs there are; nil where nobody knows.
  ///   - language: that it speaks.
  ///   - isShown: whether the standard error is a terminal that wants it.
  init(total: Int?, language: Language, isShown: Bool) {
    self.total = total
    self.language = language
    self.isShown = isShown
  }

  /// Counts one more.
  mutating func advance() {
    done += 1
    guard isShown else { return }
    let now = FileSystem.milliseconds
    guard now - last >= 200 else { return }
    last = now
    show("\r\u{1B}[2K" + text(elapsed: max(now - start, 1)))
  }

  /// Takes the line away.
  func end() {
    if isShown, last > 0 { show("\r\u{1B}[2K") }
  }

  private func show(_ text: String) { try? FileSystem.print(text, toError: true) }

  private func text(elapsed: Int) -> String {
    let rate = done * 1_000 / elapsed
    guard let total, total > 0 else {
      return language == .zh ? "检查 \(done)  每秒 \(rate) 份" : "checking \(done)  \(rate) a second"
    }
    let share = min(done * 100 / total, 100)
    let left = max(total - done, 0) * elapsed / max(done, 1) / 1_000
    return language == .zh
      ? "检查 \(done)/\(total)  \(share)%  每秒 \(rate) 份  约剩 \(left) 秒"
      : "checking \(done)/\(total)  \(share)%  \(rate) a second  about \(left) s left"
  }
}
