// SPDX-License-Identifier: Apache-2.0
package import QibeiCore

/// Why a package cannot be taken: every fault, none hidden behind another.
package struct PackageError: Error, Sendable {
  package let faults: [PackageFault]

  package init(_ faults: [PackageFault]) { self.faults = faults }
}

/// One reason against a package.
package enum PackageFault: Hashable, Sendable {
  /// What is wrong with the name of an entry.
  package enum Name: Hashable, Sendable {
    case empty, leavesFolder, absolute, backslash, control, invisible, tooLong, tooDeep, reserved
    case undecodable
  }

  case notAPackage, empty, truncated, precededBytes, trailingBytes, severalDisks, sixtyFourBit
  case tooManyEntries(Int)
  /// Bytes that would come out.
  case tooLarge(Int)
  case tooDense(String)
  case name(String, Name)
  case link(String)
  case twice(String, String)
  case encrypted(String)
  case method(String, Int)
  case disagrees(String)
  case overlaps(String)
  case damaged(String)
  case nested(String)
  case noDossier
  case severalDossiers([String])
  case outside(String)
  /// Against the list of digests inside.
  case changed(String)
  case unlisted(String)
  case listedMissing(String)
  case listUnreadable(Int)

  /// What was seen and what to do.
  package var sentence: BilingualText {
    switch self {
    case .notAPackage:
      .init(
        "不是 ZIP 压缩包；请重新压缩材料文件夹，或用 qibei pack",
        "not a ZIP archive; compress the dossier's folder again, or use qibei pack")
    case .empty: .init("压缩包是空的", "the archive is empty")
    case .truncated:
      .init("压缩包不完整；请重新复制或压缩", "the archive is cut off or damaged; copy or make it again")
    case .precededBytes:
      .init(
        "压缩包前面有多余内容，已拒绝；请重新压缩",
        "there is something before the archive, so it is refused; make it again")
    case .trailingBytes:
      .init(
        "压缩包后面有多余内容，已拒绝；请重新压缩",
        "there is something behind the archive, so it is refused; make it again")
    case .severalDisks: .init("不接受分卷压缩包", "archives in several volumes are not taken")
    case .sixtyFourBit:
      .init("不接受 ZIP64 压缩包；请拆小", "ZIP64 archives are not taken; make it smaller")
    case .tooManyEntries(let count):
      .init(
        "有 \(count) 个文件，最多 \(PackageLimits.entries) 个",
        "holds \(count) files; \(PackageLimits.entries) are the most")
    case .tooLarge(let bytes):
      .init(
        "解压后 \(bytes / 1_000_000) MB，最多 \(PackageLimits.unpacked / 1_000_000) MB",
        "would unpack to \(bytes / 1_000_000) MB; \(PackageLimits.unpacked / 1_000_000) MB is the most"
      )
    case .tooDense(let name):
      .init(
        "“\(name)”压缩比超过 \(PackageLimits.ratio)，像是压缩炸弹",
        "“\(name)” is compressed more than \(PackageLimits.ratio) to 1, like a bomb")
    case .name(let name, let fault):
      .init("文件名“\(name)”\(fault.words.zh)", "the name “\(name)” \(fault.words.en)")
    case .link(let name):
      .init(
        "“\(name)”是链接或特殊文件；请放入文件本身", "“\(name)” is a link or a special file; put the file itself in"
      )
    case .twice(let one, let other):
      .init(
        "“\(one)”与“\(other)”在别的系统里是同一个名字；请改名",
        "“\(one)” and “\(other)” are the same name on other systems; rename one")
    case .encrypted(let name):
      .init("“\(name)”已加密；请不设密码重新压缩", "“\(name)” is encrypted; make the archive without a password")
    case .method(let name, let number):
      .init(
        "“\(name)”用了压缩方法 \(number)；请用普通 ZIP 重新压缩",
        "“\(name)” is compressed by method \(number); make an ordinary ZIP")
    case .disagrees(let name):
      .init(
        "“\(name)”在目录和正文里的说明不同，已拒绝", "the archive says two things about “\(name)”, so it is refused"
      )
    case .overlaps(let name):
      .init("“\(name)”与别的文件重叠，已拒绝", "“\(name)” overlaps another file, so it is refused")
    case .damaged(let name):
      .init("“\(name)”已损坏；请重新压缩", "“\(name)” is damaged; make the archive again")
    case .nested(let name):
      .init(
        "“\(name)”是压缩包里的压缩包；请先解开", "“\(name)” is an archive inside the archive; unpack it first")
    case .noDossier:
      .init("压缩包里没有 dossier.xml", "there is no dossier.xml in the archive")
    case .severalDossiers(let names):
      .init(
        "有 \(names.count) 个 dossier.xml：\(names.joined(separator: "、"))；请分别压缩",
        "holds \(names.count) dossier.xml: \(names.joined(separator: ", ")); make one archive for each"
      )
    case .outside(let name):
      .init(
        "“\(name)”不在 dossier.xml 的文件夹里", "“\(name)” lies outside the folder of dossier.xml")
    case .changed(let name):
      .init(
        "“\(name)”与包内 \(Manifest.name) 不符：打包以后被改过",
        "“\(name)” does not have the digest in \(Manifest.name): it was changed after packing")
    case .unlisted(let name):
      .init(
        "包内 \(Manifest.name) 没有“\(name)”：打包以后加入的",
        "\(Manifest.name) does not list “\(name)”: it was added after packing")
    case .listedMissing(let name):
      .init(
        "\(Manifest.name) 列有“\(name)”，包里没有",
        "\(Manifest.name) lists “\(name)”, which is not in the archive")
    case .listUnreadable(let line):
      .init("\(Manifest.name) 第 \(line) 行读不出来", "\(Manifest.name), line \(line) cannot be read")
    }
  }
}

extension PackageFault.Name {
  fileprivate var words: BilingualText {
    switch self {
    case .empty: .init("是空的", "is empty")
    case .leavesFolder: .init("含有 . 或 .. 一级，会离开文件夹", "has a step . or .., which leaves the folder")
    case .absolute: .init("是绝对路径", "is an absolute path")
    case .backslash: .init("含有反斜杠，请用“/”", "has a backslash; use /")
    case .control: .init("含有控制字符", "has a control character")
    case .invisible: .init("含有看不见的或倒转方向的字符", "has an invisible or direction-turning character")
    case .tooLong: .init("太长（每级最多 255 字节，共 1024）", "is too long (255 bytes a step, 1,024 in all)")
    case .tooDeep: .init("超过 16 级文件夹", "lies more than 16 folders deep")
    case .reserved:
      .init(
        "在 Windows 上不能用（保留名，或以句点、空格结尾）",
        "cannot exist on Windows (reserved, or ends in a dot or blank)")
    case .undecodable: .init("既不是 UTF-8 也不是 GB18030", "is neither UTF-8 nor GB18030")
    }
  }
}

/// How much a package may hold; documented so that nobody has to find out.
package enum PackageLimits {
  /// Bytes of the archive itself.
  package static let packed = 100_000_000
  /// Bytes that come out.
  package static let unpacked = 300_000_000
  package static let entries = 500
  /// Bytes that come out for one that is in, for anything above a megabyte.
  package static let ratio = 100
}
