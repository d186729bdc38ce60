// SPDX-License-Identifier: Apache-2.0

/// What people write instead of a three-letter code of ISO 3166-1: its two-letter codes, those of cars and of sports.
package enum CountrySlips {
  /// The code that was meant; nil where nobody can tell.
  package static func code(for text: String) -> String? {
    let slip = text.uppercased()
    return pairs.first { $0.slip == slip }?.code
  }

  private static let pairs: [(slip: String, code: String)] = [
    ("AE", "ARE"), ("AR", "ARG"), ("AT", "AUT"), ("AU", "AUS"), ("BD", "BGD"), ("BE", "BEL"),
    ("BR", "BRA"), ("CA", "CAN"), ("CH", "CHE"), ("CL", "CHL"), ("CN", "CHN"), ("CO", "COL"),
    ("CZ", "CZE"), ("D", "DEU"), ("DE", "DEU"), ("DK", "DNK"), ("EG", "EGY"), ("ES", "ESP"),
    ("FI", "FIN"), ("FR", "FRA"), ("GB", "GBR"), ("GR", "GRC"), ("HK", "HKG"), ("HU", "HUN"),
    ("ID", "IDN"), ("IE", "IRL"), ("IL", "ISR"), ("IN", "IND"), ("IR", "IRN"), ("IT", "ITA"),
    ("JP", "JPN"), ("KE", "KEN"), ("KP", "PRK"), ("KR", "KOR"), ("KZ", "KAZ"), ("LK", "LKA"),
    ("MA", "MAR"), ("MM", "MMR"), ("MN", "MNG"), ("MO", "MAC"), ("MX", "MEX"), ("MY", "MYS"),
    ("NG", "NGA"), ("NL", "NLD"), ("NO", "NOR"), ("NP", "NPL"), ("NZ", "NZL"), ("PE", "PER"),
    ("PH", "PHL"), ("PK", "PAK"), ("PL", "POL"), ("PT", "PRT"), ("RO", "ROU"), ("RU", "RUS"),
    ("SA", "SAU"), ("SE", "SWE"), ("SG", "SGP"), ("TH", "THA"), ("TR", "TUR"), ("TW", "TWN"),
    ("UA", "UKR"), ("UK", "GBR"), ("US", "USA"), ("UZ", "UZB"), ("VN", "VNM"), ("ZA", "ZAF"),
    ("ALG", "DZA"), ("BAN", "BGD"), ("BUL", "BGR"), ("CAM", "KHM"),
    ("CRO", "HRV"), ("DEN", "DNK"), ("ENG", "GBR"), ("FIJ", "FJI"), ("GER", "DEU"),
    ("GRE", "GRC"), ("INA", "IDN"), ("IRI", "IRN"), ("KSA", "SAU"), ("LAT", "LVA"),
    ("MAS", "MYS"), ("MGL", "MNG"), ("MYA", "MMR"), ("NED", "NLD"), ("NEP", "NPL"),
    ("NGR", "NGA"), ("PHI", "PHL"), ("POR", "PRT"), ("ROK", "KOR"), ("ROM", "ROU"),
    ("RSA", "ZAF"), ("SIN", "SGP"), ("SLO", "SVN"), ("SRI", "LKA"), ("SUI", "CHE"),
    ("TPE", "TWN"), ("UAE", "ARE"), ("VIE", "VNM"),
  ]
}
