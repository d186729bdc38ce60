// SPDX-License-Identifier: Apache-2.0

/// The directory of a ZIP archive (PKWARE APPNOTE 6.3.10, sections 4.3.7, 4.3.12 and 4.3.16), read with suspicion.
///
/// Everything that two programs might understand differently is a fault: bytes before or behind, two
/// descriptions of one entry, entries that share bytes.
struct ZipDirectory {
  private(set) var entries: [ZipEntry] = []
  private(set) var faults: [PackageFault] = []
  private let reader: LittleEndian

  init(_ bytes: [UInt8]) {
    reader = LittleEndian(bytes)
    readAll()
  }

  private mutating func readAll() {
    guard let end = findEnd() else { return }
    guard let count = reader.short(end + 10), let size = reader.long(end + 12),
      let start = reader.long(end + 16)
    else { return faults.append(.truncated) }
    if reader.short(end + 4) != 0 || reader.short(end + 6) != 0
      || reader.short(end + 8) != count
    {
      return faults.append(.severalDisks)
    }
    if count == 0xFFFF || size == 0xFFFF_FFFF || start == 0xFFFF_FFFF {
      return faults.append(.sixtyFourBit)
    }
    if count == 0 { return faults.append(.empty) }
    if count > PackageLimits.entries { return faults.append(.tooManyEntries(count)) }
    // Where the directory is not where its end says, something was put in front or left out.
    if start + size < end { return faults.append(.precededBytes) }
    guard start + size == end else { return faults.append(.truncated) }
    readEntries(count, from: start, to: end)
    judgePlaces(directory: start)
    judgeSizes()
  }

  // The end record is the last thing in the file, its comment included.
  private mutating func findEnd() -> Int? {
    guard reader.count >= 22, reader.short(0) == 0x4B50 else {
      faults.append(reader.count >= 22 && mark(from: 0) != nil ? .precededBytes : .notAPackage)
      return nil
    }
    guard let end = mark(from: max(0, reader.count - 65_557)),
      let comment = reader.short(end + 20)
    else {
      faults.append(.truncated)
      return nil
    }
    guard end + 22 + comment == reader.count else {
      faults.append(end + 22 + comment > reader.count ? .truncated : .trailingBytes)
      return nil
    }
    return end
  }

  private func mark(from start: Int) -> Int? {
    var at = reader.count - 22
    while at >= start {
      if reader.long(at) == 0x0605_4B50 { return at }
      at -= 1
    }
    return nil
  }

  private mutating func readEntries(_ count: Int, from start: Int, to end: Int) {
    var at = start
    for _ in 0..<count {
      guard reader.long(at) == 0x0201_4B50, let made = reader.short(at + 4),
        let flags = reader.short(at + 8), let method = reader.short(at + 10),
        let check = reader.long(at + 16), let packed = reader.long(at + 20),
        let unpacked = reader.long(at + 24), let nameLength = reader.short(at + 28),
        let extra = reader.short(at + 30), let comment = reader.short(at + 32),
        let attributes = reader.long(at + 38), let place = reader.long(at + 42),
        at + 46 + nameLength + extra + comment <= end
      else { return faults.append(.truncated) }
      let raw = reader.bytes[(at + 46)..<(at + 46 + nameLength)]
      at += 46 + nameLength + extra + comment
      guard let name = EntryName(raw, saysUTF8: flags & 0x800 != 0) else {
        faults.append(
          .name(raw.map { $0 < 128 ? String(UnicodeScalar($0)) : "?" }.joined(), .undecodable))
        continue
      }
      if let fault = name.fault { faults.append(.name(name.text, fault)) }
      // The upper half holds the mode where a Unix made the archive.
      let kind = made >> 8 == 3 ? attributes >> 16 & 0o170000 : 0
      if ![0, 0o100000, 0o040000].contains(kind) { faults.append(.link(name.text)) }
      if flags & 0x2041 != 0 || method == 99 {
        faults.append(.encrypted(name.text))
      } else if method != 0, method != 8 {
        faults.append(.method(name.text, method))
      }
      if packed == 0xFFFF_FFFF || unpacked == 0xFFFF_FFFF { faults.append(.sixtyFourBit) }
      if method == 0, packed != unpacked { faults.append(.damaged(name.text)) }
      guard
        let body = body(of: raw, at: place, flags: flags, method: method, check, packed, unpacked)
      else {
        faults.append(.disagrees(name.text))
        continue
      }
      entries.append(
        ZipEntry(
          name: name, isDeflated: method == 8, checkValue: UInt32(check), size: unpacked,
          place: place, body: body))
    }
    if at != end { faults.append(.truncated) }
  }

  // Where the entry's own header says what the directory says of it; nil where it says something else.
  private func body(
    of name: ArraySlice<UInt8>, at place: Int, flags: Int, method: Int, _ check: Int,
    _ packed: Int, _ unpacked: Int
  ) -> Range<Int>? {
    guard reader.long(place) == 0x0403_4B50, reader.short(place + 6) == flags,
      reader.short(place + 8) == method, let nameLength = reader.short(place + 26),
      let extra = reader.short(place + 28), nameLength == name.count,
      place + 30 + nameLength + extra + packed <= reader.count,
      reader.bytes[(place + 30)..<(place + 30 + nameLength)] == name
    else { return nil }
    // With bit 3 the numbers stand behind the data, and zeros here.
    let stated = [reader.long(place + 14), reader.long(place + 18), reader.long(place + 22)]
    guard stated == [check, packed, unpacked] || flags & 8 != 0 && stated == [0, 0, 0] else {
      return nil
    }
    let start = place + 30 + nameLength + extra
    return start..<(start + packed)
  }

  private mutating func judgePlaces(directory: Int) {
    let sorted = entries.sorted { $0.place < $1.place }
    if let first = sorted.first, first.place > 0 { faults.append(.precededBytes) }
    for (index, entry) in sorted.enumerated() {
      let next = index + 1 < sorted.count ? sorted[index + 1].place : directory
      if entry.body.upperBound > next { faults.append(.overlaps(entry.name.text)) }
    }
  }

  private mutating func judgeSizes() {
    let total = entries.reduce(0) { $0 + $1.size }
    if total > PackageLimits.unpacked { faults.append(.tooLarge(total)) }
    for entry in entries
    where entry.size > 1_000_000 && entry.size / max(1, entry.body.count) > PackageLimits.ratio {
      faults.append(.tooDense(entry.name.text))
    }
  }
}

/// One file or folder in an archive.
struct ZipEntry {
  let name: EntryName
  let isDeflated: Bool
  let checkValue: UInt32
  /// In bytes, unpacked.
  let size: Int
  /// Where its header begins.
  let place: Int
  /// Where its data lie.
  let body: Range<Int>
}

/// Numbers of an archive; nil past its end.
struct LittleEndian {
  let bytes: [UInt8]

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  var count: Int { bytes.count }

  func short(_ at: Int) -> Int? {
    at >= 0 && at <= bytes.count - 2 ? Int(bytes[at]) | Int(bytes[at + 1]) << 8 : nil
  }

  func long(_ at: Int) -> Int? {
    guard let low = short(at), let high = short(at + 2) else { return nil }
    return low | high << 16
  }
}
