// SPDX-License-Identifier: Apache-2.0

/// Finds what somebody probably meant.
package enum Nearest {
  /// The known word with the fewest edits (at most a third of its length), or nil; ties go to the first.
  package static func word(to text: String, among known: [String]) -> String? {
    let wanted = Array(text.lowercased().utf8.prefix(64))
    // In a short code any letter may be the wrong one, so nothing is near.
    guard wanted.count >= 3 else { return nil }
    if let whole = known.first(where: {
      $0.utf8.count > wanted.count && $0.lowercased().utf8.starts(with: wanted)
    }),
      wanted.count >= 5
    {
      return whole
    }
    var best: (word: String, distance: Int)?
    for word in known {
      let candidate = Array(word.lowercased().utf8)
      guard abs(candidate.count - wanted.count) <= limit(candidate.count) else { continue }
      let distance = distance(wanted, candidate)
      if distance <= limit(candidate.count), distance < best?.distance ?? .max {
        best = (word, distance)
      }
    }
    return best?.word
  }

  private static func limit(_ length: Int) -> Int { max(1, length / 3) }

  private static func distance(_ left: [UInt8], _ right: [UInt8]) -> Int {
    var previous = Array(0...right.count)
    for (row, byte) in left.enumerated() {
      var current = [row + 1]
      for (column, other) in right.enumerated() {
        let substitution = previous[column] + (byte == other ? 0 : 1)
        current.append(min(substitution, previous[column + 1] + 1, current[column] + 1))
      }
      previous = current
    }
    return previous[right.count]
  }
}
