// SPDX-License-Identifier: Apache-2.0
internal import ArgumentParser
internal import QibeiCore

/// How long steps take, where the user knows better than the checklist.
struct LeadOptions: ParsableArguments {
  @Option(
    name: .customLong("lead"),
    help: ArgumentHelp(
      "how long something takes: a kind of paper or a step (issue, notarisation, authentication, translation), then = and days (10d) or working days (15wd)",
      valueName: "what=time"))
  var leads: [String] = []

  /// The times stated; the later one counts where one is given twice.
  ///
  /// - Throws: a failure where there is no such kind or step, or no such time.
  func times(_ tables: ReferenceTables) throws -> LeadTimes {
    var times = LeadTimes()
    for text in leads {
      let parts = text.split(separator: "=", maxSplits: 1).map(String.init)
      guard parts.count == 2, let lead = LeadTime(parts[1]) else {
        throw CommandFailure(
          .usage,
          .init(
            "--lead：看不懂“\(text)”，请写成 translation=5wd（5 个工作日）或 police-certificate-foreign=20d（20 天），至多 3650",
            "--lead: “\(text)” is not understood; write translation=5wd (5 working days) or police-certificate-foreign=20d (20 days), at most 3650"
          ))
      }
      if let step = PaperStep(rawValue: parts[0]) {
        times.set(lead, for: step)
      } else if let kind = tables.kinds[parts[0]] {
        times.set(lead, for: kind)
      } else {
        let steps = PaperStep.allCases.map(\.rawValue)
        let nearest = Nearest.word(to: parts[0], among: steps + tables.kinds.ids)
        throw CommandFailure(
          .usage,
          .init(
            "--lead：没有“\(parts[0])”这种材料或步骤\(nearest.map { "；最接近的是 \($0)" } ?? "")",
            "--lead: there is no paper or step “\(parts[0])”\(nearest.map { "; the nearest is \($0)" } ?? "")"
          ))
      }
    }
    return times
  }
}
