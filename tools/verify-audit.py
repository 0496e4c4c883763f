#!/usr/bin/env python3
"""Checks the history of a Gatehouse vault without Gatehouse.

Reads the JSON lines that `vault history NAME.gatehouse --json` prints and checks, with nothing but
Python's standard library, that every entry follows from the one before it, and that every head named
outside the history lies on it. The format is described in docs/audit-log.md.

Use: verify-audit.py HISTORY.jsonl [--anchor SEQUENCE:HASH ...]
     --anchor gives a head from a document you hold, such as the JSON inside a signed report
              (audit.sequence and audit.head). Without a head from outside, a history that was cut
              short at its end looks whole.
Exit code: 0 all of it holds, 1 something does not, 2 the file cannot be read.

What this does not check is each entry's `mac`: that needs a key which never leaves the vault.
"""
import argparse
import hashlib
import json
import sys

GENESIS = "0" * 64
FIELDS = ("sequence", "at", "actor", "action", "subject", "payloadSha256", "previousHash")


def canonical(fields):
    """RFC 8785 for an object whose names are ASCII and whose values are strings and whole numbers."""
    return json.dumps(fields, sort_keys=True, separators=(",", ":"), ensure_ascii=False)


def entry_hash(entry):
    text = canonical({name: entry[name] for name in FIELDS})
    return hashlib.sha256(b"gatehouse/audit/v1\0" + text.encode("utf-8")).hexdigest()


def walk(entries):
    """The hash at each sequence, and the problems found on the way."""
    hashes, problems, previous = {0: GENESIS}, [], GENESIS
    for place, entry in enumerate(entries, start=1):
        if entry["sequence"] != place:
            return hashes, [*problems, f"entry {entry['sequence']} stands where entry {place} should"]
        if entry["previousHash"] != previous:
            return hashes, [*problems, f"entry {place} does not follow from the entry before it"]
        if entry["hash"] != entry_hash(entry):
            return hashes, [*problems, f"entry {place} was changed after it was written"]
        previous = hashes[place] = entry["hash"]
    return hashes, problems


def read(path):
    head, entries, anchors, old = None, [], [], {}
    with open(path, encoding="utf-8") as lines:
        for line in lines:
            value = json.loads(line)
            kind = value.get("kind")
            if kind == "history":
                head = value
            elif kind == "entry":
                entries.append(value)
            elif kind == "anchor":
                anchors.append((value["sequence"], value["head"], f"{value['source']} {value['name']}"))
            elif kind == "old-entry":
                old[(value["sequence"], value["hash"])] = entry_hash(value) == value["hash"]
    if head is None or head.get("format") != "gatehouse.history":
        raise ValueError("this is not a history that Gatehouse printed")
    return head, entries, anchors, old


def check(path, given):
    head, entries, anchors, old = read(path)
    hashes, problems = walk(entries)
    if head["entries"] != len(entries) or hashes.get(len(entries)) != head["head"]:
        problems.append(f"the file holds {len(entries)} entries, but its first line names {head['entries']}, or another head")
    for sequence, expected, name in anchors + given:
        # Heads from before a salvage lie on the history that was kept as evidence, entry by entry.
        if hashes.get(sequence) != expected and not old.get((sequence, expected)):
            problems.append(f"entry {sequence} is missing or is not the one named by {name}: the history was cut short or replaced")
    return len(entries), len(anchors) + len(given), problems


def parse_anchor(text):
    sequence, _, head = text.partition(":")
    return int(sequence), head, f"--anchor {sequence}"


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("file")
    parser.add_argument("--anchor", action="append", type=parse_anchor, default=[], metavar="SEQUENCE:HASH")
    options = parser.parse_args()
    try:
        entries, anchors, problems = check(options.file, options.anchor)
    except (OSError, ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
        print(f"The file cannot be read as a history: {error}", file=sys.stderr)
        return 2
    for problem in problems:
        print(f"BROKEN: {problem}.")
    if not problems:
        print(f"The history holds: {entries} entries, each following from the one before it; {anchors} heads from outside lie on it.")
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())
