// SPDX-License-Identifier: Apache-2.0
internal import CLibXML2

/// libxml2's error numbers as problems of ours; its texts are never shown (they carry values raw).
enum ProblemCodes {
  static func kind(code: Int, first: String?, second: String?, number: Int) -> XMLProblem.Kind {
    switch xmlParserErrors(UInt32(code)) {
    case XML_ERR_DOCUMENT_EMPTY, XML_ERR_DOCUMENT_START: .notXML
    case XML_ERR_DOCUMENT_END: .contentAfterRoot
    case XML_ERR_TAG_NAME_MISMATCH:
      .mismatchedTag(open: first ?? "", line: number, close: second ?? "")
    case XML_ERR_TAG_NOT_FINISHED: .truncated(open: first)
    case XML_ERR_ATTRIBUTE_REDEFINED: .attributeTwice(second ?? first ?? "")
    case XML_ERR_ATTRIBUTE_WITHOUT_VALUE: .attributeWithoutValue(first)
    case XML_ERR_ATTRIBUTE_NOT_STARTED, XML_ERR_ATTRIBUTE_NOT_FINISHED: .attributeWithoutQuotes
    case XML_ERR_LT_IN_ATTRIBUTE: .lessThanInAttribute
    case XML_ERR_SPACE_REQUIRED, XML_ERR_GT_REQUIRED, XML_ERR_LTSLASH_REQUIRED:
      .attributesNotSeparated
    case XML_ERR_UNDECLARED_ENTITY, XML_WAR_UNDECLARED_ENTITY: .unknownEntity(first ?? "")
    case XML_ERR_ENTITYREF_NO_NAME, XML_ERR_ENTITYREF_SEMICOL_MISSING, XML_ERR_INVALID_CHARREF,
      XML_ERR_INVALID_DEC_CHARREF, XML_ERR_INVALID_HEX_CHARREF, XML_ERR_ENTITYREF_AT_EOF:
      .badReference
    case XML_ERR_NAME_REQUIRED: .badName
    case XML_ERR_COMMENT_NOT_FINISHED, XML_ERR_HYPHEN_IN_COMMENT: .commentBroken
    case XML_ERR_CDATA_NOT_FINISHED, XML_ERR_PI_NOT_FINISHED: .truncated(open: nil)
    case XML_ERR_INVALID_CHAR: .forbiddenCharacter(UInt32(truncatingIfNeeded: number))
    case XML_ERR_INVALID_ENCODING: .invalidBytes(encoding: "UTF-8")
    case XML_NS_ERR_UNDEFINED_NAMESPACE: .unboundPrefix(first ?? "")
    case XML_NS_ERR_ATTRIBUTE_REDEFINED: .attributeTwice(first ?? "")
    case XML_NS_ERR_XML_NAMESPACE, XML_NS_ERR_QNAME, XML_NS_ERR_EMPTY, XML_NS_ERR_COLON:
      .namespaceMisused
    default: .notWellFormed(code: code)
    }
  }
}
