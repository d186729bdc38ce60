// SPDX-License-Identifier: Apache-2.0
import QibeiXML
import Testing

struct EncodingTests {
  private static let text = #"<r xmlns="urn:t" x="張三 𠮷 䶮"/>"#
  private static let inGB18030: [UInt8] = [
    0x8F, 0x88, 0xC8, 0xFD, 0x20, 0x95, 0x34, 0xB2, 0x35, 0x20, 0xFE, 0x9F,
  ]
  private static let mark: [UInt8] = [0xEF, 0xBB, 0xBF]

  private static func declared(_ encoding: String, _ value: [UInt8] = []) -> [UInt8] {
    bytes(
      #"<?xml version="1.0" encoding="\#(encoding)"?>\#n<r xmlns="urn:t" x=""#, value, #""/>"#)
  }

  @Test(arguments: [
    XMLSource("UTF-8", text), XMLSource("UTF-8 with a mark", mark + Array(text.utf8)),
    XMLSource("UTF-8 declared", #"<?xml version="1.0" encoding="utf-8"?>"# + text),
    XMLSource("UTF-16, little end first", XMLSource.utf16(text, little: true)),
    XMLSource("UTF-16, big end first", XMLSource.utf16(text, little: false)),
    XMLSource(
      "UTF-16 declared",
      XMLSource.utf16(#"<?xml version="1.0" encoding="UTF-16"?>"# + text, little: true)),
    XMLSource("GB18030", declared("GB18030", inGB18030)),
    XMLSource("GB18030 named GBK", declared("gbk", inGB18030)),
    XMLSource("GB18030 named GB2312", declared("GB2312", inGB18030)),
  ])
  func `reads Chinese in every encoding that is taken`(_ source: XMLSource) throws {
    #expect(try XMLSource.value(source.bytes) == "張三 𠮷 䶮")
  }

  @Test(arguments: [
    XMLSource(
      "UTF-8 declared GBK", declared("GBK", Array("张三".utf8)),
      #"encodingConflict(declared: "gbk", actual: "UTF-8") 1:1"#),
    XMLSource(
      "GBK declared UTF-8", declared("UTF-8", [0xD5, 0xC5, 0xC8, 0xFD]),
      #"encodingConflict(declared: "UTF-8", actual: "GBK/GB18030") 2:21"#),
    XMLSource(
      "GBK undeclared",
      bytes(#"<r xmlns="urn:t" x="张""#, [], " y=\"") + [0xD5, 0xC5, 0x22]
        + Array("/>".utf8),
      #"invalidBytes(encoding: "UTF-8") 1:27"#),
    XMLSource(
      "GBK alone, undeclared", bytes(#"<r xmlns="urn:t" x=""#, [0xD5, 0xC5], #""/>"#),
      #"undeclaredEncoding(actual: "GBK/GB18030") 1:21"#),
    XMLSource("Big5", declared("Big5", [0xB1, 0x69]), #"unsupportedEncoding("Big5") 1:1"#),
    XMLSource("Shift_JIS", declared("Shift_JIS"), #"unsupportedEncoding("Shift_JIS") 1:1"#),
    XMLSource("UTF-7 declared", declared("UTF-7"), #"unsupportedEncoding("UTF-7") 1:1"#),
    XMLSource(
      "ISO-2022-CN", declared("ISO-2022-CN-EXT"), #"unsupportedEncoding("ISO-2022-CN-EXT") 1:1"#),
    XMLSource(
      "a converter's option", declared("UTF-8//IGNORE"),
      #"unsupportedEncoding("UTF-8//IGNORE") 1:1"#),
    XMLSource("ISO-8859-1", declared("ISO-8859-1"), #"unsupportedEncoding("ISO-8859-1") 1:1"#),
    XMLSource(
      "a mark against the declaration", mark + declared("GBK"),
      #"encodingConflict(declared: "gbk", actual: "UTF-8") 1:1"#),
    XMLSource(
      "UTF-16 declared in UTF-8", declared("UTF-16"),
      #"encodingConflict(declared: "utf-16", actual: "UTF-8") 1:1"#),
    XMLSource(
      "UTF-8 declared in UTF-16",
      XMLSource.utf16(#"<?xml version="1.0" encoding="UTF-8"?>"# + text, little: false),
      #"encodingConflict(declared: "utf-8", actual: "UTF-16") 1:1"#),
    XMLSource(
      "UTF-16 without a mark",
      XMLSource.utf16("<?xml version='1.0'?>" + text, little: true, mark: false),
      #"unsupportedEncoding("UTF-16 without a mark") -"#),
    XMLSource(
      "UTF-16 without a mark, big end first",
      XMLSource.utf16("<?xml version='1.0'?>" + text, little: false, mark: false),
      #"unsupportedEncoding("UTF-16 without a mark") -"#),
    XMLSource(
      "UTF-16 of odd length", XMLSource.utf16(text, little: true) + [0x20],
      #"invalidBytes(encoding: "UTF-16") -"#),
    XMLSource(
      "half a pair in UTF-16", XMLSource.utf16(text, little: true) + [0x00, 0xD8],
      #"invalidBytes(encoding: "UTF-16") -"#),
    XMLSource("UTF-32", [0, 0, 0xFE, 0xFF, 0, 0, 0, 0x3C], #"unsupportedEncoding("UTF-32") -"#),
    XMLSource(
      "UTF-32, little end first", [0xFF, 0xFE, 0, 0, 0x3C, 0, 0, 0],
      #"unsupportedEncoding("UTF-32") -"#),
    XMLSource(
      "UTF-32 without a mark", [0x3C, 0, 0, 0, 0x72, 0, 0, 0], #"unsupportedEncoding("UTF-32") -"#),
    XMLSource("EBCDIC", [0x4C, 0x6F, 0xA7, 0x94, 0x93], #"unsupportedEncoding("EBCDIC") -"#),
  ])
  func `refuses what could be read in two ways`(_ source: XMLSource) throws {
    let problems = try XMLSource.problems(source.bytes)
    #expect(problems == source.problems)
  }

  @Test(arguments: [
    // As GBK these two bytes would be a character, so the hint is GBK.
    XMLSource(
      "an overlong <", bytes(#"<r xmlns="urn:t" x=""#, [0xC0, 0xBC], #""/>"#),
      #"undeclaredEncoding(actual: "GBK/GB18030") 1:21"#),
    XMLSource(
      "an overlong / and a tail byte",
      bytes(#"<r xmlns="urn:t" x=""#, [0xE0, 0x80, 0xAF, 0x22], #""/>"#),
      #"invalidBytes(encoding: "UTF-8") 1:21"#),
    XMLSource(
      "a surrogate", bytes(#"<r xmlns="urn:t" x=""#, [0xED, 0xA0, 0x80], #""/>"#),
      #"invalidBytes(encoding: "UTF-8") 1:21"#),
    XMLSource(
      "beyond Unicode", bytes(#"<r xmlns="urn:t" x=""#, [0xF4, 0x90, 0x80, 0x80], #""/>"#),
      #"invalidBytes(encoding: "UTF-8") 1:21"#),
    XMLSource(
      "a broken end", bytes("<r xmlns=\"urn:t\">\n  张", [0xE5, 0xBC], "</r>"),
      #"invalidBytes(encoding: "UTF-8") 2:4"#),
    XMLSource(
      "behind the root", bytes("<r xmlns=\"urn:t\"/>\n<!-- ", [0xFF], " -->"),
      #"invalidBytes(encoding: "UTF-8") 2:6"#),
    XMLSource(
      "GB18030 behind the root", declared("GB18030") + [0x0A, 0xFF],
      #"invalidBytes(encoding: "GB18030") 3:1"#),
    XMLSource(
      "half a GB character that eats a quotation mark", declared("GBK", [0xD5]),
      #"invalidBytes(encoding: "GB18030") 2:21"#),
    XMLSource(
      "a GB18030 character beyond Unicode", declared("GB18030", [0xFE, 0x39, 0xFE, 0x39]),
      #"invalidBytes(encoding: "GB18030") 2:21"#),
  ])
  func `says where bytes are no text`(_ source: XMLSource) throws {
    let problems = try XMLSource.problems(source.bytes)
    #expect(problems == source.problems)
  }
}
