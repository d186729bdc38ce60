// SPDX-License-Identifier: Apache-2.0
internal import QibeiDecoding
internal import QibeiXML

/// Any XML: what is read of the plain tags here is what libxml2 reads of them.
enum MarkupTarget {
  @Sendable static func run(_ input: [UInt8]) {
    do {
      let short = try DossierDecoder.reader()
      let full = try DossierDecoder.reader(showsSource: true)
      require(
        outline(input, short) == outline(input, full), "it is read as something else in full")
    } catch {
      fail("no reader: \(error)")
    }
  }

  // All that a document says, with places; of what is none, why.
  private static func outline(_ input: [UInt8], _ reader: XMLReader) -> [String] {
    do throws(XMLReadError) {
      let document = try reader.read(input)
      let locator = XMLLocator(document.source)
      func position(_ element: Int, _ part: Int32) -> XMLPosition {
        locator.position(of: XMLPlace(element: Int32(element), part: part), in: document)
      }
      let starts = document.elements.map(\.firstAttribute)
      require(starts == starts.sorted(), "attributes stand in another order than their tags")
      return document.elements.enumerated().flatMap { index, element in
        [
          "\(element.name) \(element.parent) \(element.end) \(position(index, XMLPlace.tag)) "
            + "\(position(index, XMLPlace.inside))"
        ]
          + element.attributes.enumerated().map { part, attribute in
            "\(document.attributes[attribute].name) \(document.value(attribute)) "
              + "\(position(index, Int32(part)))"
          }
      } + document.unknownNames + ["\(document.strayText) \(document.hidesCharacters)"]
    } catch {
      return error.problems.map { "\($0)" }
    }
  }
}
