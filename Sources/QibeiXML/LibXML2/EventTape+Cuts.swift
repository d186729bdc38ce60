// SPDX-License-Identifier: Apache-2.0

/// What the parser was not shown.
extension EventTape {
  /// Ends a document.
  mutating func finish() { pass(before: .max) }

  /// Moves behind what was left out before an offset, and adds the elements that were.
  @inline(__always)
  mutating func pass(before offset: Int) {
    while let cut = cuts.pass(before: offset) {
      if cut.leaf >= 0 { addLeaf(cut) }
    }
  }

  private mutating func addLeaf(_ cut: SourceMask.Cut) {
    guard current >= 0, isDefault, depth < limits.depth, elements.count < limits.markup,
      Int(cut.count) <= limits.attributes
    else {
      isBlurred = true
      return
    }
    let end = Int(cut.place) + cuts.shift
    elements.append(
      XMLDocument.Element(
        name: XMLName(cut.leaf), parent: current, end: Int32(elements.count + 1),
        firstAttribute: cut.first, attributeCount: cut.count,
        tagEnd: UInt32(truncatingIfNeeded: end - 2), close: UInt32(truncatingIfNeeded: end)))
    attributesEnd = Int(cut.first) + Int(cut.count)
    if nextReference < end { resolve(cut) }
  }

  // Of a tag that was read before, only references are still to be resolved.
  mutating func resolve(_ cut: SourceMask.Cut) {
    for at in Int(cut.first)..<Int(cut.first) + Int(cut.count) {
      let slot = unsafe attributes.base + at
      let (start, length) = unsafe (Int(slot.pointee.start), Int(slot.pointee.length))
      guard start + length > nextReference, let plain = resolve(start, length) else { continue }
      unsafe slot.pointee.start = Int32(truncatingIfNeeded: plain.lowerBound)
      unsafe slot.pointee.length = Int32(truncatingIfNeeded: plain.count)
    }
  }
}
