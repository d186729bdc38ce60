// SPDX-License-Identifier: Apache-2.0
internal import ArgumentParser
internal import QibeiCore
internal import QibeiFiles

/// Which language, or both, a run speaks.
enum LanguageChoice: String, ExpressibleByArgument, CaseIterable {
  case zh, en, both

  var languages: [Language] {
    switch self {
    case .zh: [.zh]
    case .en: [.en]
    case .both: [.zh, .en]
    }
  }

  /// What the environment asks for: `QIBEI_LANG`, then the locale's variables, then Chinese.
  static var fromEnvironment: [Language] {
    if let own = FileSystem.environment("QIBEI_LANG").flatMap(LanguageChoice.init) {
      return own.languages
    }
    for name in ["LC_ALL", "LC_MESSAGES", "LANG"] {
      guard let value = FileSystem.environment(name) else { continue }
      // A locale that is neither Chinese nor none at all reads English more likely.
      return value.hasPrefix("zh") || value.hasPrefix("C") || value == "POSIX" ? [.zh] : [.en]
    }
    return [.zh]
  }
}

/// The option that every command has.
struct LanguageOptions: ParsableArguments {
  @Option(help: "zh, en or both")
  var lang: LanguageChoice?

  var languages: [Language] { lang?.languages ?? LanguageChoice.fromEnvironment }
}
