// SPDX-License-Identifier: Apache-2.0
import Foundation
import QibeiCore
import QibeiReports
import QibeiTesting
import QibeiValidation
import QibeiXML
import Testing

/// Whatever the schema refuses, the decoder reports: nobody passes Qibei and fails the schema.
struct SchemaAgreementTests {
  /// Codes below QB2000, or the problems that keep the bytes from being a dossier.
  private static func complaints(_ text: DossierText) throws -> [String] {
    do {
      return try Examiner.decoderReport(text).entries.map(\.code)
    } catch let error as XMLReadError {
      return error.problems.map { "\($0.kind)" }
    }
  }

  @Test func `finds every sample and every new dossier valid, as the schema does`() throws {
    let library = try Fixture.library.get()
    var documents = try Fixture.samples.map { try Fixture.sample($0) }
    for category in try library.categories() {
      let checklist = try library.checklist(
        for: category, at: nil, submission: Fixture.day, acceptance: Fixture.day)
      documents.append(
        DossierScaffold([checklist], place: nil, day: Fixture.day, library.tables).text)
    }
    let valid = try XMLLint.valid(documents, by: "dossier.xsd")
    #expect(valid == documents.map { _ in true })
    let complaints = try documents.map { try Self.complaints(DossierText($0)) }
    #expect(complaints == documents.map { _ in [] })
  }

  @Test func `reports whatever the schema refuses, over seeded mutations`() throws {
    var random = SeededGenerator(seed: 42)
    var mutants: [(name: String, text: DossierText)] = []
    let samples = try Fixture.samples.map { try DossierText(sample: $0) }
    while mutants.count < 400 {
      let sample = samples[mutants.count % samples.count]
      if let mutant = Mutation.allCases[mutants.count / samples.count % Mutation.allCases.count]
        .apply(to: sample, &random)
      {
        mutants.append(mutant)
      }
    }
    let valid = try XMLLint.valid(mutants.map(\.text.xml), by: "dossier.xsd")
    // A mutation that refuses nothing tests nothing.
    #expect(valid.count { !$0 } > 250)
    let silent = try zip(mutants, valid).filter { mutant, isValid in
      try !isValid && Self.complaints(mutant.text).isEmpty
    }
    #expect(silent.map(\.0.name) == [])
  }
}

/// A way to spoil a dossier.
enum Mutation: CaseIterable {
  case dropAttribute, misspellAttribute, misspellElement, spoilValue, emptyValue, doubleElement
  case moveElement, swapNeighbours, padValue, addText

  func apply(
    to text: DossierText, _ random: inout SeededGenerator
  ) -> (name: String, text: DossierText)? {
    let xml = text.xml
    let attributes = xml.matches(of: /\ ([a-z0-9-]+)="([^"]*)"/).dropFirst(3)
    let leaves = xml.matches(of: /<([a-z-]+)( [^>]*)?\/>/)
    guard let attribute = attributes.randomElement(using: &random),
      let leaf = leaves.randomElement(using: &random),
      let other = leaves.randomElement(using: &random)
    else { return nil }
    let name = String(attribute.output.1)
    func replaced(_ range: Range<String.Index>, _ new: String) -> (String, DossierText) {
      let line = xml[..<range.lowerBound].split(separator: "\n").count
      return (
        "\(self) \(xml[range]) in line \(line)",
        DossierText(xml.replacingCharacters(in: range, with: new))
      )
    }
    let value = String(attribute.output.2)
    switch self {
    case .dropAttribute: return replaced(attribute.range, "")
    case .misspellAttribute: return replaced(attribute.range, " \(name)x=\"\(value)\"")
    case .misspellElement: return replaced(leaf.range, "<x\(leaf.output.0.dropFirst())")
    case .spoilValue: return replaced(attribute.range, " \(name)=\"?\(value)\"")
    case .emptyValue: return replaced(attribute.range, " \(name)=\"\"")
    case .doubleElement: return replaced(leaf.range, "\(leaf.output.0)\(leaf.output.0)")
    case .moveElement: return replaced(leaf.range, "\(other.output.0)")
    case .swapNeighbours: return replaced(leaf.range, "\(leaf.output.0)\(other.output.0)")
    case .padValue: return replaced(attribute.range, " \(name)=\" \(value) \"")
    case .addText: return replaced(leaf.range, "\(leaf.output.0)x")
    }
  }
}
