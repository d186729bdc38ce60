// SPDX-License-Identifier: Apache-2.0
internal import Synchronization

/// A value that is made when it is first asked for, once, whoever asks.
final class Deferred<Value: Sendable>: Sendable {
  private let cell = Mutex<Value?>(nil)
  private let make: @Sendable () -> Value

  init(_ make: @escaping @Sendable () -> Value) { self.make = make }

  var value: Value {
    cell.withLock { value in
      if let value { return value }
      let made = make()
      value = made
      return made
    }
  }
}
