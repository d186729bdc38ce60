// SPDX-License-Identifier: Apache-2.0
internal import Glibc
internal import Synchronization

/// Work on several threads of the system at once.
enum Threads {
  private final class Work: Sendable {
    let total = Atomic<Int>(0)
    let started = Atomic<Int>(0)
    let work: @Sendable (Int) -> Int

    init(_ work: @escaping @Sendable (Int) -> Int) { self.work = work }
  }

  /// The sum of what the work gives for each thread, by its number.
  static func sum(_ count: Int, _ work: @escaping @Sendable (Int) -> Int) -> Int {
    let shared = Work(work)
    var threads: [pthread_t] = []
    for _ in 0..<count {
      var thread = pthread_t()
      let box = unsafe Unmanaged.passRetained(shared).toOpaque()
      let code = unsafe pthread_create(
        &thread, nil,
        { box in
          guard let box = unsafe box else { return nil }
          let shared = unsafe Unmanaged<Work>.fromOpaque(box).takeRetainedValue()
          let number = shared.started.add(1, ordering: .relaxed).oldValue
          shared.total.add(shared.work(number), ordering: .relaxed)
          return nil
        }, box)
      if code == 0 { threads.append(thread) }
    }
    for thread in threads { pthread_join(thread, nil) }
    return threads.count == count ? shared.total.load(ordering: .relaxed) : count
  }
}
