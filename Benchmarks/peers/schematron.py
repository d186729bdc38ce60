#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Holds files against a Schematron schema: schematron.py lxml|saxon SCHEMA LIST COUNT; prints CPU seconds a file."""
import resource
import sys
import tempfile

from lxml import etree, isoschematron

engine, schema, names, count = sys.argv[1:5]
with open(names, encoding="utf-8") as file:
    paths = [line.strip() for line in file][: int(count)]


def cpu():
    usage = resource.getrusage(resource.RUSAGE_SELF)
    return usage.ru_utime + usage.ru_stime


def failures_lxml(check, path):
    check.validate(etree.parse(path))
    return check.validation_report.getroot().findall("{http://purl.oclc.org/dsdl/svrl}failed-assert")


check = isoschematron.Schematron(etree.parse(schema), store_report=True, store_xslt=True)
found = 0
if engine == "lxml":
    failures_lxml(check, paths[0])
    start = cpu()
    for path in paths:
        found += len(failures_lxml(check, path))
else:
    from saxonche import PySaxonProcessor

    with tempfile.NamedTemporaryFile(suffix=".xsl") as sheet, PySaxonProcessor(license=False) as processor:
        check.validator_xslt.write(sheet.name)
        compiled = processor.new_xslt30_processor().compile_stylesheet(stylesheet_file=sheet.name)
        compiled.transform_to_string(source_file=paths[0])
        start = cpu()
        for path in paths:
            found += compiled.transform_to_string(source_file=path).count("<svrl:failed-assert")
print(f"{(cpu() - start) / len(paths):.6f} {found}")
