// SPDX-License-Identifier: Apache-2.0
#ifndef QIBEI_SCHEMAS_H
#define QIBEI_SCHEMAS_H

#include <stddef.h>

/// One file of `schemas/`, inside the program.
typedef struct {
  const char *path;
  const unsigned char *bytes;
  size_t count;
} qibei_schema_file;

/// How many files there are.
size_t qibei_schema_count(void);

/// The file at a position, in the order of their paths.
const qibei_schema_file *qibei_schema_at(size_t position);

#endif
