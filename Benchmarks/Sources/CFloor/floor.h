// SPDX-License-Identifier: Apache-2.0
// The floor: libxml2's own SAX2 pass with callbacks that do nothing, one parser for all rounds.
#ifndef QIBEI_FLOOR_H
#define QIBEI_FLOOR_H

#include <libxml/parser.h>
#include <string.h>

static void floor_start(void *data, const xmlChar *local, const xmlChar *prefix, const xmlChar *uri,
                        int namespaces, const xmlChar **list, int attributes, int defaulted,
                        const xmlChar **values) {
  (void)data, (void)local, (void)prefix, (void)uri, (void)namespaces, (void)list, (void)attributes,
      (void)defaulted, (void)values;
}
static void floor_end(void *data, const xmlChar *local, const xmlChar *prefix, const xmlChar *uri) {
  (void)data, (void)local, (void)prefix, (void)uri;
}
static void floor_text(void *data, const xmlChar *text, int length) {
  (void)data, (void)text, (void)length;
}

/// Parses the bytes a number of times; returns how many passes were well-formed.
static inline int qibei_floor(const char *bytes, int count, int rounds) {
  xmlParserCtxtPtr parser = xmlNewParserCtxt();
  memset(parser->sax, 0, sizeof *parser->sax);
  parser->sax->initialized = XML_SAX2_MAGIC;
  parser->sax->startElementNs = floor_start;
  parser->sax->endElementNs = floor_end;
  parser->sax->characters = floor_text;
  parser->sax->ignorableWhitespace = floor_text;
  int sound = 0;
  for (int round = 0; round < rounds; round++) {
    xmlDocPtr tree = xmlCtxtReadMemory(parser, bytes, count, NULL, NULL, XML_PARSE_NONET);
    if (tree) xmlFreeDoc(tree);
    sound += parser->wellFormed;
  }
  xmlFreeParserCtxt(parser);
  return sound;
}

#endif
