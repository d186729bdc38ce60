// swift-tools-version: 6.2
// SPDX-License-Identifier: Apache-2.0
import PackageDescription

let package = Package(
  name: "qibei-benchmarks",
  dependencies: [.package(name: "qibei", path: "..")],
  targets: [
    .systemLibrary(name: "CFloor", pkgConfig: "libxml-2.0", providers: [.apt(["libxml2-dev"])]),
    .executableTarget(name: "qibei-corpus"),
    .executableTarget(
      name: "qibei-bench", dependencies: ["CFloor", .product(name: "Qibei", package: "qibei")]),
  ],
  swiftLanguageModes: [.v6]
)
