#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Checks an archive of dossiers again with Apache Spark: recheck.py QIBEI ARCHIVE RESULTS [MASTER].

ARCHIVE is text with a line {"id": …, "xml": "…"} (or "path") for each dossier; RESULTS becomes a folder of text with a
line of JSON for each, in the same order. Each task runs `qibei batch --stdin` once for its part of the archive; a task
that is lost with its machine is run again by Spark.
"""
import shlex
import sys

from pyspark.sql import SparkSession

qibei, archive, results = sys.argv[1:4]
master = sys.argv[4] if len(sys.argv) > 4 else "local[*]"
session = SparkSession.builder.master(master).appName("qibei").getOrCreate()
command = f"{shlex.quote(qibei)} batch --stdin --brief --no-scans --on 2026-03-16 --threads 1"
lines = session.sparkContext.textFile(archive, minPartitions=64)
# checkCode: an exit code other than 0 is a failure of the program, never of a dossier, and fails the task.
lines.pipe(command, checkCode=True).saveAsTextFile(results)
session.stop()
