// SPDX-License-Identifier: Apache-2.0

/// A value that a dossier may state: there, not there, or there but not readable.
///
/// What cannot be read has already cost one finding; what is not stated is unknown, never a guess.
package enum Stated<Value: Sendable>: Sendable {
  case value(Value)
  case absent
  case unreadable

  /// The value, or nil when it is absent or unreadable.
  package var known: Value? {
    if case .value(let value) = self { value } else { nil }
  }

  /// The same with its value turned into another.
  package func map<Other>(_ transform: (Value) -> Other) -> Stated<Other> {
    switch self {
    case .value(let value): .value(transform(value))
    case .absent: .absent
    case .unreadable: .unreadable
    }
  }

  package var isAbsent: Bool {
    if case .absent = self { true } else { false }
  }

  package var isUnreadable: Bool {
    if case .unreadable = self { true } else { false }
  }
}

extension Stated: Equatable where Value: Equatable {}
