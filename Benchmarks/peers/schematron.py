#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""schematron.py lxml|saxon SCHEMA LINES COUNT: holds dossiers against a Schematron schema.

LINES is what `qibei batch --brief` said of them, and so names them. Prints CPU seconds a dossier, how much was found,
and in how many dossiers something else was found than Qibei did, what the window only looks at left aside.
"""
import json
import re
import resource
import sys
import tempfile

from lxml import etree, isoschematron

engine, schema, lines, count = sys.argv[1:5]
with open(lines, encoding="utf-8") as file:
    reports = [json.loads(line) for line in file][: int(count)]
SVRL = "{http://purl.oclc.org/dsdl/svrl}"


def cpu():
    usage = resource.getrusage(resource.RUSAGE_SELF)
    return usage.ru_utime + usage.ru_stime


def codes(texts):
    return sorted(text.split()[0] for text in texts)


def with_lxml(check, path):
    check.validate(etree.parse(path))
    return [found[0].text for found in check.validation_report.getroot().findall(SVRL + "failed-assert")]


def run(judge):
    paths = [report["input"] for report in reports]
    judge(paths[0])
    start = cpu()
    found = [judge(path) for path in paths]
    seconds = (cpu() - start) / len(paths)
    own = [codes(f["code"] for f in report["findings"] if f["disposition"] != "look") for report in reports]
    different = sum(codes(texts) != wanted for texts, wanted in zip(found, own))
    print(f"{seconds:.6f} s, {sum(map(len, found))} findings, otherwise than Qibei in {different} of {len(paths)}")


check = isoschematron.Schematron(etree.parse(schema), store_report=True, store_xslt=True)
if engine == "lxml":
    run(lambda path: with_lxml(check, path))
else:
    from saxonche import PySaxonProcessor

    text = re.compile(r"<svrl:failed-assert.*?<svrl:text>(.*?)</svrl:text>", re.S)
    with tempfile.NamedTemporaryFile(suffix=".xsl") as sheet, PySaxonProcessor(license=False) as processor:
        check.validator_xslt.write(sheet.name)
        compiled = processor.new_xslt30_processor().compile_stylesheet(stylesheet_file=sheet.name)
        run(lambda path: text.findall(compiled.transform_to_string(source_file=path)))
