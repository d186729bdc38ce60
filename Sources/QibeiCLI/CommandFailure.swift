// SPDX-License-Identifier: Apache-2.0
internal import QibeiCore
internal import QibeiFiles
internal import QibeiPackages
internal import QibeiReports
internal import QibeiXML

/// The exit codes of the command; findings give 0, 1 and 2, everything else is a failure of the run.
enum ExitStatus: Int32 {
  case complete = 0
  case incomplete = 1
  case undetermined = 2
  case usage = 64
  case notADossier = 65
  case notFound = 66
  case internalError = 70
  case cannotWrite = 73
  case brokenChecklist = 78

  init(_ verdict: Verdict) {
    switch verdict {
    case .complete: self = .complete
    case .incomplete: self = .incomplete
    case .undetermined: self = .undetermined
    }
  }

  /// Ends the process; ArgumentParser's way would put together its help first, which costs more than a check.
  func leave() -> Never { FileSystem.leave(rawValue) }
}

/// Why a run could not do its job, in both languages, with the exit code.
struct CommandFailure: Error {
  let status: ExitStatus
  let messages: [BilingualText]

  init(_ status: ExitStatus, _ messages: BilingualText...) {
    self.status = status
    self.messages = messages
  }

  init(status: ExitStatus, messages: [BilingualText]) {
    self.status = status
    self.messages = messages
  }

  init(_ error: ChecklistError) {
    status = .brokenChecklist
    messages = error.problems.map {
      BilingualText("\($0.place): \($0.message.zh)", "\($0.place): \($0.message.en)")
    }
  }

  init(_ error: XMLReadError, in file: String) {
    status = .notADossier
    messages = error.problems.map { problem in
      let place = problem.position.map { "\(file):\($0)" } ?? file
      return BilingualText("\(place): \(problem.sentence.zh)", "\(place): \(problem.sentence.en)")
    }
  }

  init(_ error: PackageError, in file: String) {
    status = .notADossier
    messages = error.faults.map { fault in
      BilingualText("\(file)：\(fault.sentence.zh)", "\(file): \(fault.sentence.en)")
    }
  }

  init(reading error: FileError) {
    switch error.cause {
    case .notFound:
      self.init(
        .notFound, .init("\(error.path)：没有这个文件或文件夹", "\(error.path): no such file or folder"))
    case .notAFile:
      self.init(.notFound, .init("\(error.path)：不是普通文件", "\(error.path): not a regular file"))
    case .tooLarge(let limit):
      self.init(
        .notADossier,
        .init("\(error.path)：超过 \(limit) 字节", "\(error.path): larger than \(limit) bytes"))
    case .notPermitted:
      self.init(.notFound, .init("\(error.path)：没有读取权限", "\(error.path): no permission to read it"))
    case .damaged(let line):
      self.init(
        .notADossier,
        .init(
          "\(error.path)：第 \(line) 行起不是预期的内容",
          "\(error.path): not what it should be from line \(line) on"))
    case .noRoom, .busy, .notWritten:
      self.init(writing: error)
    case .system(let code):
      self.init(
        .notFound,
        .init(
          "\(error.path)：读不了（系统错误 \(code)）", "\(error.path): cannot be read (system error \(code))")
      )
    }
  }

  init(writing error: FileError) {
    let path =
      error.path == "-" ? BilingualText("标准输出", "standard output") : .init(error.path, error.path)
    let why: BilingualText =
      switch error.cause {
      case .noRoom: .init("磁盘已满", "the disk is full")
      case .busy: .init("另一个进程正在写", "another process is writing it")
      default: .init("请检查文件夹和权限", "check the folder and its permissions")
      }
    self.init(
      .cannotWrite,
      .init("\(path.zh)：写不了，\(why.zh)", "\(path.en): cannot be written; \(why.en)"))
  }

  /// Does what writes something, and tells what keeps it from being written.
  static func writing<Value>(_ work: () throws(FileError) -> Value) throws(CommandFailure) -> Value
  {
    do throws(FileError) {
      return try work()
    } catch {
      throw CommandFailure(writing: error)
    }
  }

  /// Any error of a run as a failure; what nobody foresaw is an internal error, without a word of the dossier.
  init(_ error: any Error, in file: String) {
    switch error {
    case let failure as CommandFailure: self = failure
    case let error as ChecklistError: self.init(error)
    case let error as XMLReadError: self.init(error, in: file)
    case let error as PackageError: self.init(error, in: file)
    case let error as FileError: self.init(reading: error)
    default:
      self.init(
        .internalError,
        .init("程序内部错误，没有得出结论；请告诉维护者", "internal error, so there is no result; tell the maintainers")
      )
    }
  }

  /// Prints the messages, language of the environment first.
  func show(_ languages: [Language] = LanguageChoice.fromEnvironment) {
    for message in messages {
      for language in languages {
        try? FileSystem.print("qibei: \(SafeText.visible(message[language]))\n", toError: true)
      }
    }
  }

  /// Does what a command is for; an error of any kind is told and ends the process with its exit code.
  static func ending(
    _ languages: [Language], in file: String = "-", _ work: () throws -> Void
  ) {
    do {
      try work()
    } catch {
      CommandFailure(error, in: file).leave(languages)
    }
  }

  /// Prints the messages and ends the process.
  func leave(_ languages: [Language] = LanguageChoice.fromEnvironment) -> Never {
    show(languages)
    status.leave()
  }
}
