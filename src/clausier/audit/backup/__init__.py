"""The whole home in one file, and back: the database, the files, and the keys under a passphrase.

The file is a zip: ``manifest.json`` tells the digest of each part, ``database.sqlite3`` (or ``database.jsonl`` from
PostgreSQL) and ``files/`` are in the clear, ``keys.sealed`` is not. What is encrypted in the database stays so.
"""
