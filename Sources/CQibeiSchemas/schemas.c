// SPDX-License-Identifier: Apache-2.0
// The rule files, read in by the compiler. EmbeddedSchemasTests rewrites this file with QIBEI_RECORD=1.
#include "CQibeiSchemas.h"

#pragma clang diagnostic ignored "-Wc23-extensions"

static const unsigned char file0[] = {
#embed "../../schemas/checklists/pr-foreign-chinese-doctor/pr-foreign-chinese-doctor.2019-08-01.xml"
};
static const unsigned char file1[] = {
#embed "../../schemas/checklists/pr-yrd-hitech-professional/pr-yrd-hitech-professional.2024-04-15.xml"
};
static const unsigned char file2[] = {
#embed "../../schemas/checklists/residence-work-first/residence-work-first.2013-09-01.xml"
};
static const unsigned char file3[] = {
#embed "../../schemas/checklists/work-permit-notice-abroad/work-permit-notice-abroad.2024-12-01.xml"
};
static const unsigned char file4[] = {
#embed "../../schemas/overlays/110000/110000.2023-11-07.xml"
};
static const unsigned char file5[] = {
#embed "../../schemas/overlays/310000/310000.2019-08-01.xml"
};
static const unsigned char file6[] = {
#embed "../../schemas/overlays/310000/310000.2023-05-01.xml"
};
static const unsigned char file7[] = {
#embed "../../schemas/overlays/320000/320000.2024-04-15.xml"
};
static const unsigned char file8[] = {
#embed "../../schemas/overlays/320200/320200.2024-04-15.xml"
};
static const unsigned char file9[] = {
#embed "../../schemas/tables/apostille.xml"
};
static const unsigned char file10[] = {
#embed "../../schemas/tables/countries.xml"
};
static const unsigned char file11[] = {
#embed "../../schemas/tables/divisions.xml"
};
static const unsigned char file12[] = {
#embed "../../schemas/tables/languages.xml"
};
static const unsigned char file13[] = {
#embed "../../schemas/tables/supplement-kinds.xml"
};
static const unsigned char file14[] = {
#embed "../../schemas/tables/working-days.xml"
};

static const qibei_schema_file files[] = {
  {"checklists/pr-foreign-chinese-doctor/pr-foreign-chinese-doctor.2019-08-01.xml", file0, sizeof file0},
  {"checklists/pr-yrd-hitech-professional/pr-yrd-hitech-professional.2024-04-15.xml", file1, sizeof file1},
  {"checklists/residence-work-first/residence-work-first.2013-09-01.xml", file2, sizeof file2},
  {"checklists/work-permit-notice-abroad/work-permit-notice-abroad.2024-12-01.xml", file3, sizeof file3},
  {"overlays/110000/110000.2023-11-07.xml", file4, sizeof file4},
  {"overlays/310000/310000.2019-08-01.xml", file5, sizeof file5},
  {"overlays/310000/310000.2023-05-01.xml", file6, sizeof file6},
  {"overlays/320000/320000.2024-04-15.xml", file7, sizeof file7},
  {"overlays/320200/320200.2024-04-15.xml", file8, sizeof file8},
  {"tables/apostille.xml", file9, sizeof file9},
  {"tables/countries.xml", file10, sizeof file10},
  {"tables/divisions.xml", file11, sizeof file11},
  {"tables/languages.xml", file12, sizeof file12},
  {"tables/supplement-kinds.xml", file13, sizeof file13},
  {"tables/working-days.xml", file14, sizeof file14},
};

size_t qibei_schema_count(void) { return sizeof files / sizeof files[0]; }

const qibei_schema_file *qibei_schema_at(size_t position) {
  return position < qibei_schema_count() ? &files[position] : 0;
}
