// SPDX-License-Identifier: Apache-2.0
// The rule files, read in by the compiler. EmbeddedSchemasTests rewrites this file with QIBEI_RECORD=1.
#include "CQibeiSchemas.h"

#pragma clang diagnostic ignored "-Wc23-extensions"

static const unsigned char file0[] = {
#embed "../../schemas/checklists/pr-accompanying-child/pr-accompanying-child.2019-08-01.xml"
};
static const unsigned char file1[] = {
#embed "../../schemas/checklists/pr-accompanying-spouse/pr-accompanying-spouse.2019-08-01.xml"
};
static const unsigned char file2[] = {
#embed "../../schemas/checklists/pr-card-renewal/pr-card-renewal.2024-07-24.xml"
};
static const unsigned char file3[] = {
#embed "../../schemas/checklists/pr-child-reunion/pr-child-reunion.2004-08-15.xml"
};
static const unsigned char file4[] = {
#embed "../../schemas/checklists/pr-doctor-any-nationality/pr-doctor-any-nationality.2023-06-01.xml"
};
static const unsigned char file5[] = {
#embed "../../schemas/checklists/pr-elder-reunion/pr-elder-reunion.2004-08-15.xml"
};
static const unsigned char file6[] = {
#embed "../../schemas/checklists/pr-employment-senior/pr-employment-senior.2004-08-15.xml"
};
static const unsigned char file7[] = {
#embed "../../schemas/checklists/pr-foreign-chinese-doctor/pr-foreign-chinese-doctor.2019-08-01.xml"
};
static const unsigned char file8[] = {
#embed "../../schemas/checklists/pr-foreign-chinese-key-region-4y/pr-foreign-chinese-key-region-4y.2019-08-01.xml"
};
static const unsigned char file9[] = {
#embed "../../schemas/checklists/pr-high-level-talent-recommended/pr-high-level-talent-recommended.2019-08-01.xml"
};
static const unsigned char file10[] = {
#embed "../../schemas/checklists/pr-investment/pr-investment.2004-08-15.xml"
};
static const unsigned char file11[] = {
#embed "../../schemas/checklists/pr-lingang-3y-4x/pr-lingang-3y-4x.2024-04-10.xml"
};
static const unsigned char file12[] = {
#embed "../../schemas/checklists/pr-points-70/pr-points-70.2023-12-12.xml"
};
static const unsigned char file13[] = {
#embed "../../schemas/checklists/pr-salary-tax/pr-salary-tax.2019-08-01.xml"
};
static const unsigned char file14[] = {
#embed "../../schemas/checklists/pr-special-contribution/pr-special-contribution.2004-08-15.xml"
};
static const unsigned char file15[] = {
#embed "../../schemas/checklists/pr-spouse-reunion/pr-spouse-reunion.2004-08-15.xml"
};
static const unsigned char file16[] = {
#embed "../../schemas/checklists/pr-talent-permit-3y/pr-talent-permit-3y.2015-07-01.xml"
};
static const unsigned char file17[] = {
#embed "../../schemas/checklists/pr-yrd-hitech-professional/pr-yrd-hitech-professional.2024-04-15.xml"
};
static const unsigned char file18[] = {
#embed "../../schemas/checklists/r-visa-confirmation-letter/r-visa-confirmation-letter.2018-01-01.xml"
};
static const unsigned char file19[] = {
#embed "../../schemas/checklists/residence-change/residence-change.2013-09-01.xml"
};
static const unsigned char file20[] = {
#embed "../../schemas/checklists/residence-private-affairs-extension/residence-private-affairs-extension.2013-09-01.xml"
};
static const unsigned char file21[] = {
#embed "../../schemas/checklists/residence-private-affairs-first/residence-private-affairs-first.2013-09-01.xml"
};
static const unsigned char file22[] = {
#embed "../../schemas/checklists/residence-work-extension/residence-work-extension.2013-09-01.xml"
};
static const unsigned char file23[] = {
#embed "../../schemas/checklists/residence-work-first/residence-work-first.2013-09-01.xml"
};
static const unsigned char file24[] = {
#embed "../../schemas/checklists/work-permit-cancellation/work-permit-cancellation.2017-04-01.xml"
};
static const unsigned char file25[] = {
#embed "../../schemas/checklists/work-permit-change/work-permit-change.2024-12-01.xml"
};
static const unsigned char file26[] = {
#embed "../../schemas/checklists/work-permit-employer-registration/work-permit-employer-registration.2017-04-01.xml"
};
static const unsigned char file27[] = {
#embed "../../schemas/checklists/work-permit-extension/work-permit-extension.2024-12-01.xml"
};
static const unsigned char file28[] = {
#embed "../../schemas/checklists/work-permit-in-country-change-employer/work-permit-in-country-change-employer.2024-12-01.xml"
};
static const unsigned char file29[] = {
#embed "../../schemas/checklists/work-permit-in-country-new/work-permit-in-country-new.2024-12-01.xml"
};
static const unsigned char file30[] = {
#embed "../../schemas/checklists/work-permit-notice-abroad/work-permit-notice-abroad.2024-12-01.xml"
};
static const unsigned char file31[] = {
#embed "../../schemas/checklists/work-permit-reissue/work-permit-reissue.2017-04-01.xml"
};
static const unsigned char file32[] = {
#embed "../../schemas/checklists/work-permit-short-term/work-permit-short-term.2017-04-01.xml"
};
static const unsigned char file33[] = {
#embed "../../schemas/overlays/110000/110000.2020-06-29.xml"
};
static const unsigned char file34[] = {
#embed "../../schemas/overlays/110000/110000.2023-11-07.xml"
};
static const unsigned char file35[] = {
#embed "../../schemas/overlays/120000/120000.2004-08-15.xml"
};
static const unsigned char file36[] = {
#embed "../../schemas/overlays/310000/310000.2019-08-01.xml"
};
static const unsigned char file37[] = {
#embed "../../schemas/overlays/310000/310000.2023-05-01.xml"
};
static const unsigned char file38[] = {
#embed "../../schemas/overlays/320000/320000.2024-04-15.xml"
};
static const unsigned char file39[] = {
#embed "../../schemas/overlays/320200/320200.2024-04-15.xml"
};
static const unsigned char file40[] = {
#embed "../../schemas/overlays/320500/320500.2013-09-01.xml"
};
static const unsigned char file41[] = {
#embed "../../schemas/overlays/430000/430000.2016-12-22.xml"
};
static const unsigned char file42[] = {
#embed "../../schemas/overlays/440000/440000.2019-08-01.xml"
};
static const unsigned char file43[] = {
#embed "../../schemas/overlays/440300/440300.2019-08-01.xml"
};
static const unsigned char file44[] = {
#embed "../../schemas/tables/apostille.xml"
};
static const unsigned char file45[] = {
#embed "../../schemas/tables/countries.xml"
};
static const unsigned char file46[] = {
#embed "../../schemas/tables/divisions.xml"
};
static const unsigned char file47[] = {
#embed "../../schemas/tables/languages.xml"
};
static const unsigned char file48[] = {
#embed "../../schemas/tables/points.xml"
};
static const unsigned char file49[] = {
#embed "../../schemas/tables/supplement-kinds.xml"
};
static const unsigned char file50[] = {
#embed "../../schemas/tables/wage-averages.xml"
};
static const unsigned char file51[] = {
#embed "../../schemas/tables/working-days.xml"
};

static const qibei_schema_file files[] = {
  {"checklists/pr-accompanying-child/pr-accompanying-child.2019-08-01.xml", file0, sizeof file0},
  {"checklists/pr-accompanying-spouse/pr-accompanying-spouse.2019-08-01.xml", file1, sizeof file1},
  {"checklists/pr-card-renewal/pr-card-renewal.2024-07-24.xml", file2, sizeof file2},
  {"checklists/pr-child-reunion/pr-child-reunion.2004-08-15.xml", file3, sizeof file3},
  {"checklists/pr-doctor-any-nationality/pr-doctor-any-nationality.2023-06-01.xml", file4, sizeof file4},
  {"checklists/pr-elder-reunion/pr-elder-reunion.2004-08-15.xml", file5, sizeof file5},
  {"checklists/pr-employment-senior/pr-employment-senior.2004-08-15.xml", file6, sizeof file6},
  {"checklists/pr-foreign-chinese-doctor/pr-foreign-chinese-doctor.2019-08-01.xml", file7, sizeof file7},
  {"checklists/pr-foreign-chinese-key-region-4y/pr-foreign-chinese-key-region-4y.2019-08-01.xml", file8, sizeof file8},
  {"checklists/pr-high-level-talent-recommended/pr-high-level-talent-recommended.2019-08-01.xml", file9, sizeof file9},
  {"checklists/pr-investment/pr-investment.2004-08-15.xml", file10, sizeof file10},
  {"checklists/pr-lingang-3y-4x/pr-lingang-3y-4x.2024-04-10.xml", file11, sizeof file11},
  {"checklists/pr-points-70/pr-points-70.2023-12-12.xml", file12, sizeof file12},
  {"checklists/pr-salary-tax/pr-salary-tax.2019-08-01.xml", file13, sizeof file13},
  {"checklists/pr-special-contribution/pr-special-contribution.2004-08-15.xml", file14, sizeof file14},
  {"checklists/pr-spouse-reunion/pr-spouse-reunion.2004-08-15.xml", file15, sizeof file15},
  {"checklists/pr-talent-permit-3y/pr-talent-permit-3y.2015-07-01.xml", file16, sizeof file16},
  {"checklists/pr-yrd-hitech-professional/pr-yrd-hitech-professional.2024-04-15.xml", file17, sizeof file17},
  {"checklists/r-visa-confirmation-letter/r-visa-confirmation-letter.2018-01-01.xml", file18, sizeof file18},
  {"checklists/residence-change/residence-change.2013-09-01.xml", file19, sizeof file19},
  {"checklists/residence-private-affairs-extension/residence-private-affairs-extension.2013-09-01.xml", file20, sizeof file20},
  {"checklists/residence-private-affairs-first/residence-private-affairs-first.2013-09-01.xml", file21, sizeof file21},
  {"checklists/residence-work-extension/residence-work-extension.2013-09-01.xml", file22, sizeof file22},
  {"checklists/residence-work-first/residence-work-first.2013-09-01.xml", file23, sizeof file23},
  {"checklists/work-permit-cancellation/work-permit-cancellation.2017-04-01.xml", file24, sizeof file24},
  {"checklists/work-permit-change/work-permit-change.2024-12-01.xml", file25, sizeof file25},
  {"checklists/work-permit-employer-registration/work-permit-employer-registration.2017-04-01.xml", file26, sizeof file26},
  {"checklists/work-permit-extension/work-permit-extension.2024-12-01.xml", file27, sizeof file27},
  {"checklists/work-permit-in-country-change-employer/work-permit-in-country-change-employer.2024-12-01.xml", file28, sizeof file28},
  {"checklists/work-permit-in-country-new/work-permit-in-country-new.2024-12-01.xml", file29, sizeof file29},
  {"checklists/work-permit-notice-abroad/work-permit-notice-abroad.2024-12-01.xml", file30, sizeof file30},
  {"checklists/work-permit-reissue/work-permit-reissue.2017-04-01.xml", file31, sizeof file31},
  {"checklists/work-permit-short-term/work-permit-short-term.2017-04-01.xml", file32, sizeof file32},
  {"overlays/110000/110000.2020-06-29.xml", file33, sizeof file33},
  {"overlays/110000/110000.2023-11-07.xml", file34, sizeof file34},
  {"overlays/120000/120000.2004-08-15.xml", file35, sizeof file35},
  {"overlays/310000/310000.2019-08-01.xml", file36, sizeof file36},
  {"overlays/310000/310000.2023-05-01.xml", file37, sizeof file37},
  {"overlays/320000/320000.2024-04-15.xml", file38, sizeof file38},
  {"overlays/320200/320200.2024-04-15.xml", file39, sizeof file39},
  {"overlays/320500/320500.2013-09-01.xml", file40, sizeof file40},
  {"overlays/430000/430000.2016-12-22.xml", file41, sizeof file41},
  {"overlays/440000/440000.2019-08-01.xml", file42, sizeof file42},
  {"overlays/440300/440300.2019-08-01.xml", file43, sizeof file43},
  {"tables/apostille.xml", file44, sizeof file44},
  {"tables/countries.xml", file45, sizeof file45},
  {"tables/divisions.xml", file46, sizeof file46},
  {"tables/languages.xml", file47, sizeof file47},
  {"tables/points.xml", file48, sizeof file48},
  {"tables/supplement-kinds.xml", file49, sizeof file49},
  {"tables/wage-averages.xml", file50, sizeof file50},
  {"tables/working-days.xml", file51, sizeof file51},
};

size_t qibei_schema_count(void) { return sizeof files / sizeof files[0]; }

const qibei_schema_file *qibei_schema_at(size_t position) {
  return position < qibei_schema_count() ? &files[position] : 0;
}
