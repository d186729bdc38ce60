// SPDX-License-Identifier: Apache-2.0

/// How a photograph or a scan measures up to its standard.
extension FindingKind {
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
  static let scanSize = FindingKind(
    "QB2522", .fixNow, tag: .init("文件太大", "too large"),
    meaning: .init(
      "文件超过申报系统允许的大小，上传不了。",
      "The file is larger than the online system takes, so it cannot be uploaded."),
    message: .init(
      "{paper}：文件 {limit} 为 {seen} KB，最多 {expected} KB",
      "{paper}: {limit} has {seen} KB; {expected} KB is the most"),
    remedy: .init(
      "请以 200 至 300 dpi、较低的 JPEG 质量重新保存，字迹须清楚：{on}。",
      "Save it again at 200 to 300 dpi with a lower JPEG quality, legible still: {on}."))
  static let scanGrey = FindingKind(
    "QB2523", .supplement, tag: .init("不是彩色", "not in colour"),
    meaning: .init(
      "要求彩色扫描，文件是灰度或黑白的。", "Colour is asked for, and the scan is grey or black and white."),
    message: .init("{paper}：文件 {limit} 不是彩色", "{paper}: {limit} is not in colour"),
    remedy: .init("请用彩色重新扫描原件：{on}。", "Scan the original again in colour: {on}."))
  static let photoBackground = FindingKind(
    "QB2524", .advise, tag: .init("照片背景", "background"),
    meaning: .init(
      "照片边缘的平均颜色不像标准要求的背景颜色；这只是测量，以窗口为准。",
      "The mean colour along the photograph's border does not look like the background asked for; this is a measurement, and the window decides."
    ),
    message: .init(
      "{paper}：{limit} 的背景测得 {seen}，应为{expected}",
      "{paper}: the background of {limit} measures {seen}; {expected} is asked for"),
    remedy: .init(
      "请看看背景，不对的请重新照相：{on}。",
      "Look at the background, and have the photograph taken again if it is wrong: {on}."))
  static let photoOld = FindingKind(
    "QB2525", .advise, tag: .init("照片日期", "photo date"),
    meaning: .init(
      "照片文件记录的拍摄日期早于标准允许的期限；相机的日期可能不准。",
      "The photograph's file says that it was taken longer ago than the standard allows; cameras may be wrong about the day."
    ),
    message: .init(
      "{paper}：{limit} 记录的拍摄日期是 {seen}，应在递交前 {expected}之内",
      "{paper}: {limit} says it was taken on {seen}, more than {expected} before the submission"),
    remedy: .init("确实过期的，请重新照相：{on}。", "If that is true, have a new photograph taken: {on}."))
  static let photoUneven = FindingKind(
    "QB2526", .advise, tag: .init("背景不匀", "uneven"),
    meaning: .init(
      "照片边缘的明暗不均匀，可能有阴影、边框或杂物。",
      "The border of the photograph is not evenly bright: a shadow, a frame or an object, perhaps."),
    message: .init(
      "{paper}：{limit} 的背景明暗相差 {seen}，均匀的不到 {expected}",
      "{paper}: the brightness of the background of {limit} spreads by {seen}; an even one stays below {expected}"
    ),
    remedy: .init(
      "请看看有没有阴影或边框：{on}。", "Look for shadows or a frame: {on}."))
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
}
