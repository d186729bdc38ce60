// SPDX-License-Identifier: Apache-2.0
// SHA-256 only, by the functions that need no provider and read no configuration file.
#ifndef QIBEI_LIBCRYPTO_SHIM_H
#define QIBEI_LIBCRYPTO_SHIM_H

#define OPENSSL_SUPPRESS_DEPRECATED
#include <openssl/sha.h>
#include <stddef.h>

static inline int qibei_sha256(const void *bytes, size_t count, unsigned char *digest) {
  SHA256_CTX context;
  return SHA256_Init(&context) && SHA256_Update(&context, bytes, count) &&
         SHA256_Final(digest, &context);
}

#endif
