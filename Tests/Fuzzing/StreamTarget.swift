// SPDX-License-Identifier: Apache-2.0
internal import QibeiPackages

/// Runs of dossiers: whatever the sizes they come in, the same pieces, and nothing lost but what is no dossier's.
enum StreamTarget {
  @Sendable static func run(_ input: [UInt8]) {
    let whole = pieces(of: input, step: max(1, input.count), limit: 1 << 20)
    for step in [1, 7] {
      let other = pieces(of: input, step: step, limit: 1 << 20)
      require(
        other.map(\.bytes) == whole.map(\.bytes) && other.map(\.offset) == whole.map(\.offset),
        "pieces depend on how the bytes come in")
    }
    judge(whole, of: input)
    judge(pieces(of: input, step: 16, limit: 64), of: input)
  }

  private static func pieces(of input: [UInt8], step: Int, limit: Int) -> [DossierStream.Piece] {
    var at = 0
    var stream = DossierStream(limit: limit) { buffer in
      guard at < input.count else { return false }
      let end = min(input.count, at + step)
      buffer += input[at..<end]
      at = end
      return true
    }
    var pieces: [DossierStream.Piece] = []
    do {
      while let piece = try stream.next() {
        require(!piece.bytes.isEmpty, "a piece of nothing")
        pieces.append(piece)
      }
    } catch {
      fail("reading does not throw here: \(error)")
    }
    require(at == input.count, "the end was not read")
    return pieces
  }

  // Between pieces may stand blanks, and the tags and the prolog of a root around them all.
  private static func judge(_ pieces: [DossierStream.Piece], of input: [UInt8]) {
    var at = 0
    for piece in pieces {
      require(piece.offset >= at, "a byte was handed on twice")
      let end = piece.offset + piece.bytes.count
      require(end <= input.count && Array(input[piece.offset..<end]) == piece.bytes)
      judgeGap(input[at..<piece.offset])
      at = end
    }
    judgeGap(input[at...])
  }

  private static func judgeGap(_ gap: ArraySlice<UInt8>) {
    let rest = gap.filter { $0 > 0x20 && ![0xEF, 0xBB, 0xBF].contains($0) }
    guard let first = rest.first, let last = rest.last else { return }
    require(
      first == UInt8(ascii: "<") && last == UInt8(ascii: ">"),
      "bytes were lost: \(String(decoding: gap, as: UTF8.self))")
  }
}
