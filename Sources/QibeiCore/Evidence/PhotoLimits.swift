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
  /// Any of these will do; empty where the standard names none.
  package var backgrounds: Set<Background> = []
  /// How long before the submission it may have been taken.
  package var takenWithin: CalendarPeriod?

  /// A colour behind the person, as far as a border's mean can tell it.
  package enum Background: String, CaseIterable, Sendable {
    case white, blue
    case lightBlue = "light-blue"

    package var label: BilingualText {
      switch self {
      case .white: .init("白色或浅灰色", "white or light grey")
      case .lightBlue: .init("浅蓝色", "light blue")
      case .blue: .init("蓝色", "blue")
      }
    }

    // The photograph guide for exit-entry papers gives, on a scale of 0 to 240, light grey as saturation 0 and
    // brightness 198 or more, light blue as hue 135 and brightness 167 or more; JPEG leaves neither exact.
    func fits(_ border: PictureBorder) -> Bool {
      let high = max(border.red, border.green, border.blue)
      let low = min(border.red, border.green, border.blue)
      let brightness = (high + low) * 120 / 255
      let isBlue = border.blue == high && border.red == low && high - low >= 24
      switch self {
      case .white: return high - low < 24 && brightness >= 198
      case .lightBlue: return isBlue && brightness >= 167
      case .blue: return isBlue
      }
    }
  }

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

  /// A range for people to read; `–` where there is none.
  package static func text(_ range: ClosedRange<Int>?) -> String {
    guard let range else { return "–" }
    return range.upperBound == Int.max
      ? "≥ \(range.lowerBound)" : "\(range.lowerBound)–\(range.upperBound)"
  }

  /// What meets both; nil when nothing can.
  package func intersection(_ other: PhotoLimits) -> PhotoLimits? {
    guard let width = Self.common(width, other.width),
      let height = Self.common(height, other.height),
      let kilobytes = Self.common(kilobytes, other.kilobytes),
      ratio == nil || other.ratio == nil || ratio == other.ratio,
      let backgrounds = Self.common(backgrounds, other.backgrounds)
    else { return nil }
    var both = PhotoLimits()
    both.width = width.value
    both.height = height.value
    both.kilobytes = kilobytes.value
    both.ratio = ratio ?? other.ratio
    both.mustBeTrueColour = mustBeTrueColour || other.mustBeTrueColour
    both.mustBeJPEG = mustBeJPEG || other.mustBeJPEG
    both.backgrounds = backgrounds
    both.takenWithin = takenWithin ?? other.takenWithin
    return both
  }

  private static func common(
    _ one: Set<Background>, _ other: Set<Background>
  ) -> Set<Background>? {
    guard !one.isEmpty, !other.isEmpty else { return one.union(other) }
    let both = one.intersection(other)
    return both.isEmpty ? nil : both
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

/// How scans have to be: the sentence of the guide and what of it can be measured; nil where it says nothing.
package struct ScanStandard: Sendable {
  package let text: BilingualText
  /// Most that one file may have, in units of 1,024 bytes.
  package let mostKilobytes: Int?
  package let mustBeColour: Bool
  package let bases: [LegalBasis]

  package init(
    text: BilingualText, mostKilobytes: Int?, mustBeColour: Bool, bases: [LegalBasis]
  ) {
    self.text = text
    self.mostKilobytes = mostKilobytes
    self.mustBeColour = mustBeColour
    self.bases = bases
  }
}
