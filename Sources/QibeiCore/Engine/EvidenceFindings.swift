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
  static let typeIsNoScan = FindingKind(
    "QB2527", .fixNow, tag: .init("格式", "type"),
    meaning: .init(
      "写明的格式不是扫描件的格式；文件本身怎样都要改。",
      "The type stated is none that scans have, so it has to be corrected whatever the file is."),
    message: .init(
      "{paper}：文件 {limit} 写明的格式是 {seen}，不是扫描件的格式",
      "{paper}: for {limit} the type {seen} is stated, which no scan has"),
    remedy: .init(
      "请在 file/@type 写明文件的实际格式，如 {expected}。",
      "State in file/@type what the file is: {expected}."))
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
  package static let scansNotOpened = FindingKind(
    "QB8103", .look, tag: .init("未打开", "not opened"),
    meaning: .init(
      "从标准输入读入的材料没有文件夹，因此扫描件没有打开。",
      "A dossier from the standard input has no folder, so its scans were not opened."),
    message: .init(
      "提到的 {seen} 个文件没有打开", "The {seen} files that are mentioned were not opened"),
    remedy: .init("要核对扫描件，请给出文件夹。", "Give the folder to have the scans checked."))
}
