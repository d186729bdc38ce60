// SPDX-License-Identifier: Apache-2.0
// Takes the network away from a process for good, by a filter of system calls; and brings in the allocator's switches
// and calls, which Swift's Glibc leaves out.
#ifndef QIBEI_CONFINEMENT_H
#define QIBEI_CONFINEMENT_H

#include <errno.h>
#include <linux/audit.h>
#include <linux/filter.h>
#include <linux/seccomp.h>
#include <malloc.h>
#include <stddef.h>
#include <sys/prctl.h>
#include <sys/syscall.h>

#if defined(__x86_64__)
#define QIBEI_ARCHITECTURE AUDIT_ARCH_X86_64
#elif defined(__aarch64__)
#define QIBEI_ARCHITECTURE AUDIT_ARCH_AARCH64
#endif

// `unistd.h` declares these for those only who ask for GNU's extensions.
int syncfs(int descriptor);
int pipe2(int ends[2], int flags);

/// Refuses sockets to this process and to all that it starts; 0 when that is in force.
static inline int qibei_refuse_network(void) {
#ifdef QIBEI_ARCHITECTURE
  struct sock_filter filter[] = {
      BPF_STMT(BPF_LD | BPF_W | BPF_ABS, offsetof(struct seccomp_data, arch)),
      BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, QIBEI_ARCHITECTURE, 1, 0),
      BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_KILL_PROCESS),
      BPF_STMT(BPF_LD | BPF_W | BPF_ABS, offsetof(struct seccomp_data, nr)),
      // Numbers from here on belong to the x32 calls, which would go around the filter.
      BPF_JUMP(BPF_JMP | BPF_JGE | BPF_K, 0x40000000, 3, 0),
      BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, __NR_socket, 2, 0),
      BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, __NR_socketpair, 1, 0),
      BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ALLOW),
      BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ERRNO | EPERM),
  };
  struct sock_fprog program = {sizeof filter / sizeof *filter, filter};
  if (prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) != 0) return errno;
  if (prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &program, 0, 0) != 0) return errno;
  return 0;
#else
  return ENOSYS;
#endif
}

#endif
