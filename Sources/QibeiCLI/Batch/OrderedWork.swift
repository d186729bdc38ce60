// SPDX-License-Identifier: Apache-2.0
internal import Dispatch
internal import Synchronization

/// Work on items as they come, on several threads, with results handed on one at a time.
///
/// Only so many items are under way at once, so memory does not depend on how many there are.
enum OrderedWork {
  private struct Hub<Value> {
    var waiting: [Int: Value] = [:]
    var taken = 0
    var delivered = 0
    var isAtEnd = false
    var failure: (any Error)?
  }

  /// - Parameters:
  ///   - threads: how many work.
  ///   - inOrder: whether results come in the order of the items, or as they are ready.
  ///   - source: where items come from; only one thread at a time has it.
  ///   - next: the next item; nil at the end.
  ///   - context: what a thread needs of its own.
  ///   - work: makes a result of an item.
  ///   - sink: where results go; only one thread at a time has it.
  ///   - deliver: takes a result, and whether nothing else is under way.
  ///   - finish: what is to be known of the sink in the end.
  /// - Returns: what `finish` gives.
  /// - Throws: the first error of any of them; what was under way is given up.
  static func run<Source, Item: Sendable, Context, Value: Sendable, Sink, Outcome: Sendable>(
    threads: Int, inOrder: Bool, source: sending Source,
    next: @Sendable (inout Source) throws -> Item?, context: @Sendable () throws -> Context,
    work: @Sendable (Context, Item) throws -> Value, sink: sending Sink,
    deliver: @Sendable (inout Sink, Value, Bool) throws -> Void,
    finish: @Sendable (inout Sink) throws -> Outcome
  ) throws -> Outcome {
    let source = Mutex(source)
    let sink = Mutex(sink)
    let hub = Mutex(Hub<Value>())
    let room = DispatchSemaphore(value: threads * 16)
    DispatchQueue.concurrentPerform(iterations: threads) { _ in
      do {
        let own = try context()
        while true {
          room.wait()
          let taken: (number: Int, item: Item)? = try source.withLock { source in
            guard hub.withLock({ !$0.isAtEnd && $0.failure == nil }) else { return nil }
            guard let item = try next(&source) else {
              hub.withLock { $0.isAtEnd = true }
              return nil
            }
            return hub.withLock { hub in
              hub.taken += 1
              return (hub.taken - 1, item)
            }
          }
          guard let taken else {
            room.signal()
            return
          }
          let value = try work(own, taken.item)
          hub.withLock { $0.waiting[taken.number] = value }
          try sink.withLock { sink in
            while let (value, isIdle) = hub.withLock({ Self.ready(&$0, taken.number, inOrder) }) {
              room.signal()
              try deliver(&sink, value, isIdle)
            }
          }
        }
      } catch {
        hub.withLock { $0.failure = $0.failure ?? error }
        // Whoever waits for room may now see that it is over.
        for _ in 0..<threads { room.signal() }
      }
    }
    if let failure = hub.withLock({ $0.failure }) {
      // A semaphore may not end with less than it began with.
      for _ in 0..<(threads * 16) { room.signal() }
      throw failure
    }
    return try sink.withLock { try finish(&$0) }
  }

  private static func ready<Value>(
    _ hub: inout Hub<Value>, _ own: Int, _ inOrder: Bool
  ) -> (Value, Bool)? {
    guard hub.failure == nil,
      let value = hub.waiting.removeValue(forKey: inOrder ? hub.delivered : own)
    else { return nil }
    hub.delivered += 1
    return (value, hub.delivered == hub.taken)
  }
}
