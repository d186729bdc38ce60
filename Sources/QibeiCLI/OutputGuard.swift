// SPDX-License-Identifier: Apache-2.0
internal import QibeiCore
internal import QibeiFiles

/// Keeps what a command reads from being written over by what it writes: nobody means to lose the dossier.
enum OutputGuard {
  /// - Parameters:
  ///   - outputs: the files that would be written.
  ///   - dossiers: that are read, as files, packages or folders.
  ///   - letter: that is read besides; nil for none.
  /// - Throws: a failure that names the output.
  static func require(
    _ outputs: [String], besides dossiers: [String], letter: String? = nil
  ) throws(CommandFailure) {
    let inputs = dossiers.flatMap { [$0, "\($0)/dossier.xml"] } + [letter].compactMap(\.self)
    for output in outputs where inputs.contains(where: { FileSystem.isSame($0, output) }) {
      throw CommandFailure(
        .usage,
        .init(
          "-o：\(output) 是要读的材料或文书，不能覆盖；请换一个文件名",
          "-o: \(output) is what is read and is not written over; choose another name"))
    }
  }
}
