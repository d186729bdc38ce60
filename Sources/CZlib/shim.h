// SPDX-License-Identifier: Apache-2.0
// zlib's start functions are macros, which Swift does not see.
#ifndef QIBEI_ZLIB_SHIM_H
#define QIBEI_ZLIB_SHIM_H

#include <zlib.h>

/// Deflated bytes without a header, as ZIP holds them.
static inline int qibei_inflate_start(z_stream *stream) { return inflateInit2(stream, -15); }

static inline int qibei_deflate_start(z_stream *stream) {
  return deflateInit2(stream, 9, Z_DEFLATED, -15, 8, Z_DEFAULT_STRATEGY);
}

#endif
