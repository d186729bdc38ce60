// SPDX-License-Identifier: Apache-2.0
internal import QibeiCore
internal import QibeiFiles
internal import QibeiReports
internal import QibeiValidation

/// A dossier that was read and judged, for commands that write something about it.
struct JudgedDossier {
  let bytes: [UInt8]
  let request: ValidationRequest
  let validator: DossierValidator
  let validation: Validation
  private let name: String

  /// - Parameters:
  ///   - path: a folder, a package, an XML file or `-`.
  ///   - request: what to judge it as.
  ///   - library: the rules.
  ///   - readsFiles: whether its files are opened.
  /// - Throws: a failure where it cannot be read, is no dossier, or the rules are faulty.
  init(
    _ path: String, _ request: ValidationRequest, _ library: ChecklistLibrary,
    readsFiles: Bool = true
  ) throws {
    let input = try DossierInput(path)
    name = input.name
    do throws(FileError) {
      bytes = try input.bytes()
    } catch {
      throw CommandFailure(reading: error)
    }
    self.request = request
    validator = try DossierValidator(library)
    validation =
      readsFiles
      ? try validator.validate(
        bytes, request, inspecting: { input.inspect($0, readingPassports: false) })
      : try validator.validate(bytes, request)
  }

  /// Refuses a dossier that nothing can be told about: there is no list to judge by, or nobody applies.
  ///
  /// - Throws: a failure that says what is needed.
  func requireList() throws {
    if validation.assessment.checklists.isEmpty {
      throw CommandFailure(
        .undetermined,
        .init(
          "\(name)：没有可用的清单；请用 --as 写明类别，或先看 qibei check 和 qibei route",
          "\(name): there is no list to judge by; name a category with --as, or see qibei check and qibei route first"
        ))
    }
  }

  /// Everything that was found.
  var report: Report {
    Report(assessment: validation.assessment, input: name, positions: validation.positions())
  }
}

extension ChecklistOptions {
  /// What the options, and the category of `--as`, ask for.
  ///
  /// - Throws: a failure where there is no such category, place or day.
  func request(as category: String?, in library: ChecklistLibrary) throws -> ValidationRequest {
    ValidationRequest(
      category: try category.map { try library.requireCategories($0, option: "--as") },
      submission: try day(), place: try place(in: library), today: Self.today)
  }
}
