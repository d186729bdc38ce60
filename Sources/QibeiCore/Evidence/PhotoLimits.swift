// SPDX-License-Identifier: Apache-2.0

/// What a digital photograph must measure, as a photo standard states it; nil where it says nothing.
package struct PhotoLimits: Hashable, Sendable {
  /// In pixels.
  package var width: ClosedRange<Int>?
  package var height: ClosedRange<Int>?
  /// In units of 1,024 bytes.
  package var kilobytes: ClosedRange<Int>?
  /// Width to height, such as 3 to 4.
  package var ratio: Ratio?
  package var mustBeTrueColour = false
  package var mustBeJPEG = false

  /// A proportion of two whole numbers.
  package struct Ratio: Hashable, Sendable {
    package let width: Int
    package let height: Int

    package init(width: Int, height: Int) {
      self.width = width
      self.height = height
    }

    // A pixel more or less comes from rounding.
    func fits(_ image: ImageFacts) -> Bool {
      abs(image.width * height - image.height * width) <= max(width, height)
    }
  }

  package init() {}

  /// What meets both; nil when nothing can.
  func intersection(_ other: PhotoLimits) -> PhotoLimits? {
    guard let width = Self.common(width, other.width),
      let height = Self.common(height, other.height),
      let kilobytes = Self.common(kilobytes, other.kilobytes),
      ratio == nil || other.ratio == nil || ratio == other.ratio
    else { return nil }
    var both = PhotoLimits()
    both.width = width.value
    both.height = height.value
    both.kilobytes = kilobytes.value
    both.ratio = ratio ?? other.ratio
    both.mustBeTrueColour = mustBeTrueColour || other.mustBeTrueColour
    both.mustBeJPEG = mustBeJPEG || other.mustBeJPEG
    return both
  }

  private struct Common { let value: ClosedRange<Int>? }

  private static func common(_ one: ClosedRange<Int>?, _ other: ClosedRange<Int>?) -> Common? {
    guard let one, let other else { return Common(value: one ?? other) }
    return one.overlaps(other) ? Common(value: one.clamped(to: other)) : nil
  }
}

/// How photographs have to be: the sentence of the guide and what of it can be measured.
package struct PhotoStandard: Sendable {
  package let text: BilingualText
  package let limits: PhotoLimits
  package let bases: [LegalBasis]

  package init(text: BilingualText, limits: PhotoLimits, bases: [LegalBasis]) {
    self.text = text
    self.limits = limits
    self.bases = bases
  }
}
