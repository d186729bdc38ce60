// SPDX-License-Identifier: Apache-2.0
// libqpdf and libturbojpeg read bytes that nobody vouches for, so they are loaded only into a process of their own:
// linking them would also cost every start of the program 4.5 ms. Each table holds the functions that are used.
#ifndef QIBEI_INSPECTION_SHIM_H
#define QIBEI_INSPECTION_SHIM_H

#include <dlfcn.h>
#include <stdlib.h>
#include <qpdf/qpdf-c.h>
#include <turbojpeg.h>

#define QIBEI_PDF_FUNCTIONS(X) \
  X(qpdf_init) X(qpdf_cleanup) X(qpdf_silence_errors) X(qpdf_set_suppress_warnings) \
  X(qpdf_get_error) X(qpdf_get_error_code) X(qpdf_read_memory) X(qpdf_is_encrypted) X(qpdf_get_num_pages) X(qpdf_get_page_n) \
  X(qpdf_push_inherited_attributes_to_page) X(qpdf_get_root) X(qpdf_oh_release_all) \
  X(qpdf_oh_get_dict) X(qpdf_oh_get_key_if_dict) X(qpdf_oh_is_dictionary) X(qpdf_oh_is_stream) \
  X(qpdf_oh_is_array) X(qpdf_oh_is_name) X(qpdf_oh_is_number) X(qpdf_oh_is_null) \
  X(qpdf_oh_get_array_n_items) X(qpdf_oh_get_array_item) X(qpdf_oh_get_name) \
  X(qpdf_oh_get_numeric_value) X(qpdf_oh_get_page_content_data) X(qpdf_oh_get_stream_data)

#define QIBEI_JPEG_FUNCTIONS(X) \
  X(tjInitDecompress) X(tjDestroy) X(tjDecompressHeader3) X(tjDecompress2) X(tjGetErrorCode) \
  X(tjGetErrorStr2)

#define QIBEI_MEMBER(name) __typeof__(&name) name;
#define QIBEI_LOAD(name) \
  if (!(table->name = (__typeof__(table->name))dlsym(library, #name))) return 0;

struct qibei_pdf { QIBEI_PDF_FUNCTIONS(QIBEI_MEMBER) };
struct qibei_jpeg { QIBEI_JPEG_FUNCTIONS(QIBEI_MEMBER) };

/// Fills the table; 0 where the library is not installed.
static inline int qibei_load_pdf(struct qibei_pdf *table) {
  void *library = dlopen("libqpdf.so.29", RTLD_NOW | RTLD_LOCAL);
  if (!library) return 0;
  QIBEI_PDF_FUNCTIONS(QIBEI_LOAD)
  return 1;
}

/// Fills the table; 0 where the library is not installed.
static inline int qibei_load_jpeg(struct qibei_jpeg *table) {
  void *library = dlopen("libturbojpeg.so.0", RTLD_NOW | RTLD_LOCAL);
  if (!library) return 0;
  QIBEI_JPEG_FUNCTIONS(QIBEI_LOAD)
  return 1;
}

/// libtesseract's C interface (tesseract/capi.h) as far as it is used: nobody needs its headers to build.
struct qibei_reader {
  void *(*TessBaseAPICreate)(void);
  int (*TessBaseAPIInit3)(void *reader, const char *data, const char *language);
  int (*TessBaseAPISetVariable)(void *reader, const char *name, const char *value);
  void (*TessBaseAPISetPageSegMode)(void *reader, int mode);
  void (*TessBaseAPISetImage)(
      void *reader, const unsigned char *pixels, int width, int height, int depth, int row);
  void (*TessBaseAPISetSourceResolution)(void *reader, int dpi);
  char *(*TessBaseAPIGetUTF8Text)(void *reader);
  void (*TessDeleteText)(const char *text);
};

/// Fills the table; 0 where the library is not installed.
static inline int qibei_load_reader(struct qibei_reader *table) {
  void *library = dlopen("libtesseract.so.5", RTLD_NOW | RTLD_LOCAL);
  if (!library) return 0;
  QIBEI_LOAD(TessBaseAPICreate)
  QIBEI_LOAD(TessBaseAPIInit3)
  QIBEI_LOAD(TessBaseAPISetVariable)
  QIBEI_LOAD(TessBaseAPISetPageSegMode)
  QIBEI_LOAD(TessBaseAPISetImage)
  QIBEI_LOAD(TessBaseAPISetSourceResolution)
  QIBEI_LOAD(TessBaseAPIGetUTF8Text)
  QIBEI_LOAD(TessDeleteText)
  return 1;
}

#undef QIBEI_MEMBER
#undef QIBEI_LOAD

#endif
