#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Writes dossier.sch: rules of the same kinds as the corpus is judged by, as far as XPath 1.0 can say them.

For each category which papers it wants; for each paper its age, originals or copies, translation, seals and
signatures; and that papers agree with the person's name, passport, birth and nationality.
"""
import re
import sys
import xml.etree.ElementTree as ET

Q = "{urn:qibei:dossier:1}"
SAMPLES = [
    "work-permit-notice-abroad-complete", "work-permit-a-complete", "residence-work-first-complete",
    "pr-foreign-chinese-doctor-complete", "pr-yrd-hitech-professional-complete",
]
# Six months before the corpus's day of submission; the papers that have to be so young.
YOUNG = ["police-certificate-foreign", "police-certificate-china", "health-certificate"]


def main(samples, out):
    rules = []
    for sample in SAMPLES:
        root = ET.parse(f"{samples}/{sample}/dossier.xml").getroot()
        category = root.find(Q + "application").get("category")
        work = root.find(Q + "application").get("work-category")
        only = f"q:application/@category = '{category}'" + (f" and q:application/@work-category = '{work}'" if work else "")
        kinds = sorted({paper.get("kind") for paper in root.iter(Q + "supplement")})
        for kind in kinds:
            rules.append((f"not({only}) or q:supplements/q:supplement[@kind = '{kind}']", f"{kind} is missing"))
    dossier = "".join(f'<assert test="{test}">{text}</assert>\n' for test, text in rules)
    young = " or ".join(f"@kind = '{kind}'" for kind in YOUNG)
    person = "/q:dossier/q:person[@id = current()/@for]"
    papers = [
        ("not(@language) or contains(concat(' ', @language, ' '), ' zh ') or q:translation[contains(concat(' ', @language, ' '), ' zh ')]", "no Chinese translation"),
        (f"not({young}) or number(translate(@issued, '-', '')) &gt;= 20250916", "too old"),
        ("not(@expires) or number(translate(@expires, '-', '')) &gt;= number(translate(/q:dossier/q:application/@submission, '-', ''))", "expired"),
        ("not(@issued) or number(translate(@issued, '-', '')) &lt;= number(translate(/q:dossier/q:application/@submission, '-', ''))", "dated after the submission"),
        ("not(@issued and @expires) or number(translate(@issued, '-', '')) &lt;= number(translate(@expires, '-', ''))", "expires before it was issued"),
        ("number(@originals) + number(@copies) &gt; 0", "neither original nor copy"),
        ("@country = 'CHN' or not(@kind = 'degree-certificate' or @kind = 'police-certificate-foreign') or q:authentication", "not authenticated"),
        ("not(@kind = 'application-form') or q:signature[@by = 'applicant']", "not signed"),
        ("not(@kind = 'employment-contract') or q:seal[@of = 'employer']", "not sealed"),
        ("not(q:translation) or q:translation/@sealed-by", "translation not sealed"),
        ("q:file", "no scan"),
        ("/q:dossier/q:person[@id = current()/@for] or /q:dossier/q:employer[@id = current()/@for] or not(@for)", "for nobody"),
        ("count(/q:dossier/q:supplements/q:supplement[@id = current()/@id]) = 1", "an id that is not its own"),
    ]
    states = [
        (f"not(@passport) or @passport = {person.replace('current()', 'current()/..')}/q:passport/@number", "another passport"),
        (f"not(@born) or @born = {person.replace('current()', 'current()/..')}/@born", "another birth"),
        (f"not(@nationality) or @nationality = {person.replace('current()', 'current()/..')}/@nationality", "another nationality"),
        (f"not(@sex) or @sex = {person.replace('current()', 'current()/..')}/@sex", "another sex"),
        ("not(@employer) or @employer = /q:dossier/q:employer/@name or @employer = /q:dossier/q:employer/@english-name", "another employer"),
        ("not(@position) or @position = /q:dossier/q:employer/q:employment/@position", "another position"),
        ("not(@uscc) or @uscc = /q:dossier/q:employer/@uscc", "another credit code"),
    ]
    files = [
        ("@path and not(starts-with(@path, '/')) and not(contains(@path, '..'))", "outside the folder"),
        ("not(@sha256) or string-length(@sha256) = 64", "no digest"),
        ("@type = 'application/pdf' or @type = 'image/jpeg' or @type = 'image/png'", "another type"),
    ]

    def block(rows):
        return "".join(f'<assert test="{test}">{text}</assert>\n' for test, text in rows)

    text = f"""<?xml version="1.0" encoding="UTF-8"?>
<schema xmlns="http://purl.oclc.org/dsdl/schematron" queryBinding="xslt">
<ns prefix="q" uri="urn:qibei:dossier:1"/>
<pattern id="dossier"><rule context="q:dossier">
{dossier}</rule></pattern>
<pattern id="papers"><rule context="q:supplement">
{block(papers)}</rule></pattern>
<pattern id="states"><rule context="q:states">
{block(states)}</rule></pattern>
<pattern id="files"><rule context="q:file">
{block(files)}</rule></pattern>
</schema>
"""
    with open(out, "w", encoding="utf-8") as file:
        file.write(text)
    print(len(re.findall("<assert ", text)), "rules")


main(sys.argv[1], sys.argv[2])
