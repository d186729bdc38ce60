// SPDX-License-Identifier: Apache-2.0

extension XMLProblem {
  /// What is wrong and what to do, in Chinese and in English; never libxml2's own words.
  package var sentence: (zh: String, en: String) {
    switch kind {
    case .empty:
      (
        "文件是空的。请选择正确的文件；材料文件可用 qibei new 生成。",
        "The file is empty. Choose the right file; qibei new makes a dossier to start from."
      )
    case .tooLarge(let bytes, let limit):
      (
        "文件有 \(bytes) 字节，最多可读 \(limit) 字节。请把扫描件放在文件夹里，不要嵌入文件。",
        "The file has \(bytes) bytes; at most \(limit) are read. Keep scans in the folder, not inside the file."
      )
    case .compressed(let format):
      (
        "这是 \(format) 文件，不是 XML 文本。ZIP 材料包请存为以 .zip 结尾的文件再核对；其他的请先解开。",
        "This is a \(format) file, not XML text. Save a ZIP package under a name that ends in .zip and check that; unpack anything else first."
      )
    case .unsupportedEncoding(let name):
      (
        "编码“\(name)”不在可读范围。请另存为 UTF-8（也可用 GB18030、GBK 或带标记的 UTF-16）。",
        "The encoding “\(name)” is not read. Save the file as UTF-8 (GB18030, GBK and UTF-16 with a mark work too)."
      )
    case .encodingConflict(let declared, let actual):
      (
        "文件第一行写的编码是 \(declared)，内容却是 \(actual)。请改正第一行的 encoding，或另存为 UTF-8。",
        "The file declares \(declared) but its bytes are \(actual). Correct encoding= on the first line, or save it as UTF-8."
      )
    case .undeclaredEncoding(let actual):
      (
        "文件第一行没有写编码，应是 UTF-8，内容却是 \(actual)。请在第一行写上 encoding，或另存为 UTF-8。",
        "The file declares no encoding, so it should be UTF-8, but its bytes are \(actual). Write encoding= on the first line, or save it as UTF-8."
      )
    case .invalidBytes(let encoding):
      (
        "此处的字节不是 \(encoding) 文字。请用原编辑软件重新保存为 UTF-8。",
        "The bytes here are not \(encoding) text. Save the file again as UTF-8 from the program that made it."
      )
    case .forbiddenCharacter(let scalar):
      (
        "此处有 XML 不允许的字符 U+\(hex(scalar))。请删除它。",
        "The character U+\(hex(scalar)) here is not allowed in XML. Delete it."
      )
    case .unsupportedVersion(let version):
      (
        "XML 版本“\(version)”不支持。请把第一行写成 version=\"1.0\"。",
        "XML version “\(version)” is not supported. Write version=\"1.0\" on the first line."
      )
    case .documentType:
      (
        "文件含有 <!DOCTYPE …>，为安全起见不读取。请删除从 <!DOCTYPE 到对应 > 的部分。",
        "The file has a <!DOCTYPE …>, which is not read for safety. Delete everything from <!DOCTYPE to its closing >."
      )
    case .tooDeep(let limit):
      (
        "元素嵌套超过 \(limit) 层。请检查此处附近是否漏写了结束标签。",
        "Elements are nested more than \(limit) deep. Check for a missing end tag near here."
      )
    case .tooManyAttributes(let limit):
      (
        "一个标签的属性超过 \(limit) 个。请检查此处附近的引号。",
        "A tag has more than \(limit) attributes. Check the quotation marks near here."
      )
    case .tagTooLong(let limit):
      (
        "一个标签超过 \(limit) 字节。请检查此处附近的引号和 >。",
        "A tag is longer than \(limit) bytes. Check the quotation marks and the > near here."
      )
    case .tooMuchMarkup(let limit):
      (
        "标签和注释合计超过 \(limit) 个。请分成几份材料。",
        "There are more than \(limit) tags and comments. Split the dossier."
      )
    case .notXML:
      (
        "这不是 XML：没有以 < 开头的根元素。请选择 dossier.xml。",
        "This is not XML: there is no root element starting with <. Choose the dossier.xml."
      )
    case .truncated(let open):
      (
        "文件在这里中断\(open.map { "，<\($0)> 没有结束标签" } ?? "")。请重新取得完整的文件。",
        "The file breaks off here\(open.map { "; <\($0)> has no end tag" } ?? ""). Get the whole file again."
      )
    case .mismatchedTag(let open, let line, let close):
      (
        "第 \(line) 行的 <\(open)> 在这里遇到 </\(close)>。请补上或改正结束标签。",
        "<\(open)> from line \(line) meets </\(close)> here. Add or correct the end tag."
      )
    case .contentAfterRoot:
      (
        "根元素结束之后还有内容。请删除，或把它移到根元素里面。",
        "There is content after the end of the root element. Delete it or move it inside."
      )
    case .attributeTwice(let name):
      (
        "属性“\(name)”写了两次。请只保留一个。",
        "The attribute “\(name)” stands twice. Keep one."
      )
    case .attributeWithoutValue(let name):
      (
        "属性\(name.map { "“\($0)”" } ?? "")没有值。请写成 名称=\"值\"。",
        "The attribute \(name.map { "“\($0)” " } ?? "")has no value. Write name=\"value\"."
      )
    case .attributeWithoutQuotes:
      (
        "属性值没有加引号，或缺少后引号。请写成 名称=\"值\"。",
        "An attribute value has no quotation marks, or the closing one is missing. Write name=\"value\"."
      )
    case .attributesNotSeparated:
      (
        "此处缺少空格或 >。请在属性之间加空格，并检查标签是否写完。",
        "A blank or > is missing here. Separate attributes by blanks and close the tag."
      )
    case .lessThanInAttribute:
      (
        "属性值里有 <。请写成 &lt;，或检查前面是否漏了引号。",
        "An attribute value has a <. Write &lt; or check for a missing quotation mark before it."
      )
    // Its name may be anything, and is not repeated.
    case .unknownEntity:
      (
        "未知的引用。只可用 &amp; &lt; &gt; &quot; &apos; 和 &#数字;。",
        "Unknown reference. Only &amp; &lt; &gt; &quot; &apos; and &#number; can be used."
      )
    case .badReference:
      (
        "& 在这里没有写完整。文字中的 & 请写成 &amp;。",
        "The & here is not complete. Write &amp; for a plain &."
      )
    case .badName:
      (
        "此处应是元素或属性的名称。若要写 <，请用 &lt;。",
        "A name of an element or attribute is expected here. Write &lt; for a plain <."
      )
    case .commentBroken:
      (
        "注释没有写对：须以 --> 结束，中间不能有 --。",
        "A comment is broken: it ends with --> and has no -- inside."
      )
    case .unboundPrefix(let prefix):
      (
        "前缀“\(prefix)”没有声明。请加上 xmlns:\(prefix)=\"…\"，或去掉前缀。",
        "The prefix “\(prefix)” is not declared. Add xmlns:\(prefix)=\"…\" or drop the prefix."
      )
    case .namespaceMisused:
      (
        "命名空间的写法不正确。请与 qibei new 生成的文件对照。",
        "The namespace is written wrongly. Compare with a file made by qibei new."
      )
    case .wrongRoot(let found, let expected):
      (
        "根元素是 <\(found)>，应为 <\(expected)>。请选择正确的文件。",
        "The root element is <\(found)>; <\(expected)> is expected. Choose the right file."
      )
    case .wrongNamespace(let found, let expected):
      (
        "根元素的命名空间是“\(found)”，应为“\(expected)”。请在根元素上写 xmlns=\"\(expected)\"。",
        "The root element's namespace is “\(found)”; “\(expected)” is expected. Write xmlns=\"\(expected)\" on it."
      )
    case .notWellFormed(let code):
      (
        "此处不符合 XML 语法（编号 \(code)）。请检查这里的标签、引号和 &。",
        "This is not well-formed XML here (number \(code)). Check the tags, quotation marks and & at this place."
      )
    case .parserFailure:
      (
        "解析没有完成，原因不明。请把这份文件的写法告诉维护者（不要发送真实材料）。",
        "Parsing did not finish, for an unknown reason. Tell the maintainers how the file is written (never send a real one)."
      )
    }
  }

  private func hex(_ scalar: UInt32) -> String {
    let digits = String(scalar, radix: 16, uppercase: true)
    return String(repeating: "0", count: max(0, 4 - digits.count)) + digits
  }
}
