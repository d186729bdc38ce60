#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""make-schematron.py SCHEMAS OUT: writes the lists that the corpus is judged by as one Schematron schema.

Each requirement becomes an assertion that its paper is there and one for each check of it, in a rule of its category,
so that only one list is looked at for a dossier; the text of an assertion begins with the code that Qibei gives the
same fault. What XPath 1.0 cannot say is left out: chronologies, check digits, spellings of names, days of the month.
"""
import glob
import re
import sys
import xml.etree.ElementTree as ET
from xml.sax.saxutils import quoteattr

C = "{urn:qibei:checklist:1}"
CATEGORIES = [
    "work-permit-notice-abroad", "residence-work-first", "pr-foreign-chinese-doctor", "pr-yrd-hitech-professional",
]
# The places of the corpus, whose overlays may add lines.
PLACES = ["320000", "320200", "320500"]
PERSON = "q:person[@role = 'applicant']"
HIGHEST = " | ".join(
    f"{PERSON}/q:education[@level = '{level}']" + "".join(f"[not(../q:education[@level = '{higher}'])]" for higher in above)
    for level, above in [("doctor", []), ("master", ["doctor"]), ("bachelor", ["doctor", "master"])])
ORIGINS = {"mainland": "[. = 'CHN']", "hk-mo-tw": "[. = 'HKG' or . = 'MAC' or . = 'TWN']"}
FACTS = {
    "application.basis": "q:application/@basis", "application.work-category": "q:application/@work-category",
    "application.filed-by": "q:application/@filed-by", "application.location": "q:application/@location",
    "application.circumstances": "q:application/@circumstances",
    "application.permit-months": "q:application/@permit-months", "person.former-chinese": f"{PERSON}/@former-chinese",
    "employer.kind": "q:employer/@kinds", "employer.on-file": "q:employer/@on-file",
    "employment.licence-needed": "q:employer/q:employment/@licence-needed",
    "employment.performance": "q:employer/q:employment/@performance",
    "employment.previous-employer-in-china": "q:employer/q:employment/@previous-employer-in-china",
    "person.entry-visa": f"{PERSON}/q:entry[last()]/@visa",
    "person.holds": f"{PERSON}/q:permit[@current = 'yes']/@kind",
    # A flag, which a name of another kind raises.
    "person.other-name-shown": f"{PERSON}/q:name[@kind = 'former' or @kind = 'other']",
}
DECLARED = {
    "born": "@born = $person/@born", "sex": "@sex = $person/@sex", "nationality": "@nationality = $person/@nationality",
    "passport": "@passport = $person/q:passport/@number",
    "employer": "@employer = $employer/@name or @employer = $employer/@english-name",
    "position": "@position = $employer/q:employment/@position", "uscc": "@uscc = $employer/@uscc",
    "permit": "@permit = $person/q:permit/@number", "level": "@level = $person/q:education/@level",
    "name": "@name = concat($person/q:name/@surname, ' ', $person/q:name/@given)",
}


def either(name, words):
    return "(" + " or ".join(f"contains(concat(' ', {name}, ' '), ' {word} ')" for word in words) + ")"


def number(day):
    return f"(372 * substring({day}, 1, 4) + 31 * substring({day}, 6, 2) + substring({day}, 9, 2))"


def days(period):
    """Of months with 31 days, as `number` counts them."""
    years, months = re.fullmatch(r"P(?:(\d+)Y)?(?:(\d+)M)?", period).groups()
    return int(years or 0) * 372 + int(months or 0) * 31


def fact(node):
    name, words = node.get("name"), (node.get("is") or node.get("is-not") or "").split()
    if name == "person.degree-origin":
        country = f"({HIGHEST})[1]/@country"
        known = {word: country + test for word, test in ORIGINS.items()}
        known["foreign"] = " and ".join(f"not({test})" for test in known.values())
        truth = "(" + " or ".join(f"({known[word]})" for word in words) + ")"
    elif name == "person.other-name-shown":
        truth = FACTS[name]
    elif node.get("at-least"):
        return f"{FACTS[name]} >= {node.get('at-least')}"
    else:
        truth = either(FACTS[name], words)
    return f"not({truth})" if node.get("is-not") else truth


def condition(node):
    tag = node.tag.replace(C, "")
    if tag == "fact":
        return fact(node)
    if tag == "not":
        return "not(" + " and ".join(map(condition, node)) + ")"
    return "(" + (" or " if tag == "any" else " and ").join(map(condition, node)) + ")"


def when(node):
    found = node.find(C + "when")
    return None if found is None else "(" + " and ".join(map(condition, found)) + ")"


def tests(check):
    """What a check asks of a supplement, one test for each thing; none where XPath cannot say it."""
    tag, get = check.tag.replace(C, ""), check.get
    if tag == "form":
        yield from ["q:file"] if get("scan") else []
        yield from [f"@{name} >= {get(name)}" for name in ("originals", "copies") if get(name)]
    elif tag == "file-type":
        yield "not(q:file[not(" + " or ".join(f"@type = '{word}'" for word in get("types").split()) + ")])"
    elif tag in ("signature", "seal"):
        attribute = "by" if tag == "signature" else "of"
        yield f"q:{tag}[" + " or ".join(f"@{attribute} = '{word}'" for word in get(attribute).split()) + "]"
    elif tag == "issuer":
        yield "(" + " or ".join(f"@issuer-kind = '{word}'" for word in get("kinds").split()) + ")"
    elif tag == "mentions":
        yield from [either("@mentions", [word]) for word in get("items").split()]
    elif tag == "issued-within":
        yield f"{number('@issued')} + {days(get('period'))} >= ${get('before')}"
    elif tag == "valid-through":
        until = {"permit-end": "$submission + 31 * /q:dossier/q:application/@permit-months"}.get(get("after"), f"${get('after')}")
        yield f"not(@expires) or {number('@expires')} >= {until} + {days(get('period') or 'P')}"
    elif tag == "duration":
        yield f"{number('@until')} - {number('@from')} <= {days(get('at-most'))}"
    elif tag == "translation":
        asked = [either("@language", ["zh"])] + [
            either(f"@{name}", get(name).split()) for name in ("by", "sealed-by") if get(name)]
        yield f"not(@language) or {asked[0]} or q:translation[{' and '.join(asked)}]"
    elif tag == "authentication":
        kinds = either("@kind", [word for word in get("accept").split()] + ["credential-body"])
        yield f"@country = 'CHN' or q:authentication[{kinds}]"
    elif tag == "country":
        if get("not"):
            yield f"not(@country = '{get('not')}')"
        else:
            yield "@country = $person/@nationality or @country = $person/q:lived/@country"
    elif tag == "level":
        # No list of the corpus asks for less than the highest.
        yield f"q:states/@level = '{get('at-least')}'"
    elif tag == "states":
        for field in get("fields").split():
            yield f"not(q:states/@{field}) or q:states[{DECLARED[field]}]"


CODES = {"issued-within": "QB3102", "translation": "QB2301"}


class Demand:
    # The papers of each demand are looked up once, under a name of their own.
    names = {}

    def __init__(self, node, owner):
        self.when = when(node)
        kinds = " or ".join(f"@kind = '{kind}'" for kind in node.get("kind").split())
        found = f"q:supplements/q:supplement[{kinds}]{owner}"
        self.papers = "$" + self.names.setdefault(found, f"p{len(self.names)}")
        self.title = node.get("kind")
        self.checks = [
            (CODES.get(tag, "QB"), f"{self.title}: {tag}", test)
            for check in node if (tag := check.tag.replace(C, "")) != "when" for test in tests(check)]

    def at_hand(self):
        return f"({self.when} and {self.papers})" if self.when else self.papers

    def satisfied(self):
        whole = self.papers + "".join(f"[{test}]" for _, _, test in self.checks)
        return f"({self.when} and {whole})" if self.when else whole


class Choice:
    def __init__(self, node, owner):
        tag = node.tag.replace(C, "")
        self.word = {"all-of": " and ", "any-of": " or "}.get(tag)
        self.parts = [Demand(node, owner)] if not self.word else [
            Choice(part, owner) for part in node if part.tag.replace(C, "") in ("all-of", "any-of", "supplement")]
        self.title, self.when = self.parts[0].title, self.parts[0].when

    def at_hand(self):
        return "(" + (self.word or "").join(part.at_hand() for part in self.parts) + ")"

    def satisfied(self):
        return "(" + (self.word or "").join(part.satisfied() for part in self.parts) + ")"

    def assertions(self, instead):
        """Code, text and test; `instead` would do as well."""
        other = "".join(f" or {test}" for test in instead)
        if not self.word:
            demand = self.parts[0]
            unless = f"not({demand.at_hand()}){other} or "
            return [(code, text, f"{unless}{demand.papers}[{test}]") for code, text, test in demand.checks]
        found, told = [], set()
        for at, part in enumerate(self.parts):
            # Of two ways with the same paper, both open to everybody, the first is told.
            if self.word == " or " and not part.when:
                if told.issuperset(part.title.split()):
                    continue
                told.update(part.title.split())
            rest = [] if self.word == " and " else [p.satisfied() for i, p in enumerate(self.parts) if i != at]
            found += part.assertions(instead + rest)
        return found

    def presence(self):
        if self.word == " and ":
            return [test for part in self.parts for test in part.presence()]
        return [self.at_hand()]


# No family applies along in the corpus, so its lines are left out.
OWNERS = {
    "applicant": "[@for = $person/@id]", "employer": "[@for = $employer/@id]", "application": "",
}


def assertions(requirement, told):
    """Of one line; `told` is what other lines have asserted of the same papers, and grows."""
    owner = OWNERS[requirement.get("for")]
    node = next(part for part in requirement if part.tag.replace(C, "") in ("all-of", "any-of", "supplement"))
    choice = Choice(node, owner)
    applies = when(requirement)
    unless = f"not({applies}) or " if applies else ""
    found = [("QB2101", f"{requirement.get('id')} is missing", f"{unless}{test}") for test in choice.presence()]
    for code, text, test in choice.assertions([]):
        if (key := (text, test.rsplit(" or $p", 1)[-1])) not in told:
            told.add(key)
            found.append((code, text, f"{unless}{test}"))
    return "".join(f"<assert test={quoteattr(test)}>{code} {text}</assert>\n" for code, text, test in found)


def main(schemas, out):
    patterns = []
    for category in CATEGORIES:
        path, = glob.glob(f"{schemas}/checklists/{category}/*.xml")
        requirements = [(r, "") for r in ET.parse(path).getroot().findall(C + "requirement")]
        for place in PLACES:
            for overlay in glob.glob(f"{schemas}/overlays/{place}/*.xml"):
                for added in ET.parse(overlay).getroot().findall(f"{C}category[@id='{category}']/{C}add/{C}requirement"):
                    requirements.append((added, f"[starts-with(q:application/@place, '{place.rstrip('0')}')]"))
        here = f"q:dossier[q:application/@category = '{category}']"
        rules, told = {}, set()
        for requirement, where in requirements:
            if requirement.get("for") in OWNERS:
                rules.setdefault(here + where, []).append(assertions(requirement, told))
        for at, (context, wanted) in enumerate(rules.items()):
            block = "".join(wanted)
            lets = "".join(
                f"<let name={quoteattr(name)} value={quoteattr(found)}/>\n" for found, name in Demand.names.items()
                if re.search(rf"\${name}\b", block))
            patterns.append(
                f'<pattern id="{category}-{at}"><rule context={quoteattr(context)}>\n{lets}{block}</rule></pattern>\n')
    day = "/q:dossier/q:application/@"
    text = f"""<?xml version="1.0" encoding="UTF-8"?>
<schema xmlns="http://purl.oclc.org/dsdl/schematron" queryBinding="xslt">
<ns prefix="q" uri="urn:qibei:dossier:1"/>
<let name="person" value="/q:dossier/{PERSON}"/>
<let name="employer" value="/q:dossier/q:employer"/>
<let name="submission" value="{number(day + 'submission')}"/>
<let name="acceptance" value="{number(day + 'acceptance')}"/>
{"".join(patterns)}<pattern id="supplements"><rule context="q:supplement">
<assert test="@for = $person/@id or @for = $employer/@id or @for = /q:dossier/q:person/@id or not(@for)">QB for nobody</assert>
<assert test="not(@issued) or {number('@issued')} &lt;= $submission">QB dated after the submission</assert>
<assert test="not(@issued and @expires) or {number('@issued')} &lt;= {number('@expires')}">QB expires before it was issued</assert>
<assert test="count(/q:dossier/q:supplements/q:supplement[@id = current()/@id]) = 1">QB an id that is not its own</assert>
</rule></pattern>
<pattern id="files"><rule context="q:file">
<assert test="@path and not(starts-with(@path, '/')) and not(contains(@path, '..'))">QB outside the folder</assert>
<assert test="not(@sha256) or string-length(@sha256) = 64">QB no digest</assert>
</rule></pattern>
</schema>
"""
    with open(out, "w", encoding="utf-8") as file:
        file.write(text)
    print(len(re.findall("<assert ", text)), "assertions")


main(sys.argv[1], sys.argv[2])
