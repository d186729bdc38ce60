// SPDX-License-Identifier: Apache-2.0

/// What is wrong with the authentication of a paper.
extension FindingKind {
  static let notAuthenticated = FindingKind(
    "QB2201", .supplement, tag: .init("未认证", "not authenticated"),
    meaning: .init("境外文书没有认证。", "A paper from outside the mainland is not authenticated."),
    message: .init("{paper}（{on}）没有认证", "{paper} ({on}) is not authenticated"),
    remedy: .init(
      "请办理：{expected}。认证页须与文书一起翻译、一起交。",
      "Obtain {expected}. Have the authentication page translated and handed in together with the paper."
    ), step: .authentication)
  static let wrongAuthentication = FindingKind(
    "QB2202", .supplement, tag: .init("认证方式", "wrong chain"),
    meaning: .init(
      "文书的认证方式对该国和该日不适用。附加证明书只在公约对该国与中国生效之后可用；生效之后不再办领事认证。",
      "The kind of authentication does not fit the state and the day. An apostille works only once the Convention is in force between that state and China; consular legalisation ends with it."
    ),
    message: .init(
      "{paper}（{on}）的认证是{seen}，这里适用的是{expected}",
      "{paper} ({on}) bears: {seen}; what counts here is {expected}"),
    remedy: .init("请改办：{expected}。", "Obtain {expected} instead."), step: .authentication)
  static let earlyApostille = FindingKind(
    "QB2203", .supplement, tag: .init("认证过早", "too early"),
    meaning: .init(
      "附加证明书的日期在公约对该国与中国生效之前，因此不能用。",
      "The apostille is dated before the Convention came into force between that state and China, so it does not count."
    ),
    message: .init(
      "{paper}（{on}）的附加证明书是 {seen} 的，公约在中国与该国之间自 {limit} 起才生效",
      "The apostille on {paper} ({on}) is dated {seen}; the Convention is in force between China and that state only from {limit}"
    ),
    remedy: .init(
      "请重新办理，日期不早于 {limit}：{expected}。",
      "Have it authenticated again, dated {limit} or later: {expected}."), step: .authentication)
  static let uncertainAuthentication = FindingKind(
    "QB2204", .advise, tag: .init("认证待确认", "to be confirmed"),
    meaning: .init(
      "公约在中国与该国之间是否生效没有可靠的依据，因此两种认证都不拒绝，也不能保证。",
      "Whether the Convention is in force between China and that state is not well evidenced, so neither kind of authentication is refused and neither can be relied on."
    ),
    message: .init(
      "{paper}（{on}）有{seen}；公约在中国与该国之间是否生效尚不确定",
      "{paper} ({on}) bears {seen}; whether the Convention is in force between China and that state is not certain"
    ),
    remedy: .init(
      "请先问窗口：{on}的文书收附加证明书还是领事认证。",
      "Ask the window first whether it takes an apostille or consular legalisation for papers from {on}."
    ),
    step: .authentication)
}
