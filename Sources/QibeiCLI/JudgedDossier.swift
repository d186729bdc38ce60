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
  ///   - leavesFiles: whether it is told that they are not.
  /// - Throws: a failure where it cannot be read, is no dossier, or the rules are faulty.
  init(
    _ path: String, _ request: ValidationRequest, _ library: ChecklistLibrary,
    readsFiles: Bool = true, leavesFiles: Bool = false
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
      : try validator.validate(bytes, request, leavesFiles: leavesFiles)
  }

  /// What is needed before anything can be foretold; nil where nothing is.
  func needs(_ kind: PlanningKind, from day: CalendarDate) -> PlanningLines? {
    Needs.document(
      kind, validation.assessment, lists: validation.assessment.checklists.count, from: day)
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
  func request(
    as category: String?, in library: ChecklistLibrary, option: String = "--as"
  ) throws -> ValidationRequest {
    ValidationRequest(
      category: try category.map { try library.requireCategories($0, option: option) },
      submission: try day(), place: try place(in: library), today: Self.today)
  }
}
