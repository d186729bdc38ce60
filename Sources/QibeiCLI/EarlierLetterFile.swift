// SPDX-License-Identifier: Apache-2.0
internal import QibeiCore
internal import QibeiDecoding
internal import QibeiFiles
internal import QibeiReports

/// A letter on disk that a dossier answers.
enum EarlierLetterFile {
  private static let limit = 5_000_000

  /// What the letter said.
  ///
  /// - Throws: a failure where there is none, it is no letter, or somebody has edited it.
  static func letter(at path: String) throws -> EarlierLetter {
    let bytes: [UInt8]
    do throws(FileError) {
      bytes = try FileSystem.read(path, atMost: limit)
    } catch {
      throw CommandFailure(reading: error)
    }
    if bytes.prefix(512).starts(with: "<!DOCTYPE html".utf8) {
      throw CommandFailure(
        .notADossier,
        .init(
          "\(path)：这是打印用的网页；请给出同一文书的 .xml",
          "\(path): this is the page to print; give the letter's .xml, which qibei notice -o letter.xml writes"
        ))
    }
    let letter: EarlierLetter
    do throws(ChecklistError) {
      letter = try LetterDecoder.letter(bytes, named: path)
    } catch {
      throw CommandFailure(status: .notADossier, messages: CommandFailure(error).messages)
    }
    let unsealed = LetterXML.unsealed(String(decoding: bytes, as: UTF8.self))
    guard let unsealed, unsealed.seal == Digest.sha256(Array(unsealed.text.utf8)) else {
      throw CommandFailure(
        .notADossier,
        .init(
          "\(path)：生成后被改动过，不能据以比对；请用原来的文件",
          "\(path): edited since it was written, so nothing can be held against it; use the original file"
        ))
    }
    return letter
  }

  /// Refuses a letter about somebody else, or about other lists.
  ///
  /// - Throws: a failure that names both.
  static func requireSame(
    _ letter: EarlierLetter, _ assessment: Assessment, in path: String
  ) throws {
    let dossier = assessment.dossier
    let own = dossier.id.map(dossier.text)
    let applicant = dossier.applicant.map { dossier.persons[$0].displayName } ?? ""
    let isOther =
      if let own, let other = letter.dossier { own != other } else { applicant != letter.applicant }
    guard isOther else { return try requireSameLists(letter, assessment, in: path) }
    throw CommandFailure(
      .notADossier,
      .init(
        "\(path)：这份文书对的是另一份材料（\(letter.dossier ?? "没有名称")），不是 \(own ?? "这一份")",
        "\(path): this letter is about another dossier (\(letter.dossier ?? "without a name")), not \(own ?? "this one")"
      ))
  }

  // What another list asks for was neither missed nor settled.
  private static func requireSameLists(
    _ letter: EarlierLetter, _ assessment: Assessment, in path: String
  ) throws {
    let own = Set(assessment.checklists.map(\.category))
    guard !own.isEmpty, own != letter.categories else { return }
    let (told, judged) = (
      letter.categories.sorted().joined(separator: "+"), own.sorted().joined(separator: "+")
    )
    throw CommandFailure(
      .notADossier,
      .init(
        "\(path)：这份文书按 \(told) 的清单出具，现在按 \(judged) 核对，不能比对；请去掉 --against，或用 --as \(told)",
        "\(path): this letter is by the list of \(told), and the dossier is judged as \(judged); leave out --against, or add --as \(told)"
      ))
  }
}
