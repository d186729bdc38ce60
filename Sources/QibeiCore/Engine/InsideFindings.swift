// SPDX-License-Identifier: Apache-2.0

/// What the inside of files shows.
extension FindingKind {
  static let needsPassword = FindingKind(
    "QB2517", .supplement, tag: .init("有密码", "password"),
    meaning: .init(
      "PDF 要密码才能打开，窗口打不开。", "The PDF opens only with a password, so the window cannot open it."),
    message: .init(
      "{paper}：文件 {limit} 要密码才能打开", "{paper}: {limit} opens only with a password"),
    remedy: .init("请换成没有密码的文件。", "Replace it by a file without a password."))
  static let isRestricted = FindingKind(
    "QB2518", .advise, tag: .init("有限制", "restricted"),
    meaning: .init(
      "PDF 不用密码就能打开，但加了限制（如禁止打印），有的申报系统会拒收。",
      "The PDF opens without a password but forbids something, such as printing; some online systems refuse it."
    ),
    message: .init("{paper}：文件 {limit} 加了限制", "{paper}: {limit} is restricted"),
    remedy: .init("请换成没有限制的文件。", "Replace it by a file without restrictions."))
  static let pagesDiffer = FindingKind(
    "QB2519", .fixNow, tag: .init("页数不符", "page count"),
    meaning: .init(
      "文件的页数与材料写明的页数不同，多半漏扫了页。",
      "The file does not have the stated number of pages; most likely one was not scanned."),
    message: .init(
      "{paper}：文件 {limit} 有 {seen} 页，写明的是 {expected} 页",
      "{paper}: {limit} has {seen} page(s), stated is {expected}"),
    remedy: .init(
      "请补扫缺少的页；没有缺页的，请改正 @pages。",
      "Scan the pages that are missing; if none is, correct @pages."))
  static let blankPages = FindingKind(
    "QB2520", .advise, tag: .init("空白页", "blank page"),
    meaning: .init("文件里有空白页。", "The file has a page without anything on it."),
    message: .init(
      "{paper}：文件 {limit} 第 {seen} 页看来是空白的", "{paper}: page {seen} of {limit} seems to be blank"),
    remedy: .init(
      "请看看是否放反了纸；真是空白的背面，删去即可。",
      "See whether the sheet lay the wrong way round; take the page out if its paper really is blank."
    ))
  static let activeContent = FindingKind(
    "QB2521", .advise, tag: .init("活动内容", "active"),
    meaning: .init(
      "PDF 里有会运行或会发送数据的内容，有的申报系统会拒收。",
      "The PDF holds something that runs or sends data; some online systems refuse it."),
    message: .init("{paper}：文件 {limit} 里有{seen}", "{paper}: {limit} holds {seen}"),
    remedy: .init(
      "请重新扫描，或打印后另存为 PDF。", "Scan the paper again, or print the file into a new PDF."))
  static let insideUnread = FindingKind(
    "QB9116", .unchecked, tag: .init("打不开", "not opened"),
    meaning: .init(
      "打开文件用的时间或内存超过了限度，或者打开时出了错，因此没有核对它的内容。",
      "Opening the file took more time or memory than allowed, or went wrong, so its inside was not checked."
    ),
    message: .init(
      "{paper}：没能查看文件 {limit} 的内容", "{paper}: the inside of {limit} could not be looked into"),
    remedy: .init(
      "请以 300 dpi 重新扫描为 PDF 或 JPEG。", "Scan the paper again at 300 dpi, as PDF or JPEG."))
  static let libraryMissing = FindingKind(
    "QB9117", .unchecked, tag: .init("缺少程序库", "no library"),
    meaning: .init(
      "这台机器没有读取这类文件的程序库，因此没有核对文件的内容。",
      "This machine lacks the library that reads files of this type, so their insides were not checked."
    ),
    message: .init(
      "没有安装 {expected}，{seen} 个文件的内容没有核对",
      "{expected} is not installed; the insides of {seen} file(s) were not checked"),
    remedy: .init(
      "请安装 libqpdf29 和 libturbojpeg0，再核对一次。",
      "Install libqpdf29 and libturbojpeg0 and check again."))
  static let tooManyPixels = FindingKind(
    "QB9118", .unchecked, tag: .init("像素太多", "too many pixels"),
    meaning: .init(
      "图片的像素超过可以打开的数目，因此没有打开。",
      "The picture has more pixels than are ever decoded, so it was not opened."),
    message: .init(
      "{paper}：{limit} 为 {seen} 像素，超过 {expected} 百万像素，没有打开",
      "{paper}: {limit} has {seen} pixels, more than {expected} million, and was not opened"),
    remedy: .init("请以 300 dpi 重新扫描。", "Scan the paper again at 300 dpi."))
  static let insideNotLooked = FindingKind(
    "QB8105", .look, tag: .init("未看内容", "not looked into"),
    meaning: .init(
      "只看了文件的开头，没有查看 PDF 和 JPEG 的内容。",
      "Only the headers of files were read; nobody looked into PDF and JPEG files."),
    message: .init(
      "没有查看 {seen} 个文件的内容", "The insides of {seen} file(s) were not looked into"),
    remedy: .init(
      "要查看的，请用 qibei check，或告诉程序库 qibei 在哪里。",
      "Use qibei check to have that done, or tell the library where qibei is."))

  static let zoneSeems = FindingKind(
    "QB8106", .look, tag: .init("护照扫描", "passport scan"),
    meaning: .init(
      "从护照扫描件读出的机读码与录入的不同；机器识读可能有错，所以只作提示。",
      "The machine-readable zone read from the scan of the passport differs from what was typed; reading may be wrong, so this is a hint."
    ),
    message: .init(
      "{paper}：文件 {limit} 上的{on}读作 {seen}，录入的是 {expected}",
      "{paper}: {on} in {limit} reads {seen}, typed is {expected}"),
    remedy: .init(
      "请对照护照；录错的请改正，放错扫描件的请换。",
      "Compare with the passport; correct what is mistyped, or put the right scan there."))
  static let zonesNotRead = FindingKind(
    "QB8107", .look, tag: .init("未识读", "not read"),
    meaning: .init(
      "要求识读护照扫描件，但这台机器没有识读的程序库。",
      "Passport scans were to be read, and this machine lacks the library that reads them."),
    message: .init(
      "没有安装 {expected}，{seen} 个护照扫描件没有识读",
      "{expected} is not installed; {seen} passport scan(s) were not read"),
    remedy: .init(
      "请安装 libtesseract5 和 tesseract-ocr-eng，再核对一次。",
      "Install libtesseract5 and tesseract-ocr-eng and check again."))

  /// All kinds of files, their insides and photographs.
  package static let evidence: [FindingKind] = [
    .fileDamaged, .fileMissing, .fileIsLink, .fileUnmentioned, .digestDiffers, .typeDiffers,
    .typeIsNoScan,
    .fileIsNoScan, .sameScan, .positionInside, .coarse, .photoPixels, .photoRatio, .photoSize,
    .photoColour, .photoType, .photoStandardsClash, .needsPassword, .isRestricted, .pagesDiffer,
    .blankPages, .activeContent, .scanSize, .scanGrey, .photoBackground, .photoOld, .photoUneven,
    .fileUnread, .fileTooLarge, .insideUnread, .libraryMissing,
    .tooManyPixels, .scansNotOpened, .photoLooked, .insideNotLooked, .zoneSeems, .zonesNotRead,
  ]
}
