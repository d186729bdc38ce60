// SPDX-License-Identifier: Apache-2.0
internal import Dispatch
internal import Synchronization

/// Work on many items at once, with a context for each thread and results in the order of the items.
package enum ParallelWork {
  /// - Throws: the first error, in the order of the items.
  package static func map<Item: Sendable, Context, Value: Sendable>(
    _ items: [Item], _ context: @Sendable () throws -> Context,
    _ work: @Sendable (Context, Item) throws -> Value
  ) throws -> [Value] {
    let results = Mutex([Result<Value, any Error>?](repeating: nil, count: items.count))
    let next = Mutex(0)
    DispatchQueue.concurrentPerform(iterations: min(threads, items.count)) { _ in
      let own = Result { try context() }
      while true {
        let index = next.withLock { next in
          defer { next += 1 }
          return next
        }
        guard index < items.count else { return }
        let result = Result { try work(try own.get(), items[index]) }
        results.withLock { $0[index] = result }
      }
    }
    return try results.withLock { try $0.compactMap { try $0?.get() } }
  }

  // More threads than cores of an ordinary machine would only wait for each other.
  private static let threads = 8
}
