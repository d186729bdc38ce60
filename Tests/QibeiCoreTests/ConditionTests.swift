// SPDX-License-Identifier: Apache-2.0
import QibeiCore
import QibeiTesting
import Testing

struct ConditionTests {
  private static let values: [FactName: FactValue] = [
    .formerChinese: FactValue(.value(true)), .chineseOrigin: FactValue(.value(false)),
    .permitMonths: .number(12),
    .employerKind: .words(WordSet<EmployerKind>([.enterprise, .highTech]).bits),
    .maritalStatus: FactValue(.value(MaritalStatus.married)),
  ]

  private static func value(_ name: FactName) -> FactValue { values[name] ?? .unknown }

  private static func fact(_ name: FactName, _ word: String = "yes") -> Condition {
    .fact(FactTest(name: name, isOneOf: [word]))
  }

  // In these values: yes, no, unknown, and another unknown.
  private static let yes = fact(.formerChinese)
  private static let no = fact(.chineseOrigin)
  private static let unknown = fact(.permanentResident)
  private static let other = fact(.applies)

  @Test(arguments: [
    (yes, yes, Truth.yes, Truth.yes), (yes, no, .no, .yes), (yes, unknown, .unknown, .yes),
    (no, yes, .no, .yes), (no, no, .no, .no), (no, unknown, .no, .unknown),
    (unknown, yes, .unknown, .yes), (unknown, no, .no, .unknown),
    (unknown, other, .unknown, .unknown),
  ])
  func `follows Kleene's tables for and and or`(
    _ left: Condition, _ right: Condition, _ all: Truth, _ any: Truth
  ) {
    #expect(Condition.all([left, right]).truth(Self.value) == all)
    #expect(Condition.any([left, right]).truth(Self.value) == any)
  }

  @Test(arguments: [(yes, Truth.no), (no, .yes), (unknown, .unknown)])
  func `follows Kleene's table for not`(_ inner: Condition, _ truth: Truth) {
    #expect(Condition.not(inner).truth(Self.value) == truth)
  }

  @Test func `holds for an empty all and not for an empty any`() {
    #expect(Condition.all([]).truth(Self.value) == .yes)
    #expect(Condition.any([]).truth(Self.value) == .no)
  }

  @Test(arguments: [
    (unknown, [FactName.permanentResident]), (.not(unknown), [.permanentResident]),
    (.all([unknown, other, unknown]), [.permanentResident, .applies]),
    (.any([no, .all([yes, other]), unknown]), [.applies, .permanentResident]),
    (.all([no, unknown]), []), (.any([yes, unknown]), []), (yes, []),
    // The decided limb is no reason to ask.
    (.any([.all([no, other]), unknown]), [.permanentResident]),
  ])
  func `names the facts that leave it undecided`(_ condition: Condition, _ names: [FactName]) {
    #expect(condition.unknowns(Self.value) == names)
  }

  @Test func `names every fact it may ask for`() {
    let condition = Condition.all([Self.yes, .not(Self.no), .any([Self.unknown, Self.yes])])
    #expect(condition.facts == [.formerChinese, .chineseOrigin, .permanentResident])
  }

  @Test(arguments: [
    (FactTest(name: .employerKind, isOneOf: ["high-tech"]), Truth.yes),
    (FactTest(name: .employerKind, isOneOf: ["hospital"]), .no),
    (FactTest(name: .employerKind, isNoneOf: ["hospital"]), .yes),
    (FactTest(name: .employerKind, isNoneOf: ["enterprise"]), .no),
    (FactTest(name: .employerKind, isOneOf: ["enterprise"], isNoneOf: ["high-tech"]), .no),
    (FactTest(name: .maritalStatus, isOneOf: ["single", "married"]), .yes),
    (FactTest(name: .permitMonths, atLeast: 12), .yes),
    (FactTest(name: .permitMonths, atLeast: 13), .no),
    (FactTest(name: .permitMonths, atMost: 12), .yes),
    (FactTest(name: .permitMonths, atMost: 11), .no),
    (FactTest(name: .permitMonths, atLeast: 3, atMost: 24), .yes),
    (FactTest(name: .formerChinese, isNoneOf: ["yes"]), .no),
    (FactTest(name: .age, atLeast: 18), .unknown),
  ])
  func `tests one fact`(_ test: FactTest, _ truth: Truth) {
    #expect(test.truth(Self.value(test.name)) == truth)
  }
}
