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

extension Owner {
  /// The element of a person, of an employer or of the application, by its place in the dossier.
  var path: String {
    switch self {
    case .person(let index): "/q:dossier/q:person[\(index + 1)]"
    case .employer(let index): "/q:dossier/q:employer[\(index + 1)]"
    case .application: "/q:dossier/q:application[1]"
    case .nobody: "/q:dossier"
    }
  }
}
