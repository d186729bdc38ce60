// SPDX-License-Identifier: Apache-2.0

/// What the files themselves show, from their first bytes and headers.
extension FindingKind {
  static let fileDamaged = FindingKind(
    "QB2501", .supplement, tag: .init("损坏", "damaged"),
    meaning: .init(
      "文件不完整或已损坏，窗口打不开。", "The file is cut off or damaged, so the window cannot open it."),
    message: .init(
      "{paper}：文件 {limit}（{seen}）不完整，打不开",
      "{paper}: the file {limit} ({seen}) is cut off or damaged"),
    remedy: .init(
      "请重新扫描，或重新复制原文件。", "Scan the paper again, or copy the file again from where it came."))
  static let fileMissing = FindingKind(
    "QB2502", .supplement, tag: .init("缺文件", "no file"),
    meaning: .init(
      "材料写明了一个文件，但材料文件夹里没有它。",
      "The dossier mentions a file that is not in its folder."),
    message: .init("{paper}：没有文件 {limit}", "{paper}: there is no file {limit}"),
    remedy: .init(
      "请把扫描件放在材料文件夹的 {limit}，或改正 file/@path（大小写也须一致）。",
      "Put the scan at {limit} inside the dossier's folder, or correct file/@path; capitals count.")
  )
  static let fileIsLink = FindingKind(
    "QB2503", .supplement, tag: .init("不是文件", "not a file"),
    meaning: .init(
      "所写的路径是链接、文件夹或设备。Qibei 不跟随链接，只打开材料文件夹里的文件。",
      "The path leads to a link, a folder or a device. Links are not followed: only files inside the dossier's folder are opened."
    ),
    message: .init(
      "{paper}：{limit} 不是普通文件，没有打开", "{paper}: {limit} is not a regular file and was not opened"),
    remedy: .init(
      "请把文件本身放进材料文件夹。", "Put the file itself into the dossier's folder."))
  static let fileUnmentioned = FindingKind(
    "QB2504", .advise, tag: .init("未写入", "not listed"),
    meaning: .init(
      "文件夹里有一个扫描件，材料里没有提到它，因此没有核对。",
      "The folder holds a scan that the dossier does not mention, so it was not checked."),
    message: .init("文件 {seen} 没有写入材料", "The file {seen} is not mentioned in the dossier"),
    remedy: .init(
      "属于某份材料的，请在该材料下写 <file path=\"{seen}\"/>；不需要的，请移出文件夹。",
      "If it belongs to a paper, add <file path=\"{seen}\"/> to that paper; otherwise take it out of the folder."
    ))
  static let digestDiffers = FindingKind(
    "QB2505", .fixNow, tag: .init("文件已变", "changed"),
    meaning: .init(
      "文件的内容与材料写下的 SHA-256 不符：文件被换过、改过或写错了。",
      "The file's content does not have the SHA-256 that the dossier states: it was replaced, edited or mistyped."
    ),
    message: .init(
      "{paper}：文件 {limit} 的 SHA-256 是 {seen}…，写明的是 {expected}…",
      "{paper}: the SHA-256 of {limit} is {seen}…, stated is {expected}…"),
    remedy: .init(
      "请确认文件正确，再改正 file/@sha256；文件错了的，请换回原文件。",
      "Make sure that the file is the right one and correct file/@sha256; if it is not, put the right file back."
    ))
  static let typeDiffers = FindingKind(
    "QB2506", .fixNow, tag: .init("格式不符", "other type"),
    meaning: .init(
      "文件的内容与材料写明的格式不同；格式按内容判断，不看文件名。",
      "The file's content is of another type than stated; content decides, not the name."),
    message: .init(
      "{paper}：文件 {limit} 的内容是 {seen}，写明的是 {expected}",
      "{paper}: the content of {limit} is {seen}, stated is {expected}"),
    remedy: .init(
      "请改正 file/@type 和文件名，或换成 {expected} 文件。",
      "Correct file/@type and the name, or replace the file by one that is {expected}."))
  static let fileIsNoScan = FindingKind(
    "QB2507", .supplement, tag: .init("不是扫描件", "no scan"),
    meaning: .init(
      "文件的内容不是 PDF 或图片。", "The file's content is neither a PDF nor a picture."),
    message: .init(
      "{paper}：文件 {limit} 是{seen}，不是 PDF 或图片",
      "{paper}: the file {limit} is {seen}, neither a PDF nor a picture"),
    remedy: .init(
      "请把原件扫描为 PDF 或 JPEG。", "Scan the paper as PDF or JPEG."))
  static let sameScan = FindingKind(
    "QB2508", .supplement, tag: .init("同一扫描", "same scan"),
    meaning: .init(
      "同一个扫描件用于几份材料（按 SHA-256 判断），多半放错了文件。",
      "One scan stands for several papers (by SHA-256); most likely a wrong file was taken."),
    message: .init(
      "{seen} 的内容相同，用于：{expected}", "{seen}: the same content stands for {expected}"),
    remedy: .init(
      "请为每份材料放上各自的扫描件；同一页确实包含几份材料的，请在各处写同一个路径。",
      "Give each paper its own scan. Where one page really holds several papers, write the same path at each."
    ))
  static let positionInside = FindingKind(
    "QB2509", .advise, tag: .init("含位置", "position"),
    meaning: .init(
      "照片文件里记有拍摄地点（EXIF）。", "The picture file says where it was taken (EXIF)."),
    message: .init(
      "{paper}：文件 {limit} 里记有拍摄地点", "{paper}: {limit} says where it was taken"),
    remedy: .init(
      "不想透露的，请用不带位置信息的文件。", "If you would rather not tell, use a file without that position."))
  static let coarse = FindingKind(
    "QB2510", .advise, tag: .init("分辨率", "resolution"),
    meaning: .init(
      "扫描分辨率低，小字可能看不清。", "The scan is coarse; small print may not be legible."),
    message: .init(
      "{paper}：文件 {limit} 为 {seen} dpi，建议不低于 {expected} dpi",
      "{paper}: {limit} has {seen} dpi; {expected} dpi or more is advised"),
    remedy: .init("请用 300 dpi 彩色重新扫描。", "Scan it again at 300 dpi in colour."))
  static let photoPixels = FindingKind(
    "QB2511", .supplement, tag: .init("照片尺寸", "photo size"),
    meaning: .init(
      "数码照片的像素不在标准范围内。", "The photograph's pixels lie outside the standard."),
    message: .init(
      "{paper}：{limit} 为 {seen} 像素，应为 {expected}",
      "{paper}: {limit} has {seen} pixels; {expected} is asked for"),
    remedy: .init(
      "请按标准重新制作照片：{on}。", "Have the photograph made again by the standard: {on}."))
  static let photoRatio = FindingKind(
    "QB2512", .supplement, tag: .init("照片比例", "photo shape"),
    meaning: .init("数码照片的宽高比不合标准。", "The photograph's width and height are not in proportion."),
    message: .init(
      "{paper}：{limit} 为 {seen} 像素，宽高比应为 {expected}",
      "{paper}: {limit} has {seen} pixels; width to height has to be {expected}"),
    remedy: .init(
      "请按标准重新制作照片，不要拉伸：{on}。",
      "Have the photograph made again by the standard, without stretching it: {on}."))
  static let photoSize = FindingKind(
    "QB2513", .fixNow, tag: .init("照片大小", "photo bytes"),
    meaning: .init(
      "照片文件的大小不在标准范围内。", "The photograph's file is smaller or larger than the standard."),
    message: .init(
      "{paper}：{limit} 为 {seen} KB，应为 {expected} KB",
      "{paper}: {limit} has {seen} KB; {expected} KB is asked for"),
    remedy: .init(
      "请以别的 JPEG 质量重新保存原照片：{on}。",
      "Save the original photograph again with another JPEG quality: {on}."))
  static let photoColour = FindingKind(
    "QB2514", .supplement, tag: .init("照片颜色", "photo colour"),
    meaning: .init("照片不是 24 位彩色。", "The photograph is not in 24-bit colour."),
    message: .init(
      "{paper}：{limit} 每像素 {seen} 位，应为 {expected} 位彩色",
      "{paper}: {limit} has {seen} bits a pixel; colour of {expected} bits is asked for"),
    remedy: .init("请提供 RGB 彩色照片：{on}。", "Provide the photograph in RGB colour: {on}."))
  static let photoType = FindingKind(
    "QB2515", .fixNow, tag: .init("照片格式", "photo type"),
    meaning: .init(
      "照片文件不是标准要求的格式。", "The photograph is not of the type that the standard asks for."),
    message: .init(
      "{paper}：{limit} 是 {seen}，应为 {expected}",
      "{paper}: {limit} is {seen}; {expected} is asked for"),
    remedy: .init("请把照片存为 {expected}：{on}。", "Save the photograph as {expected}: {on}."))
  static let photoStandardsClash = FindingKind(
    "QB2516", .look, tag: .init("照片标准", "photo standards"),
    meaning: .init(
      "几个机关的照片标准没有共同范围，一张照片不能同时满足。",
      "The photo standards of the authorities have nothing in common, so one photograph cannot meet them all."
    ),
    message: .init(
      "{paper}：各机关的照片标准不能用一张照片同时满足：{seen}",
      "{paper}: one photograph cannot meet the standards of all authorities: {seen}"),
    remedy: .init(
      "请按各机关的标准各备一张照片。", "Have one photograph made for each authority, by its own standard."))
  static let fileUnread = FindingKind(
    "QB9114", .unchecked, tag: .init("读不了", "not read"),
    meaning: .init(
      "文件在，但没有读成，因此没有核对。", "The file is there and could not be read, so it was not checked."),
    message: .init("{paper}：文件 {limit} 读不了", "{paper}: the file {limit} could not be read"),
    remedy: .init("请检查文件的权限，再核对一次。", "Look at the file's permissions and check again."))
  static let fileTooLarge = FindingKind(
    "QB9115", .unchecked, tag: .init("太大", "too large"),
    meaning: .init(
      "文件超过可以打开的大小，因此没有核对。", "The file is larger than what is opened, so it was not checked."),
    message: .init(
      "{paper}：文件 {limit} 超过 {expected} MB，没有打开",
      "{paper}: the file {limit} is larger than {expected} MB and was not opened"),
    remedy: .init(
      "请以 300 dpi 重新扫描，或拆成几个文件。", "Scan it again at 300 dpi, or split it into several files."))
  static let photoLooked = FindingKind(
    "QB8104", .look, tag: .init("照片", "photo"),
    meaning: .init(
      "照片能测量的已经测量；像不像本人、表情、头部大小和背景由窗口核对。",
      "What can be measured of a photograph was; likeness, expression, head size and background are for the window."
    ),
    message: .init(
      "{paper}：是否本人、表情、头部大小和背景；已按此测量：{seen}",
      "{paper}: likeness, expression, head size and background; measured by: {seen}"),
    remedy: .init(
      "递交前请自己对照标准看一遍。", "Compare it with the standard yourself before you submit."))
  package static let scansNotOpened = FindingKind(
    "QB8103", .look, tag: .init("未打开", "not opened"),
    meaning: .init(
      "从标准输入读入的材料没有文件夹，因此扫描件没有打开。",
      "A dossier from the standard input has no folder, so its scans were not opened."),
    message: .init(
      "提到的 {seen} 个文件没有打开", "The {seen} files that are mentioned were not opened"),
    remedy: .init("要核对扫描件，请给出文件夹。", "Give the folder to have the scans checked."))
}
