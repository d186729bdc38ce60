// SPDX-License-Identifier: Apache-2.0
internal import QibeiCore
internal import QibeiFiles
internal import QibeiReports
internal import QibeiValidation

/// `check --isolate`: the same check in a process that has limits and no network, and may die of the dossier.
enum ConfinedCheck {
  /// Takes from this process what a check does not need.
  ///
  /// - Throws: a failure when the machine cannot do that.
  static func confine() throws {
    guard ChildSide.confine(.files, memory: Confinement.memory) else {
      throw Confinement.unavailable
    }
    ChildSide.limitProcessor(seconds: Confinement.processorSeconds)
  }

  /// Runs the check in such a process and ends with its exit code; where the process was ended, with a report that says so.
  ///
  /// - Throws: a failure when there is more than one dossier, or no process can be started.
  static func leave(_ run: CheckRun, watches: Bool) throws -> Never {
    guard run.paths.count == 1, !watches else {
      throw CommandFailure(
        .usage,
        .init(
          "--isolate 一次核对一份；多份请用 qibei batch --isolate",
          "--isolate checks one dossier; for more, use qibei batch --isolate"))
    }
    let arguments = CommandLine.arguments.dropFirst().map { $0 == "--isolate" ? "--confined" : $0 }
    let status: Int32?
    do {
      status = try ConfinedRun.status(
        of: Confinement.program, arguments, within: Confinement.milliseconds)
    } catch {
      throw CommandFailure(reading: error)
    }
    if let status { FileSystem.leave(status) }
    let report = Report(.judgingEnded, of: run.paths[0], run.request, run.library.tables)
    try run.write([report])
    run.exitStatus(report.assessment).leave()
  }
}
