// SPDX-License-Identifier: Apache-2.0
internal import Glibc

/// What is said when the program comes to an end that nobody foresaw.
///
/// A crash leaves no picture of the memory behind, which holds a dossier, and has the exit code of an internal error.
package enum LastWords {
  private static let text: StaticString =
    "qibei: 程序内部错误，没有得出结论；请告诉维护者\nqibei: internal error, so there is no result; tell the maintainers\n"
  private static let exitCode: Int32 = 70
  private static let stackSize = 65_536

  /// Has every crash told, and a file that may not grow be an error like others.
  package static func prepare() {
    signal(SIGXFSZ, SIG_IGN)
    // Where the stack is what ended, the handler needs another.
    var stack = unsafe stack_t()
    unsafe stack.ss_sp = malloc(stackSize)
    unsafe stack.ss_size = stackSize
    unsafe sigaltstack(&stack, nil)
    var action = sigaction()
    action.sa_flags = SA_ONSTACK | SA_NODEFER
    // Only what may be called at any moment: nothing here takes memory.
    unsafe action.__sigaction_handler.sa_handler = { _ in
      unsafe _ = write(2, LastWords.text.utf8Start, LastWords.text.utf8CodeUnitCount)
      _exit(LastWords.exitCode)
    }
    for number in [SIGILL, SIGTRAP, SIGSEGV, SIGBUS, SIGFPE, SIGABRT] {
      unsafe sigaction(number, &action, nil)
    }
  }
}
