// SPDX-License-Identifier: Apache-2.0
// What Swift cannot call in libxml2, and what differs between its versions.
#ifndef QIBEI_LIBXML2_SHIM_H
#define QIBEI_LIBXML2_SHIM_H

#include <libxml/xmlversion.h>
// Debian's headers pull in the system's ICU, which clashes with the ICU inside Foundation.
#undef LIBXML_ICU_ENABLED
#include <libxml/catalog.h>
#include <libxml/dict.h>
#include <libxml/parser.h>
#include <libxml/parserInternals.h>
#include <libxml/xmlerror.h>
#include <libxml/xmlIO.h>

#if LIBXML_VERSION >= 21200
typedef const xmlError *qibei_xml_error;
#else
typedef xmlErrorPtr qibei_xml_error;
#endif

/// Receives one problem: libxml2's code and level, up to two names it carries, and a number.
typedef void (*qibei_xml_problem_sink)(void *collector, int code, int level, const char *first,
                                       const char *second, int number);

/// The user data of every callback: where problems go, and what collects the events.
typedef struct {
  qibei_xml_problem_sink sink;
  void *collector;
} qibei_xml_state;

static void qibei_route_problem(void *data, qibei_xml_error error) {
  qibei_xml_state *state = data;
  if (state == NULL || error == NULL) return;
  state->sink(state->collector, error->code, error->level, error->str1, error->str2, error->int1);
}

static inline void qibei_set_problem_sink(xmlSAXHandler *sax) {
  sax->serror = qibei_route_problem;
}

static xmlParserInputPtr qibei_no_entity(const char *url, const char *id, xmlParserCtxtPtr parser) {
  (void)url, (void)id, (void)parser;
  return NULL;
}

static void qibei_no_message(void *state, const char *format, ...) { (void)state, (void)format; }

/// Process-wide: nothing is ever loaded from outside, nothing is printed.
static inline void qibei_lock_down(void) {
  xmlInitParser();
  xmlCatalogSetDefaults(XML_CATA_ALLOW_NONE);
  xmlSetExternalEntityLoader(qibei_no_entity);
  xmlSetGenericErrorFunc(NULL, qibei_no_message);
}

/// Bytes of the input that the parser has passed, exact as long as the input is not re-encoded.
static inline unsigned long qibei_offset(xmlParserCtxtPtr parser) {
  xmlParserInputPtr input = parser->input;
  return input == NULL ? 0 : (unsigned long)input->consumed + (unsigned long)(input->cur - input->base);
}

#endif
