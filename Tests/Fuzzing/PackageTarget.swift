// SPDX-License-Identifier: Apache-2.0
internal import QibeiFiles
internal import QibeiPackages

/// ZIP packages: what is taken comes out whole, and survives being packed again.
enum PackageTarget {
  @Sendable static func run(_ input: [UInt8]) {
    let package: DossierPackage
    do throws(PackageError) {
      package = try DossierPackage(input)
    } catch {
      require(!error.faults.isEmpty, "refused without a reason")
      for fault in error.faults { _ = fault.sentence }
      return
    }
    do {
      let files = try package.files().map { name in
        (name: name, bytes: try package.read(name, atMost: PackageLimits.unpacked))
      }
      require(files.contains { $0.name == "dossier.xml" }, "taken without a dossier")
      for (name, _) in files {
        require(!name.hasPrefix("/"), "taken with an absolute name")
        require(!name.split(separator: "/").contains(".."), "taken with a name that climbs")
        require(!name.utf8.contains(0), "taken with a NUL in a name")
      }
      let again = try DossierPackage(PackageWriter.write(files))
      require(again.files() == package.files(), "packing again changed the names")
      for (name, bytes) in files {
        let other = try again.read(name, atMost: PackageLimits.unpacked)
        require(other == bytes, "packing again changed a file")
      }
    } catch let error as PackageError {
      // The list of digests takes room of its own, and may pass a limit that the files just keep.
      require(!error.faults.isEmpty)
    } catch {
      fail("what was taken cannot be read: \(error)")
    }
  }
}
