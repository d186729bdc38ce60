// SPDX-License-Identifier: Apache-2.0
internal import Foundation

/// PDF files made by hand, so that anything can be wrong with them.
package enum TestPDF {
  /// A file of these objects, numbered from 1; the first is its catalogue.
  package static func file(_ objects: [[UInt8]], trailer: String = "") -> [UInt8] {
    var bytes = Array("%PDF-1.7\n".utf8)
    var places: [Int] = []
    for (index, object) in objects.enumerated() {
      places.append(bytes.count)
      bytes += Array("\(index + 1) 0 obj\n".utf8) + object + Array("\nendobj\n".utf8)
    }
    let table = bytes.count
    bytes += Array("xref\n0 \(objects.count + 1)\n0000000000 65535 f \n".utf8)
    for place in places {
      let digits = String(place)
      bytes += Array((String(repeating: "0", count: 10 - digits.count) + digits).utf8)
      bytes += Array(" 00000 n \n".utf8)
    }
    let size = objects.count + 1
    return bytes
      + Array("trailer\n<</Size \(size)/Root 1 0 R\(trailer)>>\nstartxref\n\(table)\n%%EOF\n".utf8)
  }

  /// An object that holds bytes.
  package static func stream(_ data: [UInt8], _ keys: String = "") -> [UInt8] {
    Array("<</Length \(data.count)\(keys)>>\nstream\n".utf8) + data + Array("\nendstream".utf8)
  }

  /// A file of one page that paints a square, with keys added to its catalogue, its page and its objects from 5 on.
  package static func page(
    catalogue: String = "", page: String = "", content: String = "0 0 10 10 re f",
    _ more: [UInt8]...
  ) -> [UInt8] {
    file(
      [
        Array("<</Type/Catalog/Pages 2 0 R\(catalogue)>>".utf8),
        Array("<</Type/Pages/Kids[3 0 R]/Count 1/MediaBox[0 0 595 842]>>".utf8),
        Array("<</Type/Page/Parent 2 0 R/Contents 4 0 R\(page)>>".utf8),
        stream(Array(content.utf8)),
      ] + more)
  }

  /// A file of pages that are all the same, with this tree of them.
  package static func tree(
    _ pages: String, content: [UInt8] = Array("0 0 10 10 re f".utf8), _ keys: String = ""
  ) -> [UInt8] {
    file([
      Array("<</Type/Catalog/Pages 2 0 R>>".utf8), Array("<</Type/Pages\(pages)>>".utf8),
      Array("<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R>>".utf8),
      stream(content, keys),
    ])
  }

  /// An A4 page that one picture covers.
  package static func scan(_ picture: [UInt8], width: Int, height: Int, isGrey: Bool = false)
    -> [UInt8]
  {
    page(
      page: "/Resources<</XObject<</P 5 0 R>>>>", content: "q 595 0 0 842 0 0 cm /P Do Q",
      stream(
        picture,
        "/Subtype/Image/Width \(width)/Height \(height)/BitsPerComponent 8/Filter/DCTDecode/ColorSpace/Device\(isGrey ? "Gray" : "RGB")"
      ))
  }

  /// It opens with the word "secret" only.
  package static let locked = decoded(
    """
    JVBERi0xLjQKMSAwIG9iago8PC9UeXBlL0NhdGFsb2cvUGFnZXMgMiAwIFI+PgplbmRvYmoKMiAwIG9iago8PC9UeXBlL1BhZ2VzL0tpZHNb
    MyAwIFJdL0NvdW50IDE+PgplbmRvYmoKMyAwIG9iago8PC9UeXBlL1BhZ2UvUGFyZW50IDIgMCBSL01lZGlhQm94WzAgMCA5IDldL0NvbnRl
    bnRzIDQgMCBSPj4KZW5kb2JqCjQgMCBvYmoKPDwvTGVuZ3RoIDEyPj4Kc3RyZWFtClAEqm6N0NjrQTSmZwplbmRzdHJlYW0KZW5kb2JqCjUg
    MCBvYmoKPDwvRmlsdGVyL1N0YW5kYXJkL1YgMS9SIDIvTzw5MmZlMGY0NDU0YWQ0Yzk2NDQ2OTNmMzNjMDdjYjU0ZjU4N2RjZTFlMjY4MmZl
    OWVjZWE2MTA3YTFlZjYzMGRkPi9VPDkwMmQ2YzBkNmI3N2FkZWY5N2NhMWM3MWU0OTMwOGM2MTNiOTE3YjJhZDZlZjcxMWEwY2I0MTA3Mzc5
    OTQzNjA+L1AgLTQ+PgplbmRvYmoKeHJlZgowIDYKMDAwMDAwMDAwMCA2NTUzNSBmIAowMDAwMDAwMDA5IDAwMDAwIG4gCjAwMDAwMDAwNTQg
    MDAwMDAgbiAKMDAwMDAwMDEwNSAwMDAwMCBuIAowMDAwMDAwMTgxIDAwMDAwIG4gCjAwMDAwMDAyNDEgMDAwMDAgbiAKdHJhaWxlcgo8PC9T
    aXplIDYvUm9vdCAxIDAgUi9FbmNyeXB0IDUgMCBSL0lEWzwzMDMxMzIzMzM0MzUzNjM3MzgzOTYxNjI2MzY0NjU2Nj48MzAzMTMyMzMzNDM1
    MzYzNzM4Mzk2MTYyNjM2NDY1NjY+XT4+CnN0YXJ0eHJlZgo0MjYKJSVFT0YK
    """)

  /// It opens, and forbids printing.
  package static let restricted = decoded(
    """
    JVBERi0xLjQKMSAwIG9iago8PC9UeXBlL0NhdGFsb2cvUGFnZXMgMiAwIFI+PgplbmRvYmoKMiAwIG9iago8PC9UeXBlL1BhZ2VzL0tpZHNb
    MyAwIFJdL0NvdW50IDE+PgplbmRvYmoKMyAwIG9iago8PC9UeXBlL1BhZ2UvUGFyZW50IDIgMCBSL01lZGlhQm94WzAgMCA5IDldL0NvbnRl
    bnRzIDQgMCBSPj4KZW5kb2JqCjQgMCBvYmoKPDwvTGVuZ3RoIDEyPj4Kc3RyZWFtCn7zmyNhArSKCRmG8wplbmRzdHJlYW0KZW5kb2JqCjUg
    MCBvYmoKPDwvRmlsdGVyL1N0YW5kYXJkL1YgMS9SIDIvTzxjOTI0MjI2ODdmYWNlZTY4NmUzNzNmMTBiNWM3ZDA0NzM4MDUzMTUyZjdlMmVl
    MzBlMTFjNjllYzQ0MjU3NmFiPi9VPDg0ZTUxZDYyNTg0NDVmOWUxOTM3MWM4YjNjMjcyNmJjMmM3NjYyNjc0OGFhYWNmYWE3NzhmZmI2YjM2
    YTEzY2Q+L1AgLTY0Pj4KZW5kb2JqCnhyZWYKMCA2CjAwMDAwMDAwMDAgNjU1MzUgZiAKMDAwMDAwMDAwOSAwMDAwMCBuIAowMDAwMDAwMDU0
    IDAwMDAwIG4gCjAwMDAwMDAxMDUgMDAwMDAgbiAKMDAwMDAwMDE4MSAwMDAwMCBuIAowMDAwMDAwMjQxIDAwMDAwIG4gCnRyYWlsZXIKPDwv
    U2l6ZSA2L1Jvb3QgMSAwIFIvRW5jcnlwdCA1IDAgUi9JRFs8MzAzMTMyMzMzNDM1MzYzNzM4Mzk2MTYyNjM2NDY1NjY+PDMwMzEzMjMzMzQz
    NTM2MzczODM5NjE2MjYzNjQ2NTY2Pl0+PgpzdGFydHhyZWYKNDI3CiUlRU9GCg==
    """)

  private static func decoded(_ text: String) -> [UInt8] {
    [UInt8](Data(base64Encoded: text, options: .ignoreUnknownCharacters) ?? Data())
  }
}
