// SPDX-License-Identifier: Apache-2.0

// Where a Swift program gets its arguments from. The runtime's own way is to read the whole of /proc/self/maps before
// the program begins, to find where on the stack they lie; it ends the program where there is no /proc. The C library
// hands them to every constructor. What is defined here is what the runtime's CommandLine.cpp defines, which is then
// not linked; a toolchain in which that is no longer so says of which name there are two.

static int count;
static char **arguments;

__attribute__((constructor)) static void keep(int given, char **values) {
  count = given;
  arguments = values;
}

char **_swift_stdlib_getUnsafeArgvArgc(int *given) {
  *given = count;
  return arguments;
}

void _swift_stdlib_overrideUnsafeArgvArgc(char **values, int given) {
  count = given;
  arguments = values;
}
