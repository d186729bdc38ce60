// SPDX-License-Identifier: Apache-2.0
internal import QibeiCore
internal import QibeiEvidence
internal import QibeiFiles
internal import QibeiPackages
internal import QibeiReports
internal import QibeiValidation
internal import QibeiXML

/// Checks application dossiers against the checklist in force for their category, place and day.
///
/// A validator keeps its parser and the checklists it has read; it is not for several threads at once,
/// so make one for each.
public final class Validator {
  private let library: ChecklistLibrary
  let validator: DossierValidator
  private let program: String?

  /// A validator over the checklists that ship with the library, or over a directory that replaces them.
  ///
  /// - Parameters:
  ///   - checklists: a directory with `checklists`, `overlays` and perhaps `tables`; nil for the shipped ones.
  ///   - program: path of the program `qibei`, which is run to look into scans, so that a hostile one harms nobody;
  ///     nil reads no more than their headers, and a finding says so.
  /// - Throws: ``ValidatorError/brokenChecklist(_:)`` with every fault, each with file, line and column.
  public init(checklists: String? = nil, program: String? = nil) throws(ValidatorError) {
    self.program = program
    do {
      library = try ChecklistLibrary(checklists.map(RuleStore.directory) ?? .builtIn)
      validator = try DossierValidator(library)
    } catch {
      throw ValidatorError(error)
    }
  }

  /// Judges the bytes of a dossier.
  ///
  /// - Parameters:
  ///   - bytes: the XML, as in `schemas/dossier.xsd`.
  ///   - day: the day of submission as year-month-day; the dossier's own where nil, and today where that names none.
  ///   - place: a GB/T 2260 code; the dossier's own where nil.
  ///   - category: a category identifier; the dossier's own where nil.
  /// - Returns: verdict and findings, never cut short.
  /// - Throws: ``ValidatorError`` when the bytes are not a dossier, an argument cannot be used, or the rules are faulty.
  public func validate(
    _ bytes: [UInt8], on day: String? = nil, at place: String? = nil, as category: String? = nil
  ) throws(ValidatorError) -> Assessment {
    try validate(bytes, on: day, at: place, as: category, inspecting: nil)
  }

  fileprivate func validate(
    _ bytes: [UInt8], on day: String?, at place: String?, as category: String?,
    inspecting inspect: (([MentionedFile]) -> EvidenceFiles?)?
  ) throws(ValidatorError) -> Assessment {
    Assessment(try validation(bytes, on: day, at: place, as: category, inspecting: inspect))
  }

  // By the machine's clock, as the command does.
  private static var today: CalendarDate {
    let (year, month, day) = FileSystem.today
    return CalendarDate(year: year, month: month, day: day) ?? .distantPast
  }

  func validation(
    _ bytes: [UInt8], on day: String?, at place: String?, as category: String?,
    inspecting inspect: (([MentionedFile]) -> EvidenceFiles?)?
  ) throws(ValidatorError) -> Validation {
    var request = ValidationRequest(category: category, today: Self.today)
    if let day {
      guard let date = CalendarDate(day) else { throw .unusableArgument("day: \(day)") }
      request.submission = date
    }
    if let place {
      guard let division = Division(place), library.tables.divisions.contains(division) else {
        throw .unusableArgument("place: \(place)")
      }
      request.place = division
    }
    do {
      return try validator.validate(bytes, request, inspecting: inspect)
    } catch {
      throw ValidatorError(error)
    }
  }

  /// Judges the `dossier.xml` in a folder, and the files there that it mentions.
  ///
  /// - Parameters:
  ///   - folder: its path.
  ///   - day: as in ``validate(_:on:at:as:)``.
  ///   - place: as in ``validate(_:on:at:as:)``.
  ///   - category: as in ``validate(_:on:at:as:)``.
  /// - Returns: verdict and findings, never cut short.
  /// - Throws: ``ValidatorError``, also when the file cannot be read.
  public func validate(
    folder: String, on day: String? = nil, at place: String? = nil, as category: String? = nil
  ) throws(ValidatorError) -> Assessment {
    let bytes: [UInt8]
    do {
      bytes = try DossierFolder(folder).read("dossier.xml", atMost: XMLLimits().bytes)
    } catch {
      throw .unreadable("\(folder)/dossier.xml")
    }
    return try validate(
      bytes, on: day, at: place, as: category, inspecting: inspector(DossierFolder(folder)).inspect)
  }
}

extension Validator {
  /// Judges a dossier in a ZIP package, and the files there that it mentions.
  ///
  /// - Parameters:
  ///   - package: its path.
  ///   - day: as in ``validate(_:on:at:as:)``.
  ///   - place: as in ``validate(_:on:at:as:)``.
  ///   - category: as in ``validate(_:on:at:as:)``.
  /// - Returns: verdict and findings, never cut short.
  /// - Throws: ``ValidatorError``, with every reason where the package is refused.
  public func validate(
    package: String, on day: String? = nil, at place: String? = nil, as category: String? = nil
  ) throws(ValidatorError) -> Assessment {
    let files: DossierPackage
    let bytes: [UInt8]
    do {
      files = try DossierPackage(FileSystem.read(package, atMost: PackageLimits.packed))
      bytes = try files.read("dossier.xml", atMost: XMLLimits().bytes)
    } catch let error as PackageError {
      throw .notADossier(error.faults.map(\.sentence.en))
    } catch {
      throw .unreadable(package)
    }
    return try validate(
      bytes, on: day, at: place, as: category, inspecting: inspector(files).inspect)
  }

  private func inspector(_ files: any DossierFiles) -> EvidenceInspector {
    EvidenceInspector(
      files, listsUnmentioned: true, opener: program.map { EvidenceOpener(program: $0) },
      zoneReader: nil)
  }
}

/// Why there is no assessment; never a word of what the dossier says.
public enum ValidatorError: Error, Sendable, Hashable {
  /// The bytes are not a dossier: one sentence per problem, in English, with its place.
  case notADossier([String])
  /// The rule files are faulty: one sentence per fault, in English, with its place.
  case brokenChecklist([String])
  /// A day or place that does not exist.
  case unusableArgument(String)
  /// A file that cannot be read.
  case unreadable(String)
  /// Anything else; there is no result.
  case internalError

  init(_ error: any Error) {
    switch error {
    case let error as XMLReadError:
      self = .notADossier(
        error.problems.map { problem in
          (problem.position.map { "\($0): " } ?? "") + problem.sentence.en
        })
    case let error as ChecklistError:
      self = .brokenChecklist(error.problems.map { "\($0.place): \($0.message.en)" })
    default: self = .internalError
    }
  }
}
