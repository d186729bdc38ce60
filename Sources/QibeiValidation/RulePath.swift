// SPDX-License-Identifier: Apache-2.0

/// A rule file's path: `folder/subject/subject.version.xml`.
struct RulePath {
  let subject: String

  init?(_ path: String) {
    let steps = path.split(separator: "/")
    guard steps.count == 3, path.hasSuffix(".xml") else { return nil }
    subject = String(steps[1])
  }
}
