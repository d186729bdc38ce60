// SPDX-License-Identifier: Apache-2.0

// Nothing to call: the definitions take the place of the runtime's when they are linked.
