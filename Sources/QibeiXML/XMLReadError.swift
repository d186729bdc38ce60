// SPDX-License-Identifier: Apache-2.0

/// Why bytes could not be read as a document: every problem found, in the order of the source.
package struct XMLReadError: Error, Hashable, Sendable {
  package let problems: [XMLProblem]

  package init(_ problems: [XMLProblem]) { self.problems = problems }

  package init(_ kind: XMLProblem.Kind, at position: XMLPosition? = nil) {
    problems = [XMLProblem(kind, at: position)]
  }
}

/// One thing that keeps bytes from being a document.
package struct XMLProblem: Hashable, Sendable {
  /// What is wrong; the associated values are names as written, clipped and made printable.
  package enum Kind: Hashable, Sendable {
    case empty
    case tooLarge(bytes: Int, limit: Int)
    case compressed(String)
    case unsupportedEncoding(String)
    case encodingConflict(declared: String, actual: String)
    /// Nothing declared means UTF-8.
    case undeclaredEncoding(actual: String)
    case invalidBytes(encoding: String)
    case forbiddenCharacter(UInt32)
    case unsupportedVersion(String)
    case documentType
    case tooDeep(limit: Int)
    case tooManyAttributes(limit: Int)
    case tagTooLong(limit: Int)
    case tooMuchMarkup(limit: Int)
    case notXML
    case truncated(open: String?)
    case mismatchedTag(open: String, line: Int, close: String)
    case contentAfterRoot
    case attributeTwice(String)
    case attributeWithoutValue(String?)
    case attributeWithoutQuotes
    case attributesNotSeparated
    case lessThanInAttribute
    case unknownEntity(String)
    case badReference
    case badName
    case commentBroken
    case unboundPrefix(String)
    case namespaceMisused
    case wrongRoot(found: String, expected: String)
    case wrongNamespace(found: String, expected: String)
    case notWellFormed(code: Int)
    case parserFailure
  }

  package let kind: Kind
  /// Where, in the decoded text; nil when the whole input is meant.
  package let position: XMLPosition?

  package init(_ kind: Kind, at position: XMLPosition?) {
    self.kind = kind
    self.position = position
  }
}
