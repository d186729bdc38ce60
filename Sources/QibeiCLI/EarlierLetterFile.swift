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

  /// Refuses a letter about somebody else.
  ///
  /// - Throws: a failure that names both.
  static func requireSame(_ letter: EarlierLetter, _ dossier: Dossier, in path: String) throws {
    let own = dossier.id.map(dossier.text)
    let applicant = dossier.applicant.map { dossier.persons[$0].displayName } ?? ""
    let isOther =
      if let own, let other = letter.dossier { own != other } else { applicant != letter.applicant }
    guard isOther else { return }
    throw CommandFailure(
      .notADossier,
      .init(
        "\(path)：这份文书对的是另一份材料（\(letter.dossier ?? "没有名称")），不是 \(own ?? "这一份")",
        "\(path): this letter is about another dossier (\(letter.dossier ?? "without a name")), not \(own ?? "this one")"
      ))
  }
}
