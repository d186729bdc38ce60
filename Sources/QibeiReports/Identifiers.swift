// SPDX-License-Identifier: Apache-2.0
internal import QibeiCore

extension Dossier {
  /// The identifier of a person or an employer; nil for the application, for nobody, and where it could not be read.
  func identifier(of owner: Owner) -> String? {
    switch owner {
    case .person(let index): read(persons[index].id)
    case .employer(let index): read(employers[index].id)
    case .application, .nobody: nil
    }
  }

  /// The identifier of a supplement by its position; nil for none, and where it could not be read.
  func identifier(ofSupplement supplement: Int32?) -> String? {
    supplement.flatMap { read(text(supplements[Int($0)].id)) }
  }

  private func read(_ id: String) -> String? { id.isEmpty ? nil : id }
}
