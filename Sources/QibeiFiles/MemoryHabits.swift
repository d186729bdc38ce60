// SPDX-License-Identifier: Apache-2.0
internal import CConfinement

/// How the C library's allocator treats what is freed.
package enum MemoryHabits {
  /// Keeps some megabytes of what is freed: by its own measure it gives the end of the heap back after every
  /// dossier and takes it again for the next, page by page.
  package static func prepare() {
    mallopt(M_TRIM_THRESHOLD, 4 << 20)
    mallopt(M_TOP_PAD, 256 << 10)
    mallopt(M_MMAP_THRESHOLD, 1 << 20)
  }
}
