import QibeiXML
let v = XMLVocabulary(namespace: "urn:t", names: ["a","b","x","y"])
let r = try XMLReader(root: "a", vocabulary: v)
@MainActor func t(_ s: String) { do throws(XMLReadError) { let d = try r.read(Array(s.utf8)); let l = XMLLocator(d.source)
 for (i,e) in d.elements.enumerated() { print(d.text(of:e.name,in:v), l.position(of: XMLPlace(element: Int32(i)), in: d), "end", l.position(of: XMLPlace(element: Int32(i), part: XMLPlace.inside), in: d), e.parent, e.end)
  for k in 0..<e.attributeCount { let p = Int(e.firstAttribute + k); print("  @", d.text(of: d.attributes[p].name, in: v), d.value(p), l.position(of: XMLPlace(element: Int32(i), part: k), in: d), XMLPaths(d, in: v).path(to: XMLPlace(element: Int32(i), part: k))) } }
 for s in d.strayText { print("stray", l.position(of: s)) } } catch { for p in error.problems { print(p.position as Any, p.kind, p.sentence.en) } } }
t("<?xml version='1.0'?>\n<a xmlns='urn:t' x='1 &amp; 2'\n  y='张三'>\n <b x='q'/>hi<b/><c z=\"1\"/>\n</a>\n")
t("<a xmlns='urn:t'><b></a>")
t("<a xmlns='urn:t'><b>")
t("<a xmlns='urn:t'><b x='1' x='2'/></a>")
t("<a xmlns='urn:t'><p:b/><q:b/></a>")
t("<!DOCTYPE a><a xmlns='urn:t'/>"); t("hello"); t("<z/>"); t("<a/>"); t("<a xmlns='urn:t'>&foo; &</a>"); t("<a xmlns='urn:t'/><a/>"); t("<a xmlns='urn:t'/>\u{0}<evil/>"); t("<a xmlns='urn:t' x=1/>"); t("<?xml version='1.1'?><a/>");t("<?xml version='1.0' encoding='Big5'?><a/>"); t("<a xmlns='urn:t' x='<'/>"); t("<a xmlns='urn:t'>" + String(repeating: "<b>", count: 70)); t("<a xmlns='urn:t'>\u{1}</a>"); t("<!-- <!DOCTYPE --><a xmlns='urn:t' x='a\nb'/>"); t("");t("<a xmlns='urn:t' x='1")
t("<a xmlns='urn:t' x='1'y='2'/>"); t("  "); t("<a xmlns='urn:t'>x</b></a>")
