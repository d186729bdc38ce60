// SPDX-License-Identifier: Apache-2.0
internal import CInspection

/// libqpdf, loaded when it is wanted; only for a process that may die of what it reads.
struct PDFLibrary {
  private var calls: qibei_pdf

  static let name = "libqpdf.so.29"

  /// Nil where the library is not installed.
  init?() {
    calls = qibei_pdf()
    guard unsafe qibei_load_pdf(&calls) == 1 else { return nil }
  }

  /// What became of a file.
  enum Opening<Value> {
    case opened(Value)
    case needsPassword
    case unreadable
    /// No memory, most likely; it says nothing about the file.
    case failed
  }

  /// Opens a file without a password and hands it on for as long as the closure runs.
  func open<Value>(_ bytes: [UInt8], _ look: (PDFDocument) -> Value) -> Opening<Value> {
    unsafe bytes.withUnsafeBytes { buffer in
      guard let handle = calls.qpdf_init() else { return .unreadable }
      defer {
        var ended: qpdf_data? = unsafe handle
        unsafe calls.qpdf_cleanup(&ended)
      }
      unsafe calls.qpdf_silence_errors(handle)
      unsafe calls.qpdf_set_suppress_warnings(handle, 1)
      let start = unsafe buffer.bindMemory(to: CChar.self).baseAddress
      let status = unsafe calls.qpdf_read_memory(handle, "", start, UInt64(buffer.count), "")
      if let error = unsafe status & 2 != 0 ? calls.qpdf_get_error(handle) : nil {
        let code = unsafe calls.qpdf_get_error_code(handle, error)
        switch code {
        case qpdf_e_password: return .needsPassword
        case qpdf_e_internal, qpdf_e_system: return .failed
        default: return .unreadable
        }
      }
      return .opened(look(unsafe PDFDocument(calls, handle)))
    }
  }
}

/// An open file.
@safe final class PDFDocument {
  fileprivate let calls: qibei_pdf
  fileprivate let handle: qpdf_data

  fileprivate init(_ calls: qibei_pdf, _ handle: qpdf_data) {
    self.calls = calls
    unsafe self.handle = handle
  }

  var isEncrypted: Bool { unsafe calls.qpdf_is_encrypted(handle) != 0 }

  /// Nil where its pages cannot be found.
  func countPages() -> Int? {
    unsafe _ = calls.qpdf_push_inherited_attributes_to_page(handle)
    let count = unsafe calls.qpdf_get_num_pages(handle)
    return count < 0 ? nil : Int(count)
  }

  var root: PDFObject { PDFObject(self, unsafe calls.qpdf_get_root(handle)) }

  /// Counted from 0; everything taken out of the file before is of no more use.
  func page(_ index: Int) -> PDFObject {
    unsafe calls.qpdf_oh_release_all(handle)
    return PDFObject(self, unsafe calls.qpdf_get_page_n(handle, index))
  }
}

/// Something in an open file (ISO 32000-1, 7.3); absent things are null.
struct PDFObject {
  private let document: PDFDocument
  private let handle: qpdf_oh

  fileprivate init(_ document: PDFDocument, _ handle: qpdf_oh) {
    self.document = document
    self.handle = handle
  }

  var isNull: Bool { unsafe document.calls.qpdf_oh_is_null(document.handle, handle) != 0 }
  var isStream: Bool { unsafe document.calls.qpdf_oh_is_stream(document.handle, handle) != 0 }
  private var isArray: Bool {
    unsafe document.calls.qpdf_oh_is_array(document.handle, handle) != 0
  }

  /// The value of a key, such as `/Type`, of a dictionary or of a stream's dictionary.
  subscript(_ key: String) -> PDFObject {
    let dictionary =
      isStream ? unsafe document.calls.qpdf_oh_get_dict(document.handle, handle) : handle
    return PDFObject(
      document, unsafe document.calls.qpdf_oh_get_key_if_dict(document.handle, dictionary, key))
  }

  /// Of an array; none of anything else.
  var items: [PDFObject] {
    guard isArray else { return [] }
    let count = unsafe document.calls.qpdf_oh_get_array_n_items(document.handle, handle)
    return (0..<max(0, count)).map {
      PDFObject(document, unsafe document.calls.qpdf_oh_get_array_item(document.handle, handle, $0))
    }
  }

  /// With its stroke, such as `/Image`.
  var name: String? {
    guard unsafe document.calls.qpdf_oh_is_name(document.handle, handle) != 0,
      let text = unsafe document.calls.qpdf_oh_get_name(document.handle, handle)
    else { return nil }
    return unsafe String(cString: text)
  }

  var number: Double? {
    guard unsafe document.calls.qpdf_oh_is_number(document.handle, handle) != 0 else { return nil }
    return unsafe document.calls.qpdf_oh_get_numeric_value(document.handle, handle)
  }

  /// What a page paints; nil where that cannot be read.
  func content() -> [UInt8]? {
    var buffer: UnsafeMutablePointer<UInt8>?
    var count = 0
    let status = unsafe document.calls.qpdf_oh_get_page_content_data(
      document.handle, handle, &buffer, &count)
    return unsafe taken(buffer, count, status)
  }

  /// How far the filters of a stream are undone.
  enum Decoding { case none, all }

  /// The bytes of a stream; nil where its filters cannot be undone that far.
  func data(_ decoding: Decoding) -> [UInt8]? {
    let level =
      switch decoding {
      case .none: qpdf_dl_none
      case .all: qpdf_dl_all
      }
    var buffer: UnsafeMutablePointer<UInt8>?
    var count = 0
    var filtered: QPDF_BOOL = 0
    let status = unsafe document.calls.qpdf_oh_get_stream_data(
      document.handle, handle, level, &filtered, &buffer, &count)
    let bytes = unsafe taken(buffer, count, status)
    return decoding != .none && filtered == 0 ? nil : bytes
  }

  private func taken(
    _ buffer: UnsafeMutablePointer<UInt8>?, _ count: Int, _ status: QPDF_ERROR_CODE
  ) -> [UInt8]? {
    defer { unsafe free(buffer) }
    guard status & 2 == 0 else { return nil }
    return unsafe Array(UnsafeBufferPointer(start: buffer, count: buffer == nil ? 0 : count))
  }
}
