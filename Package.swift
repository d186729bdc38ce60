// swift-tools-version: 6.2
// SPDX-License-Identifier: Apache-2.0
import PackageDescription

/// One set of habits for every target; `QIBEI_STRICT=1` (continuous integration) turns warnings into errors.
let settings: [SwiftSetting] =
  [
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
    // For values that hold spans.
    .enableExperimentalFeature("Lifetimes"),
    .strictMemorySafety(),
    // So that the linker can put functions in order one by one, and leave out what nobody calls.
    .unsafeFlags(["-Xfrontend", "-function-sections"], .when(configuration: .release)),
  ] + (Context.environment["QIBEI_STRICT"] == "1" ? [.treatAllWarnings(as: .error)] : [])

/// With the rule files that the build reads; or with what was read before, where the build's tool cannot run (`.ci/fuzz`).
let schemas: Target =
  if let read = Context.environment["QIBEI_RULES_READ"] {
    .target(name: "QibeiSchemas", path: read, swiftSettings: settings)
  } else {
    .target(name: "QibeiSchemas", swiftSettings: settings, plugins: ["EmbedRules"])
  }

/// libxml2 and what it needs become part of the program, so that no start looks for them, maps and binds them.
let whole =
  ["xml2", "z", "stdc++"].flatMap { ["-Xlinker", "--remap-inputs=*/lib\($0).so=/dev/null"] }
  + ["xml2", "icuuc", "icudata", "lzma", "z", "stdc++", "gcc_eh"].flatMap {
    ["-Xlinker", "-l:lib\($0).a"]
  }

/// Links what a check touches side by side, relocations in short, and no names for others, so that fewer pages of the
/// program are touched.
///
/// `Benchmarks/link-order` writes the list; a name that is gone from the program does no harm.
let compactly = [
  "-use-ld=lld", "-Xlinker", "-z", "-Xlinker", "pack-relative-relocs",
  "-Xlinker", "--no-export-dynamic", "-Xlinker", "--no-warn-symbol-ordering",
  "-Xlinker", "--symbol-ordering-file=\(Context.packageDirectory)/Sources/QibeiCLI/link-order.txt",
  "-Xlinker", "-T", "-Xlinker", "\(Context.packageDirectory)/Sources/QibeiCLI/link-private.ld",
]

func target(_ name: String, _ dependencies: [Target.Dependency] = []) -> Target {
  .target(name: name, dependencies: dependencies, swiftSettings: settings)
}

/// A test target; snapshots and pictures lie beside it and are read as files, not bundled.
func tests(
  _ name: String, _ dependencies: [Target.Dependency], snapshots: Bool = false,
  pictures: Bool = false
) -> Target {
  .testTarget(
    name: name, dependencies: dependencies + ["QibeiTesting"],
    exclude: (snapshots ? ["Snapshots"] : []) + (pictures ? ["Pictures"] : []),
    swiftSettings: settings)
}

let package = Package(
  name: "qibei",
  products: [
    .executable(name: "qibei", targets: ["QibeiCLI"]),
    .executable(name: "qibei-hostile", targets: ["HostileSuite"]),
    .library(name: "Qibei", targets: ["Qibei"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2")
  ],
  targets: [
    .systemLibrary(
      name: "CLibXML2", pkgConfig: "libxml-2.0",
      providers: [.apt(["libxml2-dev", "liblzma-dev", "pkg-config"])]),
    .systemLibrary(
      name: "CLibCrypto", providers: [.apt(["libssl-dev"])]),
    .systemLibrary(name: "CZlib", providers: [.apt(["zlib1g-dev"])]),
    .systemLibrary(name: "CConfinement"),
    .systemLibrary(
      name: "CInspection", providers: [.apt(["libqpdf-dev", "libturbojpeg0-dev"])]),
    target("QibeiCore"),
    target("QibeiFiles", ["CConfinement", "CLibCrypto", "CZlib"]),
    target("QibeiEvidence", ["QibeiCore", "QibeiFiles", "CInspection"]),
    .executableTarget(
      name: "RuleEmbedder", dependencies: ["QibeiFiles", "QibeiXML"], swiftSettings: settings),
    .plugin(
      name: "EmbedRules", capability: .buildTool(), dependencies: ["RuleEmbedder"],
      path: "Sources/Plugins/EmbedRules"),
    schemas,
    target("QibeiXML", ["CLibXML2"]),
    target("QibeiPackages", ["QibeiCore", "QibeiFiles", "QibeiXML"]),
    target("QibeiReports", ["QibeiCore"]),
    target("QibeiDecoding", ["QibeiCore", "QibeiXML"]),
    target(
      "QibeiValidation",
      ["QibeiCore", "QibeiXML", "QibeiSchemas", "QibeiDecoding", "QibeiFiles"]),
    target("QibeiBench", ["QibeiCore", "QibeiReports", "QibeiValidation"]),
    target(
      "Qibei",
      [
        "QibeiCore", "QibeiXML", "QibeiFiles", "QibeiPackages", "QibeiEvidence", "QibeiReports",
        "QibeiValidation",
      ]),
    .executableTarget(
      name: "QibeiCLI",
      dependencies: [
        "QibeiCore", "QibeiXML", "QibeiFiles", "QibeiPackages", "QibeiEvidence", "QibeiReports",
        "QibeiDecoding", "QibeiValidation", "QibeiBench", "CArguments",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      exclude: ["link-order.txt", "link-private.ld"], swiftSettings: settings,
      linkerSettings: [.unsafeFlags(compactly + whole, .when(configuration: .release))]),
    .target(name: "CArguments"),
    .target(
      name: "QibeiTesting",
      dependencies: [
        "QibeiCore", "QibeiXML", "QibeiDecoding", "QibeiReports", "QibeiValidation",
      ],
      path: "Tests/QibeiTesting", swiftSettings: settings),
    .executableTarget(
      name: "HostileSuite",
      dependencies: ["Qibei", "QibeiFiles", "QibeiReports", "QibeiTesting"],
      path: "Tests/HostileSuite", swiftSettings: settings),
    tests(
      "QibeiCoreTests", ["QibeiCore", "QibeiDecoding", "QibeiReports", "QibeiValidation"],
      snapshots: true),
    tests("QibeiXMLTests", ["QibeiXML"]),
    tests(
      "QibeiValidationTests",
      ["Qibei", "QibeiCore", "QibeiXML", "QibeiDecoding", "QibeiReports", "QibeiValidation"],
      snapshots: true),
    tests(
      "QibeiDecodingTests",
      ["QibeiCore", "QibeiXML", "QibeiDecoding", "QibeiReports", "QibeiValidation"],
      snapshots: true),
    tests(
      "QibeiReportsTests", ["QibeiCore", "QibeiReports", "QibeiValidation"], snapshots: true),
    tests(
      "QibeiEvidenceTests",
      ["QibeiCLI", "QibeiEvidence", "QibeiFiles", "QibeiCore", "QibeiValidation"],
      pictures: true),
    tests("QibeiPackagesTests", ["QibeiPackages", "QibeiFiles"]),
    tests("QibeiBenchTests", ["QibeiBench", "QibeiCore", "QibeiValidation"]),
    tests("QibeiCLITests", ["QibeiCLI"], snapshots: true),
    tests("ArchitectureTests", ["QibeiFiles", "QibeiSchemas"]),
  ],
  swiftLanguageModes: [.v6]
)

// Programs of `.ci/fuzz` and `.ci/endure`; nobody else builds them, for libFuzzer brings its own beginning.
if Context.environment["QIBEI_FUZZ"] == "1" {
  let all: [Target.Dependency] = [
    "QibeiCore", "QibeiFiles", "QibeiXML", "QibeiSchemas", "QibeiPackages", "QibeiReports",
    "QibeiDecoding", "QibeiValidation",
  ]
  package.targets += [
    .executableTarget(
      name: "qibei-fuzz", dependencies: all, path: "Tests/Fuzzing", exclude: ["Regressions"],
      swiftSettings: settings),
    .executableTarget(
      name: "qibei-endure", dependencies: all, path: "Tests/Endurance", swiftSettings: settings),
  ]
}
